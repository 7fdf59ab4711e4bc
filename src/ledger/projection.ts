import type { Database, Statement } from "better-sqlite3";
import { getTableName } from "drizzle-orm";
import type { RecordKind } from "./concept.ts";
import type { Change, Json } from "./entry.ts";
import { storedColumns } from "./graph.ts";
import { canonical } from "./seal.ts";
import { UnknownShape, upgraded } from "./upgrade.ts";

/**
 * Writes changes into a graph's tables. A row depends on the last change of its record and on nothing else, so it does
 * not matter whether changes are applied one after another or only the last of each record.
 */
export class Projection {
  readonly kinds: readonly RecordKind[];
  private readonly sqlite: Database;
  private readonly byName: ReadonlyMap<string, RecordKind>;
  private readonly prepared = new Map<string, TableWriter>();

  constructor(sqlite: Database, kinds: readonly RecordKind[]) {
    this.sqlite = sqlite;
    this.kinds = kinds;
    this.byName = new Map(kinds.map((kind) => [kind.type, kind]));
  }

  /** Applies a change as it was written, whatever shape it was written in. */
  apply(change: Change): void {
    for (const current of this.upgraded(change)) this.write(current);
  }

  /**
   * Applies the changes of one entry, whose order says nothing, one at each step: whoever takes the steps may let others have their turn in
   * between. What they replace goes first, so that a value that only one record can have passes from one to another. Foreign keys are checked by
   * whoever ends the transaction.
   */
  *applying(changes: readonly Change[]): Generator<void> {
    const all = changes.flatMap((change) => this.upgraded(change));
    if (all.length > 1) for (const { type, shape, id } of all) yield void this.tableOf(type, shape).drop.run(id);
    for (const change of all) yield this.write(change);
  }

  /** What `applying` does with changes that are written as today, in SQL, for whoever applies them elsewhere. */
  stepsOf(changes: readonly Change[]): { readonly text: string; readonly given: readonly (string | number | null)[] }[] {
    const all = changes.map(({ type, shape, id, record }) => ({ ...this.tableOf(type, shape), id, record }));
    return [
      ...all.map(({ drop, id }) => ({ text: drop.source, given: [id] })),
      ...all.flatMap(({ columns, put, record }) => (record === null ? [] : [{ text: put.source, given: valuesOf(record, columns) }])),
    ];
  }

  private write({ type, shape, id, record }: Change): void {
    const { columns, put, drop } = this.tableOf(type, shape);
    if (record === null) drop.run(id);
    else put.run(...valuesOf(record, columns));
  }

  /** The kind of a record, as it is written today. */
  kindOf(type: string, shape: number): RecordKind {
    const kind = this.byName.get(type);
    if (kind === undefined) throw new UnknownShape(type, shape);
    return kind;
  }

  /** What a change says in the shapes of today, whatever shape it was written in. */
  upgraded(change: Change): readonly Change[] {
    return upgraded(this.byName, change);
  }

  /** Prepared when the first record of its kind is written: most connections write few kinds, or none. */
  private tableOf(type: string, shape: number): TableWriter {
    let table = this.prepared.get(type);
    if (table === undefined) {
      table = tableWriter(this.sqlite, this.kindOf(type, shape));
      this.prepared.set(type, table);
    }
    return table;
  }
}

/** How the records of a kind are written. */
interface TableWriter {
  readonly columns: readonly string[];
  readonly put: Statement;
  readonly drop: Statement;
}

function tableWriter(sqlite: Database, { table }: RecordKind): TableWriter {
  const columns = storedColumns(table).map((column) => column.name);
  const name = quoted(getTableName(table));
  const list = columns.map(quoted).join(", ");
  const values = columns.map(() => "?").join(", ");
  const updates = columns.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(", ");
  return {
    columns,
    put: sqlite.prepare(`insert into ${name} (${list}) values (${values}) on conflict (id) do update set ${updates}`),
    drop: sqlite.prepare(`delete from ${name} where id = ?`),
  };
}

function valuesOf(record: NonNullable<Change["record"]>, columns: readonly string[]): (string | number | null)[] {
  return columns.map((column) => stored(record[column] ?? null));
}

/** The one text or number that stands for a value, the same whether it comes from an act or from an entry. */
function stored(value: Json): string | number | null {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  return typeof value === "boolean" ? Number(value) : canonical(value);
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
