import { Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { candidateFinancialYears } from "../../kernel/date-comparison.ts";
import { datePrecisions, dateQualifiers } from "../../kernel/date-precision.ts";
import type { FinancialYear } from "../../kernel/financial-year.ts";
import type { PartialDate } from "../../kernel/partial-date.ts";
import { sayPartialDate } from "../../kernel/say-partial-date.ts";
import { enumOf } from "./enum.ts";
import { DayScalar } from "./scalars.ts";
import { FinancialYearType } from "./financial-year.ts";
import { ValueStatusEnum } from "./value-status.ts";

export const DatePrecisionEnum = enumOf("DatePrecision", "How exact a source is about a date. Never raised by the software.", datePrecisions, {
  DAY: "One day.",
  MONTH: "A month.",
  QUARTER: "Three months.",
  YEAR: "A calendar year.",
  FINANCIAL_YEAR: "1 April to 31 March.",
  RANGE: "From one day, month or year to another; an end may be open.",
  RELATIVE: "Words such as last year; any days are somebody's reading of them.",
  UNKNOWN: "No date.",
});

export const DateQualifierEnum = enumOf("DateQualifier", "On what a date rests.", dateQualifiers, {
  STATED: "The source says so.",
  ESTIMATED: "The source calls it an estimate.",
  INFERRED: "Somebody concluded it.",
});

@ObjectType("PartialDate", { description: "A date as exact as its source has it, and no more: the words as written, and the days that they can mean, both ends included." })
export class PartialDateType {
  @Field(() => String, { description: "The words as written, or the reason why there are none." })
  declare readonly text: string;

  @Field(() => DayScalar, { nullable: true, description: "The first day that it can be. Null where no day is known (see status), or where the beginning is open." })
  declare readonly earliest: string | null;

  @Field(() => DayScalar, { nullable: true, description: "The last day that it can be. Null where no day is known (see status), or where the end is open." })
  declare readonly latest: string | null;

  @Field(() => DatePrecisionEnum, { description: "How exact the source is." })
  declare readonly precision: string;

  @Field(() => DateQualifierEnum, { description: "On what it rests." })
  declare readonly qualifier: string;

  @Field(() => String, { nullable: true, description: "The same days in the Extended Date/Time Format (ISO 8601-2), as 2023-04/2023-05. Null where no day is known." })
  declare readonly edtf: string | null;

  @Field(() => ValueStatusEnum, { description: "KNOWN where there are days; otherwise why there are none." })
  declare readonly status: string;
}

@Resolver(() => PartialDateType)
export class PartialDateResolver {
  @FieldResolver(() => String, { description: "In plain English, as April to May 2023 (estimated)." })
  plain(@Root() date: PartialDate): string {
    return sayPartialDate(date);
  }

  @FieldResolver(() => [FinancialYearType], { description: "The financial years that it can fall in: certain when there is one." })
  financialYears(@Root() date: PartialDate): FinancialYear[] {
    return candidateFinancialYears(date);
  }
}
