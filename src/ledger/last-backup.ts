import type { Drawers } from "./drawers.ts";
import type { LedgerEnd } from "./journal.ts";

/** The last backup that was made of a ledger: when, and of which entries. */
export interface LastBackup {
  readonly at: Date;
  readonly entry: number;
}

const DRAWER = "backup";
const KEY = "last";

const FOR_EVER = new Date("9999-12-31T23:59:59.999Z");

/** So long what was found will do, in milliseconds: nobody looks more often at how old a backup is. */
const FOUND_FOR = 60_000;

/** Remembers beside the ledger that it was backed up, whichever process did it and whichever is asked. */
export async function rememberBackup(drawers: Drawers, { number }: LedgerEnd, at: Date): Promise<void> {
  await drawers.keep(DRAWER, KEY, { owner: null, value: JSON.stringify({ at: at.toISOString(), entry: number }), until: FOR_EVER });
}

/** The last backup; null where none was ever made. */
export async function lastBackup(drawers: Drawers): Promise<LastBackup | null> {
  const kept = await drawers.find(DRAWER, KEY, FOUND_FOR);
  if (kept === null) return null;
  // Only what was kept as a backup lies in this drawer.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  const { at, entry } = JSON.parse(kept.value) as { readonly at: string; readonly entry: number };
  return { at: new Date(at), entry };
}
