import { Field, ID, InputType, Int } from "type-graphql";
import { AudienceEnum } from "../../../api/record.ts";
import { PartialDateInput } from "../../../api/value/inputs.ts";

@InputType("AddCriterionInput", { description: "Something that has to be shown before a workstream counts as ready." })
export class AddCriterionInput {
  @Field(() => ID, { description: "The workstream." })
  declare readonly workstream: string;

  @Field(() => String, { description: "What has to be shown." })
  declare readonly statement: string;

  @Field(() => ID, { nullable: true, description: "The organisation that can supply the evidence." })
  declare readonly supplier?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for; as its workstream unless given." })
  declare readonly audience?: string | null;
}

/** A criterion, as somebody saw it. */
@InputType()
abstract class SeenCriterionInput {
  @Field(() => ID, { description: "The criterion." })
  declare readonly id: string;

  @Field(() => Int, { description: "Its version as you read it." })
  declare readonly expectedVersion: number;
}

@InputType("RewordCriterionInput", { description: "A criterion in other words. What is left out stays; a null empties." })
export class RewordCriterionInput extends SeenCriterionInput {
  @Field(() => String, { nullable: true, description: "What has to be shown: stays once evidence was supplied." })
  declare readonly statement?: string | null;

  @Field(() => ID, { nullable: true, description: "The organisation that can supply the evidence." })
  declare readonly supplier?: string | null;
}

@InputType("SupplyCriterionInput", { description: "The evidence for a criterion: all of it." })
export class SupplyCriterionInput extends SeenCriterionInput {
  @Field(() => String, { description: "The evidence, in short words." })
  declare readonly evidence: string;

  @Field(() => String, { nullable: true, description: "Where it can be read: a link that begins with https:// or http://." })
  declare readonly evidenceAddress?: string | null;
}

@InputType("DecideCriterionInput", { description: "A decision on a criterion." })
export class DecideCriterionInput extends SeenCriterionInput {
  @Field(() => ID, { nullable: true, description: "The organisation that decided." })
  declare readonly decidedBy?: string | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When it decided; today unless given." })
  declare readonly decided?: PartialDateInput | null;
}
