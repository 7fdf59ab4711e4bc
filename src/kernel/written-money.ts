import { marksCurrency } from "./currency.ts";

/** Zeros that a word or letter after the number stands for. */
const scales = new Map([
  ["", 0],
  ["k", 3],
  ["thousand", 3],
  ["m", 6],
  ["million", 6],
  ["bn", 9],
  ["billion", 9],
]);

/**
 * The pence in `£15,450`, `15450.5`, `£15k` or `£1.2m`, moved digit by digit so that none is rounded. Null where it
 * cannot be read, has another currency's mark, is not whole pence, or is more than a number holds exactly.
 */
export function findPence(text: string, currency: string): number | null {
  const words = text.trim().replace(/\s+/g, " ");
  const [, mark = "", whole = "", decimals = "", scale = ""] =
    /^([^\d.,\s-]*) ?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))? ?([a-z]*)$/i.exec(words) ?? [];
  const zeros = scales.get(scale.toLowerCase());
  if (whole === "" || zeros === undefined || (mark !== "" && !marksCurrency(mark, currency))) return null;
  const places = zeros + 2;
  if (decimals.length > places) return null;
  const pence = Number(whole.replaceAll(",", "") + decimals.padEnd(places, "0"));
  return Number.isSafeInteger(pence) ? pence : null;
}
