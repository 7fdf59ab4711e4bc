import type { principleSets } from "./table.ts";

/** What tells one set from another of the same name. */
type Edition = Pick<typeof principleSets.$inferSelect, "name" | "ownerOrganisationId" | "ownerGroupId" | "adopted">;

/** Among sets, the editions of this one: those of the same name and the same owner, the earliest adopted first and those without a date last. */
export function editionsOf<Set extends Edition>(set: Edition, among: readonly Set[]): Set[] {
  return among
    .filter((other) => other.name === set.name && other.ownerOrganisationId === set.ownerOrganisationId && other.ownerGroupId === set.ownerGroupId)
    .toSorted((a, b) => adoptedFrom(a).localeCompare(adoptedFrom(b)));
}

function adoptedFrom({ adopted }: Edition): string {
  return adopted.earliest ?? adopted.latest ?? "9999-12-31";
}
