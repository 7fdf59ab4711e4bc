import express, { type Express, type RequestHandler } from "express";
import { explorer } from "./explorer.ts";
import { health } from "./health.ts";
import type { Application } from "./application.ts";
import { notFound, unexpected } from "./last-answers.ts";
import type { Log } from "./log.ts";
import { securityHeaders } from "./security-headers.ts";

export interface Parts {
  readonly graphql: RequestHandler;
  readonly readiness: Application["readiness"];
  readonly exampleQuery: string;
  readonly log: Log;
}

/** Every address that the server answers. */
export function routesOf({ graphql, readiness, exampleQuery, log }: Parts): Express {
  const routes = express();
  routes.disable("x-powered-by").disable("etag").set("query parser", false);
  routes.use(securityHeaders);
  routes.all("/graphql", graphql);
  routes.use("/health", health(readiness));
  routes.use("/explore", explorer("/explore", exampleQuery));
  routes.get("/", (_request, response) => {
    response.redirect("/explore");
  });
  routes.use(notFound, unexpected(log));
  return routes;
}
