#!/usr/bin/env node
import "reflect-metadata";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { roles, type Role } from "./api/role.ts";
import { addDays, londonDay, readDay, type Day } from "./kernel/day.ts";
import { Refusal } from "./kernel/problem.ts";
import { CopyRefused } from "./ledger/copy/copy-ledger.ts";
import { FileRefused } from "./ledger/file.ts";
import { Forked, JournalRefused, NotTaken } from "./ledger/journal.ts";
import type { Ledger } from "./ledger/ledger.ts";
import type { Lost } from "./ledger/lost.ts";
import { readSettings, SettingsError, type Settings } from "./server/config.ts";
import type { RunningServer } from "./server/http.ts";
import { createLog, type Log } from "./server/log.ts";
import { StartError } from "./server/start-error.ts";
import { stopOnSignal } from "./server/stop.ts";
import { whereToLook } from "./server/where-to-look.ts";

// Memory that is free again is looked for when half as much has been taken as is held, instead of several times as much: while a large table is
// written the process stays below 200 MB where it grew to 340, and takes less time, since there is less to look through (test/bench/export.ts).
setFlagsFromString("--heap-growing-percent=50");

const USAGE = `waymark serve           serves the graph; loads the five documents into a new ledger
waymark example         serves an example year in a ledger of its own, data/example.db unless LEDGER names another
waymark import TABLE FILE --actor ID [--dry-run] [--on-error reject-rows] [--list NAME] [--reason WORDS] [--key KEY]
                        takes the rows of a spreadsheet into the ledger, as an account or key; /imports lists the tables
waymark import FILE     loads a file of acts into the ledger
waymark key NAME --role ROLE --for ID|everything [--until DAY]
                        makes a key for a tool, and shows it once
waymark backup FILE     copies the ledger to a file that is not there yet, while the server goes on
waymark copy FROM TO    copies a ledger from a file to a database or back, or goes on with an earlier copy,
                        and proves that it is the same; each is a path, or an address as LEDGER takes
waymark verify [ENTRY HASH]
                        checks the ledger's seals, and the graph against the ledger; and an entry's
                        hash against the one that a board pack or a backup printed
waymark rebuild         builds the graph anew from the ledger
waymark schema          prints the schema

Settings are environment variables: PORT, HOST, LEDGER and those that the README lists.`;

const KEY_USAGE = "waymark key NAME --role ROLE --for ID|everything [--until DAY]";

const commands: Readonly<Record<string, (...args: string[]) => Promise<void>>> = {
  serve: async () => {
    await serve(readSettings(process.env), async (ledger) => {
      const { loadFoundingDocuments } = await import("./tracker.ts");
      await loadFoundingDocuments(ledger);
    });
  },

  example: async () => {
    const settings = readSettings({ LEDGER: "data/example.db", ...process.env });
    if (settings.journal !== null) throw new UsageError("The example year is kept in a file of its own, not in a database. Leave LEDGER out, or name a file in it.");
    const { makeExampleYear } = await import("./example.ts");
    await makeExampleYear(settings.ledger, londonDay(new Date()));
    await serve(settings);
    say("  An example year. What says isExample is made up: no person, and no such act of any body.");
  },

  import: async (...args) => {
    const [file, ...more] = args;
    if (file === undefined) throw new UsageError("Which file? Say: waymark import FILE");
    if (more.length > 0) {
      const { importFile, readImportOptions } = await import("./import-command.ts");
      const options = readImportOptions(args);
      await withLedger(async (ledger) => {
        if (!(await importFile(ledger, options, say))) process.exitCode = 1;
      });
      return;
    }
    const text = readFileSync(file, "utf8");
    const [{ loadActs }, { standards }] = await Promise.all([import("./feeds/import/acts.ts"), import("./schema.ts")]);
    await withLedger(async (ledger) => {
      const { recorded, repeated } = await loadActs(ledger, text, { actor: "import", founding: false, standards });
      say(`${file}: ${recorded} recorded, ${repeated} had been before.`);
    });
  },

  backup: async (file) => {
    if (file === undefined) throw new UsageError("Copy it to which file? Say: waymark backup FILE");
    await withLedger(async (ledger) => {
      const { number, hash } = await ledger.backUp(file);
      say(`${file}: ${number} entries. Whether a ledger is this one, or goes on from it, says: waymark verify ${number} ${hash}`);
    });
  },

  copy: async (from, to, ...more) => {
    if (from === undefined || to === undefined || more.length > 0) throw new UsageError("Copy what, and to where? Say: waymark copy FROM TO, each the path of a file or the address of a database.");
    const [{ copyCommand }, { fileDdlOf }, { programmeGraph }] = await Promise.all([import("./copy-command.ts"), import("./ledger/ledger.ts"), import("./tracker.ts")]);
    const graph = programmeGraph();
    await copyCommand(from, to, { kinds: graph.kinds, ddl: fileDdlOf(graph) }, say);
  },

  verify: async (entry, printed) => {
    if (entry !== undefined && (printed === undefined || !/^\d{1,15}$/.test(entry))) throw new UsageError("Which entry had which hash? Say: waymark verify ENTRY HASH, as it was printed.");
    await withLedger(async (ledger) => {
      const verdict = ledger.verify();
      say(verdict.sound ? `Sound: ${verdict.entries} entries, head ${verdict.hash}` : `Not sound at entry ${verdict.entry}: ${verdict.reason}`);
      const hash = entry === undefined ? undefined : ledger.hashOf(Number(entry));
      if (entry !== undefined) say(hash === printed ? `Entry ${entry} is the one that was printed.` : `Entry ${entry} is not the one that was printed: ${hash === null ? "there is none" : `its hash is ${hash}`}.`);
      if (!verdict.sound || hash !== printed) process.exitCode = 1;
    });
  },

  rebuild: async () =>
    withLedger(async (ledger) => {
      await ledger.rebuild();
      say(`Built the graph anew from ${ledger.head()} entries.`);
    }),

  key: async (name, ...options) => {
    if (name === undefined || name.startsWith("-")) throw new UsageError(`What is the key for? Say: ${KEY_USAGE}`);
    const { role, holdsFor, until } = readKeyOptions(options);
    const [{ loadFoundingDocuments }, { makeKey }] = await Promise.all([import("./tracker.ts"), import("./domain/partners/access/signing-in.ts")]);
    await withLedger(async (ledger) => {
      // History comes first: once there is a key, what the documents tell would count as told today.
      await loadFoundingDocuments(ledger);
      const expiresOn = until ?? addDays(londonDay(new Date()), 365);
      const { id, secret } = await makeKey(ledger, { name, role, holdsFor, expiresOn, actor: "command-line" });
      say(`${id}: ${role} for ${holdsFor ?? "everything"}, until ${expiresOn}. The key, which is not shown again:`);
      say(secret);
    });
  },

  schema: async () => {
    const [{ schemaText }, { programmeSchema }] = await Promise.all([import("./api/schema.ts"), import("./tracker.ts")]);
    process.stdout.write(schemaText(await programmeSchema()));
  },
};

/** Serves the ledger that the settings name, once it is prepared, until the process is told to stop. */
async function serve(settings: Settings, prepare: (ledger: Ledger) => Promise<void> = async () => {}): Promise<void> {
  const log = createLog(settings.logLevel);
  // Loaded once the settings are found good: what cannot start says so at once, and no command waits for what it does not use.
  const { applicationOver, openLedger } = await import("./tracker.ts");
  const [{ beginListening }, { startServer }] = await Promise.all([import("./server/beginning.ts"), import("./server/http.ts")]);
  const { webhooksOver } = await import("./webhooks.ts");
  const stopping = new AbortController();
  const started = async (isAnew: boolean): Promise<Serving> => {
    let doing = "This server is opening its ledger.";
    const begun = await beginListening(settings, () => doing);
    let ledger: Ledger | null = null;
    try {
      const takingOver = (taken: number, of: number): void => { doing = `This server fetches its ledger: ${taken} of ${of} entries are here.`; };
      const setAside = (lost: Lost): void => { log.warn(lost, "the ledger's database has lost these entries: nothing else has them any more than the copy, which is set aside in this file, for waymark verify to read"); };
      const open = async (): Promise<Ledger> => openLedger(settings.ledger, { ...settings, takingOver, setAside, stopped: (why) => { void stoppedFollowing(why); } });
      ledger = isAnew ? await oncePossible(open, log, stopping.signal) : await open();
      await prepare(ledger);
      return servedOver(ledger, await startServer(await applicationOver(ledger, settings), settings, log, begun));
    } catch (error) {
      begun.httpServer.close();
      await ledger?.close();
      throw error;
    }
  };
  const servedOver = (ledger: Ledger, server: RunningServer): Serving => {
    const webhooks = webhooksOver(ledger, settings, log);
    webhooks.start();
    const stop = async (): Promise<void> => {
      await Promise.all([server.close(), webhooks.stop()]);
      await ledger.close();
    };
    return { server, stop };
  };
  let running = started(false);
  // What the ledger lost in a failover is nothing that may still be read here: the copy is set aside, and fetched anew.
  const stoppedFollowing = async (why: unknown): Promise<void> => {
    if (!(why instanceof Forked)) {
      log.error({ why: why instanceof Error ? `${why.name}: ${why.message}` : "unknown" }, "this server takes over nothing more from the ledger's database: it answers as of then, and says so, until it is mended and started anew");
      return;
    }
    log.warn("the ledger's database does not know the last entries of this server's copy: the copy is set aside and fetched anew");
    try {
      await (await running).stop();
      running = started(true);
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

/** What serves, and how it stops. */
interface Serving {
  readonly server: RunningServer;
  stop(): Promise<void>;
}

/** Opens a ledger that was open before as soon as its database can be reached again, unless the process is told to stop meanwhile: where it failed over, that takes a while. */
async function oncePossible(open: () => Promise<Ledger>, log: Log, stopping: AbortSignal): Promise<Ledger> {
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

/** After so long a database that could not be reached is asked again, in milliseconds. */
const REOPEN_AFTER = 500;

class UsageError extends Error {}

/** What a key is to be, as it was written behind the command. */
function readKeyOptions(args: readonly string[]): { readonly role: Role; readonly holdsFor: string | null; readonly until: Day | null } {
  const { for: what, role: asked, until, ...unknown } = optionsIn(args);
  const role = roles.find((word) => word === asked);
  if (role === undefined) throw new UsageError(`A key has a role, which is one of ${roles.join(", ")}. Say: ${KEY_USAGE}`);
  if (what === undefined || Object.keys(unknown).length > 0) throw new UsageError(`A key is for a record or for everything. Say: ${KEY_USAGE}`);
  return { role, holdsFor: what === "everything" ? null : what, until: until === undefined ? null : readDay(until) };
}

/** `--name value`, in pairs. */
function optionsIn(args: readonly string[]): Readonly<Record<string, string | undefined>> {
  const pairs = args.flatMap((name, index): [string, string | undefined][] => (index % 2 === 0 ? [[name.replace(/^--/, ""), args[index + 1]]] : []));
  return Object.fromEntries(pairs);
}

async function withLedger(work: (ledger: Ledger) => Promise<void>): Promise<void> {
  const settings = readSettings(process.env);
  const { openLedger } = await import("./tracker.ts");
  const ledger = await openLedger(settings.ledger, settings);
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
  const isForPeople = [SettingsError, StartError, FileRefused, JournalRefused, CopyRefused, Refusal, UsageError].some((kind) => error instanceof kind) || (error instanceof Error && "code" in error && error.code === "ENOENT");
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
