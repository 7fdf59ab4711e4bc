/** Every page's address. What stands after a colon names a record. */
export const addresses = {
  overview: "/",
  programmes: "/programmes",
  programme: "/programmes/:id",
  milestones: "/milestones",
  milestone: "/milestones/:id",
  readiness: "/readiness",
  workstream: "/workstreams/:id",
  confidence: "/confidence",
  report: "/reports/:id",
  record: "/records/:id",
} as const satisfies Readonly<Record<string, string>>;

export type PageName = keyof typeof addresses;
