import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../organisation/inputs.ts";
import { PersonVisibilityEnum, RoleCapacityEnum } from "./type.ts";

@InputType("PersonFilter", { description: "Which people, of those whom the viewer may see. What is asked of a role holds of one and the same role." })
export class PersonFilter {
  @Field(() => String, { nullable: true, description: "These words stand in the name." })
  declare readonly nameContains?: string | null;

  @Field(() => [PersonVisibilityEnum], { nullable: true, description: "With one of these visibilities." })
  declare readonly visibility?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => [RoleCapacityEnum], { nullable: true, description: "With a role in one of these capacities." })
  declare readonly capacity?: string[] | null;

  @Field(() => String, { nullable: true, description: "With a role in whose title these words stand." })
  declare readonly titleContains?: string | null;

  @Field(() => ID, { nullable: true, description: "With a role in this organisation." })
  declare readonly organisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => ID, { nullable: true, description: "With a part in this document." })
  declare readonly source?: string | null;

  @Field(() => DayScalar, { nullable: true, description: "With a role that was, or may have been, held on this day: roles with the filter on says how sure that is." })
  declare readonly heldOn?: string | null;
}

export const PersonOrderEnum = enumOf("PersonOrder", "What a list of people is sorted by.", ["NAME"] as const, { NAME: "The name as written, so by what comes first in it." });

@InputType("PersonRoleFilter", { description: "Which roles." })
export class PersonRoleFilter {
  @Field(() => [RoleCapacityEnum], { nullable: true, description: "In one of these capacities." })
  declare readonly capacity?: string[] | null;

  @Field(() => String, { nullable: true, description: "These words stand in the title." })
  declare readonly titleContains?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this person, whom the viewer may see." })
  declare readonly person?: string | null;

  @Field(() => ID, { nullable: true, description: "In this organisation." })
  declare readonly organisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => ID, { nullable: true, description: "In this document." })
  declare readonly source?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => DateWindow, { nullable: true, description: "Began in this span of days." })
  declare readonly since?: DateWindow | null;

  @Field(() => DateWindow, { nullable: true, description: "Ended in this span of days." })
  declare readonly until?: DateWindow | null;

  @Field(() => DayScalar, { nullable: true, description: "Held on this day. A hit is POSSIBLE where a source does not say since when or until when." })
  declare readonly on?: string | null;
}

export const PersonRoleOrderEnum = enumOf("PersonRoleOrder", "What a list of roles is sorted by. Not by the person's name: it may be one that the viewer is not shown.", ["CAPACITY", "SINCE"] as const, {
  CAPACITY: "The capacity, in the order in which the schema lists them.",
  SINCE: "The earliest day on which it can have begun; those without one last.",
});
