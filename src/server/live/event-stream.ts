import type { ServerResponse } from "node:http";
import type { FormattedExecutionResult } from "graphql";
import { readJson } from "../exchange/body.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import { toldError } from "../errors/tell-errors.ts";
import { clientOf } from "../exchange/client.ts";
import { Ending, tooSlow } from "./ending.ts";
import { Operation, type LiveParts } from "./operation.ts";
import { requestIn, streamedRequest, type StreamedRequest } from "./request.ts";
import type { Streams } from "./streams.ts";
import { searchOf, type Arrived } from "../exchange/arrived.ts";
import { Preference } from "../exchange/preference.ts";

export interface EventStreamParts extends LiveParts {
  readonly signIn: SignIn;
  readonly streams: Streams;
}

const preference = new Preference("application/json", "application/graphql-response+json", "text/event-stream");

/** Whether a request wants its answers as server-sent events. */
export function asksForEvents(request: Arrived): boolean {
  return preference.of(request) === "text/event-stream";
}

/**
 * Answers one operation over server-sent events, in the form of graphql-sse's distinct connections: `next` with each answer,
 * and `complete`. An answer that has a cursor has it as its id too, so that a browser says by itself where to go on.
 */
export async function eventStream(parts: EventStreamParts, request: Arrived, response: ServerResponse, exchange: Exchange): Promise<void> {
  const { signIn, streams, limits } = parts;
  exchange.kind = "stream";
  const stop = new AbortController();
  response.once("close", () => { stop.abort(); });
  const sent = await received(request, parts);
  const visitor = await signIn.visitor(request, response);
  const outlet = new Outlet(response, limits.streamStallSeconds);
  const client = clientOf(request, visitor.asker);
  const leave = streams.enter(client, { visitor: () => visitor, beat: () => { outlet.beat(); }, end: (why) => { stop.abort(why); }, cut: () => { response.destroy(); } });
  try {
    const resumeAfter = request.headers["last-event-id"] ?? null;
    const begun = await new Operation(parts, { request: sent, visitor, client, signal: stop.signal, resumeAfter: typeof resumeAfter === "string" ? resumeAfter : null }).begin();
    outlet.open();
    if ("answers" in begun) exchange.operationName = begun.name;
    for await (const { result, cursor } of "answers" in begun ? begun.answers : [{ result: { errors: begun.refused }, cursor: null }]) {
      exchange.codes = (result.errors ?? []).map(({ extensions }) => String(extensions?.["code"]));
      await outlet.write(next(result, cursor));
    }
    outlet.end(COMPLETE);
  } catch (error) {
    if (error instanceof Gone) return;
    if (!(error instanceof Ending) || !response.headersSent) throw error;
    exchange.codes = [error.code];
    outlet.end(`${next({ errors: [toldError(parts, error)] }, null)}${COMPLETE}`);
  } finally {
    leave();
  }
}

async function received(request: Arrived, { signIn, limits }: EventStreamParts): Promise<StreamedRequest> {
  if (request.method === "POST") return streamedRequest(await readJson(request, limits));
  if (request.method !== "GET") throw httpRefusal(405, "METHOD_NOT_ALLOWED", "The graph answers POST, and GET for queries.");
  // A page elsewhere could not read what comes, and could open one after another all the same.
  if (!signIn.isOurs(request)) throw httpRefusal(403, "FOREIGN_ORIGIN", "This was sent from a page of another site. Only this server's own pages follow it with GET.");
  return requestIn(searchOf(request));
}

const COMPLETE = "event: complete\ndata:\n\n";

function next(result: FormattedExecutionResult, cursor: string | null): string {
  return `event: next\n${cursor === null ? "" : `id: ${cursor}\n`}data: ${JSON.stringify(result)}\n\n`;
}

/** The client has gone: there is nobody to tell anything. */
class Gone extends Error {}

/** What goes out to one client: the next piece once the one before has left for good. */
class Outlet {
  private readonly response: ServerResponse;
  private readonly stallMilliseconds: number;

  constructor(response: ServerResponse, stallSeconds: number) {
    this.response = response;
    this.stallMilliseconds = stallSeconds * 1_000;
  }

  open(): void {
    this.response.setHeader("content-type", "text/event-stream; charset=utf-8");
    // A proxy that collects answers would keep what is meant to be told at once.
    this.response.setHeader("x-accel-buffering", "no");
    this.response.write(":\n\n");
  }

  /** Resolves when it has left this process; rejects where the client does not take it for too long, or has gone. */
  async write(text: string): Promise<void> {
    const { response } = this;
    if (response.destroyed) throw new Gone();
    await new Promise<void>((resolve, reject) => {
      const settle = (error: Error | null): void => {
        clearTimeout(stall);
        response.off("close", gone);
        if (error === null) resolve();
        else reject(error);
      };
      // What is still under way when a connection goes, Node never calls back for.
      const gone = (): void => { settle(new Gone()); };
      const stall = setTimeout(() => { settle(tooSlow()); }, this.stallMilliseconds);
      response.once("close", gone);
      response.write(text, (error) => { settle(error ? new Gone() : null); });
    });
  }

  beat(): void {
    if (this.response.headersSent && !this.response.writableNeedDrain) this.response.write(":\n\n");
  }

  /** The last piece. Whoever does not take it in good time is cut off. */
  end(text: string): void {
    const cut = setTimeout(() => { this.response.destroy(); }, this.stallMilliseconds).unref();
    this.response.once("close", () => { clearTimeout(cut); });
    this.response.end(text);
  }
}
