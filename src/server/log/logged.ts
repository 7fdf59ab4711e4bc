import type { ServerResponse } from "node:http";
import type { Exchange } from "../exchange/exchange.ts";
import { logFault } from "./fault-log.ts";
import type { Log } from "./log.ts";
import type { RequestMetrics } from "../metrics/request-metrics.ts";

/** Where it is kept what came of a request. */
export interface Records {
  readonly log: Log;
  readonly metrics: RequestMetrics;
}

/** One line in the log for one request and its answer, and one more of its kind. */
export function logRequest({ log, metrics }: Records, exchange: Exchange, response: ServerResponse): void {
  const outcome = exchange.codes[0] ?? (response.statusCode < 400 ? "OK" : "REFUSED");
  metrics.answered(exchange, outcome);
  if (!log.isLevelEnabled("info")) return;
  log.info(
    {
      reference: exchange.reference,
      operation: exchange.operationName?.slice(0, 80),
      milliseconds: Math.round(exchange.milliseconds * 10) / 10,
      status: response.statusCode,
      outcome,
      entry: exchange.entry(),
    },
    "request",
  );
}

/** Lets go of what was opened. The answer has been sent by now: a failure here is for the log alone. */
export function release(exchange: Exchange, log: Log): void {
  try {
    exchange.release();
  } catch (error) {
    logFault(log, exchange.reference, error);
  }
}
