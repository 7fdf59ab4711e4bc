import { Client, type ClientConfig } from "pg";
import { CHANNEL } from "./append.ts";

/** After so long a connection that broke is made again, in milliseconds. */
const AGAIN_AFTER = 1_000;

/**
 * Listens for what others append. Where a pool between hands connections out transaction by transaction nothing is ever heard, and while the
 * connection is gone neither: whoever listens looks by themselves as well, and news only comes sooner through this.
 */
export class Listening {
  private readonly connecting: ClientConfig;
  private readonly listeners = new Set<() => void>();
  private client: Client | null = null;
  private again: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor(connecting: ClientConfig) {
    this.connecting = connecting;
  }

  /** Calls at news; what it answers ends the calling. */
  to(listener: () => void): () => void {
    this.listeners.add(listener);
    if (this.client === null && this.again === null) void this.connect();
    return () => {
      this.listeners.delete(listener);
    };
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.again !== null) clearTimeout(this.again);
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new Client({ ...this.connecting, query_timeout: 0 });
    this.client = client;
    const lost = (): void => { this.lost(client); };
    client.on("error", lost).on("end", lost).on("notification", () => { for (const listener of this.listeners) listener(); });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch {
      lost();
    }
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    void client.end().catch(() => null);
    if (this.isClosed) return;
    this.again = setTimeout(() => {
      this.again = null;
      void this.connect();
    }, AGAIN_AFTER).unref();
  }
}
