import { getTableName } from "drizzle-orm";
import type { Question, Row, Walk } from "../../../api/access/permission.ts";
import { roles } from "../../../api/access/role.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { isOfOffice } from "./rules.ts";
import { accessKeyKind, roleGrantKind, roleGrants } from "./table.ts";

/** What is asked beside acts on who has access: nobody gives or takes away what their own office may not. */

/** The role that is given or ended, where an office may not give it: a steward is asked too. Whoever adds to a key might end each of its roles: else they could keep it open. */
export function* alsoAppoints(kind: RecordKind, row: Row): Walk<readonly Question[]> {
  if (kind.type !== roleGrantKind.type) return [];
  const role = roles.find((known) => known === row["role"]);
  const appoints = role === undefined || isOfOffice(role) ? [] : [{ act: "role:appoint", kind: roleGrantKind, row } as const];
  const isNew = typeof row["id"] !== "string";
  return [...appoints, ...(isNew && typeof row["keyId"] === "string" ? yield* rolesOf(row["keyId"]) : [])];
}

/** Every role of a key. */
export function* alsoEndsAll(kind: RecordKind, row: Row): Walk<readonly Question[]> {
  const { id } = row;
  return kind.type === accessKeyKind.type && typeof id === "string" ? yield* rolesOf(id) : [];
}

function* rolesOf(keyId: string): Walk<readonly Question[]> {
  const grants = yield { table: getTableName(roleGrants), column: roleGrants.keyId.name, value: keyId };
  return grants.map((grant) => ({ act: "role:end", kind: roleGrantKind, row: grant }) as const);
}
