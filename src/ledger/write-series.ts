import { InDoubt, overtaken, type LedgerFault } from "./fault.ts";
import { neverBefore } from "./instant.ts";
import { entryUnderKey, entryWithId, ledgerEnd, type FoundEntry } from "./reading.ts";
import { isRemembered, keyReused } from "./repeats.ts";
import { entriesInSeries, Series, type SeriesAct } from "./series.ts";
import { mayStand, transaction } from "./transaction.ts";
import type { Untaken } from "./until-taken.ts";
import { WrittenApart } from "./write-apart.ts";
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

/** What an attempt comes to. */
type Answer<Value> = SeriesDone<Value> | Untaken | { readonly givenUp: LedgerFault };

/** What one transaction has decided, and what of it is left to be written apart. */
interface Decided<Value> {
  readonly answer: Answer<Value>;
  readonly left: { readonly apart: WrittenApart; readonly value: Value } | null;
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
   * One transaction for all of it: this one, or where it is long one in a thread of its own, when this one has decided. Answers that it was given up only
   * where it certainly does not stand: this copy has caught up with whoever came first, so nothing that was handed to the journal before can be taken any more.
   */
  async attempt(): Promise<Answer<Value>> {
    const { act, entryId, place } = this;
    const { graph, journal, repeats } = place;
    const apart = place.isTrial ? null : new WrittenApart(place.sqlite.name, place.projection);
    let isWritten = false;
    try {
      const { answer, left } = await transaction<Decided<Value>>(place, async () => {
        const end = ledgerEnd(graph);
        const earlier = act.key === undefined ? entryWithId(graph, entryId) : entryUnderKey(graph, act.actor, act.key);
        if (earlier !== null) return undone(this.found(earlier));
        if (this.timesOvertaken >= (act.mostOvertaken ?? Infinity)) return undone({ givenUp: overtaken() });
        const now = place.clock();
        const recordedAt = now.toISOString();
        const series = new Series({ ...place, act, entryId, at: neverBefore(end.at, recordedAt), recordedAt, apart, isKept: journal !== undefined });
        const { keep, value } = await this.decide(series);
        if (keep) series.end();
        const writes = keep && series.entries > 0;
        const sent = writes && isRemembered(act) ? repeats.remember(entryId, act.input, now) : undefined;
        const left = writes && apart?.isLong === true ? { apart, value } : null;
        await left?.apart.handedOver(sent === undefined ? null : { entryId, ...sent });
        isWritten = writes;
        const [first, ...more] = isWritten ? series.kept : [];
        const answer = await journal?.append(end, first === undefined ? [] : [{ ...first, sent }, ...more]);
        if (answer === "UNKNOWN") this.tried = { value };
        if (answer === "OVERTAKEN") this.timesOvertaken += 1;
        if (answer === "OVERTAKEN" || answer === "UNKNOWN") return undone(answer);
        const done = { value, repeated: false, entries: isWritten ? { first: end.number + 1, last: end.number + series.entries } : null };
        left?.apart.write(end, place.stamp);
        return { keep: isWritten && left === null, result: { answer: done, left } };
      });
      return left === null || (await left.apart.outcome()) === "WRITTEN" ? answer : this.comeBefore(left.value);
    } catch (error) {
      throw isWritten && mayStand(error, journal) ? new InDoubt(error) : error;
    } finally {
      apart?.end();
    }
  }

  /** Another process has written into the file between what was decided and its writing: where there is a journal, what it took over from there is this as well. */
  private comeBefore(value: Value): Untaken {
    if (this.place.journal === undefined) {
      this.timesOvertaken += 1;
      return "OVERTAKEN";
    }
    this.tried = { value };
    return "UNKNOWN";
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

function undone<Value>(answer: Answer<Value>): { readonly keep: false; readonly result: Decided<Value> } {
  return { keep: false, result: { answer, left: null } };
}
