import express, { type Express, type RequestHandler, type Router } from "express";
import { explorer } from "./explorer.ts";
import { health } from "./health.ts";
import type { Application } from "./application.ts";
import { otherOrigins } from "./other-origins.ts";
import { notFound, unexpected } from "./last-answers.ts";
import type { Log } from "./log.ts";
import { pages } from "./pages.ts";
import { securityHeaders } from "./security-headers.ts";

export interface Parts {
  readonly graphql: RequestHandler;
  readonly readiness: Application["readiness"];
  readonly exampleQuery: string;
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
export function routesOf({ graphql, readiness, exampleQuery, signIn, allowedOrigins, downloads, calendars, intakes, pages: folder, trustedProxies, log }: Parts): Express {
  const routes = express();
  routes.disable("x-powered-by").disable("etag").set("query parser", false).set("trust proxy", trustedProxies);
  routes.use(securityHeaders);
  if (allowedOrigins.length > 0) routes.use("/graphql", otherOrigins(allowedOrigins));
  routes.all("/graphql", graphql);
  routes.use("/health", health(readiness));
  routes.use("/explore", explorer("/explore", exampleQuery));
  routes.use("/calendars", calendars);
  routes.use(signIn);
  routes.use(intakes);
  routes.use(downloads);
  routes.use(pages(folder));
  routes.use(notFound, unexpected(log));
  return routes;
}
