import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { ValueStatusEnum } from "../../../api/value/value-status.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { PartyFilter } from "../../partners/party/inputs.ts";
import { PostFunderRoleEnum, PostStatusEnum } from "./type.ts";

@InputType("PostFunderFilter", { description: "Which of those who pay for posts: all of this holds of one and the same." })
export class PostFunderFilter extends PartyFilter {
  @Field(() => [PostFunderRoleEnum], { nullable: true, description: "Paying as one of these." })
  declare readonly role?: string[] | null;

  @Field(() => [ValueStatusEnum], { nullable: true, description: "Whose share is known, or is not known for one of these reasons." })
  declare readonly shareStatus?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Out of this award." })
  declare readonly award?: string | null;
}

@InputType("PostFilter", { description: "Which posts." })
export class PostFilter {
  @Field(() => ID, { nullable: true, description: "In this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "Whose programme, employer or host is at this place or at one in it." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Employed or hosted by this organisation." })
  declare readonly organisation?: string | null;

  @Field(() => ID, { nullable: true, description: "Employed by this organisation." })
  declare readonly employer?: string | null;

  @Field(() => ID, { nullable: true, description: "Hosted by this organisation." })
  declare readonly host?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => ID, { nullable: true, description: "Held, now or ever, by this person, whom the viewer may see." })
  declare readonly person?: string | null;

  @Field(() => [PostStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => PostFunderFilter, { nullable: true, description: "With somebody like this paying for it, whom the viewer may see." })
  declare readonly funder?: PostFunderFilter | null;

  @Field(() => Boolean, { nullable: true, description: "True: somebody whom the viewer may see is recorded as paying for it. False: nobody is." })
  declare readonly hasFunder?: boolean | null;

  @Field(() => [ValueStatusEnum], { nullable: true, description: "Whose cost is known, or is not known for one of these reasons." })
  declare readonly costStatus?: string[] | null;

  @Field(() => DateWindow, { nullable: true, description: "Beginning in this span of days." })
  declare readonly start?: DateWindow | null;

  @Field(() => DateWindow, { nullable: true, description: "Ending in this span of days." })
  declare readonly end?: DateWindow | null;

  @Field(() => String, { nullable: true, description: "These words stand in the title, the purpose or one of the duties." })
  declare readonly contains?: string | null;
}

export const PostOrderEnum = enumOf("PostOrder", "What a list of posts is sorted by.", ["TITLE", "STATUS", "START"] as const, {
  TITLE: "The title.",
  STATUS: "How far it is, in the order in which the schema lists that.",
  START: "The earliest day on which it can begin; those without one last.",
});

@InputType("PostHolderFilter", { description: "Which of those who hold or held a post." })
export class PostHolderFilter {
  @Field(() => ID, { nullable: true, description: "This person, whom the viewer may see." })
  declare readonly person?: string | null;

  @Field(() => DateWindow, { nullable: true, description: "Began in this span of days." })
  declare readonly since?: DateWindow | null;

  @Field(() => DateWindow, { nullable: true, description: "Ended in this span of days." })
  declare readonly until?: DateWindow | null;

  @Field(() => DayScalar, { nullable: true, description: "Held it on this day. A hit is POSSIBLE where a source does not say since when or until when." })
  declare readonly on?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

export const PostHolderOrderEnum = enumOf("PostHolderOrder", "What a list of holders is sorted by.", ["SINCE"] as const, {
  SINCE: "The earliest day on which it can have begun; those without one last.",
});
