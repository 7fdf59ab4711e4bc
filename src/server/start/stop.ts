import { newReference } from "../exchange/exchange.ts";
import { logFault } from "../log/fault-log.ts";
import type { Log } from "../log/log.ts";

const signals = ["SIGTERM", "SIGINT"] as const;

/**
 * Ends the process on SIGTERM or SIGINT: the first lets `close` finish and ends it with 0, or with 1 where closing failed; a second
 * ends it at once with 1.
 */
export function stopOnSignal(close: () => Promise<void>, log: Log): void {
  let stopping = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      log.info({ signal }, "stopping");
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          logFault(log, newReference(), error);
          process.exit(1);
        },
      );
    });
  }
}
