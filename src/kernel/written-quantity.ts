import { findFraction, findNumber } from "./number-words.ts";
import type { QuantityOperator, QuantityUnit } from "./quantity-kind.ts";
import { unitIn } from "./quantity-unit.ts";

/** What the words of a quantity say. */
export interface WrittenQuantity {
  readonly operator: QuantityOperator;
  readonly value: number | null;
  readonly upper: number | null;
  readonly fraction: string | null;
  readonly unit: QuantityUnit;
}

/**
 * Reads the words of a quantity; null where they cannot be read, or hold a second number whose meaning would be a
 * guess.
 */
export function findWrittenQuantity(text: string): WrittenQuantity | null {
  const words = text.trim().replace(/\s+/g, " ");
  return findSeveral(words) ?? findBetween(words) ?? findAtMost(words) ?? findWithOperator(words);
}

function findSeveral(words: string): WrittenQuantity | null {
  const [, counted] = /^(?:several|many|some|a few|a number of)\b(.*)$/i.exec(words) ?? [];
  return counted === undefined ? null : counting(counted, { operator: "SEVERAL" });
}

function findBetween(words: string): WrittenQuantity | null {
  const [, from, to, counted] =
    /^between (\S+) and (\S+)(.*)$/i.exec(words) ??
    /^(\S+) to (\S+)(.*)$/i.exec(words) ??
    /^([\w,]+) ?[-–—] ?([\w,]+)(.*)$/.exec(words) ??
    [];
  const [value, upper] = [findNumber(from ?? ""), findNumber(to ?? "")];
  return counted === undefined || value === null || upper === null
    ? null
    : counting(counted, { operator: "BETWEEN", value, upper });
}

/** "Up to 10" is every number from none to ten. */
function findAtMost(words: string): WrittenQuantity | null {
  const [, number, counted] = /^(?:up to|at most|no more than) (\S+)(.*)$/i.exec(words) ?? [];
  const upper = findNumber(number ?? "");
  return counted === undefined || upper === null ? null : counting(counted, { operator: "BETWEEN", value: 0, upper });
}

const wordsBefore: readonly (readonly [RegExp, QuantityOperator])[] = [
  [/^(?:at least|no fewer than|no less than) /i, "AT_LEAST"],
  [/^(?:more than|over) /i, "MORE_THAN"],
  [/^(?:less than|fewer than|under) /i, "LESS_THAN"],
  [/^(?:about|around|approximately|roughly|circa|c\.) ?/i, "ABOUT"],
];

function findWithOperator(words: string): WrittenQuantity | null {
  const [before, operator = "EXACT"] = wordsBefore.find(([form]) => form.test(words)) ?? [];
  const rest = before === undefined ? words : words.replace(before, "");
  return (operator === "EXACT" ? findOrMore(rest) : null) ?? findPart(rest, operator) ?? findCount(rest, operator);
}

/** "10+ people", "10 or more people". */
function findOrMore(words: string): WrittenQuantity | null {
  const [, number, counted] = /^([\w,]+)(?:\+| or more\b)(.*)$/i.exec(words) ?? [];
  const value = findNumber(number ?? "");
  return counted === undefined || value === null ? null : counting(counted, { operator: "AT_LEAST", value });
}

/** "half of champions", "two thirds of the staff", "80% of people". */
function findPart(words: string, operator: QuantityOperator): WrittenQuantity | null {
  const [, part, counted] = /^(.+?)(?: of (.*))?$/i.exec(words) ?? [];
  const fraction = findFraction(part ?? "");
  return fraction === null ? null : counting(counted ?? "", { operator, fraction });
}

function findCount(words: string, operator: QuantityOperator): WrittenQuantity | null {
  const [, number, counted] = /^(\S+)(.*)$/.exec(words) ?? [];
  const value = findNumber(number ?? "");
  return counted === undefined || value === null ? null : counting(counted, { operator, value });
}

type Amount = Pick<WrittenQuantity, "operator"> & Partial<Pick<WrittenQuantity, "value" | "upper" | "fraction">>;

function counting(
  counted: string,
  { operator, value = null, upper = null, fraction = null }: Amount,
): WrittenQuantity | null {
  const holdsAnotherNumber = /\d/.test(counted) || counted.split(/[^a-z]+/i).some((word) => findNumber(word) !== null);
  return holdsAnotherNumber ? null : { operator, value, upper, fraction, unit: unitIn(counted, value === 1) };
}
