import { LedgerFault } from "../../../ledger/fault.ts";
import { slices } from "../../../ledger/file.ts";
import type { Ledger } from "../../../ledger/ledger.ts";
import type { SeriesDone } from "../../../ledger/write-series.ts";
import { decideRow, NOTHING_BEFORE, type DoneBefore } from "./decide-row.ts";
import { mayComeLater, sayable, untilNoneIsLeft, type PlacedRow } from "./decide-rows.ts";
import { fingerprintOf, IMPORT_ACT, placeNow, type ImportDone, type ImportRequest } from "./import-request.ts";
import { rowsIn } from "./read-file.ts";
import type { RowVerdict } from "./verdict.ts";

/** So many rows are done at a time. Keys follow from it: with another number, what was done under a key before would be found by what it made only. */
const ROWS_IN_PIECE = 100;

/** A piece that others came before so often is done in so many smaller ones; a single row is decided until it is taken. */
const MOST_OVERTAKEN = 2;
const PARTS = 10;

/**
 * An import each of whose rows stands for itself: done piece by piece, and whoever else writes has a turn in between. What is done stays done. Under a
 * key, each piece stands under a key that follows from it, and the ids of what rows make follow from it too: so whoever sends the same again, after
 * whatever came in between, has the rest done and is told the same of what was done before.
 */
export class RowByRow {
  private readonly ledger: Ledger;
  private readonly request: ImportRequest;
  private readonly tell: (rows: number) => Promise<void>;
  private readonly fingerprint: string;
  private readonly verdicts: RowVerdict[] = [];
  private waiting: PlacedRow[] = [];
  private written = false;
  private repeated = false;
  private entries: ImportDone["entries"] = null;

  constructor(ledger: Ledger, request: ImportRequest, tell: (rows: number) => Promise<void>) {
    this.ledger = ledger;
    this.request = request;
    this.tell = tell;
    this.fingerprint = fingerprintOf(request);
  }

  /** Does it; null where it stopped between pieces, as nobody waits for the answer any more. */
  async done(): Promise<ImportDone | null> {
    try {
      for await (const rows of piecesOf(this.placed())) {
        if (this.isStopped()) return null;
        await this.piece(rows, this.keyOf(rows));
        await this.tell(this.verdicts.length);
      }
      await untilNoneIsLeft(this.waiting, async (waiting) => {
        this.waiting = [];
        for await (const rows of piecesOf(waiting)) if (!this.isStopped()) await this.piece(rows, null);
        return this.waiting;
      });
    } catch (error) {
      throw this.whereItStands(error);
    }
    return this.isStopped() ? null : { verdicts: this.verdicts, written: this.written, isRepeat: this.repeated && !this.written, entries: this.entries };
  }

  private async *placed(): AsyncGenerator<PlacedRow> {
    let at = 0;
    for await (const row of rowsIn(this.request.table, this.request.file)) {
      yield { row, at };
      at += 1;
    }
  }

  private isStopped(): boolean {
    return this.request.gone?.aborted === true;
  }

  /** Does a piece, in smaller ones where others always come first. Of one that was done before it is told what it did; what it left undone is decided now. */
  private async piece(rows: readonly PlacedRow[], key: string | null, changed: DoneBefore["changed"] = NOTHING_BEFORE.changed): Promise<void> {
    try {
      const done = await this.series(rows, key, changed);
      this.add(done);
      if (done.value === null) await this.piece(rows, null, this.changedIn(done));
      else this.judged(rows, done.value);
    } catch (error) {
      if (!(error instanceof LedgerFault && error.code === "OVERTAKEN")) throw error;
      for await (const part of piecesOf(rows, Math.ceil(rows.length / PARTS))) await this.piece(part, null, changed);
    }
  }

  private async series(rows: readonly PlacedRow[], key: string | null, changed: DoneBefore["changed"]): Promise<SeriesDone<readonly RowVerdict[]>> {
    const { table, actor, place: { reason } } = this.request;
    const pause = slices();
    return this.ledger.series(
      { name: IMPORT_ACT, actor, reason: reason ?? undefined, mostOvertaken: rows.length === 1 ? undefined : MOST_OVERTAKEN, ...(key === null ? {} : { key, input: this.fingerprint }) },
      async (series) => {
        const place = placeNow(this.request);
        sayable(series, place);
        const value: RowVerdict[] = [];
        for (const { row } of rows) {
          value.push(decideRow(series, table, place, row, { seed: this.seedOf(row.number), changed, found: (entry) => { this.add({ entries: { first: entry, last: entry }, repeated: true }); } }));
          await pause();
        }
        return { keep: true, value };
      },
    );
  }

  private judged(rows: readonly PlacedRow[], verdicts: readonly RowVerdict[]): void {
    rows.forEach((placed, index) => {
      const verdict = verdicts[index];
      if (verdict === undefined) throw new Error(`Row ${placed.row.number} was not decided.`);
      this.verdicts[placed.at] = verdict;
      if (mayComeLater(this.request.table, verdict)) this.waiting.push(placed);
    });
  }

  private add({ entries, repeated }: Pick<SeriesDone<unknown>, "entries" | "repeated">): void {
    if (entries === null) return;
    this.written ||= !repeated;
    this.repeated ||= repeated;
    this.entries = { first: Math.min(entries.first, this.entries?.first ?? entries.first), last: Math.max(entries.last, this.entries?.last ?? entries.last) };
  }

  /** The records that a piece which was done before wrote. */
  private changedIn({ entries }: SeriesDone<unknown>): DoneBefore["changed"] {
    if (entries === null) return NOTHING_BEFORE.changed;
    const { first, last } = entries;
    return new Set(this.ledger.entriesAfter(first - 1, last - first + 1).flatMap(({ changes }) => changes.map(({ id }) => id)));
  }

  /** The key of a piece: the first has the import's own, so that it is known to be used; no client can send one that looks like those of the others. */
  private keyOf([first]: readonly PlacedRow[]): string | null {
    const { key } = this.request;
    if (key === null || first === undefined) return null;
    return first.at === 0 ? key : `${key} – from row ${first.row.number}`;
  }

  private seedOf(row: number): string | null {
    const { key, actor } = this.request;
    return key === null ? null : `${actor}/${key}/${this.fingerprint}/${row}`;
  }

  /** What storage says that took no more is said of what was left: not of what was done before. */
  private whereItStands(error: unknown): unknown {
    if (!(error instanceof LedgerFault) || this.verdicts.length === 0) return error;
    const next = this.request.key === null ? "Send the file again from there; rows that give a reference or an id can all be sent again." : "Sent again under the same key, the import goes on from there.";
    return new LedgerFault(error.code, `The first ${this.verdicts.length} rows were done, and stay so. Of the next: ${error.message} ${next}`, { key: error.key === null ? null : this.request.key, cause: error });
  }
}

async function* piecesOf(rows: AsyncIterable<PlacedRow> | Iterable<PlacedRow>, most = ROWS_IN_PIECE): AsyncGenerator<readonly PlacedRow[]> {
  let piece: PlacedRow[] = [];
  for await (const row of rows) {
    piece.push(row);
    if (piece.length < most) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
