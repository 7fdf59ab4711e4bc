import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { z } from "zod";

/** A wire between servers and a port of this machine, which can be cut. */
export interface Wire {
  readonly port: number;
  /** Breaks every connection that there is, in the middle of whatever it carries. */
  cut(): void;
  /** Lets nobody through until it is mended. */
  hold(): void;
  mend(): void;
  end(): Promise<void>;
}

/** Begins to carry what is sent to a port of its own. */
export async function wireTo(port: number): Promise<Wire> {
  const open = new Set<Socket>();
  let isHeld = false;
  const keep = (socket: Socket, other: Socket): void => {
    open.add(socket);
    socket.setNoDelay(true).on("error", () => other.destroy()).on("close", () => {
      open.delete(socket);
      other.destroy();
    });
  };
  const server = createServer((near) => {
    if (isHeld) {
      near.on("error", () => near.destroy()).resetAndDestroy();
      return;
    }
    const far = connect(port, "127.0.0.1");
    keep(near, far);
    keep(far, near);
    near.pipe(far).pipe(near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = (): void => { for (const socket of open) socket.resetAndDestroy(); };
  return {
    port: z.object({ port: z.number() }).parse(server.address()).port,
    cut,
    hold: () => {
      isHeld = true;
      cut();
    },
    mend: () => { isHeld = false; },
    end: async () => {
      server.close();
      cut();
      await once(server, "close");
    },
  };
}
