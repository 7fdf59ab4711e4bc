import type { ServerResponse } from "node:http";
import type { ErrorRequestHandler, RequestHandler } from "express";
import { faultAnswer, storageStatus } from "./errors.ts";
import { newReference } from "../exchange/exchange.ts";
import { logFault } from "../log/fault-log.ts";
import type { Log } from "../log/log.ts";

/** For every address that nothing else answers. */
export const notFound: RequestHandler = (_request, response) => {
  response.status(404).json({ code: "NOT_FOUND", message: "There is nothing at this address. The graph answers at /graphql, /explore shows what to ask it, and /tables lists what can be fetched." });
};

/** For everything that nothing else expected. */
export function unexpected(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => { answerUnexpected(log, error, response); };
}

/** The same where express is not asked. */
export function answerUnexpected(log: Log, error: unknown, response: ServerResponse): void {
  if (isRequestError(error)) {
    if (!response.headersSent) sendJson(response, 400, { code: "BAD_REQUEST", message: "This request could not be understood." });
    return;
  }
  const reference = newReference();
  logFault(log, reference, error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const answer = faultAnswer(reference, error);
  sendJson(response, storageStatus([String(answer.extensions?.["code"])]) ?? 500, { errors: [answer] });
}

function sendJson(response: ServerResponse, status: number, answer: object): void {
  response.statusCode = status;
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.end(JSON.stringify(answer));
}

/** Express marks what is wrong with a request, such as an address that cannot be decoded, with a status in the four hundreds. */
function isRequestError(error: unknown): boolean {
  return error instanceof Error && "status" in error && typeof error.status === "number" && error.status >= 400 && error.status < 500;
}
