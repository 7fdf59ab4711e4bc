import type { Request, RequestHandler, Response } from "express";
import { GraphQLError } from "graphql";
import { Refusal } from "../kernel/problem.ts";
import { LedgerFault } from "../ledger/fault.ts";
import type { Application, Intake } from "./application.ts";
import { readBytes } from "./body.ts";
import { clientOf } from "./client.ts";
import { PRICE, type Budgets } from "./cost/budgets.ts";
import { Exchange } from "./exchange.ts";
import { httpRefusal } from "./http-refusal.ts";
import { idempotencyKeyOf } from "./idempotency-key.ts";
import type { Limits } from "./limits.ts";
import type { Log } from "./log.ts";
import { logRequest } from "./logged.ts";
import { sendRefusal } from "./send-refusal.ts";
import { challenge } from "./sign-in/challenge.ts";
import type { SignIn } from "./sign-in/sign-in.ts";

export interface IntakeParts {
  readonly application: Pick<Application, "intake">;
  readonly signIn: SignIn;
  readonly budgets: Budgets;
  readonly limits: Limits;
  readonly log: Log;
}

/** So many are taken in or wait for that; each is held whole until it is done. */
const MOST_AT_ONCE = 4;

/**
 * Takes in files at addresses of their own, with limits of their own: whole, before anything of them is decided, so that no slow
 * line holds up who else writes. What becomes of it is answered as it goes. Whatever becomes of the request, what is all or nothing is done or not done.
 */
export function intakeEndpoint({ application, signIn, budgets, limits, log }: IntakeParts): RequestHandler {
  let open = 0;
  return async (request, response, next) => {
    const intake = application.intake(request.path);
    if (intake === null) {
      next();
      return;
    }
    const exchange = new Exchange();
    exchange.operation = request.path;
    response.setHeader("cache-control", "no-store");
    open += 1;
    try {
      if (request.method !== "POST") throw httpRefusal(405, "METHOD_NOT_ALLOWED", "Rows are sent here with POST.", { allow: "POST" });
      if (open > MOST_AT_ONCE) throw httpRefusal(429, "TOO_MANY_IMPORTS", "Other imports are still being done. Nothing was written: send this again in a minute.", { "retry-after": "60" });
      await taken(request, response, { intake, signIn, budgets, limits });
    } catch (error) {
      const refused = refusalOf(error);
      exchange.codes = [refused === null ? "FAULT" : String(refused.extensions["code"])];
      if (refused === null) throw error;
      // What was begun to be answered ends with what stands in the way, and without a summary.
      if (response.headersSent) response.end(`${JSON.stringify({ error: { code: refused.extensions["code"], message: refused.message } })}\n`);
      else sendRefusal(request, response, refused);
    } finally {
      open -= 1;
      logRequest(log, exchange, response);
    }
  };
}

async function taken(request: Request, response: Response, { intake, signIn, budgets, limits }: Omit<IntakeParts, "application" | "log"> & { readonly intake: Intake }): Promise<void> {
  const asker = await signIn.asker(request, response);
  if (asker === null) throw httpRefusal(401, "UNAUTHENTICATED", "Sign in, or send a key, to import something.", { "www-authenticate": challenge(request) });
  if (asker.isReadOnly) throw httpRefusal(403, "READ_ONLY", "Basic is for reading. Send the key as a bearer token to import something. Nothing was written.");
  budgets.charge(response, clientOf(request, asker), PRICE.import);
  const start = request.originalUrl.indexOf("?");
  const asked = intake.ask({
    asker, key: idempotencyKeyOf(request), contentType: request.headers["content-type"] ?? "", accept: request.headers.accept,
    query: new URLSearchParams(start === -1 ? "" : request.originalUrl.slice(start)),
  });
  const bytes = await readBytes(request, limits.importMegabytes * 1_024);
  const gone = new AbortController();
  response.once("close", () => { gone.abort(); });
  await asked.take(bytes, async (text, isProgress) => {
    if (!response.headersSent) response.setHeader("content-type", asked.type);
    // Whoever is slow to hear how it goes does not hold it up; the verdicts come when it is done.
    if (!response.write(text) && !isProgress && !response.destroyed) await drained(response);
  }, gone.signal);
  response.end();
}

/** Resolves when more can be sent, or nobody is there any more. */
async function drained(response: Response): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      response.off("drain", done).off("close", done);
      resolve();
    };
    response.on("drain", done).on("close", done);
  });
}

/** What whoever asks is told; null for a fault of ours. */
function refusalOf(error: unknown): GraphQLError | null {
  if (error instanceof GraphQLError) return error;
  if (error instanceof LedgerFault) return new GraphQLError(error.message, { extensions: { code: error.code, http: { status: 503 } } });
  return error instanceof Refusal ? new GraphQLError(error.message, { extensions: { code: error.problems[0]?.code, http: { status: 400 } } }) : null;
}
