import { slices } from "../../../ledger/file.ts";
import type { Ledger } from "../../../ledger/ledger.ts";
import type { Series } from "../../../ledger/series.ts";
import { decideRow } from "./decide-row.ts";
import { mayComeLater, sayable, untilNoneIsLeft, type PlacedRow } from "./decide-rows.ts";
import { fingerprintOf, IMPORT_ACT, placeNow, type ImportDone, type ImportRequest } from "./import-request.ts";
import { rowsIn } from "./read-file.ts";
import type { RowVerdict } from "./verdict.ts";

/** So often others may come first, each time after all rows were decided, before it is given up. */
const MOST_OVERTAKEN = 2;

/** How often is told how far it is, in milliseconds. */
const TELL_EVERY_MS = 500;

/** Does an import in one act, however many entries that takes: all of it, or nothing where a row is refused. Whoever else writes waits. */
export async function allAtOnce(ledger: Ledger, request: ImportRequest, tell: (rows: number) => Promise<void>): Promise<ImportDone> {
  const { actor, place, key } = request;
  const done = await ledger.series(
    { name: IMPORT_ACT, actor, reason: place.reason ?? undefined, mostOvertaken: MOST_OVERTAKEN, ...(key === null ? {} : { key, input: fingerprintOf(request) }) },
    async (series) => {
      const verdicts = await decideAll(series, { ...request, place: placeNow(request) }, tell);
      return { keep: !verdicts.some(({ outcome }) => outcome === "REFUSED"), value: verdicts };
    },
  );
  const written = done.entries !== null && !done.repeated;
  const verdicts = done.value ?? [];
  return { verdicts: written ? verdicts : verdicts.map(withoutMade), written, isRepeat: done.repeated, entries: done.entries };
}

/** Says what would become of an import, of all of its rows at once: nothing is written, and nobody who writes waits for it. Null where nobody waits for the answer any more. */
export async function tried(ledger: Ledger, request: ImportRequest, tell: (rows: number) => Promise<void>): Promise<ImportDone | null> {
  const { actor, place, gone } = request;
  const verdicts = await ledger.rehearse({ name: IMPORT_ACT, actor, reason: place.reason ?? undefined }, async (series) => decideAll(series, request, tell, gone));
  return gone?.aborted === true ? null : { verdicts: verdicts.map(withoutMade), written: false, isRepeat: false, entries: null };
}

/** What would have been made has no id. */
function withoutMade(verdict: RowVerdict): RowVerdict {
  return verdict.outcome === "CREATED" ? { ...verdict, id: null } : verdict;
}

/** Decides all rows, or as many as there are until the signal. */
async function decideAll(series: Series, { table, file, place }: ImportRequest, tell: (rows: number) => Promise<void>, until?: AbortSignal): Promise<RowVerdict[]> {
  sayable(series, place);
  const verdicts: RowVerdict[] = [];
  const pause = slices();
  let told = performance.now();
  const waiting: PlacedRow[] = [];
  for await (const row of rowsIn(table, file)) {
    const verdict = decideRow(series, table, place, row);
    if (mayComeLater(table, verdict)) waiting.push({ row, at: verdicts.length });
    verdicts.push(verdict);
    await pause();
    if (until?.aborted === true) return verdicts;
    if (performance.now() - told < TELL_EVERY_MS) continue;
    told = performance.now();
    await tell(verdicts.length);
  }
  await untilNoneIsLeft(waiting, async (rows) => {
    const still: PlacedRow[] = [];
    for (const each of rows) {
      const verdict = decideRow(series, table, place, each.row);
      verdicts[each.at] = verdict;
      if (mayComeLater(table, verdict)) still.push(each);
      await pause();
    }
    return still;
  });
  return verdicts;
}
