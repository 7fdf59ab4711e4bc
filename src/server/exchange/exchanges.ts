import type { HTTPGraphQLRequest } from "@apollo/server";
import type { Exchange } from "./exchange.ts";

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
