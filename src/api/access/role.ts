/** What somebody may be to a record: each role is held for one, and counts for all that is part of it. */
export const roles = ["READER", "LEAD", "DEPUTY", "OFFICE", "STEWARD", "AUDITOR"] as const;

export type Role = (typeof roles)[number];

/** A role that somebody holds. */
export interface Grant {
  readonly role: Role;
  /** The HIT, programme, workstream or system that it is held for; null for all that there is. */
  readonly holdsFor: string | null;
}
