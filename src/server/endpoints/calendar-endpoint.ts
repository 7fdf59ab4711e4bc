import type { RequestHandler } from "express";
import type { Application } from "../application.ts";
import { refuse, refuseWriting, send, type DownloadParts } from "./download-endpoint.ts";
import { clientOf } from "../exchange/client.ts";
import { PRICE } from "../cost/budgets.ts";
import { Exchange } from "../exchange/exchange.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import { logRequest, release } from "../log/logged.ts";
import { Throttle } from "../sign-in/throttle.ts";

/** What the answer to a secret that opens nothing says, whyever it does not. */
const NOTHING = "No calendar is found at this address: it is mistyped, or was revoked. Make a new one on the page of what you would like to follow.";

/**
 * Answers calendar programs, which cannot sign in: the secret in the address is all that counts, and no cookie or key beside it.
 * Whoever tries secrets is slowed down as whoever tries keys is, but by a count of its own: a program that goes on asking at an address
 * that was revoked keeps nobody beside it from signing in. The address is written nowhere.
 */
export function calendarEndpoint({ application, signIn, budgets, limits, log, metrics }: Omit<DownloadParts, "application"> & { readonly application: Pick<Application, "calendar"> }): RequestHandler {
  const throttle = new Throttle(limits.failedSignIns);
  return async (request, response) => {
    const exchange = new Exchange("ONCE", "calendar");
    exchange.operationName = "/calendars";
    response.setHeader("x-robots-tag", "noindex");
    try {
      refuseWriting(request);
      budgets.charge(response, clientOf(request, null), PRICE.calendar);
      const attempt = throttle.attempt(request.ip);
      if ("waitSeconds" in attempt) throw httpRefusal(429, "TOO_MANY_ATTEMPTS", "Too many addresses of calendars that open nothing were tried from where you are. Wait a minute, then try again.", { "retry-after": String(attempt.waitSeconds) });
      const found = await application.calendar(`${request.baseUrl}${request.path}`, { base: signIn.base(), deadline: exchange.deadlineAfter(limits.downloadSeconds) });
      if (found === null) throw httpRefusal(404, "CALENDAR_NOT_FOUND", NOTHING, { "cache-control": "no-store" });
      attempt.succeeded();
      const { download, open } = found;
      exchange.hold({ value: open, entry: () => open.entry, release: () => { open.release(); } });
      await send(request, response, { download, open, seconds: limits.downloadSeconds });
    } catch (error) {
      refuse(request, response, exchange, error);
    } finally {
      logRequest({ log, metrics }, exchange, response);
      release(exchange, log);
    }
  };
}
