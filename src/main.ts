import "reflect-metadata";
import { readFileSync } from "node:fs";
import { UsageError } from "./command/usage.ts";
import { londonDay } from "./kernel/day.ts";
import { Refusal } from "./kernel/problem.ts";
import { CopyRefused } from "./ledger/copy/copy-ledger.ts";
import { LedgerFault } from "./ledger/fault.ts";
import { FileRefused } from "./ledger/file.ts";
import { JournalRefused } from "./ledger/journal.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { UnknownShape } from "./ledger/upgrade.ts";
import { readSettings, SettingsError } from "./server/settings/config.ts";
import { StartError } from "./server/start/start-error.ts";

const USAGE = `waymark serve           serves the graph; loads the five documents into a new ledger
waymark example         serves an example year in a ledger of its own, data/example.db unless LEDGER names another
waymark import TABLE FILE --actor ID [--dry-run] [--on-error reject-rows] [--list NAME] [--reason WORDS] [--key KEY]
                        takes the rows of a spreadsheet into the ledger, as an account or key; /imports lists the tables
waymark import FILE     loads a file of acts into the ledger
waymark key NAME --role ROLE --for ID|everything [--until DAY]
                        makes a key for a tool, and shows it once
waymark backup FILE     copies the ledger to a file that is not there yet, while the server goes on
waymark restore FILE [--set-aside PATH]
                        puts a backup where LEDGER says, proved to be sound; a ledger that stands there is moved to PATH
waymark copy FROM TO    copies a ledger from a file to a database or back, or goes on with an earlier copy,
                        and proves that it is the same; each is a path, or an address as LEDGER takes
waymark verify [ENTRY HASH]
                        checks the ledger's seals, and the graph against the ledger; and an entry's
                        hash against the one that a board pack or a backup printed
waymark about ID [NAME …]
                        prints all that the ledger holds about a person or an account, a line each; NAMEs are other names of theirs
waymark rebuild         builds the graph anew from the ledger
waymark schema          prints the schema

Settings are environment variables: PORT, HOST, LEDGER and those in src/guides/settings.md, which a server shows at /docs/settings.`;

const commands: Readonly<Record<string, (...args: string[]) => Promise<void>>> = {
  serve: async () => {
    // What cannot start says so at once: all the rest is loaded once the settings are found good, and no command waits for what it does not use.
    const settings = readSettings(process.env);
    const [{ serve }, { loadFoundingDocuments }] = await Promise.all([import("./command/serve.ts"), import("./serve/tracker.ts")]);
    await serve(settings, { prepare: async (ledger) => { await loadFoundingDocuments(ledger); }, say, complain });
  },

  example: async () => {
    const settings = readSettings({ LEDGER: "data/example.db", ...process.env });
    if (settings.journal !== null) throw new UsageError("The example year is kept in a file of its own, not in a database. Leave LEDGER out, or name a file in it.");
    const [{ makeExampleYear }, { serve }] = await Promise.all([import("./command/example.ts"), import("./command/serve.ts")]);
    await makeExampleYear(settings.ledger, londonDay(new Date()));
    await serve(settings, { prepare: async () => {}, say, complain });
    say("  An example year. What says isExample is made up: no person, and no such act of any body.");
  },

  import: async (...args) => {
    const [file, ...more] = args;
    if (file === undefined) throw new UsageError("Which file? Say: waymark import FILE");
    if (more.length > 0) {
      const { importFile, readImportOptions } = await import("./command/import.ts");
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

  restore: async (file, option, setAside, ...more) => {
    const { RESTORE_USAGE, restoreCommand } = await import("./command/restore.ts");
    const isAsked = option === undefined || (option === "--set-aside" && setAside !== undefined && more.length === 0);
    if (file === undefined || file.startsWith("-") || !isAsked) throw new UsageError(`Restore which backup? Say: ${RESTORE_USAGE}`);
    await restoreCommand({ from: file, setAside: setAside ?? null }, readSettings(process.env), say);
  },

  copy: async (from, to, ...more) => {
    if (from === undefined || to === undefined || more.length > 0) throw new UsageError("Copy what, and to where? Say: waymark copy FROM TO, each the path of a file or the address of a database.");
    const [{ copyCommand }, { fileDdlOf }, { programmeGraph }] = await Promise.all([import("./command/copy.ts"), import("./ledger/ledger-settings.ts"), import("./serve/tracker.ts")]);
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

  about: async (id, ...names) => {
    if (id === undefined) throw new UsageError("About whom? Say: waymark about ID, of a person or an account, and other names of theirs behind it.");
    await withLedger(async (ledger) => {
      for (const held of ledger.heldAbout(id, names)) say(JSON.stringify(held));
    });
  },

  rebuild: async () =>
    withLedger(async (ledger) => {
      await ledger.rebuild();
      say(`Built the graph anew from ${ledger.head()} entries.`);
    }),

  key: async (...args) => {
    const { keyCommand, readKeyOptions } = await import("./command/key.ts");
    const options = readKeyOptions(args);
    await withLedger(async (ledger) => keyCommand(ledger, options, say));
  },

  schema: async () => {
    const [{ schemaText }, { programmeSchema }] = await Promise.all([import("./api/schema.ts"), import("./serve/tracker.ts")]);
    process.stdout.write(schemaText(await programmeSchema()));
  },
};

async function withLedger(work: (ledger: Ledger) => Promise<void>): Promise<void> {
  const settings = readSettings(process.env);
  const { openLedger } = await import("./serve/tracker.ts");
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
  const isForPeople = [SettingsError, StartError, FileRefused, UnknownShape, LedgerFault, JournalRefused, CopyRefused, Refusal, UsageError].some((kind) => error instanceof kind) || (error instanceof Error && "code" in error && error.code === "ENOENT");
  process.stderr.write(`${isForPeople && error instanceof Error ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}

async function run([name = "", ...rest]: readonly string[]): Promise<void> {
  const command = commands[name];
  if (command !== undefined) return command(...rest).catch(complain);
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}

/** Resolves when the command that was asked for has come to its end. */
export const ended = run(process.argv.slice(2));
