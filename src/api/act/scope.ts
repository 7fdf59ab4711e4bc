import { getTableColumns, getTableName, type Column } from "drizzle-orm";
import { isId, prefixOf } from "../../kernel/identity.ts";
import type { PartOf, RecordKind } from "../../ledger/concept.ts";
import type { Row, Walk } from "../access/permission.ts";

interface Step {
  readonly kind: RecordKind;
  readonly row: Row;
  /** Whether a role that is held here counts. */
  readonly counts: boolean;
}

/**
 * All that a record is part of, itself included: its workstream, its programme, the HITs that govern it, its system. Where
 * types are given, only what the nearest records of these types are part of, those included.
 */
export function* wholesOf(kinds: ReadonlyMap<string, RecordKind>, kind: RecordKind, row: Row, at?: readonly string[]): Walk<ReadonlySet<string>> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const isAt = ({ type }: RecordKind): boolean => at?.includes(type) ?? true;
  const open: Step[] = [{ kind, row, counts: isAt(kind) }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { row: { id, systemId } } = next;
    if (next.counts) for (const whole of [id, systemId]) if (typeof whole === "string") found.add(whole);
    for (const part of next.kind.partOf) {
      for (const whole of yield* idsAt(part, next.row)) {
        const above = kinds.get(prefixOf(whole));
        if (above === undefined) continue;
        const counts = next.counts || isAt(above);
        if (seen.has(`${whole} ${counts}`)) continue;
        seen.add(`${whole} ${counts}`);
        if (counts) found.add(whole);
        const [there] = yield { table: getTableName(above.table), column: "id", value: whole };
        if (there !== undefined) open.push({ kind: above, row: there, counts });
      }
    }
  }
  return found;
}

function* idsAt(part: PartOf, values: Row): Walk<readonly string[]> {
  if (!("through" in part)) return [values[part.name]].filter((id) => isId(id));
  const id = values["id"];
  if (typeof id !== "string") return [];
  const rows = yield { table: getTableName(part.through.table), column: part.through.name, value: id };
  return rows.map((row) => row[part.to.name]).filter((found) => isId(found));
}

/** The columns of a table by name, generated ones left out. */
export function ownColumns(kind: RecordKind): Readonly<Record<string, Column>> {
  return Object.fromEntries(Object.entries(getTableColumns(kind.table)).filter(([, column]) => column.generated === undefined));
}
