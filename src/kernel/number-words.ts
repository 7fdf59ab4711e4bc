import { writeFraction } from "./fraction.ts";

const toTen = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const teens = ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
const numberWords = [...toTen, ...teens, "twenty"];

const partWords = new Map([
  ["half", 2],
  ["third", 3],
  ["quarter", 4],
  ["fifth", 5],
  ["sixth", 6],
  ["eighth", 8],
  ["tenth", 10],
]);

/** A whole number in figures (`1,500`) or, to twenty, in words; null for anything else. */
export function findNumber(text: string): number | null {
  const place = numberWords.indexOf(text.toLowerCase());
  if (place !== -1) return place;
  const number = /^(?:\d{1,3}(?:,\d{3})+|\d+)$/.test(text) ? Number(text.replaceAll(",", "")) : Number.NaN;
  return Number.isSafeInteger(number) ? number : null;
}

/**
 * `half`, `a third`, `two thirds`, `1/2`, `80%` and `80 per cent`, exactly and in lowest terms; null for anything else.
 */
export function findFraction(text: string): string | null {
  const [, hundredths] = /^(\d+) ?(?:%|per ?cent)$/i.exec(text) ?? [];
  if (hundredths !== undefined) return writeFraction(Number(hundredths), 100);
  const [, part, whole] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (part !== undefined) return writeFraction(Number(part), Number(whole));
  const [, count = "one", name = ""] = /^(?:([a-z]+) )?([a-z]+?)s?$/i.exec(text) ?? [];
  const number = count.toLowerCase() === "a" ? 1 : findNumber(count);
  return number === null ? null : writeFraction(number, partWords.get(name.toLowerCase()) ?? 0);
}
