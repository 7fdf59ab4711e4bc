import { sql } from "drizzle-orm";
import { columnsOf, tableStatement, type Graph } from "../../../ledger/graph.ts";
import { ERASED } from "../../../ledger/entry.ts";
import type { Day } from "../../../kernel/day.ts";
import { places } from "../../foundation/place/table.ts";
import { accessKeys, accounts, roleGrants } from "./table.ts";

export type AccountRow = typeof accounts.$inferSelect;
export type AccessKeyRow = typeof accessKeys.$inferSelect;
export type RoleGrantRow = typeof roleGrants.$inferSelect;

const accountBySubject = tableStatement<AccountRow>(accounts, sql`select ${columnsOf(accounts)} from ${accounts} where ${accounts.issuer} = ${sql.placeholder("issuer")} and ${accounts.subject} = ${sql.placeholder("subject")}`);
const keyByFingerprint = tableStatement<AccessKeyRow>(accessKeys, sql`select ${columnsOf(accessKeys)} from ${accessKeys} where ${accessKeys.fingerprint} = ${sql.placeholder("fingerprint")}`);

const stands = sql`${roleGrants.since} <= ${sql.placeholder("today")} and (${roleGrants.until} is null or ${roleGrants.until} >= ${sql.placeholder("today")})`;
const opens = sql`${accessKeys.revokedOn} is null and ${accessKeys.expiresOn} >= ${sql.placeholder("today")}`;

const ofHolder = sql`select ${columnsOf(roleGrants)} from ${roleGrants} where (${roleGrants.accountId} = ${sql.placeholder("holder")} or ${roleGrants.keyId} = ${sql.placeholder("holder")})`;
const grantsOfHolderEver = tableStatement<RoleGrantRow>(roleGrants, sql`${ofHolder} order by ${roleGrants.id}`);
const grantsOfHolder = tableStatement<RoleGrantRow>(roleGrants, sql`${ofHolder} and ${stands} order by ${roleGrants.id}`);
const holderById = tableStatement(
  accounts,
  sql`select ${accounts.id} from ${accounts} where ${accounts.id} = ${sql.placeholder("holder")} and ${accounts.issuer} <> ${sql.raw(`'${ERASED}'`)}
    union all select ${accessKeys.id} from ${accessKeys} where ${accessKeys.id} = ${sql.placeholder("holder")} and ${opens}`,
);
const openKey = tableStatement(accessKeys, sql`select ${accessKeys.id} from ${accessKeys} join ${roleGrants} on ${roleGrants.keyId} = ${accessKeys.id} where ${opens} and ${stands} limit 1`);
const systems = tableStatement<{ id: string }>(places, sql`select ${places.id} from ${places} where ${places.level} = 'SYSTEM' order by ${places.id}`);

const everyAccount = tableStatement<AccountRow>(accounts, sql`select ${columnsOf(accounts)} from ${accounts}`);
const everyAccessKey = tableStatement<AccessKeyRow>(accessKeys, sql`select ${columnsOf(accessKeys)} from ${accessKeys}`);
const everyRoleGrant = tableStatement<RoleGrantRow>(roleGrants, sql`select ${columnsOf(roleGrants)} from ${roleGrants}`);

/** The account of somebody whom an issuer calls so. */
export function accountOf(graph: Graph, issuer: string, subject: string): AccountRow | null {
  return accountBySubject.first(graph, { issuer, subject }) ?? null;
}

export function keyWith(graph: Graph, fingerprint: string): AccessKeyRow | null {
  return keyByFingerprint.first(graph, { fingerprint }) ?? null;
}

/** The roles that an account or a key holds on a day. */
export function grantsHeldBy(graph: Graph, holder: string, today: Day): RoleGrantRow[] {
  return grantsOfHolder.all(graph, { holder, today });
}

/** Every role that an account or a key was given and that was not taken away, whatever its days. */
export function grantsEverGiven(graph: Graph, holder: string): RoleGrantRow[] {
  return grantsOfHolderEver.all(graph, { holder });
}

/** Whether this is an account that is not erased, or a key that opens something on a day. */
export function mayEnter(graph: Graph, holder: string, today: Day): boolean {
  return holderById.first(graph, { holder, today }) !== undefined;
}

/** Whether any key opens something on a day. */
export function anyKeyOpens(graph: Graph, today: Day): boolean {
  return openKey.first(graph, { today }) !== undefined;
}

export function allAccounts(graph: Graph): AccountRow[] {
  return everyAccount.all(graph);
}

export function allAccessKeys(graph: Graph): AccessKeyRow[] {
  return everyAccessKey.all(graph);
}

export function allRoleGrants(graph: Graph): RoleGrantRow[] {
  return everyRoleGrant.all(graph);
}

export function allSystems(graph: Graph): string[] {
  return systems.all(graph).map(({ id }) => id);
}
