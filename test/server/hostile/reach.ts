import { getNamedType, isAbstractType, isCompositeType, isInterfaceType, isObjectType, isRequiredArgument, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import type { Pair } from "../../support/two-of-each.ts";

/** Where a field of a type stands in an operation: what is written around it. */
export type Surrounding = (field: string) => string;

/** The shortest ways from the top of an operation to each type that an answer can be made of: by a record of its own, or from one that has such. */
export function waysTo(schema: GraphQLSchema, pairs: readonly Pair[]): ReadonlyMap<string, Surrounding> {
  const ways = new Map<string, Surrounding>([["Query", (field) => `{ ${field} }`], ["Mutation", (field) => `{ ${field} }`]]);
  const waiting: GraphQLObjectType[] = [];
  const reach = (type: GraphQLObjectType, way: Surrounding): void => {
    if (ways.has(type.name)) return;
    ways.set(type.name, way);
    waiting.push(type);
  };
  for (const { kind, first } of pairs) {
    const type = schema.getType(kind.type);
    if (isObjectType(type) && isNode(type)) reach(type, (field) => `{ node(id: "${first}") { ... on ${type.name} { ${field} } } }`);
  }
  const query = schema.getQueryType();
  if (query) waiting.push(query);
  for (let from = waiting.shift(); from !== undefined; from = waiting.shift()) {
    const around = ways.get(from.name);
    if (around === undefined) continue;
    for (const field of Object.values(from.getFields())) {
      const type = getNamedType(field.type);
      if (!isCompositeType(type) || field.args.some(isRequiredArgument)) continue;
      const page = field.args.some(({ name }) => name === "first") ? "(first: 2)" : "";
      const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
      for (const one of types) reach(one, (inner) => around(`${field.name}${page} { ... on ${one.name} { ${inner} } }`));
    }
  }
  return ways;
}

function isNode(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some((one) => isInterfaceType(one) && one.name === "Node");
}
