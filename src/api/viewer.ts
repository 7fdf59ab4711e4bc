/** Who is asking, and what of the graph they may see. */
export interface Viewer {
  /** The account that signed in; null for somebody who did not. */
  readonly accountId: string | null;
  /** Systems whose MEMBERS records they see. */
  readonly memberOf: readonly string[];
  /** Systems whose DRAFT records they see, as a lead or in the office. */
  readonly draftsOf: readonly string[];
}

/** Somebody who did not sign in. */
export const nobody: Viewer = { accountId: null, memberOf: [], draftsOf: [] };
