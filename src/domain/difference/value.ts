import { getTableColumns, type Column } from "drizzle-orm";
import type { Context } from "../../api/context.ts";
import { fieldOf } from "../../api/field.ts";
import { isQuantity, quantityFor } from "../../api/small-number.ts";
import { choiceWords } from "../../kernel/choice-words.ts";
import { isDay, type Day } from "../../kernel/day.ts";
import { isId } from "../../kernel/identity.ts";
import { sayMoney, type Money } from "../../kernel/money.ts";
import type { PartialDate } from "../../kernel/partial-date.ts";
import { Refusal } from "../../kernel/problem.ts";
import type { Quantity } from "../../kernel/quantity.ts";
import { sayDay, sayPartialDate } from "../../kernel/say-partial-date.ts";
import { sayQuantity } from "../../kernel/say-quantity.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { AnyRow } from "../board-reading.ts";

/** What stands in a column of a record, as what it is: exactly one of these is there, beside its words. */
export interface Value {
  /** Whose a quantity is, for the gate of small numbers. */
  readonly systemId: string | null;
  readonly date: PartialDate | null;
  readonly money: Money | null;
  readonly quantity: Quantity | null;
  /** A word of a closed list. */
  readonly choice: string | null;
  readonly day: Day | null;
  readonly number: number | null;
  readonly yes: boolean | null;
  readonly text: string | null;
  readonly texts: readonly string[] | null;
  /** The id of the record that it points at. */
  readonly recordId: string | null;
}

const NOTHING: Value = { systemId: null, date: null, money: null, quantity: null, choice: null, day: null, number: null, yes: null, text: null, texts: null, recordId: null };

/** What stands in a column; null where nothing does. */
export function valueIn(context: Context, kind: RecordKind, row: AnyRow | null, name: string): Value | null {
  const value = row?.[name] ?? null;
  const column = getTableColumns(kind.table)[name];
  if (row === null || value === null || column === undefined) return null;
  const whose = { ...NOTHING, systemId: row.systemId };
  if (isId(value)) return { ...whose, recordId: value };
  if (isQuantity(value)) return { ...whose, quantity: quantityFor(context, row, value) };
  if (typeof value === "number") return { ...whose, number: value };
  if (typeof value === "boolean") return { ...whose, yes: value };
  if (isDay(value)) return { ...whose, day: value };
  if (typeof value === "string") return isChoice(column) ? { ...whose, choice: value } : { ...whose, text: value };
  if (Array.isArray(value)) return value.length === 0 ? null : { ...whose, texts: value.map(String) };
  return objectIn(whose, value);
}

/** Which object it is, its parts tell: a date has days, an amount has pence; what is left are the reasons for which fields are empty. */
function objectIn(whose: Value, value: object): Value | null {
  // oxlint-disable no-unsafe-type-assertion -- see above
  if ("edtf" in value) return { ...whose, date: value as PartialDate };
  if ("pence" in value) return { ...whose, money: value as Money };
  // oxlint-enable no-unsafe-type-assertion
  const reasons = Object.entries(value).map(([column, reason]: [string, unknown]) => `${fieldWords(column)} ${choiceWords(String(reason))}`);
  return reasons.length === 0 ? null : { ...whose, texts: reasons };
}

/** Whether there is a value, and not only the reason why there is none. */
export function isKnown(value: Value | null): value is Value {
  const status = value?.date?.status ?? value?.money?.status ?? value?.quantity?.status;
  return value !== null && (status === undefined || status === "KNOWN" || status === "WITHHELD");
}

/** A value as somebody would say it, but for a record that it points at, which has a title. */
export function sayValue({ date, money, quantity, choice, day, number, yes, text, texts }: Value): string {
  if (date !== null) return sayPartialDate(date);
  if (money !== null) return sayMoney(money);
  if (quantity !== null) return sayQuantity(quantity);
  if (choice !== null) return choiceWords(choice);
  if (day !== null) return sayDay(day);
  if (yes !== null) return yes ? "yes" : "no";
  if (number !== null) return number.toLocaleString("en-GB");
  return texts === null ? (text ?? "") : texts.join("; ");
}

/** What a column is called where nobody has a better word: `ownerOrganisationId` is the owner organisation. */
export function fieldWords(column: string): string {
  return fieldOf(column).replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

const choices = new WeakMap<Column, boolean>();

/** Whether a column takes only words of a closed list: it refuses any other. */
function isChoice(column: Column): boolean {
  let known = choices.get(column);
  if (known === undefined) {
    known = refuses(column, "no word of any list");
    choices.set(column, known);
  }
  return known;
}

function refuses(column: Column, words: string): boolean {
  try {
    column.mapToDriverValue(words);
    return false;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.some(({ code }) => code === "INVALID_CHOICE");
  }
}
