import { Field, ID, InputType } from "type-graphql";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { AudienceEnum } from "../../../api/record.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { PartialDateInput } from "../../../api/value/inputs.ts";
import { MilestoneTypeEnum, PartRuleEnum } from "./type.ts";

@InputType("PlanMilestoneInput", { description: "Something that is to be reached by a date." })
export class PlanMilestoneInput {
  @Field(() => ID, { description: "The programme that wants it." })
  declare readonly programme: string;

  @Field(() => ID, { nullable: true, description: "The workstream of that programme that it is part of." })
  declare readonly workstream?: string | null;

  @Field(() => String, { description: "What is to be reached." })
  declare readonly title: string;

  @Field(() => MilestoneTypeEnum, { description: "What sort of thing is reached." })
  declare readonly type: string;

  @Field(() => PartialDateInput, { description: "The date that is committed to." })
  declare readonly baseline: PartialDateInput;

  @Field(() => PartialDateInput, { nullable: true, description: "When it is expected; the baseline unless given." })
  declare readonly forecast?: PartialDateInput | null;

  @Field(() => ID, { nullable: true, description: "The organisation that answers for it, where no HIT does." })
  declare readonly ownerOrganisation?: string | null;

  @Field(() => ID, { nullable: true, description: "The HIT that answers for it, where no organisation does." })
  declare readonly ownerHealthIntegrationTeam?: string | null;

  @Field(() => [String], { nullable: true, description: "Its parts, where there are several." })
  declare readonly parts?: readonly string[] | null;

  @Field(() => PartRuleEnum, { nullable: true, description: "Whether it takes all of its parts or any one: said exactly where there are parts." })
  declare readonly metBy?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for; as its programme unless given." })
  declare readonly audience?: string | null;
}

@InputType("RewordMilestoneInput", { description: "A milestone in other words. What is left out stays; a null empties." })
export class RewordMilestoneInput extends RecordAsReadInput {
  @Field(() => String, { nullable: true, description: "What is to be reached." })
  declare readonly title?: string | null;

  @Field(() => MilestoneTypeEnum, { nullable: true, description: "What sort of thing is reached." })
  declare readonly type?: string | null;

  @Field(() => [String], { nullable: true, description: "Its parts, where there are several: all of them." })
  declare readonly parts?: readonly string[] | null;

  @Field(() => PartRuleEnum, { nullable: true, description: "Whether it takes all of its parts or any one." })
  declare readonly metBy?: string | null;

  @Field(() => ID, { nullable: true, description: "The organisation that answers for it, where nobody does yet. Handing over is a move." })
  declare readonly ownerOrganisation?: string | null;

  @Field(() => ID, { nullable: true, description: "The HIT that answers for it, where nobody does yet." })
  declare readonly ownerHealthIntegrationTeam?: string | null;
}

@InputType("ReforecastMilestoneInput", { description: "A milestone that is expected on another date than was forecast." })
export class ReforecastMilestoneInput extends RecordAsReadInput {
  @Field(() => PartialDateInput, { description: "When it is expected now, or “unknown”. Not a date that has passed." })
  declare readonly forecast: PartialDateInput;
}

@InputType("RebaselineMilestoneInput", { description: "A milestone that is to be measured against another date." })
export class RebaselineMilestoneInput extends RecordAsReadInput {
  @Field(() => PartialDateInput, { description: "The date that is committed to now." })
  declare readonly baseline: PartialDateInput;
}

@InputType("CorrectMilestoneBaselineInput", { description: "A milestone whose first baseline was written down wrongly." })
export class CorrectMilestoneBaselineInput extends RecordAsReadInput {
  @Field(() => PartialDateInput, { description: "The date that was committed to at first, as it was agreed." })
  declare readonly firstBaseline: PartialDateInput;
}

@InputType("MeetMilestoneInput", { description: "A milestone that was reached, all of it or part of it." })
export class MeetMilestoneInput extends RecordAsReadInput {
  @Field(() => PartialDateInput, { description: "When it was reached." })
  declare readonly actual: PartialDateInput;
}

@InputType("MissMilestoneInput", { description: "A milestone that is not done." })
export class MissMilestoneInput extends RecordAsReadInput {
  @Field(() => DayScalar, { nullable: true, description: "The day on which that was said; today unless given." })
  declare readonly saidOn?: string | null;
}

@InputType("MoveMilestoneInput", { description: "Where a milestone is to go. What is left out stays, but for the workstream: in another programme it has none unless one is given." })
export class MoveMilestoneInput extends RecordAsReadInput {
  @Field(() => ID, { nullable: true, description: "The programme that it is to be part of; that of the workstream unless given." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "The workstream that it is to be part of; null takes it out of its workstream." })
  declare readonly workstream?: string | null;

  @Field(() => ID, { nullable: true, description: "The organisation that is to answer for it, in the place of whoever does; null where nobody is to." })
  declare readonly ownerOrganisation?: string | null;

  @Field(() => ID, { nullable: true, description: "The HIT that is to answer for it, in the place of whoever does; null where nobody is to." })
  declare readonly ownerHealthIntegrationTeam?: string | null;
}
