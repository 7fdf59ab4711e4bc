import { programFile } from "../../src/kernel/program-file.ts";
import { applicationOver } from "../../src/serve/tracker.ts";
import { readSettings } from "../../src/server/settings/config.ts";
import { startServer, type RunningServer } from "../../src/server/http.ts";
import { createLog } from "../../src/server/log/log.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { ownLedger, type Holding } from "../support/ledger-file.ts";

/** A server as people use it: the five documents unless it is to hold something else, and the pages that were built. */
export interface Site extends RunningServer {
  readonly ledger: Ledger;
}

export async function openSite(settings: Readonly<Record<string, string>> = {}, holding: Holding = "THE_DOCUMENTS"): Promise<Site> {
  const { ledger, end } = await ownLedger(holding);
  const read = readSettings({ PORT: "0", LOG_LEVEL: "silent", ...settings });
  const server = await startServer({ ...(await applicationOver(ledger, read)), pages: programFile("dist/web") }, read, createLog("silent"));
  return {
    ...server,
    ledger,
    close: async () => {
      await server.close();
      await end();
    },
  };
}
