import "reflect-metadata";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { playExampleYear } from "../../src/command/example.ts";
import { readDay } from "../../src/kernel/day.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { loadFoundingDocuments, openLedger } from "../../src/serve/tracker.ts";
import { ownDatabase, type Database } from "./store.ts";

/** A ledger in a file of its own, and how to be rid of both. */
export interface OwnLedger {
  readonly ledger: Ledger;
  readonly end: () => Promise<void>;
}

/** What a ledger begins as: the bytes of its file and, where ledgers live in PostgreSQL, the database with the same. */
interface Beginning {
  readonly bytes: Buffer;
  readonly database: Database | null;
}

/** What tests begin with: made once for all tests of a process, as to copy one takes a fraction of what it takes to make it. */
const beginnings = new Map<Holding, Promise<Beginning>>();

/** What a ledger holds at first. */
export type Holding = "NOTHING" | "THE_DOCUMENTS" | "THE_EXAMPLE_YEAR";

/** The day on which the example year of the tests is looked back on. */
export const EXAMPLE_DAY = readDay("2026-11-28");

/** An empty ledger of the domain's concepts, or one that holds the five documents, or those and the example year. */
export async function ownLedger(holding: Holding): Promise<OwnLedger> {
  const made = beginnings.get(holding) ?? beginningWith(holding);
  beginnings.set(holding, made);
  const { bytes, database: like } = await made;
  const { file, drop } = freshFile();
  writeFileSync(file, bytes);
  const database = await ownDatabase(like);
  const ledger = await openLedger(file, { journal: database?.address ?? null });
  return {
    ledger,
    end: async () => {
      await ledger.close();
      await database?.end();
      drop();
    },
  };
}

async function beginningWith(holding: Holding): Promise<Beginning> {
  const { file, drop } = freshFile();
  const database = await ownDatabase();
  const ledger = await openLedger(file, { journal: database?.address ?? null });
  if (holding === "THE_DOCUMENTS") await loadFoundingDocuments(ledger);
  if (holding === "THE_EXAMPLE_YEAR") await playExampleYear(ledger, EXAMPLE_DAY);
  await ledger.close();
  const bytes = readFileSync(file);
  drop();
  return { bytes, database };
}

function freshFile(): { readonly file: string; readonly drop: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "waymark-ledger-"));
  return { file: join(folder, "waymark.db"), drop: () => { rmSync(folder, { recursive: true }); } };
}
