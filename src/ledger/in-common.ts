/** What knows the hashes of a ledger's entries. */
export interface Hashed {
  /** The hash of an entry; null where there is none of this number. */
  hashOf(number: number): Promise<string | null>;
}

/** The last entry, up to a number, that two ledgers have in common; 0 for none. Each hash seals all that was before it, so what they have in common is at their beginning. */
export async function lastInCommon(one: Hashed, other: Hashed, until: number): Promise<number> {
  let [same, differs] = [0, until + 1];
  while (differs - same > 1) {
    const number = Math.floor((same + differs) / 2);
    const hash = await one.hashOf(number);
    if (hash !== null && hash === (await other.hashOf(number))) same = number;
    else differs = number;
  }
  return same;
}
