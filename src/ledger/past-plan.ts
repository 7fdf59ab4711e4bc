import { getTableName } from "drizzle-orm";
import type { RecordKind } from "./concept.ts";
import { withoutConstraints, type Ddl, type Derived } from "./ddl.ts";
import { storedColumns } from "./graph.ts";
import { quoted } from "./projection.ts";
import { canonical } from "./seal.ts";
import type { Change } from "./entry.ts";

/** One statement, with its values in the order of their question marks. */
export interface Step {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** What graphs of the past are built from. */
export interface PastParts {
  readonly file: string;
  readonly kinds: readonly RecordKind[];
  readonly ddl: Ddl;
  readonly derived: Derived;
}

/**
 * How the graph as it was after an entry is built on a database in memory, said in SQL alone: a thread that knows nothing of the
 * graph can do it. A row is the JSON of its record's last change, taken apart by SQLite.
 */
export interface Plan {
  /** Attaches the ledger's file and puts every record in place whose last change is written in the shape of today. */
  readonly begin: readonly Step[];
  /** The last entry that has erased something by then, as `number`: what is built shows nothing that it erased. */
  readonly erased: string;
  /** The next changes behind a row that are written in an older shape, at most 200 of them: upgraded, they become steps by `putSteps`. */
  readonly older: string;
  /** Makes what follows from the rows, and lets the file go. */
  readonly end: readonly Step[];
}

/** A graph without rows. */
export function emptyGraph({ ddl, derived }: PastParts): Step[] {
  return [...withoutConstraints(ddl), ...derived.tables].map((part) => step(part));
}

/** The plan for a database that is empty, or holds a graph without rows. Indexes are made faster when the rows are there. */
export function planOf({ file, kinds, ddl, derived }: PastParts, number: number, holds: "NOTHING" | "AN_EMPTY_GRAPH"): Plan {
  const parts = holds === "NOTHING" ? withoutConstraints(ddl) : [];
  const todays = kinds.map(({ type, shape }) => `('${type}', ${shape})`).join(", ");
  return {
    begin: [
      step("attach ? as ledger", file),
      step("begin"),
      ...parts.filter(isTable).map((part) => step(part)),
      step(LATEST),
      step(FIND_LATEST, number),
      step("create index temp.latest_by_type on latest (type, shape)"),
      ...kinds.map((kind) => step(`insert into ${nameOf(kind)} ${fieldsOf(kind, "record")} from temp.latest where type = ? and shape = ?`, kind.type, kind.shape)),
    ],
    erased: "select coalesce(max(entry), 0) as number from ledger.erasures",
    older: `select rowid as place, type, shape, recordId, version, operation, fields, record from temp.latest where rowid > ? and (type, shape) not in (values ${todays === "" ? "(null, null)" : todays}) order by rowid limit 200`,
    end: [
      step("drop table temp.latest"),
      ...[...parts.filter((part) => !isTable(part)), ...(holds === "NOTHING" ? derived.tables : []), ...derived.made].map((part) => step(part)),
      step("commit"),
      step("detach ledger"),
    ],
  };
}

/** Puts records in place that say so in JSON; where one is there already, its own last change has spoken. */
export function putSteps(changes: readonly Change[], kinds: readonly RecordKind[], into: (kind: RecordKind) => string = nameOf): Step[] {
  return changes.flatMap(({ type, record }) => {
    const kind = kinds.find((candidate) => candidate.type === type);
    return kind === undefined || record === null ? [] : [step(`insert or ignore into ${into(kind)} ${fieldsOf(kind, "record")} from (select ? as record)`, canonical(record))];
  });
}

function isTable(part: string): boolean {
  return part.startsWith("CREATE TABLE");
}

function step(sql: string, ...values: (string | number)[]): Step {
  return { sql, values };
}

/** The last change of every record that was there. */
const LATEST = "create temp table latest (type text, shape integer, recordId text, version integer, operation text, fields text, record text)";

const FIND_LATEST = `insert into temp.latest
  select c.type, coalesce(e.shape, c.shape), c.recordId, c.version, c.operation, c.fields, coalesce(c.record, e.instead)
  from (select recordId, max(entry) as entry from ledger.changes where entry <= ? group by recordId) as l
  join ledger.changes as c on c.recordId = l.recordId and c.entry = l.entry
  left join ledger.erasures as e on c.record is null and e.what = 'RECORD' and e.ofEntry = c.entry and e.ofPosition = c.position and e.instead is not null
  where c.operation <> 'REMOVE' and coalesce(c.record, e.instead) is not null`;

/** The columns of a table, and what fills each of them from a record's JSON: what a projection stores for the same record. */
function fieldsOf({ table }: RecordKind, json: string): string {
  const columns = storedColumns(table).map((column) => column.name);
  return `(${columns.map(quoted).join(", ")}) select ${columns.map((column) => `json_extract(${json}, '$.${quoted(column)}')`).join(", ")}`;
}

function nameOf({ table }: RecordKind): string {
  return quoted(getTableName(table));
}
