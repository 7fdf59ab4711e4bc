import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLError, GraphQLSchema } from "graphql";
import { counted } from "../limits/counted.ts";
import type { Exchanges } from "../exchange/exchange-plugin.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import type { Limits } from "../limits/limits.ts";
import { headersFor, type Budgets } from "./budgets.ts";
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
          exchange.pay(budgets, cost.points);
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

function overLimit({ points, nodes, values }: Cost, limits: Limits): GraphQLError | undefined {
  if (nodes > limits.nodes) return httpRefusal(400, "TOO_MANY_NODES", `The lists of this answer could hold ${counted(nodes)} items, and at most ${counted(limits.nodes)} are given. Ask for fewer a page (first), or for the lists within in requests of their own.`);
  if (values > limits.values) return httpRefusal(400, "TOO_MANY_VALUES", `This answer could hold ${counted(values)} values, and at most ${counted(limits.values)} are given. Ask for fewer records a page (first), or for less about each.`);
  if (points > limits.cost) return httpRefusal(400, "QUERY_TOO_COSTLY", `This operation costs ${counted(points)} points, and at most ${counted(limits.cost)} are taken. Ask for fewer records a page (first), or for the lists within in requests of their own.`);
  return undefined;
}
