import type { Context, Live } from "../context.ts";
import { Fault } from "../fault/fault.ts";
import { LiveEvent } from "./live.ts";
import type { ChangesAsked, FeedChange } from "./change.ts";
import type { Feed } from "./feed.ts";
import { cursorHere, placeAt } from "./place.ts";

/** So many changes wait to be told at most: whoever reads slowly has them read from the ledger later. */
const AHEAD = 20;

/** The changes behind a cursor, those that were made already and those to come, until whoever asked has gone. Refuses a cursor at once. */
export async function changesAsTheyCome(live: Live, feed: Feed, asked: Omit<ChangesAsked, "most">): Promise<AsyncGenerator<LiveEvent>> {
  const from = live.resumeAfter ?? asked.after;
  const after = await live.read((context) => {
    if (from !== null) placeAt(context, from);
    return from ?? cursorHere(context);
  });
  return following(live, feed, { ...asked, after });
}

/** Nothing is held open between two changes: each reading is at the head of its time. */
async function* following(live: Live, feed: Feed, asked: Omit<ChangesAsked, "most">): AsyncGenerator<LiveEvent> {
  let { after } = asked;
  while (!live.signal.aborted) {
    const { page, entry } = await live.read((context) => ({ page: feed.after(context, { ...asked, after, most: AHEAD }), entry: context.moment.number }));
    for (const change of page.nodes) yield new LiveEvent(change.cursor, change);
    after = page.cursor;
    if (!page.hasNextPage) await live.beyond(entry);
  }
}

export function liveOf({ live }: Context): Live {
  if (live === null) throw streamNeeded();
  return live;
}

/** The change that is told with this answer: only to somebody who may still see what they might when it was read. */
export function changeTold(context: Context): FeedChange {
  const { event } = context;
  if (event === null) throw streamNeeded();
  placeAt(context, event.cursor);
  // Only the source of this subscription makes the events that it is executed with.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return event.told as FeedChange;
}

function streamNeeded(): Fault {
  return new Fault("STREAM_NEEDED", "A subscription is told over a stream: send it with Accept: text/event-stream, or over a WebSocket.", { http: { status: 406 } });
}
