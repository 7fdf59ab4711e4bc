import { once } from "node:events";
import { openSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { z } from "zod";
import { freePort, startedAt, waited, type Started } from "./killed-server.ts";
import { freshFolder, MAIN, waymark } from "./program.ts";

/** One of three servers, which is started again where it was killed. */
export class ServerOfThree {
  readonly url: string;
  readonly copy: string;
  /** Where its warnings are logged. */
  readonly log: string;
  private readonly settings: Readonly<Record<string, string>>;
  private running: Started | null = null;

  constructor(port: number, folder: string, ledger: string) {
    this.url = `http://127.0.0.1:${port}`;
    this.copy = join(folder, `copy-${port}.db`);
    this.log = join(folder, `log-${port}.ndjson`);
    this.settings = { LEDGER: ledger, LEDGER_COPY: this.copy, PORT: String(port), LOG_LEVEL: "warn" };
    onTestFinished(() => void this.running?.process.kill("SIGKILL"));
  }

  /** Where PostgreSQL is gone just then a server does not start, and whoever watches over it tries again. */
  async start(): Promise<void> {
    for (const giveUp = Date.now() + 60_000; ; await pause(200)) {
      try {
        this.running = await startedAt(this.url, [MAIN, "serve"], this.settings, openSync(this.log, "a"));
        return;
      } catch (error) {
        if (Date.now() > giveUp) throw error;
      }
    }
  }

  signal(signal: NodeJS.Signals): void {
    this.running?.process.kill(signal);
  }

  async killed(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    if (this.running === null) return;
    const { process: server } = this.running;
    if (server.exitCode === null && server.signalCode === null) {
      server.kill(signal);
      await once(server, "exit");
    }
  }

  /** For how long it could have run and did not, as others held the processors, in milliseconds. */
  waited(): number {
    return waited(this.pid ?? 0);
  }

  /** The process that it is: another after it was started again. */
  get pid(): number | undefined {
    return this.running?.process.pid;
  }
}

/** Three servers of a ledger in PostgreSQL, and a key that opens everything. */
export interface ThreeServers {
  readonly servers: readonly ServerOfThree[];
  readonly urls: readonly string[];
  readonly secret: string;
}

/** Starts three servers that reach PostgreSQL at an address, which need not be the one at which it is itself. */
export async function threeServers(direct: string, address = direct): Promise<ThreeServers> {
  const folder = freshFolder();
  const secret = waymark(["key", "Tool", "--role", "OFFICE", "--for", "everything"], { LEDGER: direct, LEDGER_COPY: join(folder, "key.db") }).out.trim().split("\n").at(-1) ?? "";
  const ports = [await freePort(), await freePort(), await freePort()];
  const servers = ports.map((port) => new ServerOfThree(port, folder, address));
  await Promise.all(servers.map(async (server) => server.start()));
  return { servers, urls: servers.map(({ url }) => url), secret };
}

const zReady = z.object({ ready: z.boolean(), apartSince: z.string().optional() });

/** Resolves once a server is ready and apart from nothing. */
export async function together(url: string): Promise<void> {
  for (;;) {
    try {
      const state = zReady.parse(await (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(1_000) })).json());
      if (state.ready && state.apartSince === undefined) return;
    } catch {
      // Not yet.
    }
    await pause(50);
  }
}
