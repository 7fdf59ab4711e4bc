import type { RecordKind } from "../../ledger/concept.ts";
import { neverShown } from "../access/audience.ts";
import type { ChangesAsked, ChangesPage, FeedChange } from "./change.ts";
import { BEGINNING, cursorsFor, placeAt, type Reader } from "./place.ts";
import { Pointing } from "./pointing.ts";
import { Slice, type Item } from "./slice.ts";

/** So many records are looked at for one page. */
const MOST_LOOKED_AT = 1_000;

/** The feed of changes over these kinds of record. Webhooks and tables read it as the graph does: whoever reads, what is told passes the gate here. */
export class Feed {
  private readonly kinds: ReadonlyMap<string, RecordKind>;
  private readonly pointing: Pointing;

  constructor(kinds: readonly RecordKind[]) {
    this.kinds = new Map(kinds.map((kind) => [kind.type, kind]));
    this.pointing = new Pointing(kinds.filter((kind) => !neverShown(kind.table)));
  }

  /**
   * What happened after a cursor, in order, as the reader may know it: applied one after another to a copy of what was before,
   * it makes what is there now. The work is bounded also where little of much may be told: then a page is short, and there is
   * a next one.
   */
  after(reader: Reader, asked: ChangesAsked): ChangesPage {
    const cursorOf = cursorsFor(reader);
    const nodes: FeedChange[] = [];
    let place = asked.after === null ? BEGINNING : placeAt(reader, asked.after);
    for (let left = MOST_LOOKED_AT; ; ) {
      const slice = new Slice(reader, this.kinds, this.pointing, place);
      const told: Item[] = [];
      let isRead = true;
      for (const { place: next, item } of slice.steps()) {
        const wanted = item !== null && isAsked(asked, item) ? item : null;
        isRead = left > 0 && (wanted === null || nodes.length + told.length < asked.most);
        if (!isRead) break;
        if (wanted !== null) told.push(wanted);
        place = next;
        left -= 1;
      }
      nodes.push(...slice.told(told, cursorOf));
      if (!isRead || slice.isLast) return { cursor: cursorOf(place), hasNextPage: !isRead, nodes };
    }
  }
}

function isAsked({ types, ids }: ChangesAsked, item: Item): boolean {
  return (types?.includes(item.type) ?? true) && (ids?.includes(item.id) ?? true);
}
