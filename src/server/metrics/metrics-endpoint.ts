import type { RequestHandler } from "express";
import { Registry } from "prom-client";
import type { Application } from "../application.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import { sendRefusal } from "../errors/send-refusal.ts";
import { measured, type Open } from "./measured.ts";
import { processMetrics } from "./process-metrics.ts";
import type { MetricsReaders } from "./who-may-read.ts";

export interface MetricsParts {
  readonly application: Pick<Application, "measures">;
  readonly readers: MetricsReaders;
  /** What is counted of requests. */
  readonly requests: Registry;
  readonly open: () => Promise<Open>;
}

/** Answers `GET /metrics` with what Prometheus reads, to whoever may. */
export function metricsEndpoint({ application, readers, requests, open }: MetricsParts): RequestHandler {
  return async (request, response) => {
    response.setHeader("cache-control", "no-store");
    const refused = request.method === "GET" || request.method === "HEAD" ? readers.refusal(request) : httpRefusal(405, "METHOD_NOT_ALLOWED", "Metrics are only read: ask for them with GET.", { allow: "GET, HEAD" });
    if (refused !== null) {
      sendRefusal(request, response, refused);
      return;
    }
    const now = measured(await application.measures(), await open());
    const text = await Registry.merge([processMetrics(), requests, now]).metrics();
    response.setHeader("content-type", Registry.PROMETHEUS_CONTENT_TYPE).end(text);
  };
}
