import { randomUUID } from "node:crypto";
import type { Act } from "../../../api/access/act.ts";
import type { Grant, Role } from "../../../api/access/role.ts";
import { nobody, type Viewer } from "../../../api/access/viewer.ts";
import type { Day } from "../../../kernel/day.ts";
import { isId, newId } from "../../../kernel/identity.ts";
import { refusal } from "../../../kernel/problem.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import type { Draft } from "../../../ledger/draft.ts";
import type { Graph } from "../../../ledger/graph.ts";
import type { Ledger } from "../../../ledger/ledger.ts";
import { grantFields, keyFields, stateOf, systemOf } from "./rules.ts";
import { newSecret, fingerprintOf } from "../../../kernel/secret.ts";
import { accountOf, allSystems, anyKeyOpens, grantsHeldBy, keyWith, mayEnter, type RoleGrantRow } from "./store.ts";
import { accessKeyKind, accountKind, roleGrantKind } from "./table.ts";

/** Somebody as their issuer knows them. */
export interface SignedIn {
  readonly issuer: string;
  readonly subject: string;
  readonly displayName: string;
  /** The roles that their groups give them there; null where the issuer says nothing of groups. */
  readonly grants: readonly Grant[] | null;
}

/** A key to be made for a tool. */
export interface KeyAsked {
  readonly name: string;
  readonly role: Role;
  /** Id of the record that the role is held for; null for everything. */
  readonly holdsFor: string | null;
  /** The last day on which it opens anything. */
  readonly expiresOn: Day;
  readonly actor: string;
}

/** Who sees drafts: those who write them, approve them, or look after the whole. */
const draftReaders: ReadonlySet<Role> = new Set(["LEAD", "DEPUTY", "OFFICE", "STEWARD", "AUDITOR"]);

/** What an account or a key may see and be on a day, there or in another graph: what its roles say that stand then. Nobody, where there is no such account, or the key opens nothing any more. */
export function viewerOf(graph: Graph, holderId: string, today: Day, where: Graph = graph): Viewer {
  if (!mayEnter(graph, holderId, today)) return nobody;
  const held = grantsHeldBy(graph, holderId, today);
  const systems = held.some(({ holdsForId }) => holdsForId === null) ? [...new Set([...new Set([graph, where])].flatMap(allSystems))] : [];
  const systemsOf = (grants: readonly RoleGrantRow[]): string[] => [...new Set(grants.flatMap(({ holdsForId, inSystemId }) => (holdsForId === null ? systems : inSystemId === null ? [] : [inSystemId])))];
  return {
    accountId: holderId,
    memberOf: systemsOf(held),
    draftsOf: systemsOf(held.filter(({ role }) => draftReaders.has(role))),
    grants: held.map(({ role, holdsForId }) => ({ role, holdsFor: holdsForId })),
  };
}

/** The key that has this secret, if it opens anything on this day; and if not, why. */
export function keyFor(graph: Graph, secret: string, today: Day): { readonly id: string } | { readonly refused: "UNKNOWN" | "EXPIRED" | "REVOKED" } {
  const key = keyWith(graph, fingerprintOf(secret));
  if (key === null) return { refused: "UNKNOWN" };
  const state = stateOf(key, today);
  return state === "OPEN" ? { id: key.id } : { refused: state };
}

/** Whether anybody can come in with a key. */
export function hasAnyKey(graph: Graph, today: Day): boolean {
  return anyKeyOpens(graph, today);
}

/**
 * Somebody has signed in: their account, which the first time is made, and the roles that their groups give them, in step
 * with what the issuer says now. Roles that somebody gave them stay. Gives the account's id; writes only what is new.
 * In a founding history it was at an instant of its own.
 */
export async function signedIn(ledger: Ledger, { issuer, subject, displayName, grants }: SignedIn, founding?: string): Promise<string> {
  const known = reading(ledger, (graph) => accountOf(graph, issuer, subject)?.id);
  const id = known ?? newId(accountKind.prefix, randomUUID());
  const { value } = await ledger.commit({ name: "account:sign-in" satisfies Act, actor: id, founding }, (draft) => {
    const account = accountOf(draft.graph, issuer, subject);
    if (account === null) draft.create(accountKind, { audience: "MEMBERS", issuer, subject, displayName }, id);
    else draft.change(accountKind, account.id, { displayName });
    const accountId = account?.id ?? id;
    if (grants !== null) keepInStep(draft, ledger.kinds, accountId, grants);
    return accountId;
  });
  return value ?? id;
}

/** Makes a key for whoever runs the server. Its secret is given here, and never again. */
export async function makeKey(ledger: Ledger, { name, role, holdsFor, expiresOn, actor }: KeyAsked): Promise<{ readonly id: string; readonly secret: string }> {
  const { secret, ...kept } = newSecret();
  const { value } = await ledger.commit({ name: "access-key:create" satisfies Act, actor }, (draft) => {
    const inSystem = holdsFor === null ? null : systemFor(draft, ledger.kinds, holdsFor);
    if (inSystem === undefined) throw refusal("NOT_FOUND", `There is no record with the id ${holdsFor}, for which the key would be.`);
    const keyId = draft.create(accessKeyKind, keyFields({ name, expiresOn, ...kept }));
    draft.create(roleGrantKind, grantFields({ keyId, role, holdsForId: holdsFor, inSystemId: inSystem, origin: "GIVEN", since: draft.today }));
    return keyId;
  });
  return { id: value ?? "", secret };
}

/** What groups gave and give no more is taken away, and what they give anew is added. A group that names a record that is not there gives nothing. */
function keepInStep(draft: Draft, kinds: readonly RecordKind[], accountId: string, wanted: readonly Grant[]): void {
  const standing = grantsHeldBy(draft.graph, accountId, draft.today).filter(({ origin }) => origin === "GROUP");
  for (const held of standing) if (!wanted.some((grant) => isSame(held, grant))) draft.remove(roleGrantKind, held.id);
  const missing = wanted.filter((grant, index) => !standing.some((held) => isSame(held, grant)) && wanted.findIndex(({ role, holdsFor }) => role === grant.role && holdsFor === grant.holdsFor) === index);
  for (const { role, holdsFor } of missing) {
    const inSystemId = holdsFor === null ? null : systemFor(draft, kinds, holdsFor);
    if (inSystemId !== undefined) draft.create(roleGrantKind, grantFields({ accountId, role, holdsForId: holdsFor, inSystemId, origin: "GROUP", since: draft.today }));
  }
}

function isSame(held: RoleGrantRow, { role, holdsFor }: Grant): boolean {
  return held.role === role && held.holdsForId === holdsFor;
}

/** The system of a record; null where it belongs to none, undefined where there is no such record. */
function systemFor(draft: Draft, kinds: readonly RecordKind[], id: string): string | null | undefined {
  const kind = kinds.find(({ prefix }) => isId(id, prefix));
  const record = kind === undefined ? null : draft.read(kind, id);
  return record === null ? undefined : systemOf(record);
}

function reading<Result>(ledger: Ledger, work: (graph: Graph) => Result): Result {
  const lease = ledger.lease();
  try {
    return work(lease.graph);
  } finally {
    lease.release();
  }
}
