import { once } from "node:events";
import { createServer, ServerResponse, type RequestListener, type Server } from "node:http";
import express from "express";
import type { Settings } from "../settings/config.ts";
import { health } from "../endpoints/health.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import { arrivingBehind, type Arriving } from "../exchange/arrived.ts";
import { securityHeaders } from "../pages/security-headers.ts";
import { sendRefusal } from "../errors/send-refusal.ts";
import { startErrorFor } from "./start-error.ts";

/** A server whose requests say where they come from. */
export type HttpServer = Server<Arriving>;

/** A server that listens and answers so until somebody takes it over. */
export interface Begun {
  readonly httpServer: HttpServer;
  readonly answer: RequestListener;
}

/** Listens before there is anything to serve: says that it lives, and to all else why it is not ready. `startServer` takes it over. Rejects with a StartError where it cannot listen. */
export async function beginListening(settings: Pick<Settings, "host" | "port" | "limits" | "signIn">, whyNotReady: () => string): Promise<Begun> {
  const httpServer = patientServer(settings);
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

/** Node looks for late requests only so often, in milliseconds: every half a minute unless told. */
const LOOK_EVERY = 250;

/** A server that waits for slow requests as long as the limits allow and no longer: one that is found late by the next look is closed by then. */
export function patientServer({ limits: { headersSeconds, requestSeconds }, signIn: { trustedProxies } }: Pick<Settings, "limits" | "signIn">): HttpServer {
  return createServer({
    IncomingMessage: arrivingBehind(trustedProxies),
    ServerResponse,
    headersTimeout: headersSeconds * 1_000 - 2 * LOOK_EVERY,
    requestTimeout: requestSeconds * 1_000 - 2 * LOOK_EVERY,
    connectionsCheckingInterval: LOOK_EVERY,
  });
}

/** Begins to listen, or rejects with a StartError. */
export async function listen(server: HttpServer, { host, port }: Pick<Settings, "host" | "port">): Promise<void> {
  try {
    server.listen({ host, port });
    await once(server, "listening");
  } catch (error) {
    throw startErrorFor(error, host, port);
  }
}
