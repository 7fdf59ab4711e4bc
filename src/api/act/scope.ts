import { getTableColumns, getTableName, type Column } from "drizzle-orm";
import { isId, prefixOf } from "../../kernel/identity.ts";
import type { PartOf, RecordKind } from "../../ledger/concept.ts";
import type { Grant, Permissions, Role } from "../role.ts";
import type { Viewer } from "../viewer.ts";

/** Rows of a table by what stands in one of its columns. */
export interface RowsBy {
  readonly table: string;
  readonly column: string;
  readonly value: string;
}

export type Row = Readonly<Record<string, unknown>>;

/**
 * All that a record is part of, itself included: its workstream, its programme, the HITs that govern it, its system. The
 * same walk serves a decision, which reads at once, and a list, which reads through loaders: it asks for rows as it goes.
 */
export function* wholesOf(kinds: ReadonlyMap<string, RecordKind>, kind: RecordKind, row: Row): Generator<RowsBy, ReadonlySet<string>, readonly Row[]> {
  const found = new Set<string>();
  const open: [RecordKind, Row][] = [[kind, row]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [at, values] = next;
    const id = values["id"];
    if (typeof id === "string") found.add(id);
    const system = values["systemId"];
    if (typeof system === "string") found.add(system);
    for (const part of at.partOf) {
      for (const whole of yield* idsAt(part, values)) {
        const above = kinds.get(prefixOf(whole));
        if (found.has(whole) || above === undefined) continue;
        found.add(whole);
        const [there] = yield { table: getTableName(above.table), column: "id", value: whole };
        if (there !== undefined) open.push([above, there]);
      }
    }
  }
  return found;
}

function* idsAt(part: PartOf, values: Row): Generator<RowsBy, readonly string[], readonly Row[]> {
  if (!("through" in part)) return [values[part.name]].filter((id) => isId(id));
  const id = values["id"];
  if (typeof id !== "string") return [];
  const rows = yield { table: getTableName(part.through.table), column: part.through.name, value: id };
  return rows.map((row) => row[part.to.name]).filter((found) => isId(found));
}

/** Whether somebody may do an act where it is done, and if not, who may. */
export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

/** Asks the table of permissions. An act that is not in it is a mistake of ours. */
export function verdict(permissions: Permissions, viewer: Viewer, act: string, within: ReadonlySet<string>): Verdict {
  const allowed = permissions[act];
  if (allowed === undefined) throw new Error(`The act ${act} stands in no table of permissions.`);
  if (viewer.grants.some((grant) => allowed.includes(grant.role) && counts(grant, within))) return { allowed: true };
  return { allowed: false, reason: viewer.accountId === null ? "Sign in first." : `This takes ${orList(allowed)} of what it is done to, or of what that is part of.` };
}

function counts({ holdsFor }: Grant, within: ReadonlySet<string>): boolean {
  return holdsFor === null || within.has(holdsFor);
}

const words: Readonly<Record<Role, string>> = { READER: "a reader", LEAD: "a lead", DEPUTY: "a deputy lead", OFFICE: "the programme office", STEWARD: "a steward", AUDITOR: "an auditor" };

function orList(allowed: readonly Role[]): string {
  const said = allowed.map((role) => words[role]);
  return said.length < 2 ? said.join("") : `${said.slice(0, -1).join(", ")} or ${said.at(-1)}`;
}

/** The columns of a table by name, generated ones left out. */
export function ownColumns(kind: RecordKind): Readonly<Record<string, Column>> {
  return Object.fromEntries(Object.entries(getTableColumns(kind.table)).filter(([, column]) => column.generated === undefined));
}
