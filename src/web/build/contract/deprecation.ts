import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLNamedType, type GraphQLSchema } from "graphql/index.js";

/** Something of a schema that is to go: `Milestone.due`, an argument as `Milestone.due.format`, or a value of an enum. */
export interface Deprecation {
  readonly path: string;
  readonly reason: string;
}

/** Everything in a schema that is marked as to go. */
export function deprecationsIn(schema: GraphQLSchema): Deprecation[] {
  return Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__")).flatMap((type) => membersOf(type).flatMap(({ path, reason }) => (reason == null ? [] : [{ path, reason }])));
}

interface Member {
  readonly path: string;
  readonly reason: string | null | undefined;
}

function membersOf(type: GraphQLNamedType): Member[] {
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).flatMap((field) => [
      { path: `${type.name}.${field.name}`, reason: field.deprecationReason },
      ...field.args.map((arg) => ({ path: `${type.name}.${field.name}.${arg.name}`, reason: arg.deprecationReason })),
    ]);
  }
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => ({ path: `${type.name}.${field.name}`, reason: field.deprecationReason }));
  return isEnumType(type) ? type.getValues().map((value) => ({ path: `${type.name}.${value.name}`, reason: value.deprecationReason })) : [];
}

/** The day on which it goes, as its reason promises: the first day of a quarter of the year. Null where it promises none, or does not say what to use instead. */
export function removalIn(reason: string): string | null {
  return /^\S.*\. Removal on (\d{4}-(?:01|04|07|10)-01)\.$/s.exec(reason)?.[1] ?? null;
}

/** The first day that is far enough behind this one: six months. */
export function sixMonthsAfter(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  // A day that the month does not have is the last that it has.
  const last = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 5, Math.min(date, last))).toISOString().slice(0, 10);
}
