/** A table that takes rows in, of which a page has a list. */
export interface TakenTable {
  readonly table: string;
  /** What a row of it is, as several are called. */
  readonly of: string;
  /** The page with the list, as the menu calls it. */
  readonly name: string;
  readonly to: string;
}

export const tables: readonly TakenTable[] = [
  { table: "programmes", of: "programmes", name: "Programmes", to: "/programmes" },
  { table: "milestones", of: "milestones", name: "Milestones", to: "/milestones" },
  { table: "workstreams", of: "workstreams", name: "Readiness", to: "/readiness" },
  { table: "funding", of: "awards", name: "Funding", to: "/funding" },
  { table: "pledges", of: "signatures", name: "Pledges", to: "/pledges" },
  { table: "actions", of: "actions", name: "Pledges", to: "/pledges" },
  { table: "measures", of: "measures", name: "Measures", to: "/measures" },
  { table: "health_integration_teams", of: "teams", name: "Teams", to: "/teams" },
  { table: "organisations", of: "organisations", name: "Organisations", to: "/organisations" },
  { table: "recommendations", of: "recommendations", name: "Recommendations", to: "/recommendations" },
  { table: "outcomes", of: "outcomes", name: "Outcomes", to: "/outcomes" },
  { table: "practice", of: "practices", name: "Practice map", to: "/practice" },
  { table: "sources", of: "sources", name: "Sources", to: "/sources" },
];
