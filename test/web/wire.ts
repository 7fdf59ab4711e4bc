import { connect, createServer, type Socket } from "node:net";
import { once } from "node:events";

/** A wire between a browser and a server that can be cut, and mended. */
export interface Wire {
  readonly url: string;
  /** Everything under way breaks off, and nothing comes through. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function wireTo(server: string): Promise<Wire> {
  const { port, hostname } = new URL(server);
  const open = new Set<Socket>();
  let isCut = false;
  const wire = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(port), hostname);
    for (const [socket, other] of [[near, far], [far, near]] as const) {
      open.add(socket);
      socket.pipe(other);
      socket.on("error", () => { socket.destroy(); });
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  wire.listen(0, "127.0.0.1");
  await once(wire, "listening");
  const address = wire.address();
  if (address === null || typeof address === "string") throw new Error("The wire has no port.");
  const cut = (): void => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut,
    mend: () => { isCut = false; },
    close: async () => {
      cut();
      wire.close();
      await once(wire, "close");
    },
  };
}
