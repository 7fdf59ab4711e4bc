import type { ServerResponse } from "node:http";
import type { Exchange } from "../exchange/exchange.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import { asksForEvents, eventStream, type EventStreamParts } from "./event-stream.ts";
import type { LiveParts } from "./operation.ts";
import { Sockets } from "./sockets.ts";
import { Streams } from "./streams.ts";
import { Turns } from "./turns.ts";
import type { Upgrades } from "./upgrades.ts";
import type { Arrived } from "../exchange/arrived.ts";

/** So many streams read or are answered at the same time: what they wait for, all of them are told of in the same moment. */
const MOST_AT_ONCE = 16;

/** All ways to follow the graph instead of asking it once, at the same address. */
export class LiveEndpoint {
  readonly streams: Streams;
  private readonly parts: EventStreamParts;
  private readonly sockets: Sockets;
  private readonly upgrades: Upgrades;

  constructor({ upgrades, ...parts }: Omit<LiveParts, "turns"> & { readonly signIn: SignIn; readonly upgrades: Upgrades }) {
    this.streams = new Streams(parts.limits, parts.log);
    this.parts = { ...parts, streams: this.streams, turns: new Turns(MOST_AT_ONCE) };
    this.sockets = new Sockets(this.parts);
    this.upgrades = upgrades;
  }

  /** Answers a request that wants more than one answer, and says whether it was one. */
  async serves(request: Arrived, response: ServerResponse, exchange: Exchange): Promise<boolean> {
    const upgrade = this.upgrades.of(request);
    if (upgrade !== undefined) await this.sockets.accept(request, response, upgrade);
    else if (asksForEvents(request)) await eventStream(this.parts, request, response, exchange);
    else return false;
    return true;
  }

  /** Takes nobody any more, and ends what is open: each is told why. */
  async close(): Promise<void> {
    await this.streams.close();
  }
}
