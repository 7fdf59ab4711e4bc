import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { JudgementDimensionEnum, JudgementSchemeEnum, ReportItemKindEnum, StatusReportStatusEnum } from "./type.ts";

@InputType("ReportedFilter", { description: "On what something was reported." })
class ReportedFilter {
  @Field(() => ID, { nullable: true, description: "On this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "On this workstream." })
  declare readonly workstream?: string | null;

  @Field(() => ID, { nullable: true, description: "On this HIT." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "On a programme, a workstream of one, or a HIT, at this place or at one in it." })
  declare readonly place?: string | null;
}

@InputType("JudgementFilter", { description: "Which judgements, by the reports that the viewer may see." })
export class JudgementFilter extends ReportedFilter {
  @Field(() => [JudgementDimensionEnum], { nullable: true, description: "Of one of these sides of the work." })
  declare readonly dimension?: string[] | null;

  @Field(() => [JudgementSchemeEnum], { nullable: true, description: "In one of these schemes." })
  declare readonly scheme?: string[] | null;

  @Field(() => [String], { nullable: true, description: "With one of these ratings, as the schemes write them; capital letters do not matter." })
  declare readonly rating?: string[] | null;

  @Field(() => ID, { nullable: true, description: "By this organisation." })
  declare readonly judgedBy?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => ID, { nullable: true, description: "By this HIT." })
  declare readonly judgedByHealthIntegrationTeam?: string | null;

  @Field(() => [StatusReportStatusEnum], { nullable: true, description: "In a report with one of these statuses." })
  declare readonly reportStatus?: string[] | null;

  @Field(() => DateWindow, { nullable: true, description: "Made in this span of days." })
  declare readonly judged?: DateWindow | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

@InputType("StatusReportItemFilter", { description: "Which items, by the reports that the viewer may see." })
export class StatusReportItemFilter extends ReportedFilter {
  @Field(() => ID, { nullable: true, description: "Of this report." })
  declare readonly report?: string | null;

  @Field(() => [ReportItemKindEnum], { nullable: true, description: "Of one of these kinds: NEXT finds what is planned." })
  declare readonly kind?: string[] | null;

  @Field(() => ID, { nullable: true, description: "About this group, or for it to decide." })
  declare readonly group?: string | null;

  @Field(() => ID, { nullable: true, description: "About this milestone." })
  declare readonly milestone?: string | null;

  @Field(() => [StatusReportStatusEnum], { nullable: true, description: "In a report with one of these statuses." })
  declare readonly reportStatus?: string[] | null;

  @Field(() => DateWindow, { nullable: true, description: "Done, or to be done, in this span of days." })
  declare readonly date?: DateWindow | null;

  @Field(() => String, { nullable: true, description: "These words stand in the statement or in the purpose." })
  declare readonly contains?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

@InputType("StatusReportFilter", { description: "Which status reports." })
export class StatusReportFilter extends ReportedFilter {
  @Field(() => [StatusReportStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => DateWindow, { nullable: true, description: "About a time in this span of days. CERTAIN: the whole period lies in it." })
  declare readonly period?: DateWindow | null;

  @Field(() => DateWindow, { nullable: true, description: "Published in this span of days." })
  declare readonly published?: DateWindow | null;

  @Field(() => ID, { nullable: true, description: "Published as this document." })
  declare readonly publishedAs?: string | null;

  @Field(() => JudgementFilter, { nullable: true, description: "With a judgement like this, which the viewer may see." })
  declare readonly judgement?: JudgementFilter | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => String, { nullable: true, description: "These words stand in the title or in the narrative." })
  declare readonly contains?: string | null;
}

export const StatusReportOrderEnum = enumOf("StatusReportOrder", "What a list of reports is sorted by.", ["LATEST", "TITLE"] as const, {
  LATEST: "The end of the period, the latest first; those without one last.",
  TITLE: "The title.",
});

export const StatusReportItemOrderEnum = enumOf("StatusReportItemOrder", "What a list of items is sorted by.", ["POSITION", "DATE"] as const, {
  POSITION: "The report, so that the items of one stand together, and the place in it.",
  DATE: "The earliest day that its date can mean; those without one last.",
});

export const JudgementOrderEnum = enumOf("JudgementOrder", "What a list of judgements is sorted by.", ["LATEST", "DIMENSION"] as const, {
  LATEST: "When it was made, the latest first; those without a date last.",
  DIMENSION: "The side of the work, overall first.",
});
