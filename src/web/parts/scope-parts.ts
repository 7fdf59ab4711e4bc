import type { QueryParts } from "../address/address.ts";
import { useScope } from "./scope.tsx";

/** Where the reader looks, to be taken along to another page. */
export function useScopeParts(): QueryParts {
  const { system, place } = useScope();
  return { ...(system === null ? {} : { system }), ...(place === null ? {} : { place }) };
}
