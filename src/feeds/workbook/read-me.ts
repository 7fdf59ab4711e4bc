import type { Context } from "../../api/context.ts";
import { momentOf } from "../../ledger/reading.ts";
import { MOST_CHARACTERS } from "./cell.ts";
import type { Line } from "./sheet.ts";

/** What the first sheet says of the others. */
export interface ReadMe {
  readonly title: string;
  readonly base: string;
  readonly query: URLSearchParams;
  readonly tables: readonly { readonly name: string; readonly about: string }[];
}

/** What this workbook is, when it was read and by what question: whoever is handed the file knows what it shows, and what it does not. */
export function readMe({ title, base, query, tables }: ReadMe, { moment, viewer }: Context): readonly Line[] {
  const at = momentOf(moment.ledger, moment.number);
  return [
    { words: [title], isTitle: true },
    { words: [base, "The tracker that it was read from."], address: base },
    { words: ["Read at", `entry ${moment.number} of its ledger${at === null ? "" : `, which counts from ${at}`}. Ask with asAt=${moment.number} to read the same again.`] },
    { words: ["Asked", query.size === 0 ? "for everything that there is." : [...query].map(([name, value]) => `${name}=${value}`).join(", ")] },
    { words: ["For whom", viewer.accountId === null ? "for everybody: records that are for members or drafts are not in it." : "for whoever asked: it holds what they may see, which may be more than you may. Pass it on with care."] },
    { words: ["Dates", "are days of the calendar. A date that its source does not give to the day has its words, its earliest and latest day, its precision and its status, each in a column. Moments are in UTC."] },
    { words: ["Empty cells", "are never zero and never no: the column gaps says why they are empty, and amounts, counts and dates have a status beside them."] },
    { words: ["Codes and ids", "are text, and so is every word: nothing in this workbook is a formula. The id at the beginning of a row leads to the page of its record."] },
    { words: ["Long words", `A spreadsheet takes ${MOST_CHARACTERS} characters in a cell. What was cut there ends in …, and stands whole in the same table as CSV.`] },
    ...tables.map(({ name, about }): Line => ({ words: [name, about], sheet: name })),
  ];
}
