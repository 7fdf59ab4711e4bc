#!/usr/bin/env node
import "reflect-metadata";
import { readFileSync } from "node:fs";
import { Refusal } from "./kernel/problem.ts";
import { FileRefused } from "./ledger/file.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { readSettings, SettingsError } from "./server/config.ts";
import { createLog } from "./server/log.ts";
import { StartError } from "./server/start-error.ts";
import { stopOnSignal } from "./server/stop.ts";
import { whereToLook } from "./server/where-to-look.ts";

const USAGE = `waymark serve           serves the graph; loads the five documents into a new ledger
waymark import FILE     loads a file of acts into the ledger
waymark verify          checks the ledger's seals, and the graph against the ledger
waymark rebuild         builds the graph anew from the ledger
waymark schema          prints the schema

Settings are environment variables: PORT, HOST, LEDGER and those that the README lists.`;

const commands: Readonly<Record<string, (...args: string[]) => Promise<void>>> = {
  serve: async () => {
    const settings = readSettings(process.env);
    const log = createLog(settings.logLevel);
    // Loaded once the settings are found good: what cannot start says so at once, and no command waits for what it does not use.
    const { applicationOver, loadFoundingDocuments, openLedger } = await import("./tracker.ts");
    const ledger = await openLedger(settings.ledger);
    await loadFoundingDocuments(ledger);
    const { startServer } = await import("./server/http.ts");
    const server = await startServer(await applicationOver(ledger, settings), settings, log);
    stopOnSignal(async () => {
      await server.close();
      await ledger.close();
    }, log);
    for (const line of whereToLook(server.url)) say(line);
  },

  import: async (file) => {
    if (file === undefined) throw new UsageError("Which file? Say: waymark import FILE");
    const text = readFileSync(file, "utf8");
    const { loadActs } = await import("./feeds/import/acts.ts");
    await withLedger(async (ledger) => {
      const { recorded, repeated } = await loadActs(ledger, text, { actor: "import", founding: false });
      say(`${file}: ${recorded} recorded, ${repeated} had been before.`);
    });
  },

  verify: async () =>
    withLedger(async (ledger) => {
      const verdict = ledger.verify();
      if (verdict.sound) say(`Sound: ${verdict.entries} entries, head ${verdict.hash}`);
      else {
        say(`Not sound at entry ${verdict.entry}: ${verdict.reason}`);
        process.exitCode = 1;
      }
    }),

  rebuild: async () =>
    withLedger(async (ledger) => {
      await ledger.rebuild();
      say(`Built the graph anew from ${ledger.head()} entries.`);
    }),

  schema: async () => {
    const [{ graphSchema, schemaText }, { concepts }] = await Promise.all([import("./api/schema.ts"), import("./schema.ts")]);
    process.stdout.write(schemaText(await graphSchema(concepts)));
  },
};

class UsageError extends Error {}

async function withLedger(work: (ledger: Ledger) => Promise<void>): Promise<void> {
  const settings = readSettings(process.env);
  const { openLedger } = await import("./tracker.ts");
  const ledger = await openLedger(settings.ledger);
  try {
    await work(ledger);
  } finally {
    await ledger.close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What the person at the keyboard can do something about is said in a line; the rest is a fault, with its trace. */
function complain(error: unknown): void {
  const isForPeople = [SettingsError, StartError, FileRefused, Refusal, UsageError].some((kind) => error instanceof kind) || (error instanceof Error && "code" in error && error.code === "ENOENT");
  process.stderr.write(`${isForPeople && error instanceof Error ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}

const [name = "", ...rest] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  await command(...rest).catch(complain);
}
