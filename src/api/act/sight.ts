import { sql } from "drizzle-orm";
import { isId } from "../../kernel/identity.ts";
import type { Day } from "../../kernel/day.ts";
import { Refusal, type Problem } from "../../kernel/problem.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Draft } from "../../ledger/draft.ts";
import { columnsOf, tableStatement, type Graph, type Stored } from "../../ledger/graph.ts";
import type { FieldValues } from "../../ledger/record.ts";
import { maySee, type Guarded } from "../access/audience.ts";
import { fieldOf } from "../field.ts";
import type { RecordTable } from "../loaders.ts";
import type { Row } from "../access/permission.ts";
import type { RecordRow } from "../record.ts";
import type { Viewer } from "../access/viewer.ts";
import { notFound } from "./not-found.ts";
import type { Path } from "./ruled.ts";

/** Where an act is done, by whom, and among which kinds of record. */
export interface SightParts {
  readonly draft: Draft;
  readonly viewer: Viewer;
  readonly kinds: readonly RecordKind[];
}

/** The graph at the head, as somebody sees it who does something there: what this act has written is in it. */
export class Sight {
  readonly draft: Draft;
  readonly viewer: Viewer;
  protected readonly byPrefix: ReadonlyMap<string, RecordKind>;
  /** Records that nobody sees by the gate, and of which an act has made sure by itself. */
  private readonly vouched = new Set<string>();

  constructor({ draft, viewer, kinds }: SightParts) {
    this.draft = draft;
    this.viewer = viewer;
    this.byPrefix = new Map(kinds.map((kind) => [kind.prefix, kind]));
  }

  /** For stores. */
  get graph(): Graph {
    return this.draft.graph;
  }

  /** The day that it is in London. */
  get today(): Day {
    return this.draft.today;
  }

  /** The record with an id, as it stands here. Refuses an id of another kind, and one of a record that this viewer may not see. */
  find<Table extends RecordTable>(kind: RecordKind<Table>, id: string, path: Path = []): Table["$inferSelect"] {
    const row: (Table["$inferSelect"] & Guarded) | null = this.read(kind, id);
    if (row === null || !maySee(this.viewer, row)) throw new Refusal([notFound(kind, id, path)]);
    return row;
  }

  /** The same for an id that may be left out. */
  findAny<Table extends RecordTable>(kind: RecordKind<Table>, id: string | null | undefined, path: Path = []): Table["$inferSelect"] | null {
    return id === null || id === undefined ? null : this.find(kind, id, path);
  }

  /** A record of whatever kind, with its kind. */
  findRecord(id: string, path: Path = []): { kind: RecordKind<RecordTable>; row: RecordRow & Row } {
    const kind = this.kindOf(id);
    if (kind === undefined) throw new Refusal([notFound(null, id, path)]);
    // oxlint-disable-next-line no-unsafe-type-assertion -- every table of records has the columns of a RecordRow
    return { kind, row: this.find(kind, id, path) as RecordRow & Row };
  }

  /** A record as it stands here, whoever may see it: for what a rule has to know. */
  read<Table extends RecordTable>(kind: RecordKind<Table>, id: string): (Table["$inferSelect"] & Guarded) | null {
    return byId(kind).first(this.graph, { id }) ?? null;
  }

  /** The same for a record of whatever kind. */
  readRecord(id: string): RecordRow | null {
    const kind = this.kindOf(id);
    // oxlint-disable-next-line no-unsafe-type-assertion -- every table of records has the columns of a RecordRow
    return kind === undefined ? null : (this.read(kind, id) as RecordRow | null);
  }

  /** Lets this act point at a record that nobody sees by the gate: it has made sure by itself that it may. */
  vouch(id: string): void {
    this.vouched.add(id);
  }

  /** What of a record that is to be written points at one which this viewer may not see, or which is not there. Where it belongs, it does not choose. */
  unseen(fields: FieldValues): Problem[] {
    return Object.entries(fields).flatMap(([column, id]: [string, unknown]): Problem[] =>
      column.endsWith("Id") && column !== "systemId" && typeof id === "string" && !this.isSeen(id) ? [notFound(null, id, [fieldOf(column)])] : []);
  }

  /** That a record is said to belong to a system which this viewer may not see, or which is not there. */
  systemUnseen({ systemId }: FieldValues): Problem[] {
    return typeof systemId === "string" && !this.isSeen(systemId) ? [notFound(null, systemId, ["system"])] : [];
  }

  protected kindOf(id: string): RecordKind<RecordTable> | undefined {
    // Every table of records has the columns of a RecordRow.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    return isId(id) ? (this.byPrefix.get(id.slice(0, id.indexOf("_"))) as RecordKind<RecordTable> | undefined) : undefined;
  }

  private isSeen(id: string): boolean {
    if (this.vouched.has(id)) return true;
    const kind = this.kindOf(id);
    const row = kind === undefined ? null : this.read(kind, id);
    return row !== null && maySee(this.viewer, row);
  }
}

const statements = new WeakMap<RecordKind, Stored<unknown>>();

function byId<Table extends RecordTable>(kind: RecordKind<Table>): Stored<Table["$inferSelect"] & Guarded> {
  let stored = statements.get(kind);
  if (stored === undefined) {
    stored = tableStatement<Table["$inferSelect"]>(kind.table, sql`select ${columnsOf(kind.table)} from ${kind.table} where ${kind.table.id} = ${sql.placeholder("id")}`);
    statements.set(kind, stored);
  }
  // What stands under a kind was made for it, above.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return stored as Stored<Table["$inferSelect"] & Guarded>;
}
