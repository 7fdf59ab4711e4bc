import { HeaderMap, type ApolloServerPlugin, type HTTPGraphQLRequest } from "@apollo/server";
import { OperationTypeNode, type GraphQLError } from "graphql";
import { storageStatus } from "../errors/errors.ts";
import type { Exchange } from "./exchange.ts";
import { httpRefusal } from "../errors/http-refusal.ts";

/** Which exchange each request in Apollo's hands belongs to, and under whose reference each error arose. */
export class Exchanges {
  private readonly byRequest = new WeakMap<HTTPGraphQLRequest, Exchange>();
  private readonly byError = new WeakMap<object, Exchange>();

  /** While Apollo works on a request it is known whose that is. Taken out at the end: what an old map leads to stays until all of memory is looked through. */
  async during<Result>(request: HTTPGraphQLRequest, exchange: Exchange, work: () => Promise<Result>): Promise<Result> {
    this.byRequest.set(request, exchange);
    try {
      return await work();
    } finally {
      this.byRequest.delete(request);
    }
  }

  of(request: HTTPGraphQLRequest | undefined): Exchange | undefined {
    return request === undefined ? undefined : this.byRequest.get(request);
  }

  blame(error: object, exchange: Exchange): void {
    this.byError.set(error, exchange);
  }

  referenceOf(error: unknown): string | undefined {
    return typeof error === "object" && error !== null ? this.byError.get(error)?.reference : undefined;
  }
}

/** Carries what Apollo knows of a request to its exchange, and what its context has to say to every answer. */
export function exchangePlugin(exchanges: Exchanges): ApolloServerPlugin {
  return {
    async requestDidStart({ request }) {
      const exchange = exchanges.of(request.http);
      if (exchange === undefined) return;
      return {
        async didResolveOperation({ operationName, operation, document, request, contextValue }) {
          exchange.operation = operationName ?? undefined;
          if (operation === undefined) return;
          const refusal = wayRefused(exchange, operation.operation);
          if (refusal !== undefined) throw refusal;
          exchange.kind = operation.operation;
          exchange.found = { document, operation };
          await exchange.prepare(contextValue, operation, request.variables ?? {});
        },
        async responseForOperation({ operation }) {
          // Found right, a subscription has nothing to tell yet: what it is executed with comes from its source.
          if (exchange.delivery !== "OPENING" || operation.operation !== OperationTypeNode.SUBSCRIPTION) return null;
          return { http: { headers: new HeaderMap() }, body: { kind: "single", singleResult: { data: null } } };
        },
        async didEncounterErrors({ errors }) {
          for (const error of errors) exchanges.blame(error, exchange);
        },
        async willSendResponse({ response }) {
          if (response.body.kind !== "single") return;
          const answer = response.body.singleResult;
          exchange.codes = (answer.errors ?? []).map((error) => String(error.extensions?.["code"]));
          const status = storageStatus(exchange.codes);
          if (status !== undefined) response.http.status = status;
          answer.extensions = { ...answer.extensions, ...exchange.extensions() };
        },
      };
    },
  };
}

/** Refuses what is sent in a way in which it is not answered. */
function wayRefused({ delivery, isReadOnly }: Exchange, operation: OperationTypeNode): GraphQLError | undefined {
  if (operation === OperationTypeNode.SUBSCRIPTION && delivery === "ONCE") {
    return httpRefusal(406, "STREAM_NEEDED", "A subscription is told over a stream: send it with Accept: text/event-stream, or over a WebSocket.");
  }
  if (operation !== OperationTypeNode.MUTATION) return undefined;
  if (delivery !== "ONCE") return httpRefusal(400, "NOT_OVER_A_STREAM", "A mutation is not taken over a stream. Nothing was changed. Send it by POST as any other request.");
  return isReadOnly ? httpRefusal(403, "READ_ONLY", "A key that is sent as a password only reads. Nothing was changed. Send it as a bearer token to change something.") : undefined;
}
