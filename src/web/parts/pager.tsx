import type { JSX } from "preact";
import { hrefOf, partsOf } from "../address/address.ts";
import { useAddress } from "../address/use-address.ts";
import { PLACES_IN_A_LIST } from "../address/use-parts.ts";
import type { PageEndsFragment } from "../graph/types.ts";

/** How many rows stand on one page of a list. */
const ROWS = 50;

/** Which page of a list the address asks for. */
export interface ListPage {
  readonly first: number | null;
  readonly last: number | null;
  readonly after: string | null;
  readonly before: string | null;
}

export function useListPage(rows = ROWS): ListPage {
  const { query } = useAddress();
  const before = query.get("before");
  return { first: before === null ? rows : null, last: before === null ? null : rows, after: query.get("after"), before };
}

/** To the next page of a list and back. Nothing, where all of it is here. */
export function Pager({ ends: { hasNextPage, hasPreviousPage, startCursor, endCursor } }: { readonly ends: PageEndsFragment }): JSX.Element | null {
  const { path, query } = useAddress();
  const parts = partsOf(query, PLACES_IN_A_LIST);
  if (!hasNextPage && !hasPreviousPage) return null;
  return (
    <nav class="wm-pager" aria-label="Pages of the list">
      {hasPreviousPage && startCursor !== null && <a rel="prev" href={hrefOf(path, { ...parts, before: startCursor })}>← Previous</a>}
      {hasNextPage && endCursor !== null && <a rel="next" href={hrefOf(path, { ...parts, after: endCursor })}>Next →</a>}
    </nav>
  );
}
