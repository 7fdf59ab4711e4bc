import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { contributionBases } from "./table.ts";

export const ContributionBasisEnum = enumOf("ContributionBasis", "What a contribution rests on.", contributionBases, {
  CLAIMED: "The programme's word, without evidence.",
  EVIDENCED: "Evidence that can be read: see evidence.",
});

@ObjectType("Outcome", { implements: [RecordInterface], description: "What a named plan wants to come about. Which programmes contribute to it, contributions tells; none recorded is not none." })
export class OutcomeType extends RecordInterface {
  @Field(() => String, { description: "The plan's name." })
  declare readonly plan: string;

  @Field(() => Int, { nullable: true, description: "Its number in the plan. Null where it has none." })
  declare readonly number: number | null;

  @Field(() => String, { description: "What is to come about, as the plan has it." })
  declare readonly title: string;
}

@ObjectType("OutcomeContribution", { implements: [RecordInterface], description: "How a programme says that it contributes to an outcome." })
export class OutcomeContributionType extends RecordInterface {
  @Field(() => String, { nullable: true, description: "How, in our short words. Null where no source says: see valueStatus." })
  declare readonly statement: string | null;

  @Field(() => ContributionBasisEnum, { description: "What it rests on." })
  declare readonly basis: string;
}

@ObjectType("Plan", { description: "A plan of which outcomes are recorded: one row of the outcomes matrix for each of them. Outcomes belong to one plan where its name, owner and place are the same." })
export class PlanType {
  @Field(() => String, { description: "Its name." })
  declare readonly name: string;
}
