/** A page that is always one step away. */
export interface Section {
  readonly name: string;
  readonly to: string;
}

/** What stands in the menu, in the order in which a board asks. Only pages that are there. */
export const sections: readonly Section[] = [
  { name: "Overview", to: "/" },
  { name: "Programmes", to: "/programmes" },
  { name: "Milestones", to: "/milestones" },
  { name: "Readiness", to: "/readiness" },
  { name: "Confidence", to: "/confidence" },
  { name: "Funding", to: "/funding" },
  { name: "Pledges", to: "/pledges" },
  { name: "Measures", to: "/measures" },
];

/** What stands behind "More". */
export const moreSections: readonly Section[] = [
  { name: "Systems", to: "/systems" },
  { name: "Teams", to: "/teams" },
  { name: "Organisations", to: "/organisations" },
  { name: "People in roles", to: "/people" },
  { name: "Recommendations", to: "/recommendations" },
  { name: "Outcomes", to: "/outcomes" },
  { name: "Practice map", to: "/practice" },
  { name: "What changed", to: "/changes" },
  { name: "Board packs", to: "/packs" },
  { name: "Data quality", to: "/quality" },
  { name: "Sources", to: "/sources" },
];

/** Whether a page is in a section: the overview holds itself only. */
export function isWithin(path: string, { to }: Section): boolean {
  return to === "/" ? path === "/" : path === to || path.startsWith(`${to}/`);
}
