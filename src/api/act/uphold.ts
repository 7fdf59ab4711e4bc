import { sql } from "drizzle-orm";
import type { Problem } from "../../kernel/problem.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { columnsOf, tableStatement, type Graph } from "../../ledger/graph.ts";
import type { Guarded } from "../access/audience.ts";
import type { RecordTable } from "../loaders.ts";
import type { Consequence, Edited, Standard, Standing } from "./standard.ts";

/** A standard, as a concept says it of its rows. */
interface Rules<Row> {
  readonly stands?: (record: Row, at: Standing, edited: Edited) => readonly Problem[];
  readonly returns?: (record: Row, at: Standing) => readonly Problem[];
  readonly goes?: (record: Row, at: Standing) => readonly Problem[];
  readonly gone?: (record: Row, at: Standing) => readonly Consequence[];
  readonly back?: (record: Row, at: Standing) => readonly Consequence[];
}

/** A standard for a kind, by rules that are given its row. Of a record that is not there, nothing is held. */
export function standard<Table extends RecordTable>(kind: RecordKind<Table>, { stands, returns, goes, gone, back }: Rules<Table["$inferSelect"] & Guarded>): Standard {
  type Row = Table["$inferSelect"] & Guarded;
  const rowOf = rowById(kind);
  const found = <Found>(id: string, at: Standing, rule: (record: Row) => readonly Found[] | undefined): readonly Found[] => {
    const record = rowOf(at.graph, id);
    return (record === undefined ? undefined : rule(record)) ?? [];
  };
  return {
    kind,
    stands: (id, at, edited) => found(id, at, (record) => stands?.(record, at, edited)),
    returns: (id, at) => found(id, at, (record) => returns?.(record, at)),
    goes: (id, at) => found(id, at, (record) => goes?.(record, at)),
    gone: (id, at) => found(id, at, (record) => gone?.(record, at)),
    back: (id, at) => found(id, at, (record) => back?.(record, at)),
  };
}

/** A record as it stands where an act is decided, whoever may see it. */
export function rowById<Table extends RecordTable>({ table }: RecordKind<Table>): (graph: Graph, id: string) => (Table["$inferSelect"] & Guarded) | undefined {
  const stored = tableStatement<Table["$inferSelect"] & Guarded>(table, sql`select ${columnsOf(table)} from ${table} where ${table.id} = ${sql.placeholder("id")}`);
  return (graph, id) => stored.first(graph, { id });
}
