import { HeaderMap, type ApolloServerPlugin } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import { Compiled } from "../api/compiled.ts";

/** Answers what is compiled before Apollo has it executed. A gateway could do so too, but what Apollo makes for one stays with all that it leads to until all of memory is looked through. */
export function compiledPlugin(schema: GraphQLSchema): ApolloServerPlugin {
  const compiled = new Compiled(schema);
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, request, contextValue }) {
          const answer = await compiled.answer({ document, operationName: request.operationName ?? null, variables: request.variables ?? {}, contextValue });
          return answer === null ? null : { http: { headers: new HeaderMap() }, body: { kind: "single", singleResult: { data: answer.data ?? null } } };
        },
      };
    },
  };
}
