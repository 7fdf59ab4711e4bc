import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { judgementDimensions, judgementSchemes, reportItemKinds, statusReportStatuses } from "./table.ts";

export const StatusReportStatusEnum = enumOf("StatusReportStatus", "How far a report is.", statusReportStatuses, {
  DRAFT: "Being written.",
  SUBMITTED: "Handed in, not yet accepted.",
  RETURNED: "Sent back to be reworked: see returnReason.",
  PUBLISHED: "Published. It never changes: a correction is another report.",
});

export const ReportItemKindEnum = enumOf("ReportItemKind", "What a report says of something.", reportItemKinds, {
  ACHIEVED: "It was achieved.",
  NOT_DONE: "It was to be done by now, and is not. Once published, the timing of the milestone that it is about says so.",
  DOING: "It is being done.",
  NEXT: "It comes next.",
  DECISION_NEEDED: "A decision on it is needed.",
});

export const JudgementDimensionEnum = enumOf("JudgementDimension", "The side of the work that a judgement is about.", judgementDimensions, {
  OVERALL: "All of it.",
  SCHEDULE: "Whether it keeps to time.",
  COST: "Whether it keeps to its cost.",
  SCOPE: "Whether it delivers what it is to deliver.",
  BENEFITS: "Whether the benefits can be expected.",
  RISK: "How it stands with its risks.",
});

export const JudgementSchemeEnum = enumOf("JudgementScheme", "The scheme in whose words a judgement is made. Ratings of different schemes are not compared.", judgementSchemes, {
  DELIVERY_CONFIDENCE_3: "The published three-point scale of delivery confidence: green, amber, red.",
  DELIVERY_CONFIDENCE_5: "The older scale of five points, with amber/green and amber/red between.",
  LOCAL: "A local scheme, which names itself in localScheme.",
});

@ObjectType("StatusReport", {
  implements: [RecordInterface],
  description: "What somebody reported of a programme, a workstream or a HIT over a period: exactly one of the three.",
})
export class StatusReportType extends RecordInterface {
  @Field(() => String, { description: "Its title." })
  declare readonly title: string;

  @Field(() => PartialDateType, { description: "The period that it covers." })
  declare readonly period: PartialDateType;

  @Field(() => StatusReportStatusEnum, { description: "How far it is." })
  declare readonly status: string;

  @Field(() => String, { nullable: true, description: "The account, in our short words where a document was read. Null where there is none: see valueStatus." })
  declare readonly narrative: string | null;

  @Field(() => String, { nullable: true, description: "Why it was sent back. Null where it was not, and once it is published." })
  declare readonly returnReason: string | null;

  @Field(() => PartialDateType, { description: "When it was handed in." })
  declare readonly submitted: PartialDateType;

  @Field(() => PartialDateType, { description: "When it was published." })
  declare readonly published: PartialDateType;
}

@ObjectType("StatusReportItem", { implements: [RecordInterface], description: "One thing that a report says was achieved or not, is being done, comes next, or needs a decision." })
export class StatusReportItemType extends RecordInterface {
  @Field(() => ReportItemKindEnum, { description: "What the report says of it." })
  declare readonly kind: string;

  @Field(() => Int, { description: "Its place among the items of the report, from 1; where one was taken out, its place stays free." })
  declare readonly position: number;

  @Field(() => String, { description: "What it is, in our short words." })
  declare readonly statement: string;

  @Field(() => String, { nullable: true, description: "What it is for. Null where that is not said." })
  declare readonly purpose: string | null;

  @Field(() => PartialDateType, { description: "When it was done, or is to be." })
  declare readonly date: PartialDateType;
}

@ObjectType("Judgement", { implements: [RecordInterface], description: "What somebody thinks of one side of the work, on a day, in the words of a named scheme. A judgement, never computed." })
export class JudgementType extends RecordInterface {
  @Field(() => JudgementDimensionEnum, { description: "The side of the work." })
  declare readonly dimension: string;

  @Field(() => JudgementSchemeEnum, { description: "The scheme." })
  declare readonly scheme: string;

  @Field(() => String, { nullable: true, description: "What the scheme calls itself, where it is LOCAL." })
  declare readonly localScheme: string | null;

  @Field(() => String, { description: "The rating, in the scheme's word, as Amber. Show the word wherever you show its colour." })
  declare readonly rating: string;

  @Field(() => String, { description: "What the scheme says that this rating means." })
  declare readonly wording: string;

  @Field(() => String, { nullable: true, description: "Why they think so. Null where they do not say." })
  declare readonly rationale: string | null;

  @Field(() => PartialDateType, { description: "When they judged." })
  declare readonly judged: PartialDateType;
}
