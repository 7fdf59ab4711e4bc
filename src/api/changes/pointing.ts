import { getTableName } from "drizzle-orm";
import type { RecordKind } from "../../ledger/concept.ts";
import { storedColumns, type Graph } from "../../ledger/graph.ts";
import { quoted } from "../../ledger/projection.ts";
import { Relations } from "../../ledger/record.ts";

/** A column that points at other records: of one type, or of any. */
interface Pointer {
  readonly statement: string;
  readonly to: string | null;
}

/** A record that became hidden or visible, or was made. */
export interface Flipped {
  readonly id: string;
  readonly type: string;
  /** Whether it was never there before: then only a column that no foreign key guards can have held its id. */
  readonly isNew: boolean;
}

/** Finds the records that point at others, by whichever column. */
export class Pointing {
  private readonly pointers: readonly Pointer[];

  constructor(kinds: readonly RecordKind[]) {
    const relations = new Relations(kinds);
    this.pointers = kinds.flatMap((kind) => {
      const targets = new Map(relations.of(kind).map(({ field, to }) => [field, to.type]));
      return storedColumns(kind.table).filter(({ name }) => name.endsWith("Id")).map(({ name }): Pointer => ({
        statement: `select id from ${quoted(getTableName(kind.table))} where ${quoted(name)} in (select value from json_each(?)) and id > ? order by id limit ?`,
        to: targets.get(name) ?? null,
      }));
    });
  }

  /** The ids of the records that point at one of these, in order, those after an id and at most so many. */
  at(graph: Graph, flipped: readonly Flipped[], after: string, most: number): string[] {
    const found = this.pointers.flatMap(({ statement, to }) => {
      const ids = flipped.filter(({ type, isNew }) => to === null || (to === type && !isNew)).map(({ id }) => id);
      return ids.length === 0 ? [] : graph.run(statement, [JSON.stringify(ids), after, most]).map(({ id }) => String(id));
    });
    return [...new Set(found)].toSorted().slice(0, most);
  }
}
