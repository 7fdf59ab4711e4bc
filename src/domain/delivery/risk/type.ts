import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { riskKinds, riskLevels, riskResponses, riskStatuses } from "./table.ts";

export const RiskKindEnum = enumOf("RiskKind", "Whether something may happen or has happened.", riskKinds, {
  RISK: "It may happen.",
  ISSUE: "It has happened.",
});

export const RiskLevelEnum = enumOf("RiskLevel", "How likely something is, or how much it would matter: as somebody judged it. Never multiplied into a score.", riskLevels, {
  VERY_LOW: "Very low.",
  LOW: "Low.",
  MEDIUM: "Medium.",
  HIGH: "High.",
  VERY_HIGH: "Very high.",
});

export const RiskResponseEnum = enumOf("RiskResponse", "What is done about a risk.", riskResponses, {
  AVOID: "What would bring it about is not done.",
  REDUCE: "It is made less likely, or to matter less.",
  TRANSFER: "Somebody else bears it.",
  ACCEPT: "It is borne as it is.",
});

export const RiskStatusEnum = enumOf("RiskStatus", "Whether a risk is still one.", riskStatuses, {
  OPEN: "It is.",
  CLOSED: "It is not any more.",
  NOT_REPORTED: "No source says.",
});

@ObjectType("Risk", { implements: [RecordInterface], description: "Something that may stand in the way of a programme, or an issue that does." })
export class RiskType extends RecordInterface {
  @Field(() => String, { description: "What it is, in our short words." })
  declare readonly title: string;

  @Field(() => RiskKindEnum, { description: "Whether it may happen or has happened." })
  declare readonly kind: string;

  @Field(() => String, { nullable: true, description: "What brings it about. Null where that is not known: see valueStatus." })
  declare readonly cause: string | null;

  @Field(() => String, { nullable: true, description: "What would come of it. Null where that is not known." })
  declare readonly effect: string | null;

  @Field(() => RiskLevelEnum, { nullable: true, description: "How likely it is. Null where nobody has judged: not low. An issue has none." })
  declare readonly likelihood: string | null;

  @Field(() => RiskLevelEnum, { nullable: true, description: "How much it matters. Null where nobody has judged: not low." })
  declare readonly impact: string | null;

  @Field(() => RiskResponseEnum, { nullable: true, description: "What sort of thing is done about it. Null where that is not known." })
  declare readonly response: string | null;

  @Field(() => String, { nullable: true, description: "What is being done about it. Null where that is not known." })
  declare readonly plan: string | null;

  @Field(() => RiskStatusEnum, { description: "Whether it is still one." })
  declare readonly status: string;

  @Field(() => PartialDateType, { description: "When it was raised." })
  declare readonly raised: PartialDateType;

  @Field(() => PartialDateType, { description: "When it is next to be looked at." })
  declare readonly reviewDue: PartialDateType;

  @Field(() => DayScalar, { nullable: true, description: "The last day on which somebody looked at it. Null where nobody has since it was raised." })
  declare readonly reviewedOn: string | null;

  @Field(() => PartialDateType, { description: "When it was closed. NOT_APPLICABLE while it is open." })
  declare readonly closed: PartialDateType;

  @Field(() => String, { nullable: true, description: "How it ended. Null while it is open." })
  declare readonly closeReason: string | null;
}
