import type { QueryParts } from "./address.ts";
import { useAddress } from "./use-address.ts";

/** What of an address holds for every page and goes with every link. */
const STANDING: readonly string[] = ["at"];

export function useStanding(): QueryParts {
  const { query } = useAddress();
  return Object.fromEntries(STANDING.filter((name) => query.has(name)).map((name) => [name, query.getAll(name)]));
}
