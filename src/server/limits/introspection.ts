import { HeaderMap, type ApolloServerPlugin } from "@apollo/server";
import { execute, Kind, OperationTypeNode, type GraphQLNamedType, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { Pace } from "../../api/pace.ts";
import type { Limits } from "./limits.ts";

/** So many types are described before anybody else can have a turn. */
const TYPES_AT_ONCE = 8;

/**
 * Answers what only asks for the schema a few types at a time, with turns for everybody else in between: all of it is a megabyte
 * or more of text, and GraphQL would describe it in one go.
 */
export function introspectionPlugin(schema: GraphQLSchema, { operationSeconds }: Limits): ApolloServerPlugin {
  return {
    async requestDidStart() {
      const pace = new Pace(performance.now() + operationSeconds * 1_000);
      return {
        async responseForOperation({ document, operation, request }) {
          if (!onlyIntrospects(operation)) return null;
          const { data, errors } = await execute({ schema: inTurns(schema, pace), document, operationName: request.operationName, variableValues: request.variables });
          // What is wrong with it is told as of any other operation.
          return errors === undefined ? { http: { headers: new HeaderMap() }, body: { kind: "single", singleResult: { data: { ...data } } } } : null;
        },
      };
    },
  };
}

/** Apollo asks also where a document has no operation of the name that was sent. */
function onlyIntrospects(found: OperationDefinitionNode | undefined): boolean {
  return found?.operation === OperationTypeNode.QUERY && found.selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith("__"));
}

/** The same schema, which hands over its types as they get their turns: GraphQL takes promises in the place of a list's items. */
function inTurns(schema: GraphQLSchema, pace: Pace): GraphQLSchema {
  // oxlint-disable-next-line no-unsafe-type-assertion -- a schema in all but what is put in the place of one method
  return Object.create(schema, { getTypeMap: { value: () => gated(schema.getTypeMap(), pace) } }) as GraphQLSchema;
}

function gated(types: Readonly<Record<string, GraphQLNamedType>>, pace: Pace): Record<string, Promise<GraphQLNamedType>> {
  pace.takeTurns();
  let turn = Promise.resolve();
  return Object.fromEntries(Object.entries(types).map(([name, type], index) => {
    if (index % TYPES_AT_ONCE === 0) turn = turn.then(async () => pace.step(0));
    return [name, turn.then(() => type)];
  }));
}
