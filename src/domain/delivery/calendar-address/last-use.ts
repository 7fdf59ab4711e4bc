import { addDays, readDay, type Day } from "../../../kernel/day.ts";
import type { Aside } from "../../../ledger/aside.ts";

const DRAWER = "calendar addresses";

/** For so many days it is remembered when an address was last used. */
const REMEMBERED = 800;

/** The last day on which a calendar was fetched at an address; null where it never was, or too long ago to be remembered. */
export function lastUsedOn(aside: Aside, addressId: string): Day | null {
  const kept = aside.find(DRAWER, addressId);
  return kept === null ? null : readDay(kept.value);
}

/** Remembers that a calendar was fetched on a day; written once a day for each address. */
export async function noteUse(aside: Aside, addressId: string, today: Day): Promise<void> {
  if (lastUsedOn(aside, addressId) === today) return;
  await aside.keep(DRAWER, addressId, { owner: null, value: today, until: new Date(`${addDays(today, REMEMBERED)}T00:00:00Z`) });
}
