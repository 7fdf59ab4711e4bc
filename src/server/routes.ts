import type { ServerResponse } from "node:http";
import express, { type RequestHandler, type Router } from "express";
import { explorer } from "./pages/explorer.ts";
import { health } from "./endpoints/health.ts";
import type { Application } from "./application.ts";
import { otherOrigins } from "./pages/other-origins.ts";
import { answerUnexpected, notFound, unexpected } from "./errors/last-answers.ts";
import type { Arrived } from "./exchange/arrived.ts";
import type { Log } from "./log/log.ts";
import { pages } from "./pages/pages.ts";
import { securityHeaders } from "./pages/security-headers.ts";

/** Answers a request. What it did not expect, it rejects with. */
export type Answers = (request: Arrived, response: ServerResponse) => Promise<void>;

export interface Parts {
  readonly graphql: Answers;
  readonly readiness: Application["readiness"];
  readonly exampleQuery: string;
  /** Answers /.well-known/security.txt. */
  readonly securityTxt: RequestHandler;
  /** Answers /metrics. */
  readonly metrics: RequestHandler;
  readonly signIn: Router;
  /** Whose pages may ask the graph too. */
  readonly allowedOrigins: readonly string[];
  /** The folder of the pages that were built. */
  readonly pages: string;
  /** Answers every other address at which the application finds something. */
  readonly downloads: RequestHandler;
  /** Answers whatever stands under /calendars. */
  readonly calendars: RequestHandler;
  /** Takes in what the application takes at addresses beside the graph. */
  readonly intakes: RequestHandler;
  /** How many servers in front of this one are believed when they say whom a request is from. */
  readonly trustedProxies: number;
  readonly log: Log;
}

/** Every address that the server answers. */
export function routesOf({ graphql, readiness, metrics, securityTxt, exampleQuery, signIn, allowedOrigins, downloads, calendars, intakes, pages: folder, trustedProxies, log }: Parts): (request: Arrived, response: ServerResponse) => void {
  const routes = express();
  routes.disable("x-powered-by").disable("etag").set("query parser", false).set("trust proxy", trustedProxies);
  routes.use(securityHeaders);
  const origins = allowedOrigins.length > 0 ? otherOrigins(allowedOrigins) : null;
  if (origins !== null) routes.use("/graphql", origins);
  routes.all("/graphql", graphql);
  routes.use("/health", health(readiness));
  routes.all("/.well-known/security.txt", securityTxt);
  routes.all("/metrics", metrics);
  routes.use("/explore", explorer("/explore", exampleQuery));
  routes.use("/calendars", calendars);
  routes.use(signIn);
  routes.use(intakes);
  routes.use(downloads);
  routes.use(pages(folder));
  routes.use(notFound, unexpected(log));

  const askGraph = (request: Arrived, response: ServerResponse): void => {
    const ask = (): void => { graphql(request, response).catch((error: unknown) => { answerUnexpected(log, error, response); }); };
    securityHeaders(request, response, () => {
      if (origins === null) ask();
      else origins(request, response, ask);
    });
  };
  // To walk through express takes a third of the work of an answer that is kept: at the address at which everybody asks it, the graph is asked without. However else that is written, express knows.
  return (request, response) => {
    if (request.url === "/graphql" || request.url?.startsWith("/graphql?") === true) askGraph(request, response);
    else routes(request, response);
  };
}
