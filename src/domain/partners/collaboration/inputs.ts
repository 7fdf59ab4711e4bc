import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../organisation/inputs.ts";
import { PartyFilter } from "../party/inputs.ts";
import { CollaborationStatusEnum } from "./type.ts";

@InputType("CollaborationFilter", { description: "Which collaborations." })
export class CollaborationFilter {
  @Field(() => [CollaborationStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => ID, { nullable: true, description: "This HIT is a party." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => PartyFilter, { nullable: true, description: "With a party like this, whom the viewer may see. Together with healthIntegrationTeam: with somebody else like this beside that HIT." })
  declare readonly party?: PartyFilter | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => String, { nullable: true, description: "These words stand in the subject or in the result." })
  declare readonly contains?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => DateWindow, { nullable: true, description: "Began in this span of days." })
  declare readonly since?: DateWindow | null;

  @Field(() => DateWindow, { nullable: true, description: "Ended in this span of days." })
  declare readonly until?: DateWindow | null;

  @Field(() => DayScalar, { nullable: true, description: "Went on on this day. A hit is POSSIBLE where a source does not say since when or until when." })
  declare readonly on?: string | null;
}

export const CollaborationOrderEnum = enumOf("CollaborationOrder", "What a list of collaborations is sorted by.", ["SUBJECT", "SINCE"] as const, {
  SUBJECT: "The subject.",
  SINCE: "The earliest day on which it can have begun; those without one last.",
});
