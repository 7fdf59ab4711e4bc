import type { Request, RequestHandler, Response } from "express";
import { LedgerFault } from "../../ledger/fault.ts";
import type { Application, Intake } from "../application.ts";
import { readBytes } from "../exchange/body.ts";
import { clientOf } from "../exchange/client.ts";
import { PRICE, type Budgets } from "../cost/budgets.ts";
import { Exchange } from "../exchange/exchange.ts";
import { faultAnswer } from "../errors/errors.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import { idempotencyKeyOf } from "../exchange/idempotency-key.ts";
import type { Limits } from "../limits/limits.ts";
import { logFault } from "../log/fault-log.ts";
import type { Log } from "../log/log.ts";
import { logRequest, type Records } from "../log/logged.ts";
import { refusalOf } from "../errors/refusal-of.ts";
import { sendRefusal } from "../errors/send-refusal.ts";
import { challenge } from "../sign-in/challenge.ts";
import type { SignIn } from "../sign-in/sign-in.ts";

export interface IntakeParts extends Records {
  readonly application: Pick<Application, "intake">;
  readonly signIn: SignIn;
  readonly budgets: Budgets;
  readonly limits: Limits;
}

/** So many are taken in or wait for that; each is held whole until it is done. */
const MOST_AT_ONCE = 4;

/**
 * Takes in files at addresses of their own, with limits of their own: whole, before anything of them is decided, so that no slow
 * line holds up who else writes. What becomes of it is answered as it goes. Whatever becomes of the request, what is all or nothing is done or not done.
 */
export function intakeEndpoint({ application, signIn, budgets, limits, log, metrics }: IntakeParts): RequestHandler {
  let open = 0;
  return async (request, response, next) => {
    const intake = application.intake(request.path);
    if (intake === null) {
      next();
      return;
    }
    const exchange = new Exchange("ONCE", "import");
    exchange.operationName = request.path;
    response.setHeader("cache-control", "no-store");
    open += 1;
    metrics.importBegins();
    try {
      if (request.method !== "POST") throw httpRefusal(405, "METHOD_NOT_ALLOWED", "Rows are sent here with POST.", { allow: "POST" });
      if (open > MOST_AT_ONCE) throw httpRefusal(429, "TOO_MANY_IMPORTS", "Other imports are still being done. Nothing was written: send this again in a minute.", { "retry-after": "60" });
      await taken(request, response, { intake, signIn, budgets, limits });
    } catch (error) {
      const refused = refusalOf(error);
      exchange.codes = [refused === null ? (error instanceof LedgerFault ? error.code : "FAULT") : String(refused.extensions["code"])];
      if (response.headersSent) response.end(`${JSON.stringify({ error: refused === null ? endIn(log, exchange, error) : { code: refused.extensions["code"], message: refused.message } })}\n`);
      else if (refused === null) throw error;
      else sendRefusal(request, response, refused);
    } finally {
      open -= 1;
      metrics.importEnds();
      logRequest({ log, metrics }, exchange, response);
    }
  };
}

async function taken(request: Request, response: Response, { intake, signIn, budgets, limits }: Omit<IntakeParts, "application" | keyof Records> & { readonly intake: Intake }): Promise<void> {
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

/** A fault in what was begun to be answered: its last line, in place of a summary, says what the graph would answer, with the key under which it can be sent again. */
function endIn(log: Log, { reference }: Exchange, error: unknown): object {
  logFault(log, reference, error);
  const { message, extensions } = faultAnswer(reference, error);
  return { ...extensions, message };
}
