import type { Context } from "../../api/context.ts";
import type { RecordTable } from "../../api/loaders.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { StoredRecord } from "../../ledger/entry.ts";
import type { CalendarEvent } from "./event.ts";

/** How records of a kind lie in a calendar. */
export interface DatedKind<Table extends RecordTable = RecordTable> {
  readonly kind: RecordKind<Table>;
  /** The columns that say when: without a day in any of them a record has no place in a calendar. */
  readonly dates: readonly string[];
  /** By what its SEQUENCE rises: its own version, or the number of the last entry where its day follows from other records too. */
  readonly risesBy: "VERSION" | "ENTRY";
  /** What lies there for a record that the viewer may see; null where no day of it is known. */
  event(context: Context, row: Table["$inferSelect"]): CalendarEvent | null | Promise<CalendarEvent | null>;
  /** What lay there for a record that does not belong there any more, from what it last said of itself; null where it said no day. */
  wasAt(record: StoredRecord): Pick<CalendarEvent, "first" | "last" | "summary"> | null;
}

/** What stands in a column of words of a record as the ledger holds it. */
export function textIn(record: StoredRecord, column: string): string {
  const text = record[column];
  return typeof text === "string" ? text : "";
}
