import { Field, ObjectType } from "type-graphql";
import { FinancialYearType } from "../../../api/value/financial-year.ts";
import { MoneySumType } from "../../../api/value/money.ts";

@ObjectType("AwardsFigure", { description: "What some awards come to, with the awards behind it: each of them is in it, its amount known or not." })
export class AwardsFigureType {
  @Field(() => [MoneySumType], { description: "Their sums in other currencies than pounds, one for each that occurs: not in sum, and never converted. Empty for nearly everybody." })
  declare readonly otherCurrencies: readonly MoneySumType[];
}

@ObjectType("FundingFigure", { description: "What some awards come to, with the awards behind it: each of them is in it, its amount known or not." })
export class FundingFigureType extends AwardsFigureType {}

@ObjectType("FundingYear", { description: "The funding of one financial year, in two figures that are never added: awards recorded one by one, and totals that somebody stated, which may include them." })
export class FundingYearType {
  @Field(() => FinancialYearType, { description: "The year." })
  declare readonly financialYear: FinancialYearType;

  @Field(() => FundingFigureType, { description: "Awards of which the whole period, or where none is known the whole of the date on which they were given, falls in the year." })
  declare readonly awarded: FundingFigureType;
}

@ObjectType("FundingSummary", {
  description: "Funding that is recorded, as far as the viewer may see it: what is known of it, what is not, and in which year. It is not the total of a programme: a source may be silent about funding that there is. Every award stands in one place only: awarded (there by year, or undetermined), sought, or withinLarger.",
})
export class FundingSummaryType {
  @Field(() => FundingFigureType, { description: "Everything given, in whatever year: those of byFinancialYear and those of undetermined." })
  declare readonly awarded: FundingFigureType;

  @Field(() => [FundingYearType], { description: "The financial years for which there is an award or a stated total, the earliest first." })
  declare readonly byFinancialYear: readonly FundingYearType[];

  @Field(() => FundingFigureType, { description: "Awards that may fall in more than one financial year, or of which no year is known: in no year's figure. The financialYears of each award lists those in which it may fall." })
  declare readonly undetermined: FundingFigureType;

  @Field(() => FundingFigureType, { description: "What is only proposed or applied for: not funding yet, and in none of the other figures." })
  declare readonly sought: FundingFigureType;
}
