import { Router } from "express";
import type { Readiness } from "../application.ts";

/** `/health/live`: this process runs. `/health/ready`: it can answer, or the reason why not yet or no longer. */
export function health(readiness: () => Readiness): Router {
  const routes = Router();
  routes.use((_request, response, next) => {
    response.setHeader("cache-control", "no-store");
    next();
  });
  routes.get("/live", (_request, response) => {
    response.json({ live: true });
  });
  routes.get("/ready", (_request, response) => {
    const answer = readiness();
    response.status(answer.ready ? 200 : 503).json(answer);
  });
  return routes;
}
