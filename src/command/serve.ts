import { Forked } from "../ledger/journal.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Lost } from "../ledger/lost.ts";
import { openLedger } from "../serve/tracker.ts";
import { createLog } from "../server/log/log.ts";
import type { Settings } from "../server/settings/config.ts";
import { stopOnSignal } from "../server/start/stop.ts";
import { whereToLook } from "../server/start/where-to-look.ts";
import { oncePossible } from "./once-possible.ts";
import { beginServing, type Open, type Serving } from "./serving.ts";

/** What the command line does for a server: makes the ledger ready for it, says where to look, and complains of what ends it later. */
export interface Serves {
  readonly prepare: (ledger: Ledger) => Promise<void>;
  readonly say: (line: string) => void;
  readonly complain: (error: unknown) => void;
}

/** Serves the ledger that the settings name, once it is prepared, until the process is told to stop. */
export async function serve(settings: Settings, { prepare, say, complain }: Serves): Promise<void> {
  const log = createLog(settings.logLevel);
  const stopping = new AbortController();
  const setAside = (lost: Lost): void => { log.warn(lost, "the ledger's database has lost these entries: nothing else has them any more than the copy, which is set aside in this file, for waymark verify to read"); };
  const open: Open = async (doing) => {
    const takingOver = (taken: number, of: number): void => { doing(`This server fetches its ledger: ${taken} of ${of} entries are here.`); };
    return openLedger(settings.ledger, { ...settings, takingOver, setAside, stopped: (why) => { void stoppedFollowing(why); } });
  };
  const started = async (opening: Open): Promise<Serving> => beginServing(settings, log, async (doing) => prepared(await opening(doing), prepare));
  let running = started(open);
  // What the ledger lost in a failover is nothing that may still be read here: the copy is set aside, and fetched anew.
  const stoppedFollowing = async (why: unknown): Promise<void> => {
    if (!(why instanceof Forked)) {
      log.error({ why: why instanceof Error ? `${why.name}: ${why.message}` : "unknown" }, "this server takes over nothing more from the ledger's database: it answers as of then, and says so, until it is mended and started anew");
      return;
    }
    log.warn("the ledger's database does not know the last entries of this server's copy: the copy is set aside and fetched anew");
    try {
      await (await running).stop();
      running = started(async (doing) => oncePossible(async () => open(doing), log, stopping.signal));
      await running;
    } catch (error) {
      if (stopping.signal.aborted) return;
      complain(error);
      process.exit(1);
    }
  };
  const { server } = await running;
  stopOnSignal(async () => {
    stopping.abort();
    await (await running.catch(() => null))?.stop();
  }, log);
  for (const line of whereToLook(server.url, await server.newLinks())) say(line);
}

/** A ledger that cannot be prepared is closed again. */
async function prepared(ledger: Ledger, prepare: (ledger: Ledger) => Promise<void>): Promise<Ledger> {
  try {
    await prepare(ledger);
    return ledger;
  } catch (error) {
    await ledger.close();
    throw error;
  }
}
