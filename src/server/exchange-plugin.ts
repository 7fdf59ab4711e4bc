import type { ApolloServerPlugin, HTTPGraphQLRequest } from "@apollo/server";
import type { Exchange } from "./exchange.ts";

/** Which exchange each request in Apollo's hands belongs to, and under whose reference each error arose. */
export class Exchanges {
  private readonly byRequest = new WeakMap<HTTPGraphQLRequest, Exchange>();
  private readonly byError = new WeakMap<object, Exchange>();

  begin(request: HTTPGraphQLRequest, exchange: Exchange): void {
    this.byRequest.set(request, exchange);
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
        async didResolveOperation({ operationName }) {
          exchange.operation = operationName ?? undefined;
        },
        async didEncounterErrors({ errors }) {
          for (const error of errors) exchanges.blame(error, exchange);
        },
        async willSendResponse({ response }) {
          if (response.body.kind !== "single") return;
          const answer = response.body.singleResult;
          exchange.codes = (answer.errors ?? []).map((error) => String(error.extensions?.["code"]));
          answer.extensions = { ...answer.extensions, ...exchange.extensions() };
        },
      };
    },
  };
}
