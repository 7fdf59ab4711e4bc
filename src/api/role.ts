/** What somebody may be to a record: each role is held for one, and counts for all that is part of it. */
export const roles = ["READER", "LEAD", "DEPUTY", "OFFICE", "STEWARD", "AUDITOR"] as const;

export type Role = (typeof roles)[number];

/** A role that somebody holds. */
export interface Grant {
  readonly role: Role;
  /** The HIT, programme, workstream or system that it is held for; null for all that there is. */
  readonly holdsFor: string | null;
}

/** For every act, the roles that may do it, where they hold for what it is done to. */
export type Permissions = Readonly<Record<string, readonly Role[]>>;

