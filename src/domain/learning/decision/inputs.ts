import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { ValueStatusEnum } from "../../../api/value/value-status.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { DecisionKindEnum } from "./type.ts";

@InputType("DecisionFilter", { description: "Which decisions." })
export class DecisionFilter {
  @Field(() => ID, { nullable: true, description: "On a programme at this place or at one in it, or by a group there." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "On this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "By this group." })
  declare readonly group?: string | null;

  @Field(() => ID, { nullable: true, description: "By a group of this HIT." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "On this recommendation." })
  declare readonly recommendation?: string | null;

  @Field(() => ID, { nullable: true, description: "With which this milestone is reached." })
  declare readonly milestone?: string | null;

  @Field(() => [DecisionKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare readonly kind?: string[] | null;

  @Field(() => DateWindow, { nullable: true, description: "Taken in this span of days. Edges say how sure each hit is." })
  declare readonly decided?: DateWindow | null;

  @Field(() => [ValueStatusEnum], { nullable: true, description: "Whose date is known, or is not known for one of these reasons." })
  declare readonly decidedStatus?: string[] | null;

  @Field(() => String, { nullable: true, description: "These words stand in the statement, the rationale or the reference." })
  declare readonly contains?: string | null;
}

export const DecisionOrderEnum = enumOf("DecisionOrder", "What a list of decisions is sorted by.", ["DECIDED"] as const, {
  DECIDED: "The latest day on which it can have been taken, the newest first; those without a date last.",
});
