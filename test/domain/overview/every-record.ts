import { storedColumns } from "../../../src/ledger/graph.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { rowsOf } from "../../support/rows.ts";

/** What is wrong with one record, and in which fields; null where nothing is. */
export interface Found {
  readonly id: string;
  readonly type: string;
  readonly unknown: string[] | null;
  readonly imprecise: string[] | null;
  readonly claimed: string[] | null;
  readonly conflicting: string[] | null;
  readonly open: string[] | null;
  readonly uncited: string[] | null;
}

const OWN = new Set(["id", "version", "audience", "systemId", "gaps", "isExample"]);

/** The records of a system that are for everybody, judged one by one past everything that the overview is made of. */
export function lookThroughEveryRecord(ledger: Ledger, systemId: string): Found[] {
  const lease = ledger.lease();
  try {
    const cited = new Set(lease.graph.run("select distinct recordId from citations", []).map(({ recordId }) => recordId));
    return ledger.kinds.flatMap((kind) => {
      const columns = storedColumns(kind.table).map(({ name }) => name).filter((name) => !OWN.has(name));
      const rows = rowsOf(lease.graph, kind).filter((row) => (row["seenBy"] ?? row["audience"]) === "PUBLIC" && (row["systemId"] === systemId || row.id === systemId));
      return rows.map((row) => foundIn(kind.type, row, columns, cited));
    });
  } finally {
    lease.release();
  }
}

function foundIn(type: string, row: { readonly id: string; readonly [column: string]: unknown }, columns: readonly string[], cited: ReadonlySet<unknown>): Found {
  const where = (holds: (column: string) => boolean): string[] | null => {
    const fields = columns.filter(holds).map((column) => column.replace(/Id$/, ""));
    return fields.length === 0 ? null : fields;
  };
  const isClaim = type === "Claim";
  return {
    id: row.id,
    type,
    unknown: where((column) => statusOf(row, column) === "UNKNOWN"),
    imprecise: where((column) => isVague(parsed(row[column]))),
    claimed: isClaim ? (row["status"] === "CLAIMED" ? [] : null) : where((column) => column === "basis" && row[column] === "CLAIMED"),
    conflicting: isClaim && row["status"] === "CONFLICTING" ? [] : where((column) => statusOf(row, column) === "CONFLICTING"),
    open: isClaim && row["status"] === "OPEN" ? [] : null,
    uncited: type === "Source" || cited.has(row.id) ? null : [],
  };
}

function statusOf(row: { readonly [column: string]: unknown }, column: string): unknown {
  const value = parsed(row[column]);
  if (value === null || (Array.isArray(value) && value.length === 0)) return part(parsed(row["gaps"]), column) ?? "UNKNOWN";
  return part(value, "status") ?? "KNOWN";
}

function isVague(value: unknown): boolean {
  const [unit, count] = [part(value, "unit"), part(value, "value")];
  const isSmall = (unit === "PEOPLE" || unit === "CHAMPIONS") && typeof count === "number" && count < 5;
  const operator = part(value, "operator") ?? "EXACT";
  const isInexact = operator !== "EXACT" && operator !== "UNKNOWN" && !isSmall;
  return isInexact || ["RANGE", "RELATIVE"].some((word) => part(value, "precision") === word) || ["ESTIMATED", "INFERRED"].some((word) => part(value, "qualifier") === word);
}

function part(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}

/** What stands in a column: an object where it is one. */
function parsed(stored: unknown): unknown {
  return typeof stored === "string" && /^[[{]/.test(stored) ? JSON.parse(stored) : stored;
}
