import { Problems } from "../../../api/act/ruled.ts";
import { refusal } from "../../../kernel/problem.ts";
import { quoted } from "../../../kernel/quoted.ts";
import { sayAbsence, valueStatuses, type ValueStatus } from "../../../kernel/value-status.ts";
import { readWrittenDate } from "../../../kernel/written-date.ts";
import type { Column } from "../../tables/table.ts";
import { codeIn, wholeNumberIn, yesOrNoIn } from "./cells.ts";
import { dayIn, lacksForm, whyNot, wordsOfDays, type DayForm } from "./day-form.ts";

/** Reads values from the columns in which a table shows their parts. Each gives undefined where no cell says anything. */

/** The cells of a value's parts, by the names of the parts. */
export type Parts = Readonly<Record<string, string | undefined>>;

/** A plain cell, by what its column holds. */
export function plainIn({ type, codes }: Pick<Column, "type" | "codes">, cell: string, form: DayForm | null): unknown {
  if (codes.length > 0) return codeIn(cell, codes.map(({ code }) => code));
  if (type === "WHOLE_NUMBER") return wholeNumberIn(cell);
  if (type === "YES_OR_NO") return yesOrNoIn(cell);
  return type === "DAY" ? dayIn(cell, form) : cell;
}

/** A date: its words are enough, and the other columns may stand beside them as a table has them. */
export function dateIn(parts: Parts, codes: Codes, form: DayForm | null): unknown {
  const { precision, qualifier, status } = parts;
  const wrong = new Problems();
  const day = (name: "earliest" | "latest"): string | null => wrong.gather(() => (parts[name] === undefined ? null : dayIn(parts[name], form)), [name]);
  const [earliest, latest] = [day("earliest"), day("latest")];
  const read = {
    precision: coded(wrong, codes, "precision", precision),
    qualifier: coded(wrong, codes, "qualifier", qualifier),
    status: coded(wrong, codes, "status", status),
  };
  const written = parts["text"];
  const text = written === undefined ? wordsFor(earliest, latest, read.status) : wrong.gather(() => wordsOfDays(written, form), ["text"]);
  wrong.refuse();
  if (text === null) return undefined;
  const { meanings } = text.length > 300 ? { meanings: [] } : readWrittenDate(text);
  const isSaid = meanings.some((meaning) => meaning.earliest === earliest && meaning.latest === latest);
  const hasDays = earliest !== null || latest !== null;
  wrong.when(hasDays && meanings.length > 0 && !isSaid, "INVALID_DATE", `The words ${quoted(text)} say other days than the columns beside them. Change the days too, or empty earliest, latest and precision: then the words are read.`, ["text"]);
  const isInWords = !hasDays && read.precision !== "RELATIVE" && (read.status ?? "KNOWN") === "KNOWN";
  wrong.when(isInWords && lacksForm(text, form), "INVALID_DATE", whyNot(text, form), ["text"]);
  wrong.refuse();
  return { text, earliest, latest, ...read };
}

/** An amount, or the status that says why there is none: an empty amount alone says nothing, and never zero. */
export function moneyIn({ pence: amount, currency, status }: Parts, codes: Codes): unknown {
  if (amount === undefined && status === undefined) return undefined;
  const wrong = new Problems();
  const read = coded(wrong, codes, "status", status);
  wrong.refuse();
  return { amount: amount ?? null, currency: currency ?? null, status: read };
}

export function quantityIn(parts: Parts, codes: Codes): unknown {
  const { text, operator, value, upper, fraction, unit, status } = parts;
  const wrong = new Problems();
  const number = (name: string, cell: string | undefined): number | null => (cell === undefined ? null : wrong.gather(() => wholeNumberIn(cell), [name]));
  const read = { unit: coded(wrong, codes, "unit", unit), status: coded(wrong, codes, "status", status) };
  const numbers = { operator: coded(wrong, codes, "operator", operator), value: number("value", value), upper: number("upper", upper) };
  wrong.refuse();
  const words = text ?? (value === undefined ? (read.status === null || read.status === "KNOWN" ? null : sayAbsence(read.status)) : value);
  if (words === null) return undefined;
  // What is a part of the whole, its words say.
  const saysHow = numbers.operator !== null && numbers.operator !== "UNKNOWN";
  const hasNumbers = fraction === undefined && (numbers.value !== null || numbers.upper !== null || saysHow);
  return { text: words, ...read, ...(hasNumbers ? numbers : {}) };
}

/** The words that can stand in each part's column. */
export type Codes = Readonly<Record<string, readonly string[]>>;

function coded<Name extends "precision" | "qualifier" | "status" | "operator" | "unit">(wrong: Problems, codes: Codes, name: Name, cell: string | undefined): (Name extends "status" ? ValueStatus : string) | null {
  const code = cell === undefined ? null : wrong.gather(() => codeIn(cell, codes[name] ?? valueStatuses), [name]);
  // oxlint-disable-next-line no-unsafe-type-assertion -- the codes of a status column are the statuses
  return code as (Name extends "status" ? ValueStatus : string) | null;
}

/** What stands for the words of a date that only its other columns say. */
function wordsFor(earliest: string | null, latest: string | null, status: ValueStatus | null): string | null {
  if (earliest !== null && latest !== null) return earliest === latest ? earliest : `${earliest} to ${latest}`;
  if (earliest !== null) return `from ${earliest}`;
  if (latest !== null) return `until ${latest}`;
  return status === null || status === "KNOWN" ? null : sayAbsence(status);
}

/** Why cells are empty, as the column of a table tells it: `sector: NOT_STATED`. What is withheld from a reader is no reason of the record. */
export function gapsInCell(items: readonly string[], fieldCalled: (name: string) => string | undefined): unknown {
  const gaps = items.map((item) => {
    const [, name = "", status = ""] = /^(.*?)\s*:\s*(\w+)$/.exec(item) ?? [];
    const field = fieldCalled(name);
    if (field === undefined) throw refusal("INVALID_GAPS", `${quoted(item)} names no column and why it is empty. Write it as sector: NOT_STATED.`);
    return { field, status: codeIn(status, valueStatuses.slice(1)) };
  });
  return gaps.filter(({ status }) => status !== "WITHHELD");
}
