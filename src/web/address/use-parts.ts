import { hrefOf, partsOf, type QueryParts } from "./address.ts";
import { adjust } from "./history.ts";
import { useAddress } from "./use-address.ts";

/** What stands behind the question mark, for a page to read and to set. */
export interface Parts {
  /** The first value of that name that is one of `of`, if any are given. */
  one(name: string, of?: readonly string[]): string | null;
  many<Value extends string>(name: string, of: readonly Value[]): readonly Value[];
  /** Changes these and keeps the others. Where in a list the reader was, holds for the choice before only, and goes. */
  set(parts: QueryParts): void;
}

/** Parts of an address that name a place in a list. */
export const PLACES_IN_A_LIST: readonly string[] = ["after", "before"];

export function useParts(): Parts {
  const { path, query } = useAddress();
  return {
    one: (name, of) => query.getAll(name).find((value) => value !== "" && (of === undefined || of.includes(value))) ?? null,
    many: (name, of) => of.filter((value) => query.getAll(name).includes(value)),
    set: (parts) => {
      adjust(hrefOf(path, { ...partsOf(query, PLACES_IN_A_LIST), ...parts }));
    },
  };
}
