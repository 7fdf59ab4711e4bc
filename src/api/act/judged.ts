import { kebab } from "../../kernel/kebab.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Act } from "../access/act.ts";
import type { Own, Permission, Permissions, Question, Row, Walk } from "../access/permission.ts";
import type { Grant, Role } from "../access/role.ts";
import type { Viewer } from "../access/viewer.ts";
import { wholesOf } from "./scope.ts";

/** Whether somebody may do something to a record, and if not, which act they may not do, and who may. */
export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly act: Act; readonly reason: string };

/** What is judged by. */
export interface Judging {
  readonly permissions: Permissions;
  readonly kinds: ReadonlyMap<string, RecordKind>;
  readonly viewer: Viewer;
}

/**
 * Asks the table of permissions: the only place where that is done, for an act as for the question whether it could be done,
 * so that both always agree. An act that is not in the table is a mistake of ours.
 */
export function* judged(judging: Judging, { act, kind, row }: Question): Walk<Verdict> {
  const { permissions, viewer } = judging;
  const permission = permissions[act];
  if (permission === undefined) throw new Error(`The act ${act} stands in no table of permissions.`);
  if (!(yield* isHeld(judging, permission, kind, row))) return { allowed: false, act, reason: viewer.accountId === null ? "Sign in first." : `This takes ${whoMay(permission)}.` };
  for (const question of permission.also === undefined ? [] : yield* permission.also(kind, row)) {
    const verdict = yield* judged(judging, question);
    if (!verdict.allowed) return verdict;
  }
  return { allowed: true };
}

/** Whether somebody is to a record what a permission takes. What is asked beside it is not asked here. */
export function* isHeld({ kinds, viewer }: Pick<Judging, "kinds" | "viewer">, { by, at, own }: Permission, kind: RecordKind, row: Row): Walk<boolean> {
  const held = by === "SIGNED_IN" ? [] : viewer.grants.filter(({ role }) => by.includes(role));
  return (by === "SIGNED_IN" && viewer.accountId !== null) || (own !== undefined && isOwn(own, viewer, row)) || held.some(isForEverything) || (held.length > 0 && at !== "EVERYTHING" && (yield* isWithin(held, wholesOf(kinds, kind, row, at))));
}

/** Whether somebody holds a role that counts for an act, wherever they hold it: what it is done to is asked besides. */
export function holdsRoleFor(permissions: Permissions, act: Act, { grants, accountId }: Viewer): boolean {
  const permission = permissions[act];
  if (permission === undefined) throw new Error(`The act ${act} stands in no table of permissions.`);
  const { by } = permission;
  return by === "SIGNED_IN" ? accountId !== null : grants.some(({ role }) => by.includes(role));
}

function* isWithin(held: readonly Grant[], wholes: Walk<ReadonlySet<string>>): Walk<boolean> {
  const within = yield* wholes;
  return held.some(({ holdsFor }) => holdsFor !== null && within.has(holdsFor));
}

/** Whether the record is somebody's own, who holds a role that counts, where any has to. */
function isOwn({ in: columns, by }: Own, { accountId, grants }: Viewer, row: Question["row"]): boolean {
  return accountId !== null && columns.some((column) => row[column] === accountId) && (by === "SIGNED_IN" || grants.some(({ role }) => by.includes(role)));
}

function isForEverything({ holdsFor }: Grant): boolean {
  return holdsFor === null;
}

/** Who may, and where they have to be it: completes "This takes …". */
export function whoMay({ own, ...permission }: Permission): string {
  if (own === undefined) return byRole(permission);
  const owner = own.by === "SIGNED_IN" ? "whoever it belongs to" : `whoever it belongs to, while they are ${orList(own.by.map((role) => words[role]))} of anything`;
  return permission.by.length === 0 ? owner : `${owner}; or ${byRole(permission)}`;
}

function byRole({ by, at }: Permission): string {
  if (by === "SIGNED_IN") return "somebody who signed in";
  const who = orList(by.map((role) => words[role]));
  if (at === "EVERYTHING") return `${who} of everything, since it reaches the records of every system`;
  const where = at === undefined ? "of what it is done to, or of what that is part of" : `of the ${orList(at.map(said))} that it is part of, or of what that is part of`;
  return `${who} ${where}`;
}

const words: Readonly<Record<Role, string>> = { READER: "a reader", LEAD: "a lead", DEPUTY: "a deputy lead", OFFICE: "the programme office", STEWARD: "a steward", AUDITOR: "an auditor" };

function said(type: string): string {
  return kebab(type).replaceAll("-", " ");
}

/** A list as it is said: this, that or the other. */
export function orList(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;
}
