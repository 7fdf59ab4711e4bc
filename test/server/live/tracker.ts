import { onTestFinished } from "vitest";
import { makeKey } from "../../../src/domain/partners/access/signing-in.ts";
import { readDay } from "../../../src/kernel/day.ts";
import type { Role } from "../../../src/api/access/role.ts";
import { readSettings } from "../../../src/server/settings/config.ts";
import { startServer, type RunningServer } from "../../../src/server/http.ts";
import { createLog } from "../../../src/server/log/log.ts";
import { applicationOver } from "../../../src/serve/tracker.ts";
import { openWorld, type World } from "../../support/domain-world.ts";

/** The tracker itself, on a server, with a system; and a key for a tool, as somebody with a role for that system. */
export interface LiveTracker {
  readonly world: World;
  readonly server: RunningServer;
  readonly system: string;
  /** Makes a key, and gives its id and the header that shows it. */
  readonly keyFor: (role: Role) => Promise<{ readonly id: string; readonly authorization: string }>;
}

export async function openLiveTracker(variables: Readonly<Record<string, string>> = {}): Promise<LiveTracker> {
  const world = await openWorld();
  const system = await world.given.place({ level: "SYSTEM", name: "Somerset" });
  const settings = readSettings({ PORT: "0", ...variables });
  const server = await startServer(await applicationOver(world.ledger, settings), settings, createLog("silent"));
  onTestFinished(() => server.close());
  return {
    world, server, system,
    keyFor: async (role) => {
      const { id, secret } = await makeKey(world.ledger, { name: "A tool", role, holdsFor: system, expiresOn: readDay("2099-01-01"), actor: "test" });
      return { id, authorization: `Bearer ${secret}` };
    },
  };
}
