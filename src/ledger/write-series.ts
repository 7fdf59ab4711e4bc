import { InDoubt, overtaken, type LedgerFault } from "./fault.ts";
import { neverBefore } from "./instant.ts";
import { entryUnderKey, entryWithId, ledgerEnd, type FoundEntry } from "./reading.ts";
import { isRemembered, keyReused } from "./repeats.ts";
import { entriesInSeries, Series, type SeriesAct } from "./series.ts";
import { mayStand, transaction } from "./transaction.ts";
import type { Untaken } from "./until-taken.ts";
import type { WritePlace } from "./write-place.ts";

/** A series is kept or not, by what its deciding answers. */
export interface SeriesDecided<Value> {
  readonly keep: boolean;
  readonly value: Value;
}

/** What a series came to. */
export interface SeriesDone<Value> {
  /** Null when this repeats a series under the same key. */
  readonly value: Value | null;
  readonly repeated: boolean;
  /** The numbers of its first and its last entry; null where nothing was written. */
  readonly entries: { readonly first: number; readonly last: number } | null;
}

/** A series on its way into the ledger: attempted as a whole, however often that takes, under the same id. */
export class SeriesAttempts<Value> {
  private readonly place: WritePlace;
  private readonly act: SeriesAct;
  private readonly entryId: string;
  private readonly decide: (series: Series) => Promise<SeriesDecided<Value>>;
  /** What it came to when it was last handed to the journal, where nobody knows whether that took it. */
  private tried: { readonly value: Value } | null = null;
  private timesOvertaken = 0;

  constructor(place: WritePlace, act: SeriesAct, entryId: string, decide: (series: Series) => Promise<SeriesDecided<Value>>) {
    this.place = place;
    this.act = act;
    this.entryId = entryId;
    this.decide = decide;
  }

  /**
   * One transaction for all of it. Answers that it was given up only where it certainly does not stand: this copy has caught up with whoever came
   * first, so nothing that was handed to the journal before can be taken any more.
   */
  async attempt(): Promise<SeriesDone<Value> | Untaken | { readonly givenUp: LedgerFault }> {
    const { act, entryId, place } = this;
    const { graph, journal, repeats } = place;
    let isWritten = false;
    try {
      return await transaction<SeriesDone<Value> | Untaken | { readonly givenUp: LedgerFault }>(place, async () => {
        const end = ledgerEnd(graph);
        const earlier = act.key === undefined ? entryWithId(graph, entryId) : entryUnderKey(graph, act.actor, act.key);
        if (earlier !== null) return { keep: false, result: this.found(earlier) };
        if (this.timesOvertaken >= (act.mostOvertaken ?? Infinity)) return { keep: false, result: { givenUp: overtaken() } };
        const now = place.clock();
        const recordedAt = now.toISOString();
        const series = new Series({ ...place, act, entryId, at: neverBefore(end.at, recordedAt), recordedAt, isKept: journal !== undefined });
        const { keep, value } = await this.decide(series);
        if (keep) series.end();
        isWritten = keep && series.entries > 0;
        const sent = isWritten && isRemembered(act) ? repeats.remember(entryId, act.input, now) : undefined;
        const [first, ...more] = isWritten ? series.kept : [];
        const answer = await journal?.append(end, first === undefined ? [] : [{ ...first, sent }, ...more]);
        if (answer === "UNKNOWN") this.tried = { value };
        if (answer === "OVERTAKEN") this.timesOvertaken += 1;
        if (answer === "OVERTAKEN" || answer === "UNKNOWN") return { keep: false, result: answer };
        return { keep: isWritten, result: { value, repeated: false, entries: isWritten ? { first: end.number + 1, last: end.number + series.entries } : null } };
      });
    } catch (error) {
      throw isWritten && mayStand(error, journal) ? new InDoubt(error) : error;
    }
  }

  /** A series that is there already: as it was handed in before, or its own, where the journal's answer was lost. */
  private found({ id, number }: FoundEntry): SeriesDone<Value> {
    const { act, tried, place } = this;
    const entries = { first: number, last: number + entriesInSeries(place.graph, id) - 1 };
    if (tried !== null && id === this.entryId) return { value: tried.value, repeated: false, entries };
    if (isRemembered(act) && place.repeats.isAnother(id, act.input)) throw keyReused();
    return { value: null, repeated: true, entries };
  }
}
