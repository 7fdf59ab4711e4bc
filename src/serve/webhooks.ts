import { randomUUID } from "node:crypto";
import { Feed } from "../api/changes/feed.ts";
import { Courier } from "../feeds/webhooks/courier.ts";
import { poster } from "../feeds/webhooks/post.ts";
import { Slots } from "../feeds/webhooks/slots.ts";
import type { Works } from "../feeds/webhooks/works.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Settings } from "../server/settings/config.ts";
import { newReference } from "../server/exchange/exchange.ts";
import { logFault } from "../server/log/fault-log.ts";
import type { Log } from "../server/log/log.ts";

/** So many first tries are made at a time, and so many of what has failed before. */
const SOUND = 32;
const DOUBTFUL = 16;

/** What tells webhooks of what happens in a ledger, once it is started. In a log stands what fails here, and nothing of what is sent or where to. */
export function webhooksOver(ledger: Ledger, settings: Pick<Settings, "smallNumber" | "webhookAllowPrivate">, log: Log, instead: Partial<Works> = {}): Courier {
  const works: Works = {
    ledger,
    feed: new Feed(ledger.kinds),
    kinds: ledger.kinds,
    post: poster({ allowPrivate: settings.webhookAllowPrivate }),
    clock: () => new Date(),
    time: async () => ledger.drawers.time(),
    chance: Math.random,
    smallNumber: settings.smallNumber,
    holder: randomUUID(),
    sound: new Slots(SOUND),
    doubtful: new Slots(DOUBTFUL),
    ...instead,
  };
  return new Courier(works, {
    fault: (error) => { logFault(log, newReference(), error); },
    rests: () => { log.warn("nothing is sent to webhooks until the place can be reached again where it is kept what was"); },
    goesOn: () => { log.info("what was not sent to webhooks meanwhile is being sent"); },
  });
}
