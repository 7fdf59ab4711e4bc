import type { Ledger } from "../ledger/ledger.ts";
import { applicationOver } from "../serve/tracker.ts";
import { webhooksOver } from "../serve/webhooks.ts";
import { startServer, type RunningServer } from "../server/http.ts";
import type { Log } from "../server/log/log.ts";
import type { Settings } from "../server/settings/config.ts";
import { beginListening } from "../server/start/beginning.ts";

/** What serves, and how it stops. */
export interface Serving {
  readonly server: RunningServer;
  stop(): Promise<void>;
}

/** How a ledger is opened; `doing` is told what whoever asks meanwhile is to hear. */
export type Open = (doing: (what: string) => void) => Promise<Ledger>;

/** Listens at once, says what it is doing until the ledger is open, and then serves it. Where it cannot be opened, nothing is left listening. */
export async function beginServing(settings: Settings, log: Log, open: Open): Promise<Serving> {
  let doing = "This server is opening its ledger.";
  const begun = await beginListening(settings, () => doing);
  let ledger: Ledger | null = null;
  try {
    ledger = await open((what) => { doing = what; });
    return servingOver(ledger, await startServer(await applicationOver(ledger, settings), settings, log, begun), settings, log);
  } catch (error) {
    begun.httpServer.close();
    // Whoever is still connected, as one that looks whether it is ready, would keep the process from ending.
    begun.httpServer.closeAllConnections();
    await ledger?.close();
    throw error;
  }
}

function servingOver(ledger: Ledger, server: RunningServer, settings: Settings, log: Log): Serving {
  const webhooks = webhooksOver(ledger, settings, log);
  webhooks.start();
  const stop = async (): Promise<void> => {
    await Promise.all([server.close(), webhooks.stop()]);
    await ledger.close();
  };
  return { server, stop };
}
