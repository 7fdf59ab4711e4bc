import DataLoader from "dataloader";
import { getTableColumns } from "drizzle-orm";
import { wasOpenTo } from "../../api/history/open-to.ts";
import { reading, type Context } from "../../api/context.ts";
import type { RecordTable } from "../../api/loaders.ts";
import type { Day } from "../../kernel/day.ts";
import { lastVersionsAt, recordsAt, type StoredAs } from "../../ledger/between.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { turn } from "../../ledger/file.ts";
import type { AnyRow } from "../board-reading.ts";

/** One of the two moments: an entry, when it counts from, and the day in London that was meant. */
export interface Side {
  readonly entry: number;
  readonly at: string | null;
  readonly day: Day;
}

/** A record as it stood at a moment, as far as the viewer may see it. */
export interface Standing {
  readonly kind: RecordKind<RecordTable>;
  readonly row: AnyRow;
}

/** What a record was before and is after. */
export interface Versions {
  readonly before: Standing | null;
  readonly after: Standing | null;
}

/** The row of a record that is of this kind; null for any other. */
export function rowAs<Table extends RecordTable>(kind: RecordKind<Table>, standing: Standing | null): Table["$inferSelect"] | null {
  return standing?.kind.type === kind.type ? standing.row : null;
}

/** What stood under an id: nothing; something that is not for this viewer; or a record. */
type StoodThere = Standing | "HIDDEN" | null;

/** So many records are read at a time. */
const MOST = 500;

/**
 * The records at two moments, read from the ledger by their ids: each once, and those that are asked for together in one
 * statement. They pass the gate by the rights that the viewer has today.
 */
export class Sides {
  readonly from: Side;
  readonly to: Side;
  private readonly context: Context;
  private readonly kinds: ReadonlyMap<string, RecordKind>;
  private readonly atFrom: DataLoader<string, StoodThere>;
  private readonly atTo: DataLoader<string, StoodThere>;
  private readonly atLast: DataLoader<string, StoodThere>;
  private turns = Promise.resolve();

  constructor(context: Context, kinds: readonly RecordKind[], { from, to }: { readonly from: Side; readonly to: Side }) {
    this.context = context;
    this.kinds = new Map(kinds.map((kind) => [kind.type, kind]));
    this.from = from;
    this.to = to;
    this.atFrom = this.loader((ids) => recordsAt(context.moment.ledger, this.kinds, ids, from.entry));
    this.atTo = this.loader((ids) => recordsAt(context.moment.ledger, this.kinds, ids, to.entry));
    this.atLast = this.loader((ids) => lastVersionsAt(context.moment.ledger, this.kinds, ids, to.entry));
  }

  /** The record at the first moment. */
  async before(id: string | null): Promise<Standing | null> {
    return id === null ? null : seen(await this.atFrom.load(id));
  }

  /** The record at the second. */
  async after(id: string | null): Promise<Standing | null> {
    return id === null ? null : seen(await this.atTo.load(id));
  }

  /** The record at the second moment, or, if it was removed by then, at the first. One that this viewer may not see any more stays hidden. */
  async latest(id: string | null): Promise<Standing | null> {
    if (id === null) return null;
    const after = await this.atTo.load(id);
    if (after !== null) return seen(after);
    // Hidden first and then removed: whoever was not to see it then is not told that it went.
    return (await this.atLast.load(id)) === "HIDDEN" ? null : this.before(id);
  }

  /** What became of a record, as its viewer sees it: where it is on neither side, there is nothing to tell. */
  async both(id: string): Promise<Versions> {
    const [before, after, latest] = await Promise.all([this.before(id), this.after(id), this.latest(id)]);
    return latest === null ? { before: null, after: null } : { before, after };
  }

  /** The same of a record that was read at both moments already; null where it is gone, and more has to be read. */
  bothOf(before: StoredAs | null, after: StoredAs | null): Versions | null {
    const is = this.found(after);
    if (is === null) return null;
    return is === "HIDDEN" ? { before: null, after: null } : { before: seen(this.found(before)), after: is };
  }

  private loader(read: (ids: readonly string[]) => ReadonlyMap<string, StoredAs>): DataLoader<string, StoodThere> {
    const batch = async (ids: readonly string[]): Promise<StoodThere[]> => {
      // One batch a turn of the event loop, so that others come in between; and the request's time may have run out.
      this.turns = this.turns.then(turn);
      await this.turns;
      reading(this.context);
      const stored = read(ids);
      return ids.map((id) => this.found(stored.get(id) ?? null));
    };
    return new DataLoader(batch, { maxBatchSize: MOST });
  }

  private found(stored: StoredAs | null): StoodThere {
    if (stored === null) return null;
    const { kind, record } = stored;
    if (!wasOpenTo(this.context, kind, record)) return "HIDDEN";
    // Every kind of record has a table of records, and its row has the columns of one: what a record does not write down is empty.
    // oxlint-disable no-unsafe-type-assertion -- see above
    return { kind: kind as RecordKind<RecordTable>, row: { ...emptyRow(kind), ...record } as unknown as AnyRow };
    // oxlint-enable no-unsafe-type-assertion
  }
}

function seen(found: StoodThere): Standing | null {
  return found === "HIDDEN" ? null : found;
}

const empty = new WeakMap<RecordKind, Readonly<Record<string, null>>>();

function emptyRow(kind: RecordKind): Readonly<Record<string, null>> {
  let row = empty.get(kind);
  if (row === undefined) {
    row = Object.fromEntries(Object.keys(getTableColumns(kind.table)).map((name) => [name, null]));
    empty.set(kind, row);
  }
  return row;
}
