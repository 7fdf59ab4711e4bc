import type { memberKinds, memberships } from "./table.ts";

/** What a member is: exactly one of the three is recorded. */
export function memberKindOf({ organisationId, personId }: Pick<typeof memberships.$inferSelect, "organisationId" | "personId">): (typeof memberKinds)[number] {
  if (organisationId !== null) return "ORGANISATION";
  return personId === null ? "CONSTITUENCY" : "PERSON";
}
