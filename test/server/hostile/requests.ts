import { getNamedType, isCompositeType, isObjectType, type GraphQLArgument } from "graphql";
import type { Sent } from "../../support/sample-mutation.ts";
import { filledJson, filledLiteral, type Written } from "./hole.ts";
import type { Place } from "./places.ts";
import type { Surrounding } from "./reach.ts";

/** The body of a request of GraphQL over HTTP: what is hostile among its variables, or in the document itself. */
export type Where = "VARIABLE" | "LITERAL";

export interface Asking {
  readonly place: Place;
  readonly around: Sent;
  readonly way: Surrounding;
  /** Whether an act is only tried; null where the place says so itself. */
  readonly dryRun: boolean | null;
}

/** The request that sends a value to a place; null where the value cannot be written so. */
export function bodyFor({ place, around, way, dryRun }: Asking, value: Written, where: Where): string | null {
  const [at = ""] = place.path;
  const isVariable = ({ name }: GraphQLArgument): boolean => where === "VARIABLE" || name !== at;
  const args = place.field.args.filter(({ name }) => Object.hasOwn(around, name));
  const variables = args.filter(isVariable);
  const literals = new Map<string, string>();
  for (const { name, type } of args.filter((arg) => !isVariable(arg))) {
    if (value.literal === null) return null;
    literals.set(name, filledLiteral(around[name], type, value.literal));
  }
  const tried = dryRun !== null && place.on === "Mutation" && !Object.hasOwn(around, "dryRun") ? [`dryRun: ${dryRun}`] : [];
  const sent = [...args.map(({ name }) => `${name}: ${literals.get(name) ?? `$${name}`}`), ...tried].join(" ");
  const declared = variables.map(({ name, type }) => `$${name}: ${String(type)}`).join(" ");
  const field = way(`${place.field.name}${sent === "" ? "" : `(${sent})`} ${selectionOf(place)}`);
  const query = `${place.on === "Mutation" ? "mutation" : "query"} ${declared === "" ? "" : `(${declared})`} ${field}`;
  const json = filledJson(Object.fromEntries(variables.map(({ name }) => [name, around[name]])), value);
  return `{"query": ${JSON.stringify(query)}, "variables": ${json}}`;
}

/** Enough of the answer for all that was sent to be read. */
function selectionOf({ field }: Place): string {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return "";
  const fields = isObjectType(type) ? type.getFields() : {};
  if ("pageInfo" in fields) return "{ nodes { __typename } pageInfo { hasNextPage endCursor } totalCount }".replace("totalCount", "totalCount" in fields ? "totalCount" : "");
  return "problems" in fields ? "{ problems { code message path } }" : "{ __typename }";
}
