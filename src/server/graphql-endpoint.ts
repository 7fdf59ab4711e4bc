import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from "@apollo/server";
import type { Request, RequestHandler, Response } from "express";
import { GraphQLError } from "graphql";
import type { Application, ContextRequest } from "./application.ts";
import { readJson } from "./body.ts";
import { refusedWhole } from "./errors.ts";
import { clientOf } from "./client.ts";
import { PRICE, type Budgets } from "./cost/budgets.ts";
import type { Exchanges } from "./exchange-plugin.ts";
import { Exchange } from "./exchange.ts";
import { httpRefusal } from "./http-refusal.ts";
import { idempotencyKeyOf } from "./idempotency-key.ts";
import type { Limits } from "./limits.ts";
import type { LiveEndpoint } from "./live/live-endpoint.ts";
import type { Log } from "./log.ts";
import { logRequest, release } from "./logged.ts";
import { statusFor } from "./plain-json-status.ts";
import { ReadAfter } from "./read-after.ts";
import { sendRefusal } from "./send-refusal.ts";
import { challenge } from "./sign-in/challenge.ts";
import type { SignIn } from "./sign-in/sign-in.ts";

export interface EndpointParts {
  readonly apollo: ApolloServer;
  readonly application: Application;
  readonly signIn: SignIn;
  readonly exchanges: Exchanges;
  readonly budgets: Budgets;
  readonly live: LiveEndpoint;
  readonly limits: Limits;
  readonly log: Log;
}

/** Answers `GET` and `POST /graphql`, once or, to whoever asks for it, over a stream. Whatever becomes of a request, also where its client has gone, what was opened for it is released when its answer is complete. */
export function graphqlEndpoint({ apollo, application, signIn, exchanges, budgets, live, limits, log }: EndpointParts): RequestHandler {
  const readAfter = new ReadAfter(application, signIn.cookies);
  return async (request, response) => {
    const exchange = new Exchange();
    response.setHeader("cache-control", "no-store");
    try {
      if (await live.serves(request, response, exchange)) return;
      const httpGraphQLRequest = await received(request, limits);
      exchanges.begin(httpGraphQLRequest, exchange);
      const key = idempotencyKeyOf(request);
      const deadline = exchange.deadlineAfter(limits.operationSeconds);
      // Who asks may themselves be what was written last: a key that was just made.
      await readAfter.wait(request, deadline);
      const asker = await signIn.asker(request, response);
      exchange.client = clientOf(request, asker);
      exchange.cost = budgets.spend(exchange.client, PRICE.request);
      exchange.isReadOnly = asker?.isReadOnly === true;
      const answer = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: () => openContext(application, exchange, { asker, key, deadline }) });
      if (answer.status === 401 && !answer.headers.has("www-authenticate")) answer.headers.set("www-authenticate", challenge(request));
      readAfter.tell(request, response, exchange);
      await send(response, { ...answer, status: statusFor(request, answer.status ?? 200, answer.headers.get("content-type"), exchange.codes) });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      exchange.codes = [String(error.extensions["code"])];
      sendRefusal(request, response, error);
    } finally {
      logRequest(log, exchange, response);
      release(exchange, log);
    }
  };
}

/** The request as Apollo takes it. The header map and the body are fresh: nothing here is shared with another request. */
async function received(request: Request, limits: Limits): Promise<HTTPGraphQLRequest> {
  const { method } = request;
  if (method !== "GET" && method !== "POST") {
    throw httpRefusal(405, "METHOD_NOT_ALLOWED", "The graph answers POST, and GET for queries.");
  }
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const query = request.originalUrl.indexOf("?");
  return {
    method,
    headers,
    search: query === -1 ? "" : request.originalUrl.slice(query),
    body: method === "POST" ? await readJson(request, limits) : undefined,
  };
}

async function openContext(application: Application, exchange: Exchange, request: ContextRequest): Promise<object> {
  try {
    return exchange.hold(await application.openContext(request));
  } catch (error) {
    throw refusedWhole(error);
  }
}

async function send(response: Response, { status, ...answer }: HTTPGraphQLResponse & { readonly status: number }): Promise<void> {
  response.status(status);
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  if (answer.body.kind === "complete") {
    response.end(answer.body.string);
    return;
  }
  for await (const piece of answer.body.asyncIterator) response.write(piece);
  response.end();
}
