import { slices } from "./file.ts";
import { Forked, type Journal } from "./journal.ts";
import { entriesAfter, entriesTogether, entryWithGap, ledgerEnd } from "./reading.ts";
import { transaction } from "./transaction.ts";
import type { WritePlace } from "./write-place.ts";
import { matchesSeals, type WrittenEntry } from "./written.ts";

/** So many entries are taken over at a time, and so many changes applied before others may have their turn; an entry that has more of them all the same. */
const PAGE = 500;
const CHANGES = 200;

/** What takes entries over, and what they are taken from. */
export type Taking = Pick<WritePlace, "sqlite" | "stamp" | "graph" | "projection" | "entries" | "repeats">;
export type TakenFrom = Pick<Journal, "after">;

/** Told how far somebody has got who takes entries over. */
export type Progress = (taken: number) => void;

/** Takes over what a journal has and this file has not, and answers whether there was anything. Whoever reads has their turn in between. */
export async function takeNews(place: Taking, journal: TakenFrom, progress: Progress = () => {}): Promise<boolean> {
  const { sqlite, graph, projection } = place;
  for (let any = false; ; any = true) {
    const next = await newsIn(place, journal);
    if (next.length === 0) return any;
    const pause = slices();
    await transaction(place, async () => {
      // The order of an entry's changes says nothing: references between them are checked when all are there.
      sqlite.pragma("defer_foreign_keys = ON");
      const from = ledgerEnd(graph).number;
      await takeOver(place, next, pause);
      // What was erased in an entry is read in the one that erased it: the graph follows when both are there.
      for (let gap = entryWithGap(graph, from); gap !== null; gap = entryWithGap(graph, from)) {
        const more = await newsIn(place, journal);
        if (more.length === 0) throw new Error(`Entry ${gap} of the journal has lost a value that no entry has erased.`);
        await takeOver(place, more, pause);
      }
      const until = ledgerEnd(graph).number;
      for (let number = from; number < until; ) {
        for (const entry of entriesAfter(graph, number, entriesTogether(graph, number, CHANGES))) {
          for (const _ of projection.applying(entry.changes)) await pause();
          number = entry.number;
        }
      }
      return { keep: true, result: null };
    });
    progress(ledgerEnd(graph).number);
  }
}

/** What the journal has behind the end of this copy. */
async function newsIn({ graph }: Taking, journal: TakenFrom): Promise<readonly WrittenEntry[]> {
  const end = ledgerEnd(graph);
  const next = await journal.after(end, PAGE);
  if (next === "FORKED") throw new Forked(end.number);
  return next;
}

/** Another process may have taken over some of them while this one waited. */
async function takeOver({ graph, entries, repeats }: Taking, news: readonly WrittenEntry[], pause: () => Promise<void>): Promise<void> {
  for (const entry of news) {
    await pause();
    const end = ledgerEnd(graph);
    if (entry.entry.number <= end.number) continue;
    if (entry.entry.previous !== end.hash) throw new Error(`Entry ${entry.entry.number} does not continue this copy of the ledger.`);
    // Whoever may write in a database may write there what nobody recorded.
    if (!matchesSeals(entry)) throw new Error(`Entry ${entry.entry.number} of the journal is not as it was sealed: somebody has changed it in the database. Put it back from a backup.`);
    await pause();
    entries.write(entry);
    if (entry.sent !== undefined) repeats.keep(entry.entry.id, entry.sent);
  }
}
