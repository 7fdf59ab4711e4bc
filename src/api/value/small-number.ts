import { defaultFieldResolver, getNamedType, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import type { Quantity } from "../../kernel/quantity.ts";
import { sayAbsence } from "../../kernel/value-status.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { valueIn, type StoredValue } from "../../ledger/value-kind.ts";
import type { Guarded } from "../access/audience.ts";
import type { Context } from "../context.ts";
import { once, type Soon } from "../soon.ts";
import type { Viewer } from "../access/viewer.ts";

/** Units in which people are counted. */
export const PEOPLE: ReadonlySet<Quantity["unit"]> = new Set(["PEOPLE", "CHAMPIONS"] as const);

/** Who asks, and the count of people from which on everybody may have it. */
export type ForWhom = Pick<Context, "viewer" | "smallNumber">;

/** The record that a quantity stands in. */
type Holder = Pick<Guarded, "systemId">;

/**
 * A quantity of a record as a viewer may have it: a small count of people is WITHHELD, words and numbers, from whoever is not a
 * member of the record's system; of a record of no system, from whoever is a member of none. With so few, somebody could be
 * recognised. What is worked out from a quantity is worked out from this one.
 */
export function quantityFor({ viewer, smallNumber }: ForWhom, record: Holder, quantity: Quantity): Quantity {
  if (isMember(viewer, record) || !isSmallCount(quantity, smallNumber)) return quantity;
  return { text: sayAbsence("WITHHELD"), operator: "UNKNOWN", value: null, upper: null, fraction: null, unit: quantity.unit, status: "WITHHELD" };
}

/** A stored value of a record as a viewer may have it, whatever it is. */
export function shownTo(whom: ForWhom, record: Holder, value: StoredValue): StoredValue {
  return value.kind === "QUANTITY" ? { ...value, value: quantityFor(whom, record, value.value) } : value;
}

/** The columns of a row that hold a count which the viewer is not shown: nor are the words that it was read from. */
export function withheldColumns(whom: ForWhom, { table }: Pick<RecordKind, "table">, row: Holder): string[] {
  return Object.entries(row).flatMap(([column, stored]: [string, unknown]) => {
    const value = valueIn(table, column, stored);
    return value?.kind === "QUANTITY" && quantityFor(whom, row, value.value).status === "WITHHELD" ? [column] : [];
  });
}

/** Puts the gate at every field that gives a quantity out: its parent is the record that the quantity stands in, and a quantity does not tell which that is. */
export function gateQuantities(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields()).filter((each) => getNamedType(each.type).name === "Quantity")) field.resolve = gated(field.resolve ?? defaultFieldResolver);
  }
}

function gated(resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<Holder, Context> {
  return (record, args, context, info) => {
    // The schema says that this field gives a quantity or nothing, at once or later.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    const given = resolve(record, args, context, info) as Soon<Quantity | null | undefined>;
    return once(given, (quantity) => (quantity ? quantityFor(context, record, quantity) : null));
  };
}

/** By the number that is named, the lower one of two: "between 2 and 10" says that there may be two. */
function isSmallCount({ unit, value }: Quantity, smallNumber: number): boolean {
  return PEOPLE.has(unit) && value !== null && value < smallNumber;
}

function isMember({ memberOf, draftsOf }: Viewer, { systemId }: Holder): boolean {
  const systems = [...memberOf, ...draftsOf];
  return systemId === null ? systems.length > 0 : systems.includes(systemId);
}
