import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { z } from "zod";
import { programFile } from "../../src/kernel/program-file.ts";

const zJournal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) });

/** The migrations that were ever made of some tables, in order. */
export function migrationsOf(name: "ledger" | "journal"): readonly string[] {
  return journalOf(programFile(`drizzle/${name}`)).entries.map(({ tag }) => tag);
}

/** A folder of migrations as it was when this was the last one. */
export function migrationsUpTo(name: "ledger" | "journal", last: string): string {
  const from = programFile(`drizzle/${name}`);
  const folder = mkdtempSync(join(tmpdir(), "waymark-migrations-"));
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  const journal = journalOf(from);
  const entries = journal.entries.slice(0, journal.entries.findIndex(({ tag }) => tag === last) + 1);
  mkdirSync(join(folder, "meta"));
  writeFileSync(join(folder, "meta", "_journal.json"), JSON.stringify({ ...journal, entries }));
  for (const { tag } of entries) copyFileSync(join(from, `${tag}.sql`), join(folder, `${tag}.sql`));
  return folder;
}

function journalOf(folder: string): z.output<typeof zJournal> {
  return zJournal.parse(JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8")));
}
