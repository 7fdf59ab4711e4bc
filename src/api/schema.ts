import "reflect-metadata";
import { isInterfaceType, lexicographicSortSchema, printSchema, type GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { prefixOf } from "../kernel/identity.ts";
import type { Concept } from "./concept.ts";
import { anyRecord, nodeResolver } from "./node.ts";
import { recordResolver, type RecordRow } from "./record.ts";
import { searchResolver } from "./search/resolver.ts";
import { gateQuantities } from "./small-number.ts";
import { MoneyResolver } from "./value/money.ts";
import { PartialDateResolver } from "./value/partial-date.ts";
import { QuantityResolver } from "./value/quantity.ts";

/** The schema of a graph of these concepts. */
export async function graphSchema(concepts: readonly Concept[]): Promise<GraphQLSchema> {
  const record = anyRecord(concepts);
  const own = [recordResolver(record), searchResolver(concepts, record), MoneyResolver, PartialDateResolver, QuantityResolver];
  const kinds = concepts.flatMap((concept) => concept.kinds);
  const resolvers = [...own, ...concepts.flatMap((concept) => [...concept.resolvers, ...(concept.resolversOver?.(record, kinds) ?? [])])];
  // A test checks the schema as a whole, rather than every start.
  const schema = await buildSchema({ resolvers: [nodeResolver(record), ...resolvers], validate: false, skipCheck: true });
  const query = schema.getQueryType();
  if (query) query.description = "All that can be asked. Long lists come page by page; what this viewer may not see is not there.";
  gateQuantities(schema);
  nameTypes(schema, new Map(kinds.map((kind) => [kind.prefix, kind.type])));
  return schema;
}

/** The schema as text, in an order that does not depend on the code's. */
export function schemaText(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** A record's id tells which type it is of. */
function nameTypes(schema: GraphQLSchema, types: ReadonlyMap<string, string>): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type)) type.resolveType = ({ id }: RecordRow) => types.get(prefixOf(id));
  }
}
