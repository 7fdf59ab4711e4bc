import { HeaderMap, type ApolloServerPlugin } from "@apollo/server";
import type { Compiled } from "../api/compiled.ts";
import type { Exchanges } from "./exchange/exchange-plugin.ts";

/** Answers what is compiled before Apollo has it executed. A gateway could do so too, but what Apollo makes for one stays with all that it leads to until all of memory is looked through. */
export function compiledPlugin(exchanges: Exchanges, compiled: Compiled): ApolloServerPlugin {
  return {
    async requestDidStart({ request: { http } }) {
      if (exchanges.of(http)?.isForGraphqlJs === true) return;
      return {
        async responseForOperation({ document, operation, request, contextValue }) {
          if (operation === undefined) return null;
          const data = await compiled.answer({ document, operationName: operation.name?.value, variables: request.variables ?? {}, contextValue });
          return data === null ? null : { http: { headers: new HeaderMap() }, body: { kind: "single", singleResult: { data } } };
        },
      };
    },
  };
}
