import type { Feed } from "../../api/changes/feed.ts";
import { cursorsFor, placeAt, precedes, type Place, type Reader } from "../../api/changes/place.ts";
import { eventTypeOf } from "../../domain/partners/webhook/event-types.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Operation } from "../../ledger/entry.ts";
import { changeMessage, type Message } from "./message.ts";

/** What comes next in the feed for a webhook: a message, or nothing and how far that holds. */
export interface Next {
  readonly message: Message | null;
  readonly place: Place;
  /** Whether there is more to look through. */
  readonly isMore: boolean;
}

/** So many changes are read ahead: they hold until something is recorded, or another day begins. */
const AHEAD = 20;

const OPERATIONS: readonly Operation[] = ["CREATE", "CHANGE", "REMOVE"];

interface ReadAhead {
  readonly under: string;
  /** Where each of them begins, and where the last ends. */
  readonly stops: readonly string[];
  readonly found: readonly Next[];
}

/** The feed of changes as one webhook is told it, read a little ahead. */
export class ChangesAhead {
  private readonly webhookId: string;
  private readonly feed: Feed;
  private readonly kinds: readonly RecordKind[];
  private ahead: ReadAhead | null = null;

  constructor(webhookId: string, feed: Feed, kinds: readonly RecordKind[]) {
    this.webhookId = webhookId;
    this.feed = feed;
    this.kinds = kinds;
  }

  /** The first behind a place of what the types name; all, where they name none. `under` tells apart what readers may see, and where they read. */
  after(reader: Reader, place: Place, types: readonly string[], under: string): Next {
    const stop = JSON.stringify(place);
    const known = this.ahead?.under === under ? this.ahead.found[this.ahead.stops.indexOf(stop)] : undefined;
    if (known !== undefined) return known;
    // What is not recorded here yet, nobody can be told: a copy that was put back may be behind.
    if (precedes({ entry: reader.moment.number, within: null }, place)) return { message: null, place, isMore: false };
    const wanted = this.kinds.filter((kind) => types.length === 0 || OPERATIONS.some((op) => types.includes(eventTypeOf(kind, op)))).map(({ type }) => type);
    if (wanted.length === 0) return { message: null, place: { entry: reader.moment.number, within: null }, isMore: false };
    const page = this.feed.after(reader, { after: cursorsFor(reader)(place), types: types.length === 0 ? null : wanted, ids: null, most: AHEAD });
    const told = page.nodes.filter((change) => types.length === 0 || types.includes(eventTypeOf(change, change.op)));
    const found = told.map((change): Next => {
      const at = placeAt(reader, change.cursor);
      return { message: changeMessage(this.webhookId, change, at), place: at, isMore: true };
    });
    const last: Next = { message: null, place: placeAt(reader, page.cursor), isMore: page.hasNextPage };
    this.ahead = { under, stops: [stop, ...found.map((next) => JSON.stringify(next.place))], found: [...found, last] };
    return found[0] ?? last;
  }
}
