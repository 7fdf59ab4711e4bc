import { erasedSince } from "../ledger/erased-since.ts";
import { FileRefused } from "../ledger/file.ts";
import { restore, type Restoring } from "../ledger/restore.ts";
import { SettingsError, type Settings } from "../server/settings/config.ts";
import { endSignIns } from "../server/sign-in/sign-in-drawers.ts";
import { openLedger, programmeGraph } from "../serve/tracker.ts";

export const RESTORE_USAGE = "waymark restore FILE [--set-aside PATH]";

/** Restores the ledger that the settings name from a backup, proves that it is sound, and says what it holds and what has to be done again. */
export async function restoreCommand({ from, setAside }: Omit<Restoring, "to">, { ledger: to, journal }: Pick<Settings, "ledger" | "journal">, say: (line: string) => void): Promise<void> {
  if (journal !== null) {
    throw new SettingsError("LEDGER is a database, and a backup is a file. Copy it into one that holds nothing: waymark copy FILE postgres://… . Or restore the database with PostgreSQL's own tools.");
  }
  const { number, hash } = await restore({ from, to, setAside }, async (file) => prove(file, from));
  say(`${to}: ${number} entries, sound. Whether a ledger is this one, or goes on from it, says: waymark verify ${number} ${hash}`);
  say("Everybody has to sign in again. Keys that were revoked, and calendars that were, since the backup open again: revoke them again.");
  const erased = setAside === null ? [] : erasedSince(setAside, number, programmeGraph().kinds);
  if (erased.length === 0) return;
  say(`What was erased since is here again. Erase it again: ${erased.map(({ entry, ids }) => `${ids.join(", ")} (entry ${entry} of ${setAside})`).join("; ")}.`);
}

/** Opens it as a server would, with the graph built anew where it is of another version, and walks it from end to end. */
async function prove(file: string, from: string): Promise<void> {
  const ledger = await openLedger(file);
  try {
    const verdict = ledger.verify();
    if (!verdict.sound) throw new FileRefused(`${from} is not sound at entry ${verdict.entry}: ${verdict.reason} Nothing was changed. Take an older backup.`);
    await endSignIns(ledger.drawers);
  } finally {
    await ledger.close();
  }
}
