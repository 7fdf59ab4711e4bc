import { daysBetween, isDay, readDay } from "../../kernel/day.ts";
import type { Cell, CellType } from "../tables/table.ts";
import { style, styleOf } from "./styles.ts";
import { escaped } from "./xml.ts";

/** More characters no spreadsheet takes in one cell. */
export const MOST_CHARACTERS = 32_767;

/** Spreadsheets count days from here, and believe that there was a 29 February 1900: what is earlier than the next day stays words. */
const DAY_ZERO = readDay("1899-12-30");
const FIRST_DAY = readDay("1900-03-01");

/** The XML of a cell at a place: nothing where it is empty. Words are words whatever they begin with, so none is ever run. */
export function cellXml(at: string, cell: Cell, type: CellType): string {
  if (cell === null) return "";
  const number = numberOf(cell, type);
  if (number !== null) return `<c r="${at}" s="${styleOf[type]}"><v>${number}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" s="${style.yesOrNo}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return wordsXml(at, String(cell), style.text);
}

export function wordsXml(at: string, words: string, look: number): string {
  return `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escaped(shortened(words))}</t></is></c>`;
}

/** What a spreadsheet counts and sorts by; null for words. */
function numberOf(cell: Cell, type: CellType): number | null {
  if (typeof cell === "number") return cell;
  if (typeof cell !== "string") return null;
  if (type === "DAY" && isDay(cell) && cell >= FIRST_DAY) return daysBetween(DAY_ZERO, cell);
  const day = cell.slice(0, 10);
  return type === "INSTANT" && isDay(day) && day >= FIRST_DAY ? daysBetween(DAY_ZERO, day) + (Date.parse(cell) - Date.parse(day)) / 86_400_000 : null;
}

function shortened(words: string): string {
  return words.length <= MOST_CHARACTERS ? words : `${words.slice(0, MOST_CHARACTERS - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** The letters of a column, from 0 on: A, B … Z, AA. */
export function letters(place: number): string {
  return `${place < 26 ? "" : letters(Math.floor(place / 26) - 1)}${String.fromCharCode(65 + (place % 26))}`;
}
