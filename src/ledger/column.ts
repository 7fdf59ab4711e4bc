import { customType, integer, text, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { readDay, type Day } from "../kernel/day.ts";
import { readFinancialYear } from "../kernel/financial-year.ts";
import { isPlainText } from "../kernel/plain-text.ts";
import { refusal } from "../kernel/problem.ts";
import { checkMoney, readMoney, type Money, type MoneyInput } from "../kernel/money.ts";
import { checkPartialDate, notKnown, type PartialDate } from "../kernel/partial-date.ts";
import { readPartialDate, type PartialDateInput } from "../kernel/read-partial-date.ts";
import { checkQuantity, type Quantity } from "../kernel/quantity.ts";
import { readQuantity, type QuantityInput } from "../kernel/read-quantity.ts";
import { valueStatuses, type ValueStatus } from "../kernel/value-status.ts";

/**
 * The kinds of column a record is made of. Each checks what is written into it and refuses what it cannot hold, and
 * turns what SQLite stores back into the value: so a record read is always the record that was written.
 */

/** What each kind of column holds. */
export interface ColumnValues {
  readonly RECORD: string;
  readonly TEXT: string;
  readonly CHOICE: string;
  readonly YES_OR_NO: boolean;
  readonly NUMBER: number;
  readonly DAY: Day;
  readonly FINANCIAL_YEAR: string;
  readonly PARTIAL_DATE: PartialDate;
  readonly MONEY: Money;
  readonly QUANTITY: Quantity;
  readonly WORD_LIST: readonly string[];
  readonly GAPS: Gaps;
}

/** A column that is handed this, and no value, answers which kind it is of. */
export const WHICH_KIND = Symbol("which kind of column");

/** A kind of column: what SQLite stores for it, what it takes, and how what was stored becomes the value again. */
interface Holding<Value> {
  readonly stored: "text" | "integer";
  readonly take: (value: unknown) => string | number;
  readonly give?: (stored: string | number) => Value;
}

/** Every column that holds a value is made here, so that each knows which kind it is of. */
function holding<Kind extends keyof ColumnValues, Value extends ColumnValues[Kind] = ColumnValues[Kind]>(kind: Kind, { stored, take, give }: Holding<Value>) {
  return customType<{ data: Value; driverData: string | number }>({
    dataType: () => stored,
    toDriver: (value: unknown) => (value === WHICH_KIND ? kind : take(value)),
    ...(give && { fromDriver: give }),
  });
}

/** What every record has: an id that is never used again, and the number of changes made to it. */
export const identity = {
  id: text().primaryKey(),
  version: integer().notNull(),
};

/** Words of any length above zero. Control characters other than line breaks and tabs are refused. */
export const words = holding("TEXT", { stored: "text", take: readWords });

/** Text that can be kept as words; refused where it is none. */
export function readWords(value: unknown): string {
  if (typeof value !== "string" || value.trim() === "") throw refusal("INVALID_TEXT", "This needs some words, or nothing at all.");
  if (!isPlainText(value)) {
    throw refusal("INVALID_TEXT", "This holds characters that are not text. Paste it again as plain text.");
  }
  return value;
}

/** One of a closed list of words. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  holding<"CHOICE", Values[number]>("CHOICE", {
    stored: "text",
    take: (value) => {
      const word = values.find((each) => each === value);
      if (word === undefined) throw refusal("INVALID_CHOICE", `This is one of ${values.join(", ")}.`);
      return word;
    },
  })();

/** The id of another record, which must exist and cannot be removed while it is pointed at. */
export const reference = (to: () => AnySQLiteColumn) => text().references(to);

/** The id of a record of whatever kind, which its own act looks up. */
export const anyReference = () => text();

/** Yes or no. */
export const yesOrNo = holding("YES_OR_NO", {
  stored: "integer",
  take: (value) => {
    if (typeof value !== "boolean") throw refusal("INVALID_CHOICE", "This is true or false.");
    return value ? 1 : 0;
  },
  give: (stored) => stored === 1,
});

/** A whole number. */
export const wholeNumber = holding("NUMBER", {
  stored: "integer",
  take: (value) => {
    if (typeof value !== "number" || !Number.isSafeInteger(value)) throw refusal("INVALID_NUMBER", "This is a whole number.");
    return value;
  },
});

/** A day in the calendar, where no other exactness makes sense. */
export const day = holding("DAY", {
  stored: "text",
  take: (value) => {
    if (typeof value !== "string") throw refusal("INVALID_DAY", "This is a day, as 2024-07-05.");
    return readDay(value);
  },
  // Only what was read as a day was ever stored.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  give: (stored) => stored as Day,
});

/** A financial year in its one written form, as 2022-23, however it was written. */
export const financialYear = holding("FINANCIAL_YEAR", {
  stored: "text",
  take: (value) => {
    if (typeof value !== "string") throw refusal("INVALID_FINANCIAL_YEAR", "This is a financial year, as 2022-23.");
    return readFinancialYear(value).label;
  },
});

/** An object kept as JSON text: one value, one field, one unit of merging. */
const json = <Kind extends keyof ColumnValues>(kind: Kind, check: (value: unknown) => ColumnValues[Kind]) =>
  holding(kind, {
    stored: "text",
    take: (value) => JSON.stringify(check(value)),
    // The one place where stored JSON becomes a value again: only what `check` returned was ever stored.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    give: (stored) => (SHARED.has(kind) ? sharedValue(String(stored)) : JSON.parse(String(stored))) as ColumnValues[Kind],
  });

/** What the same of stands in thousands of records. Nothing that names anybody: what is erased stays nowhere. */
const SHARED: ReadonlySet<keyof ColumnValues> = new Set(["PARTIAL_DATE", "GAPS"]);

const MOST_SHARED = 5_000;
const LONGEST_SHARED = 300;
const shared = new Map<string, unknown>();

/** What a text stands for: read once for all records in which it stands, and nobody's to change. */
function sharedValue(text: string): unknown {
  const known = shared.get(text);
  if (known !== undefined) return known;
  const value: unknown = Object.freeze(JSON.parse(text));
  if (text.length > LONGEST_SHARED) return value;
  if (shared.size >= MOST_SHARED) shared.clear();
  shared.set(text, value);
  return value;
}

/** Values are taken as somebody writes them, in words or in parts, and are kept as the kernel reads them. */
const partialDateColumn = json("PARTIAL_DATE", (value) => (isWritten<PartialDateInput>(value) ? readPartialDate(value) : checkPartialDate(value)));
const moneyColumn = json("MONEY", (value) => (isWritten<MoneyInput>(value) ? readMoney(value) : checkMoney(value)));
const quantityColumn = json("QUANTITY", (value) => (isWritten<QuantityInput>(value) ? readQuantity(value) : checkQuantity(value)));

/** Words, or an object of parts, which the reading it is handed to judges as a whole. */
// oxlint-disable-next-line no-unnecessary-type-parameters -- which parts they are, only the reading knows
function isWritten<Parts>(value: unknown): value is string | Parts {
  return typeof value === "string" || (typeof value === "object" && value !== null && !Array.isArray(value));
}

/** A date as exact as its source; where nobody has looked, it says so. */
export const partialDate = () => partialDateColumn().notNull().$defaultFn(() => notKnown("UNKNOWN"));

/** An amount with its status; where nobody has looked, it says so. */
export const money = () => moneyColumn().notNull().$defaultFn(() => ({ pence: null, currency: "GBP", status: "UNKNOWN" }));

/** A count as exact as its source, with its unit. */
export const quantity = () => quantityColumn().notNull();

const wordListColumn = json("WORD_LIST", (value) => {
  if (!Array.isArray(value)) throw refusal("INVALID_TEXT", "This is a list of words.");
  return value.map(readWords);
});

/** A short list of words that nobody cites one by one; empty unless something is said. */
export const wordList = () => wordListColumn().notNull().$defaultFn(() => []);

/** Why a field without a value has none: the field's name, and what is known about its absence. */
export type Gaps = Readonly<Record<string, ValueStatus>>;

const gapsColumn = json("GAPS", (value) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw refusal("INVALID_GAPS", "Gaps name fields, each with a status.");
  return Object.fromEntries(
    Object.entries(value).map(([field, status]) => {
      const known = valueStatuses.find((candidate) => candidate === status);
      if (known === undefined || known === "KNOWN") throw refusal("INVALID_GAPS", `What is missing in ${field} is one of ${valueStatuses.slice(1).join(", ")}.`);
      return [field, known];
    }),
  );
});

/** Empty unless something is missing for a reason. */
export const gaps = () => gapsColumn().notNull().$defaultFn(() => ({}));
