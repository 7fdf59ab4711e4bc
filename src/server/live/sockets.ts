import type { ServerResponse } from "node:http";
import { handleProtocols, makeServer, type Server } from "graphql-ws";
import { WebSocketServer } from "ws";
import { httpRefusal } from "../errors/http-refusal.ts";
import { clientOf } from "../exchange/client.ts";
import { answersOf, Conversation, type SocketParts } from "./conversation.ts";
import type { Upgrade } from "./upgrades.ts";
import type { Arrived } from "../exchange/arrived.ts";

/** How long somebody whose request shows nothing has to say who they are. */
const INIT_MS = 10_000;

/** WebSockets that speak graphql-transport-ws: any number of operations over one connection. */
export class Sockets {
  private readonly parts: SocketParts;
  private readonly sockets: WebSocketServer;
  private readonly protocol: Server<Conversation>;

  constructor(parts: SocketParts) {
    this.parts = parts;
    this.sockets = new WebSocketServer({ noServer: true, clientTracking: false, maxPayload: parts.limits.bodyKilobytes * 1_024, handleProtocols });
    this.protocol = makeServer<Record<string, unknown> | undefined, Conversation>({
      connectionInitWaitTimeout: INIT_MS,
      onConnect: async ({ extra, connectionParams }) => extra.sayWho(connectionParams?.["authorization"]),
      onSubscribe: async ({ extra }, _id, payload) => extra.begin(payload),
      execute: (args) => answersOf(args),
      subscribe: (args) => answersOf(args),
    });
  }

  /** Goes on with a request as a WebSocket, or refuses it. */
  async accept(request: Arrived, response: ServerResponse, upgrade: Upgrade): Promise<void> {
    // No browser asks whether a page may open a socket to another site: only we do.
    if (!this.parts.signIn.isOurs(request)) throw httpRefusal(403, "FOREIGN_ORIGIN", "This was sent from a page of another site, and only this server's own pages may open a socket to it. Other programs send no Origin.");
    const conversation = new Conversation(this.parts, request, response);
    await conversation.readHeaders();
    // Whoever has gone in the meantime closes no more, and would keep a place for ever.
    if (upgrade.socket.destroyed) return;
    const leave = this.parts.streams.enterSocket(clientOf(request, conversation.visitor()?.asker), conversation);
    upgrade.socket.once("close", leave);
    upgrade.goOn((socket, head) => { this.sockets.handleUpgrade(request, socket, head, (opened) => { conversation.open(opened, this.protocol); }); });
  }
}
