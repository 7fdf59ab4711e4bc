import type { Response } from "express";
import type { Exchange } from "./exchange.ts";
import { logFault } from "./fault-log.ts";
import type { Log } from "./log.ts";

/** One line in the log for one request and its answer. */
export function logRequest(log: Log, exchange: Exchange, response: Response): void {
  log.info(
    {
      reference: exchange.reference,
      operation: exchange.operation?.slice(0, 80),
      milliseconds: Math.round(exchange.milliseconds * 10) / 10,
      status: response.statusCode,
      outcome: exchange.codes[0] ?? (response.statusCode < 400 ? "OK" : "REFUSED"),
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
