import type { Role } from "../../../api/access/role.ts";
import type { Day } from "../../../kernel/day.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import type { grantOrigins } from "./table.ts";

export const accessKeyStates = ["OPEN", "EXPIRED", "REVOKED"] as const;

export type AccessKeyState = (typeof accessKeyStates)[number];

/** Whether a key opens anything on a day. */
export function stateOf({ revokedOn, expiresOn }: { readonly revokedOn: string | null; readonly expiresOn: string }, today: Day): AccessKeyState {
  if (revokedOn !== null) return "REVOKED";
  return expiresOn < today ? "EXPIRED" : "OPEN";
}

/** Whether a role is held on a day: its first and last days count. */
export function isHeld({ since, until }: { readonly since: string; readonly until: string | null }, today: Day): boolean {
  return since <= today && (until === null || until >= today);
}

/** The roles that an office may give and end; the others take a steward. */
export function isOfOffice(role: Role): boolean {
  return role === "LEAD" || role === "DEPUTY" || role === "READER";
}

/** A key as it is recorded. It belongs to no system: no path to records leads to it. */
export function keyFields(key: { readonly name: string; readonly prefix: string; readonly fingerprint: string; readonly expiresOn: Day }): FieldValues {
  return { audience: "MEMBERS", ...key };
}

/** A role, and who holds it for what. */
export interface RoleGiven {
  readonly accountId?: string | null;
  readonly keyId?: string | null;
  readonly role: Role;
  readonly holdsForId: string | null;
  readonly inSystemId: string | null;
  readonly origin: (typeof grantOrigins)[number];
  readonly since: Day;
  readonly until?: Day | null;
}

/** A role as it is recorded: likewise in no system. */
export function grantFields(given: RoleGiven): FieldValues {
  return { audience: "MEMBERS", ...given };
}

/** The system that a record belongs to, or is. */
export function systemOf(record: { readonly id: string; readonly level?: unknown; readonly systemId?: unknown }): string | null {
  if (record.level === "SYSTEM") return record.id;
  return typeof record.systemId === "string" ? record.systemId : null;
}
