import { ServerResponse, type IncomingMessage, type RequestListener } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Arrived, Arriving } from "../exchange/arrived.ts";
import type { HttpServer } from "../start/beginning.ts";

/** A request that may go on as something else than HTTP, once nothing is left of it to answer. */
export interface Upgrade {
  readonly socket: Socket;
  goOn(take: (socket: Socket, head: Buffer) => void): void;
}

/**
 * Requests that ask to go on as a WebSocket walk through the same routes as every other, so that they are refused in the same
 * way; one that asks for something else, as some clients do with every request, is answered as if it had not.
 */
export class Upgrades {
  private readonly pending = new WeakMap<IncomingMessage, Upgrade>();

  listen(server: HttpServer, routes: RequestListener<Arriving>): void {
    server.on("upgrade", (request, stream: Duplex, head: Buffer) => {
      if (!(stream instanceof Socket)) stream.destroy();
      else if (request.headers.upgrade?.toLowerCase() === "websocket") this.route(request, stream, head, routes);
      else again(server, request, stream, head);
    });
  }

  /** What a request may go on as; undefined for one that only wants an answer. */
  of(request: IncomingMessage): Upgrade | undefined {
    return this.pending.get(request);
  }

  private route(request: Arrived, socket: Socket, head: Buffer, routes: RequestListener<Arriving>): void {
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket);
    const hangUp = (): void => { socket.destroySoon(); };
    response.once("finish", hangUp);
    socket.on("error", () => { socket.destroy(); });
    this.pending.set(request, {
      socket,
      goOn: (take) => {
        response.off("finish", hangUp);
        response.detachSocket(socket);
        response.statusCode = 101;
        take(socket, head);
      },
    });
    routes(request, response);
  }
}

/** Hands a connection back to the server as if its request had just arrived, without the wish. */
function again(server: HttpServer, { method = "GET", url = "/", httpVersion, rawHeaders }: IncomingMessage, socket: Socket, head: Buffer): void {
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? "";
    if (!/^(upgrade|connection|http2-settings)$/i.test(name)) lines.push(`${name}: ${rawHeaders[at + 1] ?? ""}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), head]));
  server.emit("connection", socket);
}
