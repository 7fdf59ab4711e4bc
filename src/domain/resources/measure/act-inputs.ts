import { Field, ID, InputType } from "type-graphql";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { AudienceEnum } from "../../../api/record.ts";
import { PartialDateInput, QuantityInput } from "../../../api/value/inputs.ts";
import { QuantityUnitEnum } from "../../../api/value/quantity.ts";
import type { QuantityUnit } from "../../../kernel/quantity-kind.ts";
import { MeasureKindEnum } from "./type.ts";

@InputType("RecordMeasureInput", { description: "Something that is to be counted, in one unit. It is counted of a programme, workstream, HIT, training programme or group, or else belongs to a system." })
export class RecordMeasureInput {
  @Field(() => String, { description: "What is counted." })
  declare readonly title: string;

  @Field(() => MeasureKindEnum, { description: "What sort of thing that is." })
  declare readonly kind: string;

  @Field(() => QuantityUnitEnum, { description: "In what it is counted. It stays: what is counted in another unit is another measure." })
  declare readonly unit: QuantityUnit;

  @Field(() => QuantityInput, { nullable: true, description: "Where it begins, or why that is not known." })
  declare readonly baseline?: QuantityInput | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When it stood there." })
  declare readonly baselineAsAt?: PartialDateInput | null;

  @Field(() => QuantityInput, { nullable: true, description: "What is aimed at, or why that is not known." })
  declare readonly target?: QuantityInput | null;

  @Field(() => PartialDateInput, { nullable: true, description: "By when." })
  declare readonly targetDue?: PartialDateInput | null;

  @Field(() => ID, { nullable: true, description: "Where it is counted." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "The programme that it is counted of." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "The workstream that it is counted of." })
  declare readonly workstream?: string | null;

  @Field(() => ID, { nullable: true, description: "The HIT that it is counted of." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "The training programme that it is counted of." })
  declare readonly trainingProgramme?: string | null;

  @Field(() => ID, { nullable: true, description: "The group that it is counted of." })
  declare readonly group?: string | null;

  @Field(() => ID, { nullable: true, description: "The system that it belongs to, where it is counted of none of these." })
  declare readonly system?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for; as what it is part of unless given." })
  declare readonly audience?: string | null;
}

@InputType("AmendMeasureInput", { description: "What is to be otherwise. What is left out stays; what is sent as you read it is no edit." })
export class AmendMeasureInput extends RecordAsReadInput {
  @Field(() => String, { nullable: true, description: "What is counted." })
  declare readonly title?: string;

  @Field(() => MeasureKindEnum, { nullable: true, description: "What sort of thing that is." })
  declare readonly kind?: string;

  @Field(() => QuantityInput, { nullable: true, description: "Where it begins, or why that is not known." })
  declare readonly baseline?: QuantityInput;

  @Field(() => PartialDateInput, { nullable: true, description: "When it stood there." })
  declare readonly baselineAsAt?: PartialDateInput | null;

  @Field(() => ID, { nullable: true, description: "Where it is counted." })
  declare readonly place?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for." })
  declare readonly audience?: string;
}

@InputType("SetMeasureTargetInput", { description: "What a measure is to come to. Where a known target is moved, say why, in reason." })
export class SetMeasureTargetInput extends RecordAsReadInput {
  @Field(() => QuantityInput, { description: "What is aimed at." })
  declare readonly target: QuantityInput;

  @Field(() => PartialDateInput, { nullable: true, description: "By when; as it was unless given." })
  declare readonly targetDue?: PartialDateInput | null;
}

@InputType("ReportMeasureInput", { description: "What was counted: over a period, as it stood on a day, or both." })
export class ReportMeasureInput {
  @Field(() => ID, { description: "The measure." })
  declare readonly measure: string;

  @Field(() => QuantityInput, { description: "The count, in the measure's unit, or why it is not known." })
  declare readonly value: QuantityInput;

  @Field(() => PartialDateInput, { nullable: true, description: "The period over which it was counted." })
  declare readonly period?: PartialDateInput | null;

  @Field(() => PartialDateInput, { nullable: true, description: "The day as at which it stood." })
  declare readonly asAt?: PartialDateInput | null;

  @Field(() => String, { nullable: true, description: "What has to be known to read it." })
  declare readonly note?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for; as the measure unless given." })
  declare readonly audience?: string | null;
}

@InputType("AmendMeasureActualInput", { description: "What is to be otherwise about a count. What is left out stays; what is sent as you read it is no edit." })
export class AmendMeasureActualInput extends RecordAsReadInput {
  @Field(() => QuantityInput, { nullable: true, description: "The count, in the measure's unit, or why it is not known." })
  declare readonly value?: QuantityInput;

  @Field(() => PartialDateInput, { nullable: true, description: "The period over which it was counted." })
  declare readonly period?: PartialDateInput | null;

  @Field(() => PartialDateInput, { nullable: true, description: "The day as at which it stood." })
  declare readonly asAt?: PartialDateInput | null;

  @Field(() => String, { nullable: true, description: "What has to be known to read it." })
  declare readonly note?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for." })
  declare readonly audience?: string;
}
