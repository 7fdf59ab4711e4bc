import { setTimeout as pause } from "node:timers/promises";
import { JournalRefused, NotTaken } from "../ledger/journal.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Log } from "../server/log/log.ts";

/** After so long a database that could not be reached is asked again, in milliseconds. */
const REOPEN_AFTER = 500;

/** Opens a ledger that was open before as soon as its database can be reached again, unless the process is told to stop meanwhile: where it failed over, that takes a while. */
export async function oncePossible(open: () => Promise<Ledger>, log: Log, stopping: AbortSignal): Promise<Ledger> {
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (stopping.aborted || !(error instanceof JournalRefused || error instanceof NotTaken)) throw error;
      log.warn({ why: error.message }, "the ledger cannot be opened yet: it is tried again in a moment");
      await pause(REOPEN_AFTER);
    }
  }
}
