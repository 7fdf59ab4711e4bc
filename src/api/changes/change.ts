import type { Operation } from "../../ledger/entry.ts";
import type { RecordValues } from "./record-values.ts";

/** What is asked of the feed. */
export interface ChangesAsked {
  /** A cursor that the feed gave; null from the beginning. */
  readonly after: string | null;
  /** Only records of these types, by their names; null of all. */
  readonly types: readonly string[] | null;
  /** Only these records; null all. */
  readonly ids: readonly string[] | null;
  readonly most: number;
}

/** What becomes of a record of a reader's copy, and the act that it comes of. */
export interface FeedChange {
  readonly cursor: string;
  readonly seq: number;
  readonly at: string;
  /** Null where the act is not told: it hid or opened the record, or one that this record points at. */
  readonly act: string | null;
  readonly actor: string | null;
  readonly reason: string | null;
  readonly type: string;
  readonly id: string;
  readonly op: Operation;
  readonly changedFields: readonly string[];
  readonly before: RecordValues | null;
  readonly after: RecordValues | null;
}

export interface ChangesPage {
  readonly cursor: string;
  readonly hasNextPage: boolean;
  readonly nodes: readonly FeedChange[];
}
