import type { ComponentType } from "preact";
import { matched } from "./address/pattern.ts";
import { addresses, type PageName } from "./addresses.ts";

/** What of the path a page is given. */
export type PathParts = Readonly<Record<string, string>>;

export type Page = ComponentType<{ readonly parts: PathParts }>;

export interface Route {
  readonly load: () => Promise<{ readonly default: Page }>;
  readonly parts: PathParts;
}

/** Where each page stands. It is loaded when it is first looked at. */
const pages: Readonly<Record<PageName, Route["load"]>> = {
  overview: () => import("./overview/page.tsx"),
};

/** The page at a path; null where there is none. */
export function routeOf(path: string): Route | null {
  for (const name of pageNames) {
    const parts = matched(addresses[name], path);
    if (parts !== null) return { load: pages[name], parts };
  }
  return null;
}

// The keys of an object literal are its type's.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
const pageNames = Object.keys(addresses) as readonly PageName[];
