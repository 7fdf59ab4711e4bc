import type { ServerResponse } from "node:http";
import { OperationTypeNode } from "graphql";
import type { Application } from "../application.ts";
import type { Exchange } from "./exchange.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import type { Cookies } from "../sign-in/cookies.ts";
import type { Arrived } from "./arrived.ts";

/** So long a request waits for the entry that it is to be read after, in milliseconds, and no longer than its own time. */
const WAIT_WITHIN = 2_000;

/** So long a browser says what it did last, in seconds: no server is further behind and still answers. */
const REMEMBERED = 60;

const COOKIE = "waymark-entry";

/**
 * Lets whoever wrote read what they wrote, on whichever of several servers: a request says in `Waymark-Entry` which entry it has to be read
 * after, as each answer of the graph says at which it was read; a browser that is signed in says the entry of its last act in a cookie.
 */
export class ReadAfter {
  private readonly application: Pick<Application, "reached">;
  private readonly cookies: Cookies;

  constructor(application: Pick<Application, "reached">, cookies: Cookies) {
    this.application = application;
    this.cookies = cookies;
  }

  /** Resolves once this server is there. Refuses what is no number of an entry, and where the server does not get there in time. */
  async wait(request: Arrived, deadline: number): Promise<void> {
    const entry = this.entryFor(request);
    if (entry === 0) return;
    const milliseconds = Math.max(0, Math.min(WAIT_WITHIN, deadline - performance.now()));
    if (await this.application.reached(entry, AbortSignal.timeout(Math.ceil(milliseconds)))) return;
    throw httpRefusal(503, "NOT_THERE_YET", `This server has not got entry ${entry} yet. Nothing was read or written. Send it again in a moment, or without Waymark-Entry for what this server has.`, { "retry-after": "1" });
  }

  /** Says at which entry an answer was read, and has a browser that did something say so with what it asks next. */
  tell(request: Arrived, response: ServerResponse, exchange: Exchange): void {
    const entry = exchange.entry();
    if (entry === undefined) return;
    response.setHeader("waymark-entry", String(entry));
    if (exchange.validated?.operation.operation === OperationTypeNode.MUTATION && this.cookies.read(request, "waymark") !== undefined) this.cookies.set(response, COOKIE, String(entry), REMEMBERED);
  }

  private entryFor(request: Arrived): number {
    const said = request.headers["waymark-entry"];
    if (said !== undefined && !ENTRY.test(String(said))) throw httpRefusal(400, "INVALID_ENTRY", "Waymark-Entry is the number of an entry, such as an answer says in its own Waymark-Entry. Nothing was read or written.");
    const kept = this.cookies.read(request, COOKIE) ?? "";
    return Math.max(Number(said ?? 0), ENTRY.test(kept) ? Number(kept) : 0);
  }
}

const ENTRY = /^\d{1,15}$/;
