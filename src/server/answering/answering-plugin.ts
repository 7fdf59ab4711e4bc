import { HeaderMap, type ApolloServerPlugin } from "@apollo/server";
import { OperationTypeNode } from "graphql";
import { storageStatus } from "../errors/errors.ts";
import type { Admitted } from "../exchange/admitted.ts";
import type { Exchanges } from "../exchange/exchanges.ts";
import type { Answering } from "./answering.ts";

/**
 * Leads what Apollo has read and validated the way to its answer, before Apollo has it executed. A gateway could do so too, but what Apollo makes for one
 * stays with all that it leads to until all of memory is looked through.
 */
export function answeringPlugin(exchanges: Exchanges, answering: Answering): ApolloServerPlugin<object> {
  return {
    async requestDidStart({ request: { http } }) {
      const exchange = exchanges.of(http);
      if (exchange === undefined) return;
      let admitted: Admitted | null = null;
      return {
        async didResolveOperation({ operationName, operation, document, request, contextValue }) {
          exchange.operationName = operationName ?? undefined;
          // Of a name that no operation has, graphql-js says so.
          if (operation !== undefined) admitted = await answering.admit(exchange, { document, operation }, request.variables ?? {}, contextValue);
        },
        async responseForOperation({ operation }) {
          if (admitted === null) return null;
          // Found right, a subscription has nothing to tell yet: what it is executed with comes from its source.
          const isOpening = exchange.delivery === "OPENING" && operation.operation === OperationTypeNode.SUBSCRIPTION;
          const data = isOpening ? null : await answering.dataOf(admitted);
          return data === null && !isOpening ? null : { http: { headers: new HeaderMap() }, body: { kind: "single", singleResult: { data } } };
        },
        async didEncounterErrors({ errors }) {
          for (const error of errors) exchanges.blame(error, exchange);
        },
        async willSendResponse({ response }) {
          if (response.body.kind !== "single") return;
          const answer = response.body.singleResult;
          const { data, errors = [] } = answer;
          exchange.codes = errors.map((error) => String(error.extensions?.["code"]));
          const status = storageStatus(exchange.codes);
          if (status !== undefined) response.http.status = status;
          const beside = answering.beside(exchange);
          answer.extensions = { ...answer.extensions, ...beside.extensions };
          for (const [name, value] of Object.entries(beside.headers)) response.http.headers.set(name, value);
          if (admitted === null || data === null || data === undefined || answer.errors !== undefined) return;
          answering.keep(admitted, data);
          // What is said beside the data is another each time: that it is the same is said of the data.
          const tag = http?.method === "GET" ? answering.tagOf(admitted, data) : undefined;
          if (tag !== undefined) response.http.headers.set("etag", tag);
        },
      };
    },
  };
}
