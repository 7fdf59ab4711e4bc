import { Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from "type-graphql";
import { sayMoney, type Money } from "../../kernel/money.ts";
import type { PartialSum } from "../../kernel/partial-sum.ts";
import { ValueStatusEnum } from "./value-status.ts";

@ObjectType("Money", { description: "An amount in whole pence, or the reason why there is none." })
export class MoneyType {
  @Field(() => Float, { nullable: true, description: "Whole pence (hundredths of another currency). Null exactly when status is not KNOWN: never zero for an amount that is not known. A whole number; larger than 32 bits where it has to be." })
  declare readonly pence: number | null;

  @Field(() => String, { description: "ISO 4217, as GBP." })
  declare readonly currency: string;

  @Field(() => ValueStatusEnum, { description: "KNOWN, or why there is no amount." })
  declare readonly status: string;
}

@Resolver(() => MoneyType)
export class MoneyResolver {
  @FieldResolver(() => String, { description: "In plain English, as £15,450, or not stated." })
  plain(@Root() money: Money): string {
    return sayMoney(money);
  }
}

@ObjectType("MoneySum", { description: "A sum that hides no unknown: what is known adds up to this, from so many, and so many more are not in it." })
export class MoneySumType {
  @Field(() => MoneyType, { description: "The total of the known amounts. Never zero for want of knowledge: where there are amounts and none is known, there is no total, and its status is what they share, or else UNKNOWN. Where there is nothing to add (knownCount and unknownCount are both 0: no record) it is NOT_APPLICABLE, which says neither that there was no money nor that there was any." })
  declare readonly known: MoneyType;

  @Field(() => Int, { description: "How many amounts are in it: records whose amount is KNOWN." })
  declare readonly knownCount: number;

  @Field(() => Int, { description: "How many records have an amount that is not known, and is so not in it. With knownCount: all the records that the sum is over." })
  declare readonly unknownCount: number;
}

/** A sum for the schema: over nothing at all there is no total, rather than £0, which a screen would show as a fact. */
export function asMoneySum(sum: PartialSum<Money>): PartialSum<Money> {
  if (sum.knownCount > 0 || sum.unknownCount > 0) return sum;
  return { ...sum, known: { pence: null, currency: sum.known.currency, status: "NOT_APPLICABLE" } };
}
