import "reflect-metadata";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { playExampleYear } from "../../src/example.ts";
import { readDay } from "../../src/kernel/day.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { loadFoundingDocuments, openLedger } from "../../src/tracker.ts";

/** A ledger in a file of its own, and how to be rid of both. */
export interface OwnLedger {
  readonly ledger: Ledger;
  readonly end: () => Promise<void>;
}

/** The files that tests begin with: made once for all tests of a process, as to copy one takes a fraction of what it takes to make it. */
const files = new Map<Holding, Promise<Buffer>>();

/** What a ledger holds at first. */
export type Holding = "NOTHING" | "THE_DOCUMENTS" | "THE_EXAMPLE_YEAR";

/** The day on which the example year of the tests is looked back on. */
export const EXAMPLE_DAY = readDay("2026-11-28");

/** An empty ledger of the domain's concepts, or one that holds the five documents, or those and the example year. */
export async function ownLedger(holding: Holding): Promise<OwnLedger> {
  const made = files.get(holding) ?? fileThatHolds(holding);
  files.set(holding, made);
  const { file, drop } = freshFile();
  writeFileSync(file, await made);
  const ledger = await openLedger(file);
  return {
    ledger,
    end: async () => {
      await ledger.close();
      drop();
    },
  };
}

async function fileThatHolds(holding: Holding): Promise<Buffer> {
  const { file, drop } = freshFile();
  const ledger = await openLedger(file);
  if (holding === "THE_DOCUMENTS") await loadFoundingDocuments(ledger);
  if (holding === "THE_EXAMPLE_YEAR") await playExampleYear(ledger, EXAMPLE_DAY);
  await ledger.close();
  const bytes = readFileSync(file);
  drop();
  return bytes;
}

function freshFile(): { readonly file: string; readonly drop: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "waymark-ledger-"));
  return { file: join(folder, "waymark.db"), drop: () => { rmSync(folder, { recursive: true }); } };
}
