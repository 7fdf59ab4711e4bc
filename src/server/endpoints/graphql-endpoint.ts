import type { ServerResponse } from "node:http";
import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from "@apollo/server";
import { GraphQLError } from "graphql";
import { sentQuery } from "../answering/sent-query.ts";
import type { UnderstoodQueries } from "../answering/understood-queries.ts";
import type { Application, ContextRequest } from "../application.ts";
import { readJson } from "../exchange/body.ts";
import { refusedWhole } from "../errors/errors.ts";
import { clientOf } from "../exchange/client.ts";
import { PRICE, type Budgets } from "../cost/budgets.ts";
import type { Exchanges } from "../exchange/exchanges.ts";
import { isKnown } from "../exchange/known.ts";
import { Exchange } from "../exchange/exchange.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import { idempotencyKeyOf } from "../exchange/idempotency-key.ts";
import type { Limits } from "../limits/limits.ts";
import type { LiveEndpoint } from "../live/live-endpoint.ts";
import { logRequest, release, type Records } from "../log/logged.ts";
import { statusFor } from "../errors/plain-json-status.ts";
import { ReadAfter } from "../exchange/read-after.ts";
import { send, type Answer } from "../sending/send.ts";
import { sendRefusal } from "../errors/send-refusal.ts";
import { challenge } from "../sign-in/challenge.ts";
import type { Answers } from "../routes.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import { searchOf, type Arrived } from "../exchange/arrived.ts";

export interface EndpointParts extends Records {
  readonly apollo: ApolloServer;
  readonly application: Application;
  readonly signIn: SignIn;
  readonly exchanges: Exchanges;
  readonly budgets: Budgets;
  readonly understood: UnderstoodQueries;
  readonly live: LiveEndpoint;
  readonly limits: Limits;
}

/** Answers `GET` and `POST /graphql`, once or, to whoever asks for it, over a stream. Whatever becomes of a request, also where its client has gone, what was opened for it is released when its answer is complete. */
export function graphqlEndpoint({ apollo, application, signIn, exchanges, budgets, understood, live, limits, log, metrics }: EndpointParts): Answers {
  const readAfter = new ReadAfter(application, signIn.cookies);
  return async (request, response) => {
    const exchange = new Exchange();
    response.setHeader("cache-control", "no-store");
    try {
      if (await live.serves(request, response, exchange)) return;
      const body = await bodyOf(request, limits);
      const sent = sentQuery(request, body);
      const key = idempotencyKeyOf(request);
      const deadline = exchange.deadlineAfter(limits.operationSeconds);
      // Who asks may themselves be what was written last: a key that was just made.
      await readAfter.wait(request, deadline);
      const asker = await signIn.asker(request, response);
      exchange.client = clientOf(request, asker);
      exchange.cost = budgets.spend(exchange.client, PRICE.request);
      exchange.isReadOnly = asker?.isReadOnly === true;
      const context = (): Promise<object> => openContext(application, exchange, { asker, key, deadline });
      const byApollo = async (): Promise<Answer> => {
        const httpGraphQLRequest = forApollo(request, body);
        const answered = await exchanges.during(httpGraphQLRequest, exchange, async () => apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context }));
        understood.learn(sent, exchange, answered);
        return answered;
      };
      const answer = (sent === null ? null : await understood.answer(sent, exchange, context)) ?? (await byApollo());
      if (answer.status === 401 && !answer.headers.has("www-authenticate")) answer.headers.set("www-authenticate", challenge(request));
      readAfter.tell(request, response, exchange);
      if (hasAlready(request, response, answer)) {
        response.statusCode = 304;
        response.end();
        return;
      }
      response.statusCode = statusFor(request, answer.status ?? 200, answer.headers.get("content-type"), exchange.codes);
      await send(response, answer);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      exchange.codes = [String(error.extensions["code"])];
      sendRefusal(request, response, error);
    } finally {
      logRequest({ log, metrics }, exchange, response);
      release(exchange, log);
    }
  };
}

/** Whether whoever asks by GET has this answer. Such an answer may be kept by who asked, and asked for again, which costs as much as any other question, and less to send. */
function hasAlready(request: Arrived, response: ServerResponse, { headers }: Answer): boolean {
  const tag = headers.get("etag");
  if (tag === undefined) return false;
  response.setHeader("cache-control", "private, no-cache");
  response.setHeader("etag", tag);
  const varies = response.getHeader("vary");
  response.setHeader("vary", `${varies === undefined ? "" : `${String(varies)}, `}Accept, Authorization, Cookie`);
  return isKnown(request, tag.slice("W/".length));
}

/** What was sent by POST; undefined where it is asked by GET. */
async function bodyOf(request: Arrived, limits: Limits): Promise<unknown> {
  if (request.method === "GET") return undefined;
  if (request.method === "POST") return readJson(request, limits);
  throw httpRefusal(405, "METHOD_NOT_ALLOWED", "The graph answers POST, and GET for queries.");
}

/** The request as Apollo takes it. The header map and the body are fresh: nothing here is shared with another request. */
function forApollo(request: Arrived, body: unknown): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return { method: request.method === "GET" ? "GET" : "POST", headers, search: searchOf(request), body };
}

async function openContext(application: Application, exchange: Exchange, request: ContextRequest): Promise<object> {
  try {
    return exchange.held ?? exchange.hold(await application.openContext(request));
  } catch (error) {
    throw refusedWhole(error);
  }
}
