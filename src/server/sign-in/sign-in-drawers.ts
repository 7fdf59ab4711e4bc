import type { Drawers } from "../../ledger/drawers.ts";

/** Where sessions are kept. */
export const SESSIONS = "sessions";

/** Where links are kept that sign somebody in once. */
export const LINKS = "sign-in links";

/** Ends every sign-in: who has signed out since a backup was made is not to be signed in by restoring it. */
export async function endSignIns(drawers: Drawers): Promise<void> {
  for (const drawer of [SESSIONS, LINKS]) {
    for (const { key } of await drawers.all(drawer)) await drawers.drop(drawer, key);
  }
}
