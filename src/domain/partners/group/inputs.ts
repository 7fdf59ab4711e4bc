import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../organisation/inputs.ts";
import { GroupKindEnum, GroupStatusEnum } from "./type.ts";

@InputType("GroupFilter", { description: "Which groups." })
export class GroupFilter {
  @Field(() => String, { nullable: true, description: "These words stand in the name." })
  declare readonly nameContains?: string | null;

  @Field(() => [GroupKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare readonly kind?: string[] | null;

  @Field(() => [GroupStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => ID, { nullable: true, description: "At this place or at one in it." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Hosted by this organisation." })
  declare readonly host?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => ID, { nullable: true, description: "Of this HIT." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "Directly a part of this group." })
  declare readonly parent?: string | null;

  @Field(() => DateWindow, { nullable: true, description: "Began in this span of days." })
  declare readonly since?: DateWindow | null;

  @Field(() => DateWindow, { nullable: true, description: "Ended in this span of days." })
  declare readonly until?: DateWindow | null;

  @Field(() => DayScalar, { nullable: true, description: "Existed on this day. A hit is POSSIBLE where a source does not say since when or until when." })
  declare readonly on?: string | null;
}

export const GroupOrderEnum = enumOf("GroupOrder", "What a list of groups is sorted by.", ["NAME", "SINCE"] as const, {
  NAME: "The name.",
  SINCE: "The earliest day on which it can have begun; those without one last.",
});
