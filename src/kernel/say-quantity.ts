import type { Quantity } from "./quantity.ts";
import type { QuantityOperator, QuantityUnit } from "./quantity-kind.ts";
import { sayAbsence } from "./value-status.ts";
import { findWrittenQuantity, type WrittenQuantity } from "./written-quantity.ts";

/** A quantity in plain English, for screens: in the source's own words where they say it. */
export function sayQuantity(quantity: Quantity): string {
  if (quantity.status !== "KNOWN") return sayAbsence(quantity.status);
  if (isSaidBy(quantity.text, quantity)) return quantity.text;
  const words = sayNumbers(quantity);
  return quantity.unit === "OTHER" ? `${words} (${quantity.text})` : words;
}

/** What a quantity says apart from its text. Of OTHER things, that is the number alone. */
export function sayNumbers({ operator, value, upper, fraction, unit }: WrittenQuantity): string {
  const number = fraction === null ? sayCount(value) : fraction + (unit === "OTHER" ? "" : " of");
  const amount = upper === null ? `${wordsBefore[operator]}${number}` : `between ${number} and ${sayCount(upper)}`;
  return `${amount} ${value === 1 && upper === null ? nouns[unit].one : nouns[unit].many}`.trim();
}

const wordsBefore: Record<QuantityOperator, string> = {
  EXACT: "",
  AT_LEAST: "at least ",
  MORE_THAN: "more than ",
  LESS_THAN: "less than ",
  ABOUT: "about ",
  BETWEEN: "",
  SEVERAL: "several",
  UNKNOWN: "unknown",
};

const nouns: Record<QuantityUnit, { readonly one: string; readonly many: string }> = {
  PEOPLE: { one: "person", many: "people" },
  ORGANISATIONS: { one: "organisation", many: "organisations" },
  GROUPS: { one: "group", many: "groups" },
  CHAMPIONS: { one: "champion", many: "champions" },
  EVENTS: { one: "event", many: "events" },
  ACTIONS: { one: "action", many: "actions" },
  SESSIONS: { one: "session", many: "sessions" },
  OTHER: { one: "", many: "" },
};

function sayCount(count: number | null): string {
  return count === null ? "" : count.toLocaleString("en-GB");
}

function isSaidBy(text: string, quantity: WrittenQuantity): boolean {
  const said = findWrittenQuantity(text);
  return (
    said !== null &&
    said.operator === quantity.operator &&
    said.value === quantity.value &&
    said.upper === quantity.upper &&
    said.fraction === quantity.fraction &&
    said.unit === quantity.unit
  );
}
