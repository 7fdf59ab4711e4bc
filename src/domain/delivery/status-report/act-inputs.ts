import { Field, ID, InputType, Int } from "type-graphql";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { PartialDateInput } from "../../../api/value/inputs.ts";
import { JudgementDimensionEnum, JudgementSchemeEnum, ReportItemKindEnum } from "./type.ts";

@InputType("StatusReportItemInput", { description: "One thing that a report says was achieved or not, is being done, comes next, or needs a decision." })
export class StatusReportItemInput {
  @Field(() => ReportItemKindEnum, { description: "What the report says of it." })
  declare readonly kind: string;

  @Field(() => String, { description: "What it is." })
  declare readonly statement: string;

  @Field(() => String, { nullable: true, description: "What it is for." })
  declare readonly purpose?: string | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When it was done, or is to be." })
  declare readonly date?: PartialDateInput | null;

  @Field(() => ID, { nullable: true, description: "The group that it is about, or that is to decide." })
  declare readonly group?: string | null;

  @Field(() => ID, { nullable: true, description: "The milestone that it is about. Under NOT_DONE, its timing says so from the day of publishing." })
  declare readonly milestone?: string | null;
}

@InputType("JudgementInput", { description: "What somebody thinks of one side of the work, in the words of a named scheme. Nothing is rated unless somebody judges it." })
export class JudgementInput {
  @Field(() => JudgementDimensionEnum, { description: "The side of the work." })
  declare readonly dimension: string;

  @Field(() => JudgementSchemeEnum, { description: "The scheme." })
  declare readonly scheme: string;

  @Field(() => String, { nullable: true, description: "What the scheme calls itself: exactly where it is LOCAL." })
  declare readonly localScheme?: string | null;

  @Field(() => String, { description: "The rating, in the scheme's word." })
  declare readonly rating: string;

  @Field(() => String, { nullable: true, description: "What the scheme says that the rating means. DELIVERY_CONFIDENCE_3 brings its own words unless others are given; every other scheme needs them." })
  declare readonly wording?: string | null;

  @Field(() => String, { nullable: true, description: "Why they think so." })
  declare readonly rationale?: string | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When they judged; today unless given." })
  declare readonly judged?: PartialDateInput | null;

  @Field(() => ID, { nullable: true, description: "The organisation that judged, where one did." })
  declare readonly judgedBy?: string | null;

  @Field(() => ID, { nullable: true, description: "The HIT that judged, where one did." })
  declare readonly judgedByHealthIntegrationTeam?: string | null;
}

@InputType("DraftStatusReportInput", { description: "A report that is begun, on exactly one of a programme, a workstream and a HIT." })
export class DraftStatusReportInput {
  @Field(() => ID, { nullable: true, description: "The programme that it is on." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "The workstream that it is on." })
  declare readonly workstream?: string | null;

  @Field(() => ID, { nullable: true, description: "The HIT that it is on." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => String, { nullable: true, description: "Its title; the name of what it is on, and the period, unless given." })
  declare readonly title?: string | null;

  @Field(() => PartialDateInput, { description: "The period that it covers, with a first and a last day: March 2024." })
  declare readonly period: PartialDateInput;

  @Field(() => String, { nullable: true, description: "The account." })
  declare readonly narrative?: string | null;

  @Field(() => [StatusReportItemInput], { nullable: true, description: "What was achieved, is being done, comes next, or needs a decision, in this order." })
  declare readonly items?: readonly StatusReportItemInput[] | null;

  @Field(() => [JudgementInput], { nullable: true, description: "What is judged, at most once for each side of the work. None: it is not rated." })
  declare readonly judgements?: readonly JudgementInput[] | null;

  @Field(() => Boolean, { defaultValue: false, description: "Whether it is handed in to the programme office at once, as submitStatusReport does." })
  declare readonly submit: boolean;
}

@InputType("ReviseStatusReportItemInput", { description: "What is different in an item. What is left out stays." })
export class ReviseStatusReportItemInput extends RecordAsReadInput {
  @Field(() => ReportItemKindEnum, { nullable: true, description: "What the report says of it." })
  declare readonly kind?: string | null;

  @Field(() => Int, { nullable: true, description: "Its place among the items, from 1." })
  declare readonly position?: number | null;

  @Field(() => String, { nullable: true, description: "What it is." })
  declare readonly statement?: string | null;

  @Field(() => String, { nullable: true, description: "What it is for." })
  declare readonly purpose?: string | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When it was done, or is to be." })
  declare readonly date?: PartialDateInput | null;

  @Field(() => ID, { nullable: true, description: "The group that it is about, or that is to decide." })
  declare readonly group?: string | null;

  @Field(() => ID, { nullable: true, description: "The milestone that it is about." })
  declare readonly milestone?: string | null;
}

@InputType("ReviseJudgementInput", { description: "What is different in a judgement. What is left out stays, but another rating brings its own wording, and was made today unless a day is given." })
export class ReviseJudgementInput extends RecordAsReadInput {
  @Field(() => JudgementSchemeEnum, { nullable: true, description: "The scheme." })
  declare readonly scheme?: string | null;

  @Field(() => String, { nullable: true, description: "What the scheme calls itself: exactly where it is LOCAL." })
  declare readonly localScheme?: string | null;

  @Field(() => String, { nullable: true, description: "The rating, in the scheme's word." })
  declare readonly rating?: string | null;

  @Field(() => String, { nullable: true, description: "What the scheme says that the rating means." })
  declare readonly wording?: string | null;

  @Field(() => String, { nullable: true, description: "Why they think so." })
  declare readonly rationale?: string | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When they judged." })
  declare readonly judged?: PartialDateInput | null;

  @Field(() => ID, { nullable: true, description: "The organisation that judged, where one did." })
  declare readonly judgedBy?: string | null;

  @Field(() => ID, { nullable: true, description: "The HIT that judged, where one did." })
  declare readonly judgedByHealthIntegrationTeam?: string | null;
}

@InputType("ReviseStatusReportItemsInput", { description: "What becomes of the items of a report. Those that are not named stay as they are." })
export class ReviseStatusReportItemsInput {
  @Field(() => [StatusReportItemInput], { nullable: true, description: "New ones, which come last." })
  declare readonly add?: readonly StatusReportItemInput[] | null;

  @Field(() => [ReviseStatusReportItemInput], { nullable: true, description: "Those in which something is different." })
  declare readonly revise?: readonly ReviseStatusReportItemInput[] | null;

  @Field(() => [RecordAsReadInput], { nullable: true, description: "Those that are taken out." })
  declare readonly remove?: readonly RecordAsReadInput[] | null;
}

@InputType("ReviseJudgementsInput", { description: "What becomes of the judgements of a report. Those that are not named stay as they are." })
export class ReviseJudgementsInput {
  @Field(() => [JudgementInput], { nullable: true, description: "New ones." })
  declare readonly add?: readonly JudgementInput[] | null;

  @Field(() => [ReviseJudgementInput], { nullable: true, description: "Those in which something is different." })
  declare readonly revise?: readonly ReviseJudgementInput[] | null;

  @Field(() => [RecordAsReadInput], { nullable: true, description: "Those that are taken out." })
  declare readonly remove?: readonly RecordAsReadInput[] | null;
}

@InputType("ReviseStatusReportInput", { description: "What is different in a report that is not handed in. What is left out stays." })
export class ReviseStatusReportInput extends RecordAsReadInput {
  @Field(() => String, { nullable: true, description: "Its title." })
  declare readonly title?: string | null;

  @Field(() => PartialDateInput, { nullable: true, description: "The period that it covers." })
  declare readonly period?: PartialDateInput | null;

  @Field(() => String, { nullable: true, description: "The account." })
  declare readonly narrative?: string | null;

  @Field(() => ReviseStatusReportItemsInput, { nullable: true, description: "Its items: added, revised and removed in the same act." })
  declare readonly items?: ReviseStatusReportItemsInput | null;

  @Field(() => ReviseJudgementsInput, { nullable: true, description: "Its judgements: added, revised and removed in the same act." })
  declare readonly judgements?: ReviseJudgementsInput | null;
}

@InputType("CorrectStatusReportInput", { description: "A correction of a published report: a new one, which begins as a copy of it. What is given takes the place of what stands there; what was wrong is said in the reason." })
export class CorrectStatusReportInput {
  @Field(() => ID, { description: "The published report. It never changes, so it has no version to expect." })
  declare readonly id: string;

  @Field(() => String, { nullable: true, description: "Its title." })
  declare readonly title?: string | null;

  @Field(() => PartialDateInput, { nullable: true, description: "The period that it covers." })
  declare readonly period?: PartialDateInput | null;

  @Field(() => String, { nullable: true, description: "The account." })
  declare readonly narrative?: string | null;

  @Field(() => [StatusReportItemInput], { nullable: true, description: "All of its items; those of the published one unless given." })
  declare readonly items?: readonly StatusReportItemInput[] | null;

  @Field(() => [JudgementInput], { nullable: true, description: "All of its judgements; those of the published one, with the days on which they were made, unless given." })
  declare readonly judgements?: readonly JudgementInput[] | null;
}
