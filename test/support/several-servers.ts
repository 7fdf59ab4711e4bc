import { onTestFinished } from "vitest";
import type { Ledger } from "../../src/ledger/ledger.ts";
import type { RunningServer } from "../../src/server/http.ts";
import { openLedger } from "../../src/serve/tracker.ts";
import { freshFile } from "./ledger.ts";
import { served } from "./served.ts";

/** One of several servers. */
export interface Tracker {
  readonly ledger: Ledger;
  readonly server: RunningServer;
}

/** One more server, with a copy of its own of the ledger in PostgreSQL at this address. */
export async function trackerOver(journal: string, settings: Readonly<Record<string, string>> = {}): Promise<Tracker> {
  const ledger = await openLedger(freshFile(), { journal });
  onTestFinished(() => ledger.close());
  return { ledger, server: await served(ledger, settings) };
}
