import { fieldsOf } from "./fields.ts";
import { isFraction } from "./fraction.ts";
import { isOneOf } from "./one-of.ts";
import { refusal, type Refusal } from "./problem.ts";
import { quantityOperators, quantityUnits, type QuantityOperator, type QuantityUnit } from "./quantity-kind.ts";
import { valueStatuses, type ValueStatus } from "./value-status.ts";
import { isWrittenText } from "./written-text.ts";

/** A number of people or things, as exactly as its source has it: "96 people", "more than half of champions". */
export interface Quantity {
  /** As written, to the letter. */
  readonly text: string;
  readonly operator: QuantityOperator;
  /** The whole number that the operator is about; the lower one for BETWEEN. Never below zero. */
  readonly value: number | null;
  /** For BETWEEN only, and then above the value: the upper number, included. */
  readonly upper: number | null;
  /** Instead of a value: a part of them, exact and in lowest terms, `1/2`. */
  readonly fraction: string | null;
  readonly unit: QuantityUnit;
  /** KNOWN exactly when the operator is not UNKNOWN. */
  readonly status: ValueStatus;
}

const names = [
  "text",
  "operator",
  "value",
  "upper",
  "fraction",
  "unit",
  "status",
] as const satisfies (keyof Quantity)[];

/**
 * The last guard before a quantity is stored: it is whole and contradicts itself nowhere, and its fields stand in one
 * order.
 */
export function checkQuantity(value: unknown): Quantity {
  const quantity = fieldsOfQuantity(value);
  if ((quantity.operator !== "UNKNOWN") !== (quantity.status === "KNOWN")) {
    throw invalidQuantity(
      "The operator is UNKNOWN exactly when the status is not KNOWN. Change the one or the other.",
      ["status"],
    );
  }
  if (!suits(quantity)) {
    throw invalidQuantity(
      `${quantity.operator} takes ${needs[quantity.operator]}. Change the operator or the numbers.`,
      ["operator"],
    );
  }
  return quantity;
}

export function invalidQuantity(message: string, path?: readonly string[]): Refusal {
  return refusal("INVALID_QUANTITY", message, path);
}

function fieldsOfQuantity(value: unknown): Quantity {
  const field = fieldsOf(value, names);
  if (field === null) throw invalidQuantity(`A quantity has these fields and no others: ${names.join(", ")}.`);
  const text = field("text");
  if (!isWrittenText(text)) {
    throw invalidQuantity(
      "Write the quantity as its source has it, in at most 300 characters, or write “not stated”.",
      ["text"],
    );
  }
  return {
    text,
    operator: oneOf(quantityOperators, field("operator"), "operator"),
    value: countOrNull(field("value"), "value"),
    upper: countOrNull(field("upper"), "upper"),
    fraction: fractionOrNull(field("fraction")),
    unit: oneOf(quantityUnits, field("unit"), "unit"),
    status: oneOf(valueStatuses, field("status"), "status"),
  };
}

function countOrNull(value: unknown, name: string): number | null {
  if (value === null || (typeof value === "number" && Number.isSafeInteger(value) && value >= 0)) return value;
  throw invalidQuantity(`The ${name} is a whole number, not below zero, or null.`, [name]);
}

function fractionOrNull(value: unknown): string | null {
  if (value === null || isFraction(value)) return value;
  throw invalidQuantity("The fraction is a part of a whole in lowest terms, such as 1/2, or null.", ["fraction"]);
}

function oneOf<const Word extends string>(words: readonly Word[], value: unknown, name: string): Word {
  if (isOneOf(words, value)) return value;
  throw invalidQuantity(`The ${name} of a quantity is one of ${words.join(", ")}.`, [name]);
}

const oneNumber = "a value or a fraction, and no upper value";
const noNumber = "no value, no upper value and no fraction";

const needs: Record<QuantityOperator, string> = {
  EXACT: oneNumber,
  AT_LEAST: oneNumber,
  MORE_THAN: `${oneNumber}, of which there can be more`,
  LESS_THAN: `${oneNumber}, of which there can be less`,
  ABOUT: oneNumber,
  BETWEEN: "a value and an upper value above it, and no fraction",
  SEVERAL: noNumber,
  UNKNOWN: noNumber,
};

function suits({ operator, value, upper, fraction }: Quantity): boolean {
  const hasOneNumber = (value === null) !== (fraction === null) && upper === null;
  switch (operator) {
    case "EXACT":
    case "AT_LEAST":
    case "ABOUT":
      return hasOneNumber;
    case "MORE_THAN":
      return hasOneNumber && fraction !== "1/1";
    case "LESS_THAN":
      return hasOneNumber && value !== 0 && fraction !== "0/1";
    case "BETWEEN":
      return value !== null && upper !== null && value < upper && fraction === null;
    case "SEVERAL":
    case "UNKNOWN":
      return value === null && upper === null && fraction === null;
  }
}
