import type { RecordKind } from "./concept.ts";
import type { Journal } from "./journal.ts";
import type { Projection } from "./projection.ts";
import type { Relations } from "./record.ts";
import type { Repeats } from "./repeats.ts";
import type { WritingTo } from "./transaction.ts";
import type { EntryWriter } from "./written.ts";

/** Where entries are decided and written: one connection, and all that works on it. */
export interface WritePlace extends WritingTo {
  readonly projection: Projection;
  readonly entries: EntryWriter;
  readonly repeats: Repeats;
  readonly kinds: readonly RecordKind[];
  readonly relations: Relations;
  readonly clock: () => Date;
  /** Whether what is decided here is only tried, and never kept. */
  readonly isTrial: boolean;
  /** Where entries live when several servers share the ledger. */
  readonly journal: Journal | undefined;
}
