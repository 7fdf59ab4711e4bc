import { addDays, readDay, type Day } from "../../../kernel/day.ts";
import type { Drawers } from "../../../ledger/drawers.ts";
import { LedgerFault } from "../../../ledger/fault.ts";

const DRAWER = "calendar addresses";

/** For so many days it is remembered when an address was last used. */
const REMEMBERED = 800;

/** So old may be what is known of an address while it is used, in milliseconds: it is of a day. */
const KNOWN_FOR = 60_000;

/** The last day on which a calendar was fetched at an address; null where it never was, or too long ago to be remembered. */
export async function lastUsedOn(drawers: Drawers, addressId: string): Promise<Day | null> {
  const kept = await drawers.find(DRAWER, addressId, KNOWN_FOR);
  return kept === null ? null : readDay(kept.value);
}

/** Remembers that a calendar was fetched on a day; written once a day for each address. Where that cannot be done now, it is at one of the next times: nobody goes without their calendar for it. */
export async function noteUse(drawers: Drawers, addressId: string, today: Day): Promise<void> {
  try {
    if ((await lastUsedOn(drawers, addressId)) === today) return;
    await drawers.keep(DRAWER, addressId, { owner: null, value: today, until: new Date(`${addDays(today, REMEMBERED)}T00:00:00Z`) });
  } catch (error) {
    if (!(error instanceof LedgerFault)) throw error;
  }
}
