import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { ReportingRhythmEnum } from "../programme/type.ts";
import { freshnesses, ratingStatuses } from "./rules.ts";
import { JudgementSchemeEnum, JudgementType } from "./type.ts";

export const RatingStatusEnum = enumOf("RatingStatus", "Whether somebody has judged.", ratingStatuses, {
  RATED: "Somebody has: see rating, scheme and date.",
  NOT_RATED: "Nobody has, or not in a published report that this viewer may see. Not green, and not red: show it as not rated.",
});

export const FreshnessStatusEnum = enumOf("FreshnessStatus", "How reporting stands against its rhythm on a day.", freshnesses, {
  CURRENT: "The last period that has ended is reported.",
  DUE: "A period has ended and its report is due within a month of its end, or nothing was ever reported and nobody knows since when it should have been.",
  OVERDUE: "The month has passed without a report.",
  NOT_APPLICABLE: "No rhythm is known or agreed (see valueStatus of the programme's reportingRhythm), or the work has ended.",
});

@ObjectType("DayCount", { description: "A number of days, from the least to the most that an imprecise date allows." })
export class DayCountType {
  @Field(() => Int, { description: "At least so many days." })
  declare readonly least: number;

  @Field(() => Int, { nullable: true, description: "At most so many days. Null where the date has no beginning." })
  declare readonly most: number | null;
}

@ObjectType("Rating", { description: "The latest published judgement of something as a whole, as it stood on a day, or that there is none. Nothing is computed from dates: see timing for those." })
export class RatingType {
  @Field(() => RatingStatusEnum, { description: "Whether there is one." })
  declare readonly status: string;

  @Field(() => String, { nullable: true, description: "The rating, in the scheme's word. Null exactly where status is NOT_RATED." })
  declare readonly rating: string | null;

  @Field(() => JudgementSchemeEnum, { nullable: true, description: "The scheme. Null exactly where status is NOT_RATED." })
  declare readonly scheme: string | null;

  @Field(() => String, { nullable: true, description: "What the scheme says that the rating means. Null exactly where status is NOT_RATED." })
  declare readonly wording: string | null;

  @Field(() => PartialDateType, { nullable: true, description: "When it was judged; where that is not known, when its report was published, or else the period that it covers. Null exactly where status is NOT_RATED; a status of its own says where no date is known." })
  declare readonly date: PartialDateType | null;

  @Field(() => DayCountType, { nullable: true, description: "How old it is on the day asked for, by its date. Null where it is NOT_RATED, or the last day of its date is not known." })
  declare readonly age: DayCountType | null;

  @Field(() => JudgementType, { nullable: true, description: "The judgement, with who made it, why, and its report. Null exactly where status is NOT_RATED." })
  declare readonly judgement: JudgementType | null;
}

@ObjectType("Freshness", {
  description: "How fresh reporting is on a day: computed from the rhythm and the periods of published reports. Periods follow one another from the end of the last one reported, or from the start of the work; a report is due in the month after its period.",
})
export class FreshnessType {
  @Field(() => FreshnessStatusEnum, { description: "How it stands." })
  declare readonly status: string;

  @Field(() => ReportingRhythmEnum, { nullable: true, description: "The rhythm: a programme's own, that of a workstream's programme, or the shortest of the programmes that a HIT governs. Null where none is known." })
  declare readonly rhythm: string | null;

  @Field(() => DayScalar, { nullable: true, description: "The last day of the period that the next report covers. Null where that cannot be said, or no report is due." })
  declare readonly nextPeriodEnds: string | null;

  @Field(() => DayScalar, { nullable: true, description: "The last day on which the next report is in time. Null where that cannot be said, or no report is due." })
  declare readonly nextDueOn: string | null;
}
