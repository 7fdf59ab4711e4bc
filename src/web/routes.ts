import type { Page, PathParts } from "./address/page-type.ts";
import { matched } from "./address/pattern.ts";
import { addresses, type PageName } from "./addresses.ts";

export interface Route {
  readonly load: () => Promise<{ readonly default: Page }>;
  readonly parts: PathParts;
}

/** Where each page stands. It is loaded when it is first looked at. */
const pages: Readonly<Record<PageName, Route["load"]>> = {
  overview: () => import("./overview/page.tsx"),
  programmes: () => import("./programmes/page.tsx"),
  programme: () => import("./programme/page.tsx"),
  milestones: () => import("./milestones/page.tsx"),
  milestone: () => import("./milestone/page.tsx"),
  readiness: () => import("./readiness/page.tsx"),
  workstream: () => import("./workstream/page.tsx"),
  confidence: () => import("./confidence/page.tsx"),
  report: () => import("./report/page.tsx"),
  funding: () => import("./funding/page.tsx"),
  award: () => import("./award/page.tsx"),
  pledges: () => import("./pledges/page.tsx"),
  pledge: () => import("./pledge/page.tsx"),
  signature: () => import("./signature/page.tsx"),
  measures: () => import("./measures/page.tsx"),
  measure: () => import("./measure/page.tsx"),
  systems: () => import("./systems/page.tsx"),
  teams: () => import("./teams/page.tsx"),
  team: () => import("./team/page.tsx"),
  organisations: () => import("./organisations/page.tsx"),
  organisation: () => import("./organisation/page.tsx"),
  people: () => import("./people/page.tsx"),
  person: () => import("./person/page.tsx"),
  group: () => import("./group/page.tsx"),
  recommendations: () => import("./recommendations/page.tsx"),
  recommendation: () => import("./recommendation/page.tsx"),
  outcomes: () => import("./outcomes/page.tsx"),
  practice: () => import("./practice/page.tsx"),
  quality: () => import("./quality/page.tsx"),
  sources: () => import("./sources/page.tsx"),
  source: () => import("./source/page.tsx"),
  search: () => import("./search/page.tsx"),
  packs: () => import("./packs/page.tsx"),
  pack: () => import("./pack/page.tsx"),
  changes: () => import("./changes/page.tsx"),
  record: () => import("./records/page.tsx"),
  myWork: () => import("./desk/page.tsx"),
  update: () => import("./update/page.tsx"),
  reportOnProgramme: () => import("./write/page.tsx"),
  reportOnTeam: () => import("./write/page.tsx"),
  sign: () => import("./sign/page.tsx"),
  bringIn: () => import("./bring-in/page.tsx"),
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
