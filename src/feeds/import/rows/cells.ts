import { refusal } from "../../../kernel/problem.ts";

/** What stands in a row, by the names of the table's columns; what is empty is left out. */
export type Cells = ReadonlyMap<string, string>;

/** One row of a file. */
export interface FileRow {
  /** As a spreadsheet counts it: the header is row 1. Of a file without one, the line. */
  readonly number: number;
  readonly cells: Cells;
  /** The fields that count only where the record is new. */
  readonly onlyNew?: ReadonlySet<string>;
}

/** Empties a field: a cell that is only left empty says nothing of it. */
export const EMPTY = "[empty]";

/** Words that were defused, as they were: our tables put an apostrophe before what a spreadsheet would run as a formula. */
export function undefused(text: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text;
}

/** The items of a cell that holds several: what `listCell` writes. */
export function itemsIn(cell: string): string[] {
  const items = [""];
  for (let place = 0; place < cell.length; place += 1) {
    const letter = cell.charAt(place);
    if (letter === "|") items.push("");
    else if (letter === "\\" && "\\|".includes(cell.charAt(place + 1))) {
      place += 1;
      items[items.length - 1] += cell.charAt(place);
    } else items[items.length - 1] += letter;
  }
  return items.map((item) => item.trim()).filter((item) => item !== "");
}

/** One of a closed list of words, however it is written: “Not met” is NOT_MET. */
export function codeIn(cell: string, codes: readonly string[]): string {
  const code = codes.find((one) => bare(one) === bare(cell));
  if (code === undefined) throw refusal("INVALID_CHOICE", `This is one of ${codes.join(", ")}.`);
  return code;
}

export function wholeNumberIn(cell: string): number {
  const number = Number(cell.replaceAll(/(?<=\d),(?=\d{3}\b)/g, ""));
  if (!/\d/.test(cell) || !Number.isSafeInteger(number)) throw refusal("INVALID_NUMBER", "This is a whole number.");
  return number;
}

export function yesOrNoIn(cell: string): boolean {
  const word = cell.toLowerCase();
  if (["true", "yes"].includes(word)) return true;
  if (["false", "no"].includes(word)) return false;
  throw refusal("INVALID_CHOICE", "This is true or false.");
}

/** A name without what people write otherwise in it: case, spaces, hyphens and underscores. */
export function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]+/g, "");
}
