import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import express from "express";
import type { Settings } from "./config.ts";
import { health } from "./health.ts";
import { httpRefusal } from "./http-refusal.ts";
import type { Limits } from "./limits.ts";
import { securityHeaders } from "./security-headers.ts";
import { sendRefusal } from "./send-refusal.ts";
import { startErrorFor } from "./start-error.ts";

/** A server that listens and answers so until somebody takes it over. */
export interface Begun {
  readonly httpServer: Server;
  readonly answer: RequestListener;
}

/** Listens before there is anything to serve: says that it lives, and to all else why it is not ready. `startServer` takes it over. Rejects with a StartError where it cannot listen. */
export async function beginListening(settings: Pick<Settings, "host" | "port" | "limits">, whyNotReady: () => string): Promise<Begun> {
  const httpServer = patientServer(settings.limits);
  const routes = express();
  routes.disable("x-powered-by").disable("etag");
  routes.use(securityHeaders);
  routes.use("/health", health(() => ({ ready: false, reason: whyNotReady() })));
  routes.use((request, response) => {
    sendRefusal(request, response, httpRefusal(503, "SERVER_STARTING", `${whyNotReady()} Ask again in a moment.`, { "retry-after": "1", "cache-control": "no-store" }));
  });
  httpServer.on("request", routes);
  await listen(httpServer, settings);
  return { httpServer, answer: routes };
}

/** A server that waits for slow requests as long as the limits allow and no longer. */
export function patientServer({ headersSeconds, requestSeconds }: Limits): Server {
  return createServer({
    headersTimeout: headersSeconds * 1_000,
    requestTimeout: requestSeconds * 1_000,
    // Node looks for late requests only this often: every half a minute unless told.
    connectionsCheckingInterval: 1_000,
  });
}

/** Begins to listen, or rejects with a StartError. */
export async function listen(server: Server, { host, port }: Pick<Settings, "host" | "port">): Promise<void> {
  try {
    server.listen({ host, port });
    await once(server, "listening");
  } catch (error) {
    throw startErrorFor(error, host, port);
  }
}
