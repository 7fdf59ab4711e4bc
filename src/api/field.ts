import type { GraphQLResolveInfo } from "graphql";
import { Fault } from "./fault/fault.ts";

/** The field of the schema that a column stands behind: a relation's column is its field's name and Id. */
export function fieldOf(column: string): string {
  return column.endsWith("Id") ? column.slice(0, -2) : column;
}

/** What a column is called where nobody has a better word: `ownerOrganisationId` is the owner organisation. */
export function fieldWords(column: string): string {
  return fieldOf(column).replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

/** The column behind a field of a record's type. Refuses what is not such a field, and a field behind which there is none. */
export function columnOf(row: object, field: string, type: GraphQLResolveInfo["parentType"]): string {
  const isField = type.getFields()[field] !== undefined;
  const column = isField ? [field, `${field}Id`].find((name) => Object.hasOwn(row, name)) : undefined;
  if (column === undefined) throw new Fault("BAD_USER_INPUT", `There is no field ${field} here that holds a value or points at one record.`);
  return column;
}
