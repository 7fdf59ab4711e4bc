import { Field, ID, InputType } from "type-graphql";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
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

@InputType("RewordCriterionInput", { description: "A criterion in other words. What is left out stays; a null empties." })
export class RewordCriterionInput extends RecordAsReadInput {
  @Field(() => String, { nullable: true, description: "What has to be shown: stays once evidence was supplied." })
  declare readonly statement?: string | null;

  @Field(() => ID, { nullable: true, description: "The organisation that can supply the evidence." })
  declare readonly supplier?: string | null;
}

@InputType("SupplyCriterionInput", { description: "The evidence for a criterion: all of it." })
export class SupplyCriterionInput extends RecordAsReadInput {
  @Field(() => String, { description: "The evidence, in short words." })
  declare readonly evidence: string;

  @Field(() => String, { nullable: true, description: "Where it can be read: a link that begins with https:// or http://." })
  declare readonly evidenceAddress?: string | null;
}

@InputType("DecideCriterionInput", { description: "A decision on a criterion." })
export class DecideCriterionInput extends RecordAsReadInput {
  @Field(() => ID, { nullable: true, description: "The organisation that decided." })
  declare readonly decidedBy?: string | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When it decided; today unless given." })
  declare readonly decided?: PartialDateInput | null;
}
