import { GENESIS } from "../entry.ts";
import { lastInCommon } from "../in-common.ts";
import { Forked, NotTaken, type LedgerEnd } from "../journal.ts";
import { SealWalk, type Unsound } from "../seal-walk.ts";
import { erasedBy, type WrittenEntry } from "../written.ts";
import { PAGE, type Holding } from "./holding.ts";

/** A copy that is not made, in one line for whoever asked for it. */
export class CopyRefused extends Error {
  override readonly name = "CopyRefused";
}

/** What was copied: where the copy ends, and how many of its entries were not there before. */
export interface Copied extends LedgerEnd {
  readonly copied: number;
}

/**
 * Copies every entry of one ledger to where there is none, or an earlier copy of the same, and goes on from that one's end. The seals are walked
 * on both sides, before and after. What is kept beside it goes along. Refuses what is not sound, and where there is another ledger; whatever stops it, what was copied is whole.
 */
export async function copyLedger(from: Holding, to: Holding): Promise<Copied> {
  try {
    return await copied(from, to);
  } catch (error) {
    if (error instanceof NotTaken) throw new CopyRefused("A database could not be reached any more. What was copied until then is whole: ask for the same again, and it goes on from there.", { cause: error });
    if (error instanceof Forked) throw new CopyRefused("Something of its own was recorded in TO while this was copied. Stop the servers that serve it, and name a place that holds nothing.", { cause: error });
    throw error;
  }
}

async function copied(from: Holding, to: Holding): Promise<Copied> {
  if ((await from.end()).number === 0) throw new CopyRefused("FROM holds no entry: there is nothing to copy.");
  const before = await to.end();
  await refuseAnother(from, to, before);
  await walked(from, (unsound) => `FROM is not sound at entry ${unsound.entry}: ${unsound.reason} Nothing was copied.`);
  await to.takeFrom(from);
  const end = await walked(to, (unsound) => `The copy is not sound at entry ${unsound.entry}: ${unsound.reason} Do not use it.`);
  if ((await from.hashOf(end.number)) !== end.hash) throw new CopyRefused(`Entry ${end.number} of the copy is not the one that FROM has. Do not use it.`);
  await to.keepAside(from.asidePages());
  return { ...end, copied: end.number - before.number };
}

/** Refuses a place that holds what the ledger does not. */
async function refuseAnother(from: Holding, to: Holding, end: LedgerEnd): Promise<void> {
  if (end.number === 0 || (await from.hashOf(end.number)) === end.hash) return;
  const { number: last } = await from.end();
  const until = Math.min(last, end.number);
  const differs = (await lastInCommon(from, to, until)) + 1;
  if (differs > until) throw new CopyRefused(`TO goes on from FROM already: it holds ${end.number} entries, of which FROM has ${last}. Nothing was copied.`);
  throw new CopyRefused(`TO holds another ledger than FROM from entry ${differs} on. Nothing was copied: name a place that holds nothing, or an earlier copy of FROM.`);
}

/** Walks the seals to the end, and answers it. Looks again before it complains, as what was erased while it walked is not missing. */
async function walked(holding: Holding, complaint: (unsound: Unsound) => string): Promise<LedgerEnd> {
  for (let before = -1; ; ) {
    const walk = await walkOf(holding);
    if (!("sound" in walk)) return walk;
    if (walk.entry === before) throw new CopyRefused(complaint(walk));
    before = walk.entry;
  }
}

async function walkOf(holding: Holding): Promise<LedgerEnd | Unsound> {
  const erased = new Set<string>();
  for await (const page of pagesOf(holding)) {
    for (const names of erasedBy(page).values()) for (const name of names) erased.add(name);
  }
  const walk = new SealWalk(erased);
  for await (const page of pagesOf(holding)) {
    const unsound = walk.through(page);
    if (unsound !== null) return unsound;
  }
  return walk.end;
}

async function* pagesOf(holding: Holding): AsyncGenerator<readonly WrittenEntry[]> {
  for (let end: LedgerEnd = { number: 0, hash: GENESIS }; ; ) {
    const page = await holding.after(end, PAGE);
    const last = page === "FORKED" ? undefined : page.at(-1);
    if (page === "FORKED" || last === undefined) return;
    yield page;
    end = last.entry;
  }
}
