import { createHash } from "node:crypto";
import { ActDraft } from "../../../api/act/act-draft.ts";
import { refusal } from "../../../kernel/problem.ts";
import { turn } from "../../../ledger/file.ts";
import type { Ledger } from "../../../ledger/ledger.ts";
import type { Series } from "../../../ledger/series.ts";
import type { FileRow } from "./cells.ts";
import { decideRow } from "./decide-row.ts";
import type { ImportPlace } from "./import-place.ts";
import type { ImportTable } from "./import-table.ts";
import { rowsIn, type RowFile } from "./read-file.ts";
import type { ImportEvent, ImportSummary, RowVerdict } from "./verdict.ts";

/** What an import stands under in the ledger, and in the table of permissions. */
export const IMPORT_ACT = "table:import";

/** What becomes of the right rows where another is wrong. */
export const onErrors = ["REJECT_ALL", "REJECT_ROWS"] as const;

/** How somebody asks for an import. */
export interface ImportRequest {
  readonly table: ImportTable;
  readonly file: RowFile;
  readonly place: ImportPlace;
  readonly actor: string;
  readonly onError: (typeof onErrors)[number];
  readonly dryRun: boolean;
  /** What the client calls it, so that it is done once. */
  readonly key: string | null;
  readonly mostRows: number;
}

/** So long others wait for their turn, in milliseconds. */
const SLICE_MS = 8;

/** How often is told how far it is, in milliseconds. */
const TELL_EVERY_MS = 500;

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

/** Does an import: all of it in one act, however many entries that takes. `tell` hears how it goes, and then the verdict on each row and what became of it as a whole. */
export async function importRows(ledger: Ledger, request: ImportRequest, tell: (event: ImportEvent) => Promise<void> | void): Promise<void> {
  const of = await countRows(request);
  let verdicts: RowVerdict[] = [];
  const { actor, place, dryRun, onError, key } = request;
  const done = await ledger.series(
    { name: IMPORT_ACT, actor, reason: place.reason ?? undefined, ...(key === null || dryRun ? {} : { key, input: fingerprintOf(request) }) },
    async (series) => {
      verdicts = [];
      sayable(series, place);
      await decideAll(series, request, verdicts, async () => tell({ progress: { rows: verdicts.length, of } }));
      const isRefused = verdicts.some(({ outcome }) => outcome === "REFUSED");
      return { keep: !dryRun && (!isRefused || onError === "REJECT_ROWS"), value: null };
    },
  );
  const written = done.entries !== null && !done.repeated;
  for (const verdict of verdicts) await tell({ verdict: written || verdict.outcome !== "CREATED" ? verdict : { ...verdict, id: null } });
  await tell({ summary: { ...counted(verdicts), table: request.table.name, rows: of, written, dryRun, isRepeat: done.repeated, firstEntry: done.entries?.first ?? null, lastEntry: done.entries?.last ?? null } });
}

async function decideAll(series: Series, { table, file, place }: ImportRequest, verdicts: RowVerdict[], tell: () => Promise<void>): Promise<void> {
  const pause = slices();
  let told = performance.now();
  let waiting: Waiting[] = [];
  for await (const row of rowsIn(table, file)) {
    const verdict = decideRow(series, table, place, row);
    if (mayComeLater(table, verdict)) waiting.push({ row, at: verdicts.length });
    verdicts.push(verdict);
    await pause();
    if (performance.now() - told < TELL_EVERY_MS) continue;
    told = performance.now();
    await tell();
  }
  for (let before = waiting.length + 1; waiting.length > 0 && waiting.length < before; ) {
    before = waiting.length;
    const still: Waiting[] = [];
    for (const each of waiting) {
      const verdict = decideRow(series, table, place, each.row);
      verdicts[each.at] = verdict;
      if (mayComeLater(table, verdict)) still.push(each);
      await pause();
    }
    waiting = still;
  }
}

/** A row that points at another of its own table, which may stand further down. */
interface Waiting {
  readonly row: FileRow;
  readonly at: number;
}

function mayComeLater({ importable: { kind }, fields }: ImportTable, { problems }: RowVerdict): boolean {
  return problems.some(({ code, column }) => code === "NOT_FOUND" && fields.some(({ pointsAt, columnOf }) => pointsAt.includes(kind.type) && columnOf(undefined) === column));
}

/** The words of the reason stand where everybody reads them. */
function sayable(series: Series, { viewer, kinds, permissions, standards, reason }: ImportPlace): void {
  if (reason === null) return;
  series.look((draft) => { new ActDraft({ draft, act: IMPORT_ACT, viewer, kinds, permissions, standards, reason, isExample: false }).mayBeRead(reason, ["reason"]); });
}

/** Lets others have their turn whenever a slice of time is over. */
function slices(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await turn();
    since = performance.now();
  };
}

/** One text for what was sent: a key that is used again has to come with the same. */
function fingerprintOf({ table, file, place, onError }: ImportRequest): string {
  return JSON.stringify([IMPORT_ACT, table.name, file.form, createHash("sha256").update(file.bytes).digest("hex"), file.ods ?? null, place.reason, place.list, onError, ...(place.days === null ? [] : [place.days])]);
}

function counted(verdicts: readonly RowVerdict[]): Pick<ImportSummary, "created" | "changed" | "unchanged" | "refused"> {
  const count = (outcome: RowVerdict["outcome"]): number => verdicts.filter((verdict) => verdict.outcome === outcome).length;
  return { created: count("CREATED"), changed: count("CHANGED"), unchanged: count("UNCHANGED"), refused: count("REFUSED") };
}
