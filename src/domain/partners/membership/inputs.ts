import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { GroupKindEnum } from "../group/type.ts";
import { FollowsSuccession, type Followed } from "../organisation/inputs.ts";
import { SectorEnum } from "../organisation/type.ts";
import { ConstituencyKindEnum, MemberKindEnum, MembershipCapacityEnum } from "./type.ts";

@InputType("MembershipFilter", { description: "Which memberships." })
export class MembershipFilter {
  @Field(() => [MemberKindEnum], { nullable: true, description: "Of a member of one of these kinds." })
  declare readonly memberKind?: string[] | null;

  @Field(() => [MembershipCapacityEnum], { nullable: true, description: "In one of these capacities." })
  declare readonly capacity?: string[] | null;

  @Field(() => [ConstituencyKindEnum], { nullable: true, description: "Of a constituency of one of these kinds." })
  declare readonly constituencyKind?: string[] | null;

  @Field(() => [SectorEnum], { nullable: true, description: "Of an organisation in one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => String, { nullable: true, description: "These words stand in the member's name: an organisation's, a constituency's, or that of a person whom the viewer may see." })
  declare readonly memberNameContains?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this organisation." })
  declare readonly organisation?: string | null;

  @Field(() => ID, { nullable: true, description: "Of an organisation that takes part through this unit of it." })
  declare readonly unit?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => ID, { nullable: true, description: "Of this person, whom the viewer may see." })
  declare readonly person?: string | null;

  @Field(() => ID, { nullable: true, description: "In this group." })
  declare readonly group?: string | null;

  @Field(() => [GroupKindEnum], { nullable: true, description: "In a group of one of these kinds." })
  declare readonly groupKind?: string[] | null;

  @Field(() => ID, { nullable: true, description: "In this HIT." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "In a HIT or group at this place or at one in it." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => DateWindow, { nullable: true, description: "Began in this span of days." })
  declare readonly since?: DateWindow | null;

  @Field(() => DateWindow, { nullable: true, description: "Ended in this span of days." })
  declare readonly until?: DateWindow | null;

  @Field(() => DayScalar, { nullable: true, description: "Held on this day. A hit is POSSIBLE where a source does not say since when or until when." })
  declare readonly on?: string | null;
}

export const MembershipOrderEnum = enumOf("MembershipOrder", "What a list of memberships is sorted by. Not by the member's name: it may be one that the viewer is not shown.", ["CAPACITY", "SINCE"] as const, {
  CAPACITY: "Chair, deputy chair and director, then representatives, members and public contributors.",
  SINCE: "The earliest day on which it can have begun; those without one last.",
});
