import type { RecordKind } from "./concept.ts";
import { NOTHING_DERIVED, type Ddl, type Derived } from "./ddl.ts";
import type { Journal } from "./journal.ts";
import type { Lost } from "./lost.ts";
import type { PastSettings } from "./past.ts";

export interface LedgerSettings {
  /** Path of the file that holds the ledger and the graph. */
  readonly file: string;
  readonly kinds: readonly RecordKind[];
  /** The graph's tables. */
  readonly ddl: Ddl;
  /** What is kept beside them and follows from their rows, such as an index. */
  readonly derived?: Derived;
  /** Unless given, as `PAST` says. */
  readonly past?: PastSettings | undefined;
  readonly clock?: () => Date;
  /** Where entries live when several servers share the ledger; the file then is this server's copy. */
  readonly journal?: Journal | undefined;
  /**
   * Called with why this copy, while it is open, takes nothing over any more: somebody has to look. Where it has entries that the journal does
   * not know, a `Forked`, it is to be closed and opened again.
   */
  readonly stopped?: ((why: unknown) => void) | undefined;
  /** Called when opening has set a copy aside that has entries which the journal does not know. */
  readonly setAside?: ((lost: Lost) => void) | undefined;
  /** Called as opening takes over what the journal has: up to which entry this copy has it, and how many there were at its beginning. */
  readonly takingOver?: ((taken: number, of: number) => void) | undefined;
}

/** The graph's tables as they stand in a file, with what is kept beside them. */
export function fileDdlOf({ ddl, derived = NOTHING_DERIVED }: Pick<LedgerSettings, "ddl" | "derived">): Ddl {
  return [...ddl, ...derived.tables, ...derived.triggers];
}
