import type { Grant } from "./role.ts";

/** Who is asking, what of the graph they may see, and what they are to which records. */
export interface Viewer {
  /** The account or the key that signed in; null for somebody who did not. */
  readonly accountId: string | null;
  /** Systems whose MEMBERS records they see. */
  readonly memberOf: readonly string[];
  /** Systems whose DRAFT records they see, as a lead or in the office. */
  readonly draftsOf: readonly string[];
  readonly grants: readonly Grant[];
}

/** Somebody who did not sign in. */
export const nobody: Viewer = { accountId: null, memberOf: [], draftsOf: [], grants: [] };
