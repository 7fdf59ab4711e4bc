import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { Limits } from "./limits.ts";
import { neighbourhood } from "../exchange/neighbourhood.ts";

/** Closes at once what connects to a server beyond what is open at a time, in all and, unless all come from a proxy, from one address. */
export function limitConnections(server: Server, { connections, connectionsPerAddress }: Limits, trustedProxies: number): void {
  server.maxConnections = connections;
  if (trustedProxies > 0) return;
  const open = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const address = neighbourhood(socket.remoteAddress ?? "");
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once("close", () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
    if (count > connectionsPerAddress) socket.destroy();
  });
}
