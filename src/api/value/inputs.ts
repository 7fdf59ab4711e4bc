import { Field, InputType, Int } from "type-graphql";
import type { DatePrecision, DateQualifier } from "../../kernel/date-precision.ts";
import type { QuantityOperator, QuantityUnit } from "../../kernel/quantity-kind.ts";
import type { ValueStatus } from "../../kernel/value-status.ts";
import { DatePrecisionEnum, DateQualifierEnum } from "./partial-date.ts";
import { QuantityOperatorEnum, QuantityUnitEnum } from "./quantity.ts";
import { DayScalar } from "./scalars.ts";
import { ValueStatusEnum } from "./value-status.ts";

@InputType("PartialDateInput", { description: "A date as exact as its source. The words alone are enough where they can be read: 5 July 2024, January 2023, April / May 2023, 2022-23, not stated." })
export class PartialDateInput {
  @Field(() => String, { description: "The words as they are written." })
  declare readonly text: string;

  @Field(() => DayScalar, { nullable: true, description: "The first day that is meant, where the words do not say it." })
  declare readonly earliest?: string | null;

  @Field(() => DayScalar, { nullable: true, description: "The last." })
  declare readonly latest?: string | null;

  @Field(() => DatePrecisionEnum, { nullable: true, description: "How exact it is; read from the words unless given." })
  declare readonly precision?: DatePrecision | null;

  @Field(() => DateQualifierEnum, { nullable: true, description: "STATED unless given." })
  declare readonly qualifier?: DateQualifier | null;

  @Field(() => ValueStatusEnum, { nullable: true, description: "KNOWN unless the words say otherwise." })
  declare readonly status?: ValueStatus | null;
}

@InputType("MoneyInput", { description: "An amount: £15,450.50 written as 15450.50. Without one, its status says why." })
export class MoneyInput {
  @Field(() => String, { nullable: true, description: "In pounds, as 15450.50, £15,450 or £1.2m. No more than two decimals." })
  declare readonly amount?: string | null;

  @Field(() => String, { nullable: true, description: "GBP unless given." })
  declare readonly currency?: string | null;

  @Field(() => ValueStatusEnum, { nullable: true, description: "Why there is no amount; KNOWN where there is one." })
  declare readonly status?: ValueStatus | null;
}

@InputType("QuantityInput", { description: "A count as exact as its source. The words alone are enough where they can be read: 23 organisations, over 100 people, several." })
export class QuantityInput {
  @Field(() => String, { description: "The words as they are written." })
  declare readonly text: string;

  @Field(() => QuantityOperatorEnum, { nullable: true, description: "How the number is meant; read from the words unless given." })
  declare readonly operator?: QuantityOperator | null;

  @Field(() => Int, { nullable: true, description: "The number, where the words do not say it." })
  declare readonly value?: number | null;

  @Field(() => Int, { nullable: true, description: "The upper number, under BETWEEN." })
  declare readonly upper?: number | null;

  @Field(() => QuantityUnitEnum, { nullable: true, description: "What is counted." })
  declare readonly unit?: QuantityUnit | null;

  @Field(() => ValueStatusEnum, { nullable: true, description: "KNOWN unless the words say otherwise." })
  declare readonly status?: ValueStatus | null;
}

@InputType("GapInput", { description: "A field without a value, and why." })
export class GapInput {
  @Field(() => String, { description: "The field's name." })
  declare readonly field: string;

  @Field(() => ValueStatusEnum, { description: "Why it has none; never KNOWN." })
  declare readonly status: ValueStatus;
}
