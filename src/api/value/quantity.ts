import { Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { quantityOperators, quantityUnits } from "../../kernel/quantity-kind.ts";
import { sayQuantity } from "../../kernel/say-quantity.ts";
import type { Quantity } from "../../kernel/quantity.ts";
import { enumOf } from "./enum.ts";
import { ValueStatusEnum } from "./value-status.ts";

export const QuantityOperatorEnum = enumOf("QuantityOperator", "How a number is meant.", quantityOperators, {
  EXACT: "This number.",
  AT_LEAST: "This number or more.",
  MORE_THAN: "More than this number.",
  LESS_THAN: "Less than this number.",
  ABOUT: "Around this number.",
  BETWEEN: "From value to upper, both included.",
  SEVERAL: "More than one; no number is given.",
  UNKNOWN: "No number; see status.",
});

export const QuantityUnitEnum = enumOf("QuantityUnit", "What is counted. Different units are never added.", quantityUnits, {
  PEOPLE: "People.",
  ORGANISATIONS: "Organisations.",
  GROUPS: "Groups of people trained or meeting together.",
  CHAMPIONS: "Champions or ambassadors.",
  EVENTS: "Events.",
  ACTIONS: "Actions.",
  SESSIONS: "Sessions.",
  OTHER: "Something else, as the text says.",
});

@ObjectType("Quantity", { description: "A number of people or things, as exact as its source has it. A small count of people is WITHHELD, words and numbers, from whoever is not a member of the record's system: one below five, unless this server is set to another number." })
export class QuantityType {
  @Field(() => String, { description: "As written." })
  declare readonly text: string;

  @Field(() => QuantityOperatorEnum, { description: "How the number is meant." })
  declare readonly operator: string;

  @Field(() => Int, { nullable: true, description: "The number; the lower one for BETWEEN. Null where there is none." })
  declare readonly value: number | null;

  @Field(() => Int, { nullable: true, description: "The upper number, for BETWEEN only." })
  declare readonly upper: number | null;

  @Field(() => String, { nullable: true, description: "A part of a whole whose size may not be known, as 1/2. Instead of a value." })
  declare readonly fraction: string | null;

  @Field(() => QuantityUnitEnum, { description: "What is counted." })
  declare readonly unit: string;

  @Field(() => ValueStatusEnum, { description: "KNOWN, or why there is no number." })
  declare readonly status: string;
}

@Resolver(() => QuantityType)
export class QuantityResolver {
  @FieldResolver(() => String, { description: "In plain English." })
  plain(@Root() quantity: Quantity): string {
    return sayQuantity(quantity);
  }
}
