import type { Ledger } from "../../../ledger/ledger.ts";
import type { Series } from "../../../ledger/series.ts";
import { decideRow } from "./decide-row.ts";
import { mayComeLater, sayable, slices, untilNoneIsLeft, type PlacedRow } from "./decide-rows.ts";
import { fingerprintOf, IMPORT_ACT, type ImportDone, type ImportRequest } from "./import-request.ts";
import { rowsIn } from "./read-file.ts";
import type { RowVerdict } from "./verdict.ts";

/** So often others may come first, each time after all rows were decided, before it is given up. */
const MOST_OVERTAKEN = 2;

/** How often is told how far it is, in milliseconds. */
const TELL_EVERY_MS = 500;

/** Does an import in one act, however many entries that takes: all of it, or nothing. Where it is only tried, nothing of it is written either way. */
export async function allAtOnce(ledger: Ledger, request: ImportRequest, tell: (rows: number) => Promise<void>): Promise<ImportDone> {
  const { actor, place, dryRun, onError, key } = request;
  let verdicts: RowVerdict[] = [];
  const done = await ledger.series(
    { name: IMPORT_ACT, actor, reason: place.reason ?? undefined, mostOvertaken: MOST_OVERTAKEN, ...(key === null || dryRun ? {} : { key, input: fingerprintOf(request) }) },
    async (series) => {
      verdicts = [];
      sayable(series, place);
      await decideAll(series, request, verdicts, async () => tell(verdicts.length));
      const isRefused = verdicts.some(({ outcome }) => outcome === "REFUSED");
      return { keep: !dryRun && (!isRefused || onError === "REJECT_ROWS"), value: null };
    },
  );
  const written = done.entries !== null && !done.repeated;
  return {
    verdicts: written ? verdicts : verdicts.map((verdict) => (verdict.outcome === "CREATED" ? { ...verdict, id: null } : verdict)),
    written, isRepeat: done.repeated, entries: done.entries,
  };
}

async function decideAll(series: Series, { table, file, place }: ImportRequest, verdicts: RowVerdict[], tell: () => Promise<void>): Promise<void> {
  const pause = slices();
  let told = performance.now();
  const waiting: PlacedRow[] = [];
  for await (const row of rowsIn(table, file)) {
    const verdict = decideRow(series, table, place, row);
    if (mayComeLater(table, verdict)) waiting.push({ row, at: verdicts.length });
    verdicts.push(verdict);
    await pause();
    if (performance.now() - told < TELL_EVERY_MS) continue;
    told = performance.now();
    await tell();
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
}
