import Sqlite from "better-sqlite3";
import { getTableName } from "drizzle-orm";
import type { RecordKind } from "./concept.ts";
import { execute, withoutConstraints, type Ddl, type KeptTable } from "./ddl.ts";
import type { Change } from "./entry.ts";
import { Graph, storedColumns } from "./graph.ts";
import { Projection, quoted } from "./projection.ts";
import { erasedValues, lastChangesUpTo, ledgerEnd, writtenAfter } from "./reading.ts";
import { SealWalk, type Unsound } from "./seal-walk.ts";
import { isDamaged } from "./sqlite-code.ts";
import { digest } from "./seal.ts";

/** What verifying found: all is well, or the first entry at which the ledger or the graph is not what it should be. */
export type Verdict = { readonly sound: true; readonly entries: number; readonly hash: string } | Unsound;

/** Walks the chain of seals, in which only what a later entry erased may be missing, then compares the graph with what the ledger says of it. */
export function verify(head: Graph, kinds: readonly RecordKind[], ddl: Ddl, kept: readonly KeptTable[]): Verdict {
  let walk: SealWalk | null = null;
  try {
    walk = new SealWalk(erasedValues(head));
    const { number, hash } = ledgerEnd(head);
    return brokenChain(head, walk) ?? strayRows(head, number) ?? damage(head, number) ?? differingGraph(head, kinds, ddl) ?? differingCounts(head, number, kept) ?? { sound: true, entries: number, hash };
  } catch (error) {
    if (!isDamaged(error)) throw error;
    return { sound: false, entry: (walk?.end.number ?? 0) + 1, reason: `The file is damaged there or behind it, and cannot be read. ${RESTORE}` };
  }
}

const RESTORE = "Restore a backup: waymark restore BACKUP --set-aside PATH.";

/** What SQLite finds wrong with the file where every entry can be read: in an index, or in the graph. */
function damage(head: Graph, last: number): Unsound | null {
  const found = String(head.run("pragma integrity_check(1)", [])[0]?.["integrity_check"]);
  return found === "ok" ? null : { sound: false, entry: last, reason: `Every entry is there, but the file is damaged in a table or an index beside them. ${RESTORE}` };
}

function brokenChain(head: Graph, walk: SealWalk): Unsound | null {
  for (;;) {
    const page = writtenAfter(head, walk.end.number, 500);
    if (page.length === 0) return null;
    const unsound = walk.through(page);
    if (unsound !== null) return unsound;
  }
}

/** Changes, citations and erasures that no entry holds, and so no seal covers. */
function strayRows(head: Graph, last: number): Verdict | null {
  const [row] = head.run(
    `select min(entry) as entry from (select entry from changes union all select entry from citations union all select entry from erasures) where entry not between 1 and ?`,
    [last],
  );
  const entry = row?.["entry"];
  return typeof entry === "number" ? { sound: false, entry, reason: `Something is recorded under entry ${entry}, which does not exist.` } : null;
}

function differingGraph(head: Graph, kinds: readonly RecordKind[], ddl: Ddl): Verdict | null {
  const expected = applied(lastChangesUpTo(head, ledgerEnd(head).number), kinds, ddl);
  try {
    const different = kinds.flatMap((kind) => differingRecords(kind, head, expected));
    const first = different.map((id) => ({ id, entry: lastEntryOf(head, id) })).toSorted((a, b) => a.entry - b.entry)[0];
    if (first === undefined) return null;
    const reason = first.entry === 0 ? `The record ${first.id} in the graph is in no entry.` : `The record ${first.id} in the graph is not what entry ${first.entry} says.`;
    return { sound: false, entry: first.entry, reason };
  } finally {
    expected.sqlite.close();
  }
}

/** What is kept of the rows, which are as the ledger says by now, and is not what they come to. */
function differingCounts(head: Graph, last: number, kept: readonly KeptTable[]): Unsound | null {
  const different = kept.find(({ table, counted }) => {
    const standing = `select * from ${quoted(table)}`;
    return head.run(`select 1 from (select * from (${standing} except ${counted}) union all select * from (${counted} except ${standing})) limit 1`, []).length > 0;
  });
  return different === undefined ? null : { sound: false, entry: last, reason: `Every record is as its last entry says, but what is kept in ${different.table} is not what they come to. Make it anew: waymark rebuild.` };
}

/** The graph that these changes make, as one applies them. */
function applied(changes: readonly Change[], kinds: readonly RecordKind[], ddl: Ddl): Graph {
  const sqlite = new Sqlite(":memory:");
  execute(sqlite, withoutConstraints(ddl));
  const projection = new Projection(sqlite, kinds);
  sqlite.transaction(() => { for (const change of changes) projection.apply(change); })();
  return new Graph(sqlite);
}

function differingRecords(kind: RecordKind, head: Graph, expected: Graph): string[] {
  const rows = (graph: Graph): Map<string, string> => new Map(graph.run(everyRow(kind), []).map((row) => [String(row["id"]), JSON.stringify(row)]));
  const actual = rows(head);
  const wanted = rows(expected);
  return [...new Set([...actual.keys(), ...wanted.keys()])].filter((id) => actual.get(id) !== wanted.get(id));
}

function lastEntryOf(head: Graph, id: string): number {
  const [row] = head.run("select max(entry) as entry from changes where recordId = ?", [id]);
  return Number(row?.["entry"] ?? 0);
}

function everyRow(kind: RecordKind): string {
  const columns = storedColumns(kind.table).map((column) => quoted(column.name)).join(", ");
  return `select ${columns} from ${quoted(getTableName(kind.table))} order by id`;
}

/** One text for the whole of a graph: equal exactly when every record is. */
export function graphDigest(graph: Graph, kinds: readonly RecordKind[]): string {
  return digest(kinds.map((kind) => digest(`${kind.type}\n${JSON.stringify(graph.run(everyRow(kind), []))}`)).join("\n"));
}
