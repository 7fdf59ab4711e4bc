import { refusal } from "../../../kernel/problem.ts";
import { slices } from "../../../ledger/file.ts";
import type { Ledger } from "../../../ledger/ledger.ts";
import { allAtOnce, tried } from "./all-at-once.ts";
import type { ImportRequest } from "./import-request.ts";
import { rowsIn } from "./read-file.ts";
import { RowByRow } from "./row-by-row.ts";
import type { ImportEvent, ImportSummary, RowVerdict } from "./verdict.ts";

/** Reads a file once from beginning to end, and counts its rows. Refuses one that cannot be read, and one with more rows than are taken. */
export async function countRows({ table, file, mostRows }: ImportRequest): Promise<number> {
  let count = 0;
  const pause = slices();
  for await (const _row of rowsIn(table, file)) {
    count += 1;
    if (count > mostRows) throw refusal("TOO_MANY_CHANGES", `This file has more than ${mostRows.toLocaleString("en-GB")} rows, and no more are taken at once. Nothing was written: send it in parts.`);
    await pause();
  }
  return count;
}

/**
 * Does an import. `tell` hears how it goes, and then the verdict on each row and what became of it as a whole; nothing more where nobody waits for
 * that any longer.
 */
export async function importRows(ledger: Ledger, request: ImportRequest, tell: (event: ImportEvent) => Promise<void> | void): Promise<void> {
  const of = await countRows(request);
  const { table, dryRun, onError } = request;
  const progress = async (rows: number): Promise<void> => tell({ progress: { rows, of } });
  const done = dryRun ? await tried(ledger, request, progress) : onError === "REJECT_ROWS" ? await new RowByRow(ledger, request, progress).done() : await allAtOnce(ledger, request, progress);
  if (done === null) return;
  const { verdicts, written, isRepeat, entries } = done;
  const pause = slices();
  for (const verdict of verdicts) {
    await tell({ verdict });
    await pause();
  }
  await tell({ summary: { ...counted(verdicts), table: table.name, rows: of, written, dryRun, isRepeat, firstEntry: entries?.first ?? null, lastEntry: entries?.last ?? null } });
}

function counted(verdicts: readonly RowVerdict[]): Pick<ImportSummary, "created" | "changed" | "unchanged" | "refused"> {
  const count = (outcome: RowVerdict["outcome"]): number => verdicts.filter((verdict) => verdict.outcome === outcome).length;
  return { created: count("CREATED"), changed: count("CHANGED"), unchanged: count("UNCHANGED"), refused: count("REFUSED") };
}
