import type { Parameter } from "../../tables/table.ts";
import { refusal } from "../../../kernel/problem.ts";
import { quoted } from "../../../kernel/quoted.ts";
import { refuseUnknown, yesOrNoIn } from "../../tables/parameters.ts";
import { dayForms, type DayForm } from "./day-form.ts";
import { odsFiles, type OdsFile } from "./ods.ts";
import { onErrors } from "./import-request.ts";

const DRY_RUN: Parameter = { name: "dryRun", description: "true: says what would become of each row, and writes nothing.", type: "YES_OR_NO", codes: [], isList: false };

const ON_ERROR: Parameter = {
  name: "onError", description: "What becomes of the right rows where another is refused.", type: "TEXT", isList: false,
  codes: [{ code: onErrors[0], meaning: "Nothing of the file is written; unless something else is said." }, { code: onErrors[1], meaning: "The right rows are written, and the others are not." }],
};

const LIST: Parameter = { name: "list", description: "What the list is called in which the references stand: a name for ever. Needed where there is a column reference.", type: "TEXT", codes: [], isList: false };

const REASON: Parameter = { name: "reason", description: "Why this is done, in words that stay in the history. Some acts have to have one.", type: "TEXT", codes: [], isList: false };

const DAYS: Parameter = {
  name: "days", description: "How days are written in the file, beside 2024-07-05 and 5 July 2024. Unless it is said, 05/07/2024 is refused: it does not tell which is the month.", type: "TEXT", isList: false,
  codes: [{ code: dayForms[0], meaning: "The day first, as spreadsheets write 5 July 2024 in Britain: 05/07/2024." }],
};

const LAYOUT: Parameter = {
  name: "layout", description: "Of organisations: that the file is one that the NHS Organisation Data Service publishes, which names no columns.", type: "TEXT", isList: false,
  codes: Object.entries(odsFiles).map(([code, { about }]) => ({ code, meaning: about })),
};

export const IMPORT_PARAMETERS: readonly Parameter[] = [DRY_RUN, ON_ERROR, LIST, REASON, DAYS, LAYOUT];

/** What can be asked of the import of a table: files of the NHS Organisation Data Service are of organisations. */
export function importParametersOf(table: string): readonly Parameter[] {
  return table === "organisations" ? IMPORT_PARAMETERS : IMPORT_PARAMETERS.filter((one) => one !== LAYOUT);
}

/** How an import is to be done. */
export interface HowToImport {
  readonly dryRun: boolean;
  readonly onError: (typeof onErrors)[number];
  readonly list: string | null;
  readonly reason: string | null;
  readonly days: DayForm | null;
  readonly ods: OdsFile | null;
}

/** What the query of an address says of it. Refuses what cannot be said. */
export function howToImport(query: URLSearchParams, table: string): HowToImport {
  refuseUnknown(query, importParametersOf(table));
  return { dryRun: yesOrNoIn(query, DRY_RUN), onError: oneIn(query, ON_ERROR, onErrors) ?? onErrors[0], list: wordsIn(query, LIST), reason: wordsIn(query, REASON), days: oneIn(query, DAYS, dayForms), ods: odsIn(query) };
}

function oneIn<const Word extends string>(query: URLSearchParams, { name }: Parameter, words: readonly Word[]): Word | null {
  const text = query.get(name);
  if (text === null) return null;
  const found = words.find((one) => one === text);
  if (found === undefined) throw refusal("INVALID_PARAMETER", `${name} is ${quoted(text)}. It takes ${words.join(" or ")}.`, [name]);
  return found;
}

function odsIn(query: URLSearchParams): OdsFile | null {
  const text = query.get(LAYOUT.name);
  if (text === null) return null;
  const found = LAYOUT.codes.find(({ code }) => code === text);
  if (found === undefined) throw refusal("INVALID_PARAMETER", `${LAYOUT.name} is ${quoted(text)}. It takes ${LAYOUT.codes.map(({ code }) => code).join(", ")}.`, [LAYOUT.name]);
  // oxlint-disable-next-line no-unsafe-type-assertion -- the codes are the names of the files
  return text as OdsFile;
}

function wordsIn(query: URLSearchParams, { name }: Parameter): string | null {
  const text = query.get(name)?.trim() ?? "";
  if (text.length > 300) throw refusal("INVALID_PARAMETER", `${name} has at most 300 characters.`, [name]);
  return text === "" ? null : text;
}
