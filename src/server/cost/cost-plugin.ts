import type { ApolloServerPlugin } from "@apollo/server";
import type { Exchanges } from "../exchange/exchange-plugin.ts";
import { headersFor } from "./budgets.ts";
import type { Prices } from "./prices.ts";

/** Takes what an operation can come to from what its asker has left before it is executed, and tells both with the answer. */
export function costPlugin(exchanges: Exchanges, prices: Prices): ApolloServerPlugin {
  return {
    async requestDidStart({ request: { http } }) {
      const exchange = exchanges.of(http);
      if (exchange === undefined) return;
      return {
        async didResolveOperation({ document, operation, request }) {
          if (operation !== undefined) prices.charge(exchange, { document, operation }, request.variables ?? {});
        },
        async willSendResponse({ response }) {
          if (exchange.cost === undefined || response.body.kind !== "single") return;
          const answer = response.body.singleResult;
          answer.extensions = { ...answer.extensions, cost: exchange.cost };
          for (const [name, value] of Object.entries(headersFor(exchange.cost))) response.http.headers.set(name, value);
        },
      };
    },
  };
}
