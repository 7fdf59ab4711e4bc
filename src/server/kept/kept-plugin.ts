import { HeaderMap, type ApolloServerPlugin } from "@apollo/server";
import type { Exchanges } from "../exchange/exchange-plugin.ts";
import type { KeptAnswers, KeptPlace } from "./kept-answers.ts";

/** Answers a query with what was answered to the same, where that still stands: after sign-in, limits and cost, which are judged each time. */
export function keptPlugin(exchanges: Exchanges, kept: KeptAnswers): ApolloServerPlugin {
  return {
    async requestDidStart({ request: { http } }) {
      const exchange = exchanges.of(http);
      if (exchange === undefined) return;
      let [isFound, isTagged] = [false, false];
      let place: KeptPlace | null = null;
      return {
        async responseForOperation({ document, operation, request }) {
          // Of a name that no operation has, graphql-js says so.
          if (operation === undefined) return null;
          const standing = kept.isKept({ document, operation }) ? exchange.standing() : null;
          if (standing === null) return null;
          place = kept.placeOf({ document, operationName: operation.name?.value, variables: request.variables ?? {} }, standing);
          const data = place === null ? undefined : kept.find(place);
          isFound = data !== undefined;
          isTagged = true;
          return data === undefined ? null : { http: { headers: new HeaderMap() }, body: { kind: "single", singleResult: { data } } };
        },
        async willSendResponse({ response }) {
          if (response.body.kind !== "single") return;
          const { data, errors } = response.body.singleResult;
          if (data === null || data === undefined || errors !== undefined) return;
          if (place !== null && !isFound) kept.keep(place, data);
          // What is said beside the data is another each time: that it is the same is said of the data.
          if (isTagged && http?.method === "GET") response.http.headers.set("etag", kept.tagOf(data));
        },
      };
    },
  };
}
