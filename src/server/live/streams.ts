import { setTimeout as pause } from "node:timers/promises";
import { newReference } from "../exchange/exchange.ts";
import { logFault } from "../log/fault-log.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import type { Limits } from "../limits/limits.ts";
import type { Log } from "../log/log.ts";
import type { Visitor } from "../sign-in/who-asks.ts";
import { signedOut, stopping, type Ending } from "./ending.ts";
import { Places } from "./places.ts";

/** A connection that stays, as it is watched over. */
export interface Connection {
  visitor(): Visitor | null;
  /** Shows that this side is there, and finds out whether the other is. */
  beat(): void;
  /** Ends it, and tells why. */
  end(why: Ending): void;
  /** Ends it without a word. */
  cut(): void;
}

/** How long those that end are waited for. */
const GRACE_MS = 2_000;

/** All connections that stay: each has a place, a heartbeat, and an end when whoever it serves has signed out or the server stops. */
export class Streams {
  readonly operations: Places;
  private readonly sockets: Places;
  private readonly open = new Set<Connection>();
  private readonly heart: NodeJS.Timeout;
  private readonly log: Log;
  private isClosing = false;

  constructor(limits: Limits, log: Log) {
    this.operations = new Places(limits);
    this.sockets = new Places(limits);
    this.log = log;
    this.heart = setInterval(() => { this.beat(); }, limits.streamBeatSeconds * 1_000).unref();
  }

  /** Takes a place for one operation over server-sent events, and watches over it until what it gives is called. */
  enter(client: string, connection: Connection): () => void {
    return this.keep(connection, this.operations.take(client));
  }

  /** The same for a WebSocket, whatever is sent over it: its operations take places of their own. */
  enterSocket(client: string, connection: Connection): () => void {
    return this.keep(connection, this.sockets.take(client));
  }

  /** How many operations are followed, and how many WebSockets are open. */
  held(): { readonly operations: number; readonly sockets: number } {
    return { operations: this.operations.held(), sockets: this.sockets.held() };
  }

  /** Looks after every connection. */
  beat(): void {
    for (const connection of this.open) void this.lookAfter(connection);
  }

  /** Ends them all, and waits a little for them to have told why. */
  async close(): Promise<void> {
    this.isClosing = true;
    clearInterval(this.heart);
    for (const connection of this.open) connection.end(stopping());
    for (const giveUp = Date.now() + GRACE_MS; this.open.size > 0 && Date.now() < giveUp; ) await pause(10);
    for (const connection of this.open) connection.cut();
  }

  private async lookAfter(connection: Connection): Promise<void> {
    try {
      const stands = (await connection.visitor()?.stands()) !== false;
      if (!this.open.has(connection)) return;
      if (stands) connection.beat();
      else connection.end(signedOut());
    } catch (error) {
      logFault(this.log, newReference(), error);
    }
  }

  private keep(connection: Connection, leave: () => void): () => void {
    if (this.isClosing) {
      leave();
      throw httpRefusal(503, "SERVER_STOPPING", stopping().message, { "retry-after": "5" });
    }
    this.open.add(connection);
    return () => {
      this.open.delete(connection);
      leave();
    };
  }
}
