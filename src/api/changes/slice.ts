import { grouped } from "../../kernel/grouped.ts";
import type { StoredAs } from "../../ledger/between.ts";
import { changesFrom, type EntryHead, type PlacedChange } from "../../ledger/changes-from.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { upgraded } from "../../ledger/upgrade.ts";
import { knownAct } from "../act/act-enum.ts";
import { mayHaveBeenOpenTo } from "../history/open-to.ts";
import type { FeedChange } from "./change.ts";
import { isBefore, type Place, type Reader } from "./place.ts";
import type { Pointing } from "./pointing.ts";
import { changedFields, referencesOf, valuesFor, type RecordValues } from "./record-values.ts";
import { Stood } from "./stood.ts";

/** So many changes are read at a time, where no single entry has more, and so many records that point elsewhere. */
const AT_ONCE = 100;

/** A record as an entry found and left it, as far as the reader may see it. */
export interface Item {
  readonly entry: EntryHead;
  readonly place: Place;
  readonly id: string;
  readonly type: string;
  readonly before: StoredAs | null;
  readonly after: StoredAs | null;
  /** Whether it is the entry's own change, of which nothing is hidden from the reader. */
  readonly isWhole: boolean;
  /** Whether there never was such a record before. */
  readonly isNew: boolean;
  /** Whether what it was before has been erased since, and is not there any more: a copy may hold it still. */
  readonly isErased: boolean;
}

/** Where the reading has come, and what is to be told there, if anything is. */
interface Step {
  readonly place: Place;
  readonly item: Item | null;
}

/** A few whole entries of the feed, read together. */
export class Slice {
  /** Whether it reaches up to the last entry. */
  readonly isLast: boolean;
  private readonly reader: Reader;
  private readonly kinds: ReadonlyMap<string, RecordKind>;
  private readonly pointing: Pointing;
  private readonly from: Place;
  private readonly changes: readonly PlacedChange[];
  private readonly stood: Stood;

  constructor(reader: Reader, kinds: ReadonlyMap<string, RecordKind>, pointing: Pointing, from: Place) {
    this.reader = reader;
    this.kinds = kinds;
    this.pointing = pointing;
    this.from = from;
    const first = from.within === null ? from.entry + 1 : from.entry;
    const { changes, isAll } = changesFrom(reader.moment.ledger, first, reader.moment.number, AT_ONCE);
    this.isLast = isAll;
    this.changes = changes;
    this.stood = new Stood(reader, kinds, first - 1, changes);
    this.stood.load(changes.map(({ change }) => change.id));
  }

  /** Everything behind the place from which it is read, entry by entry. */
  *steps(): Generator<Step> {
    const { from } = this;
    for (const [number, changes] of grouped(this.changes, ({ entry }) => entry.number)) {
      const items = changes.flatMap((placed) => this.itemsOf(placed));
      const begins = number === from.entry ? from.within : null;
      for (const item of items) if (isBehind(item.place, begins)) yield { place: item.place, item: isTold(item) ? item : null };
      yield* this.toldAgain(items, typeof begins === "string" ? begins : "");
      yield { place: { entry: number, within: null }, item: null };
    }
    if (this.isLast) yield { place: { entry: this.reader.moment.number, within: null }, item: null };
  }

  /** What is told of items of these: only here it is worked out. */
  told(items: readonly Item[], cursorOf: (place: Place, hash?: string) => string): FeedChange[] {
    const { reader, stood } = this;
    stood.load(items.flatMap(({ before, after }) => [before, after].flatMap((one) => (one === null ? [] : referencesOf(one)))));
    const values = (one: StoredAs | null, entry: number): RecordValues | null => (one === null ? null : valuesFor(reader, one, (id) => stood.seenAt(id, entry) !== null));
    return items.map(({ entry, place, id, type, isWhole, ...item }) => {
      const [before, after] = [values(item.before, entry.number - 1), values(item.after, entry.number)];
      return {
        cursor: cursorOf(place, entry.hash), seq: entry.number, at: entry.at,
        act: isWhole ? knownAct(entry.act) : null, actor: isWhole ? entry.actor : null, reason: isWhole ? entry.reason : null,
        type, id, op: after === null ? "REMOVE" : before === null ? "CREATE" : "CHANGE", changedFields: changedFields(before, after), before, after,
      };
    });
  }

  /** What an act wrote may say something of several records today. */
  private itemsOf({ change, entry, position }: PlacedChange): Item[] {
    const { stood } = this;
    const records = upgraded(this.kinds, change);
    stood.load(records.map(({ id }) => id));
    return records.map(({ id, type }, part) => {
      const [before, after] = [stood.seenAt(id, entry.number - 1), stood.seenAt(id, entry.number)];
      const [was, is] = [stood.at(id, entry.number - 1), stood.at(id, entry.number)];
      const isErased = before === null && after === null && this.mayHaveHad(was) && !this.mayHaveHad(is);
      return { entry, place: { entry: entry.number, within: [position, part] }, id, type, before, after, isWhole: was === before && is === after, isNew: was === null && change.version === 1, isErased };
    });
  }

  /** Whether a copy may hold this version, which was erased since: whether its reader was to see it, nobody can tell any more. */
  private mayHaveHad(version: StoredAs | null): boolean {
    return version?.isErased === true && mayHaveBeenOpenTo(this.reader.viewer, version.kind, version.record);
  }

  /** The records that point at what an entry hid or opened: for the reader they point elsewhere from then on. */
  private *toldAgain(items: readonly Item[], after: string): Generator<Step> {
    const flipped = items.filter(({ before, after, isErased }) => isErased || (before === null) !== (after === null));
    const [first] = flipped;
    if (first === undefined) return;
    const [own, hidden] = [new Set(items.map(({ id }) => id)), new Set(flipped.map(({ id }) => id))];
    for (let last = after; ; ) {
      const ids = this.pointing.at(this.reader.moment.graph, flipped, last, AT_ONCE);
      this.stood.load(ids);
      for (const id of ids) {
        last = id;
        yield { place: { entry: first.entry.number, within: id }, item: own.has(id) ? null : this.again(id, first.entry, hidden) };
      }
      if (ids.length < AT_ONCE) return;
    }
  }

  /** A record that an entry left as it was, where it pointed at one of these: what has changed is what the reader sees there. */
  private again(id: string, entry: EntryHead, flipped: ReadonlySet<string>): Item | null {
    const stood = this.stood.seenAt(id, entry.number);
    if (stood === null || !referencesOf(stood).some((reference) => flipped.has(reference))) return null;
    return { entry, place: { entry: entry.number, within: id }, id, type: stood.kind.type, before: stood, after: stood, isWhole: false, isNew: false, isErased: false };
  }
}

function isTold({ before, after, isErased }: Item): boolean {
  return before !== null || after !== null || isErased;
}

function isBehind({ within }: Place, begins: Place["within"]): boolean {
  return begins === null || (within !== null && isBefore(begins, within));
}
