import { setTimeout as pause } from "node:timers/promises";
import SQLite from "better-sqlite3";
import { z } from "zod";
import { makeKey } from "../../../src/domain/partners/access/signing-in.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { openLedger } from "../../../src/serve/tracker.ts";
import { Client } from "./client.ts";
import type { System } from "./system.ts";

/** A key with which a ledger may be written to. */
export async function keyTo(ledger: string): Promise<string> {
  const opened = await openLedger(ledger);
  const { secret } = await makeKey(opened, { name: "Bench", role: "OFFICE", holdsFor: null, expiresOn: readDay("2100-01-01"), actor: "bench" });
  await opened.close();
  return secret;
}

const zWritten = z.object({ data: z.object({ record: z.object({ entry: z.number() }) }) });

let wrote = 0;

/** Writes a small act of its own, and answers once it is durable. */
export async function writeTo(client: Client, secret: string): Promise<void> {
  wrote += 1;
  const query = "mutation Write($name: String!) { record(records: [{ record: { group: { name: $name, kind: NETWORK, status: ACTIVE, audience: PUBLIC } } }]) { entry } }";
  zWritten.parse(JSON.parse(await client.ask(JSON.stringify({ query, variables: { name: `Written ${process.pid} ${wrote}` } }), { authorization: `Bearer ${secret}` })));
}

/** Writes to Waymark so many times a second, until it is told to stop. */
export async function writingTo(waymark: System, secret: string, aSecond: number, until: AbortSignal): Promise<void> {
  const client = new Client(`${waymark.url}/graphql`, 2);
  while (!until.aborted) {
    await writeTo(client, secret);
    await pause(1_000 / aSecond, undefined, { signal: until }).catch(() => undefined);
  }
  client.end();
}

/** Changes a row once a second that others read. */
export async function writingRows(rows: string, until: AbortSignal): Promise<void> {
  const writer = new SQLite(rows);
  const change = writer.prepare("update organisations set name = name where id = (select min(id) from organisations)");
  while (!until.aborted) {
    change.run();
    await pause(1_000, undefined, { signal: until }).catch(() => undefined);
  }
  writer.close();
}
