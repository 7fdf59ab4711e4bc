import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLError, GraphQLSchema } from "graphql";
import { counted } from "../counted.ts";
import type { Exchanges } from "../exchange-plugin.ts";
import { httpRefusal } from "../http-refusal.ts";
import type { Limits } from "../limits.ts";
import { headersFor, PRICE, type Budgets } from "./budgets.ts";
import type { Cost } from "./cost.ts";
import { Costs } from "./costs.ts";

/** Judges what an operation can come to before it is executed, takes it from what its asker has left, and tells both with the answer. */
export function costPlugin({ schema, limits, budgets, exchanges }: { readonly schema: GraphQLSchema; readonly limits: Limits; readonly budgets: Budgets; readonly exchanges: Exchanges }): ApolloServerPlugin {
  const costs = new Costs(schema);
  return {
    async requestDidStart({ request: { http } }) {
      const exchange = exchanges.of(http);
      if (exchange === undefined) return;
      return {
        async didResolveOperation({ document, operation, request }) {
          if (operation === undefined) return;
          const cost = costs.of(document, operation, request.variables ?? {});
          const refusal = overLimit(cost, limits);
          if (refusal !== undefined) throw refusal;
          // The request itself was paid for as it came.
          if (exchange.client !== undefined) exchange.cost = { ...budgets.spend(exchange.client, cost.points - PRICE.request), requested: cost.points };
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

function overLimit({ points, nodes }: Cost, limits: Limits): GraphQLError | undefined {
  if (nodes > limits.nodes) return httpRefusal(400, "TOO_MANY_NODES", `The lists of this answer could hold ${counted(nodes)} items, and at most ${counted(limits.nodes)} are given. Ask for fewer a page (first), or for the lists within in requests of their own.`);
  if (points > limits.cost) return httpRefusal(400, "QUERY_TOO_COSTLY", `This operation costs ${counted(points)} points, and at most ${counted(limits.cost)} are taken. Ask for fewer records a page (first), or for the lists within in requests of their own.`);
  return undefined;
}
