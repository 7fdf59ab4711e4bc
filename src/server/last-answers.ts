import type { ErrorRequestHandler, RequestHandler } from "express";
import { faultAnswer, storageStatus } from "./errors.ts";
import { newReference } from "./exchange.ts";
import { logFault } from "./fault-log.ts";
import type { Log } from "./log.ts";

/** For every address that nothing else answers. */
export const notFound: RequestHandler = (_request, response) => {
  response.status(404).json({ code: "NOT_FOUND", message: "There is nothing at this address. The graph answers at /graphql, /explore shows what to ask it, and /tables lists what can be fetched." });
};

/** For everything that nothing else expected. */
export function unexpected(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    if (isRequestError(error)) {
      if (!response.headersSent) response.status(400).json({ code: "BAD_REQUEST", message: "This request could not be understood." });
      return;
    }
    const reference = newReference();
    logFault(log, reference, error);
    if (response.headersSent) response.destroy();
    else {
      const answer = faultAnswer(reference, error);
      response.status(storageStatus([String(answer.extensions?.["code"])]) ?? 500).json({ errors: [answer] });
    }
  };
}

/** Express marks what is wrong with a request, such as an address that cannot be decoded, with a status in the four hundreds. */
function isRequestError(error: unknown): boolean {
  return error instanceof Error && "status" in error && typeof error.status === "number" && error.status >= 400 && error.status < 500;
}
