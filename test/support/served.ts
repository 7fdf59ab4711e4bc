import { onTestFinished } from "vitest";
import type { Role } from "../../src/api/access/role.ts";
import { makeKey } from "../../src/domain/partners/access/signing-in.ts";
import { addDays, londonDay } from "../../src/kernel/day.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { readSettings } from "../../src/server/settings/config.ts";
import { startServer, type RunningServer } from "../../src/server/http.ts";
import { createLog } from "../../src/server/log/log.ts";
import { applicationOver } from "../../src/serve/tracker.ts";

/** The tracker over a ledger, on a port that is free. */
export async function serverOver(ledger: Ledger, settings: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const read = readSettings({ PORT: "0", ...settings });
  return startServer(await applicationOver(ledger, read), read, createLog("silent"));
}

/** The same for one test. */
export async function served(ledger: Ledger, settings: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const server = await serverOver(ledger, settings);
  onTestFinished(() => server.close());
  return server;
}

/** What a spreadsheet sends that has been given a key with this role. */
export async function passwordFor(ledger: Ledger, role: Role, holdsFor: string | null = null): Promise<{ readonly authorization: string }> {
  const { secret } = await makeKey(ledger, { name: `A ${role}`, role, holdsFor, expiresOn: addDays(londonDay(new Date()), 1), actor: "test" });
  return { authorization: `Basic ${Buffer.from(`anything:${secret}`).toString("base64")}` };
}
