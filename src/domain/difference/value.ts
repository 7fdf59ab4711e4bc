import type { Context } from "../../api/context.ts";
import { shownTo } from "../../api/value/small-number.ts";
import { sayValue } from "../../api/value/say-value.ts";
import type { Day } from "../../kernel/day.ts";
import type { Money } from "../../kernel/money.ts";
import type { PartialDate } from "../../kernel/partial-date.ts";
import type { Quantity } from "../../kernel/quantity.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { valueIn, type StoredValue } from "../../ledger/value-kind.ts";
import type { AnyRow } from "../board-reading.ts";

/** What stands in a column of a record, as what it is: exactly one of these is there, beside its words. */
export interface Value {
  /** In plain words; of a record that it points at, the id. */
  readonly plain: string;
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

const NOTHING: Value = { plain: "", systemId: null, date: null, money: null, quantity: null, choice: null, day: null, number: null, yes: null, text: null, texts: null, recordId: null };

/** What stands in a column, as far as this viewer may have it; null where nothing does. */
export function valueOf(context: Context, kind: RecordKind, row: AnyRow | null, name: string): Value | null {
  const stored = row === null ? null : valueIn(kind.table, name, row[name]);
  if (row === null || stored === null || isNothing(stored)) return null;
  const shown = shownTo(context, row, stored);
  return { ...NOTHING, systemId: row.systemId, plain: sayValue(shown), ...partOf(shown) };
}

/** An empty list, or no reason for anything. */
function isNothing({ kind, value }: StoredValue): boolean {
  return (kind === "WORD_LIST" && value.length === 0) || (kind === "GAPS" && Object.keys(value).length === 0);
}

function partOf(stored: StoredValue): Partial<Value> {
  const { kind, value } = stored;
  switch (kind) {
    case "RECORD": return { recordId: value };
    case "PARTIAL_DATE": return { date: value };
    case "MONEY": return { money: value };
    case "QUANTITY": return { quantity: value };
    case "CHOICE": return { choice: value };
    case "DAY": return { day: value };
    case "NUMBER": return { number: value };
    case "YES_OR_NO": return { yes: value };
    case "TEXT": case "FINANCIAL_YEAR": return { text: value };
    case "WORD_LIST": return { texts: value };
    case "GAPS": return { texts: sayValue(stored).split("; ") };
  }
}

/** Whether there is a value, and not only the reason why there is none. */
export function isKnown(value: Value | null): value is Value {
  const status = value?.date?.status ?? value?.money?.status ?? value?.quantity?.status;
  return value !== null && (status === undefined || status === "KNOWN" || status === "WITHHELD");
}
