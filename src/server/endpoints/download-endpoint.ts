import { pipeline } from "node:stream/promises";
import type { Request, RequestHandler, Response } from "express";
import type { Application, Download, OpenDownload } from "../application.ts";
import { clientOf } from "../exchange/client.ts";
import { PRICE, type Budgets } from "../cost/budgets.ts";
import { Exchange } from "../exchange/exchange.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import { isKnown } from "../exchange/known.ts";
import type { Limits } from "../limits/limits.ts";
import { logRequest, release, type Records } from "../log/logged.ts";
import { ReadAfter } from "../exchange/read-after.ts";
import { sendIndex, sendLeaflet } from "./leaflets.ts";
import { refusalOf } from "../errors/refusal-of.ts";
import { sendRefusal } from "../errors/send-refusal.ts";
import type { SignIn } from "../sign-in/sign-in.ts";

export interface DownloadParts extends Records {
  readonly application: Pick<Application, "find" | "reached">;
  readonly signIn: SignIn;
  readonly budgets: Budgets;
  readonly limits: Limits;
}

/**
 * Answers what the application finds at an address beside the graph. It is sent as it is read, no faster than it is taken, and what
 * was opened for it is released when all is sent, or when its client has gone or takes too long.
 */
export function downloadEndpoint({ application, signIn, budgets, limits, log, metrics }: DownloadParts): RequestHandler {
  const readAfter = new ReadAfter(application, signIn.cookies);
  return async (request, response, next) => {
    const found = application.find(request.path, signIn.base());
    if (found === null) {
      next();
      return;
    }
    const exchange = new Exchange("ONCE", "download");
    exchange.operationName = request.path;
    try {
      refuseWriting(request);
      if ("index" in found) sendIndex(request, response, found.index);
      else if ("leaflet" in found) {
        if (found.leaflet.isForAskers === true) await signIn.asker(request, response);
        sendLeaflet(request, response, found.leaflet);
      }
      else {
        const deadline = exchange.deadlineAfter(limits.downloadSeconds);
        await readAfter.wait(request, deadline);
        const asker = await signIn.asker(request, response);
        budgets.charge(response, clientOf(request, asker), PRICE.table);
        const download = found.ask(queryOf(request));
        const open = await download.open({ asker, deadline });
        exchange.hold({ value: open, entry: () => open.entry, release: () => { open.release(); } });
        readAfter.tell(request, response, exchange);
        await send(request, response, { download, open, seconds: limits.downloadSeconds });
      }
    } catch (error) {
      refuse(request, response, exchange, error);
    } finally {
      logRequest({ log, metrics }, exchange, response);
      release(exchange, log);
    }
  };
}

/** Refuses whatever is not reading. */
export function refuseWriting({ method }: Request): void {
  if (method !== "GET" && method !== "HEAD") throw httpRefusal(405, "METHOD_NOT_ALLOWED", "This is only read: ask for it with GET.", { allow: "GET, HEAD" });
}

export interface Sending {
  readonly download: Pick<Download, "type" | "fileName">;
  readonly open: OpenDownload;
  readonly seconds: number;
}

/** Sends what was opened, or says that whoever asks has it already. */
export async function send(request: Request, response: Response, { download, open, seconds }: Sending): Promise<void> {
  response.setHeader("cache-control", "private, no-cache");
  response.setHeader("vary", "authorization, cookie");
  response.setHeader("etag", open.tag);
  response.setHeader("waymark-entry", String(open.entry));
  if (isKnown(request, open.tag)) {
    response.status(304).end();
    return;
  }
  const content = open.content()[Symbol.asyncIterator]();
  try {
    // What is refused is refused before anything is sent.
    const first = await content.next();
    response.setHeader("content-type", download.type);
    if (download.fileName !== null) response.setHeader("content-disposition", `attachment; filename="${download.fileName}"`);
    if (request.method === "HEAD") response.end();
    else await pipeline(from(first, content), response, { signal: AbortSignal.timeout(seconds * 1_000) });
  } catch (error) {
    if (!response.headersSent) for (const name of ["etag", "waymark-entry"]) response.removeHeader(name);
    throw error;
  } finally {
    // Where somebody went away in the middle, what is still being read for them comes to its end before it loses what it reads.
    await content.return?.();
  }
}

async function* from(first: IteratorResult<string | Uint8Array>, rest: AsyncIterator<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  for (let piece = first; piece.done !== true; piece = await rest.next()) yield piece.value;
}

function queryOf(request: Request): URLSearchParams {
  const start = request.originalUrl.indexOf("?");
  return new URLSearchParams(start === -1 ? "" : request.originalUrl.slice(start));
}

/** Tells whoever asks what went wrong, as far as it can still be told, and what the log is to say. Throws a fault of ours. */
export function refuse(request: Request, response: Response, exchange: Exchange, error: unknown): void {
  const refused = refusalOf(error);
  exchange.codes = [refused === null ? (codeOf(error) ?? "FAULT") : String(refused.extensions["code"])];
  if (response.headersSent) response.destroy();
  else if (refused !== null) sendRefusal(request, response, refused);
  if (refused === null && !isGone(error)) throw error;
}

/** Whoever asked is no longer there, or did not take it in time. */
function isGone(error: unknown): boolean {
  return codeOf(error) === "ERR_STREAM_PREMATURE_CLOSE" || codeOf(error) === "ABORT_ERR";
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
