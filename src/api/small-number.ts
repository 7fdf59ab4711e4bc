import type { Quantity } from "../kernel/quantity.ts";
import { sayAbsence } from "../kernel/value-status.ts";
import type { Viewer } from "./viewer.ts";

/** Counts of people below this are withheld from the public: with so few, somebody could be recognised. */
export const LEAST_PUBLIC_COUNT = 5;

/** Units in which people are counted. */
export const PEOPLE: ReadonlySet<Quantity["unit"]> = new Set(["PEOPLE", "CHAMPIONS"] as const);

/**
 * A quantity as a viewer may have it: a small count of people is WITHHELD, words and numbers, from whoever is a member of no
 * system. Every quantity of an answer passes here on its way out, and so does one from which something is worked out for it.
 */
export function quantityFor(viewer: Viewer, quantity: Quantity): Quantity {
  if (!isPublic(viewer) || !isSmallCount(quantity)) return quantity;
  return { text: sayAbsence("WITHHELD"), operator: "UNKNOWN", value: null, upper: null, fraction: null, unit: quantity.unit, status: "WITHHELD" };
}

/** The columns of a row that hold a count which the viewer is not shown: nor are the words that it was read from. */
export function withheldColumns(viewer: Viewer, row: object): string[] {
  return Object.entries(row).flatMap(([column, value]: [string, unknown]) => (isQuantity(value) && quantityFor(viewer, value).status === "WITHHELD" ? [column] : []));
}

/** Whether a value is one that only a column of quantities holds. */
export function isQuantity(value: unknown): value is Quantity {
  return typeof value === "object" && value !== null && "operator" in value && "unit" in value && "fraction" in value;
}

/** By the number that is named, the lower one of two: "between 2 and 10" says that there may be two. */
function isSmallCount({ unit, value }: Quantity): boolean {
  return PEOPLE.has(unit) && value !== null && value < LEAST_PUBLIC_COUNT;
}

function isPublic({ memberOf, draftsOf }: Viewer): boolean {
  return memberOf.length === 0 && draftsOf.length === 0;
}
