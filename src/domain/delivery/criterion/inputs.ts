import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { CriterionStatusEnum } from "./type.ts";

@InputType("CriterionFilter", { description: "Which criteria." })
export class CriterionFilter {
  @Field(() => ID, { nullable: true, description: "Of this workstream." })
  declare readonly workstream?: string | null;

  @Field(() => [CriterionStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => ID, { nullable: true, description: "To be supplied by this organisation." })
  declare readonly supplier?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

export const CriterionOrderEnum = enumOf("CriterionOrder", "What a list of criteria is sorted by.", ["STATEMENT"] as const, { STATEMENT: "The statement." });
