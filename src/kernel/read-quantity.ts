import { checkQuantity, invalidQuantity, type Quantity } from "./quantity.ts";
import type { QuantityOperator, QuantityUnit } from "./quantity-kind.ts";
import { quoted } from "./quoted.ts";
import { readAbsence, type ValueStatus } from "./value-status.ts";
import { findWrittenQuantity, type WrittenQuantity } from "./written-quantity.ts";
import { isWrittenText } from "./written-text.ts";

/**
 * A quantity as somebody gives it: the words, and whatever else they know. A `Quantity` is one too, and is read as
 * itself.
 */
export interface QuantityInput {
  readonly text: string;
  readonly operator?: QuantityOperator | null | undefined;
  readonly value?: number | null | undefined;
  readonly upper?: number | null | undefined;
  readonly fraction?: string | null | undefined;
  readonly unit?: QuantityUnit | null | undefined;
  readonly status?: ValueStatus | null | undefined;
}

/**
 * Reads a quantity and keeps its words. Numbers that are given are taken; otherwise the words must say them, or why
 * there are none.
 */
export function readQuantity(input: string | QuantityInput): Quantity {
  const given: QuantityInput = typeof input === "string" ? { text: input } : input;
  const status = given.status ?? readAbsence(given.text) ?? "KNOWN";
  const said = holdsNumbers(given) ? asGiven(given) : status === "KNOWN" ? inWords(given.text) : nothing;
  return checkQuantity({ text: given.text, status, ...said, unit: given.unit ?? said.unit });
}

const nothing: WrittenQuantity = { operator: "UNKNOWN", value: null, upper: null, fraction: null, unit: "OTHER" };

function holdsNumbers({ operator, value, upper, fraction }: QuantityInput): boolean {
  return [operator, value, upper, fraction].some((part) => part !== null && part !== undefined);
}

function asGiven({ text, operator, value = null, upper = null, fraction = null }: QuantityInput): WrittenQuantity {
  const unit = findWrittenQuantity(text)?.unit ?? "OTHER";
  return { operator: operator ?? (upper === null ? "EXACT" : "BETWEEN"), value, upper, fraction, unit };
}

function inWords(text: string): WrittenQuantity {
  const said = isWrittenText(text) ? findWrittenQuantity(text) : null;
  if (said !== null) return said;
  throw invalidQuantity(
    `${quoted(text)} cannot be read as one quantity. Write it as 96 people, at least 10 organisations, about 30 people, ` +
      "between 5 and 10 groups, more than half of champions or several groups, or write “not stated” or “unknown”.",
    ["text"],
  );
}
