import type { Context } from "../api/context.ts";
import { etagOf } from "../kernel/etag.ts";
import { programFingerprint } from "../kernel/program-file.ts";
import { lastErasure } from "../ledger/reading.ts";
import type { Feed } from "./feed.ts";

/**
 * Tells an answer from every other: two with the same tag are the same to the letter. All that it follows from is in it: the
 * question, the entry that is read, what was erased since, the viewer's rights, the day where it follows that, and the program.
 */
export function tagOf({ question, followsDay }: Feed, { moment, viewer, smallNumber, today }: Context): string {
  const rights = [viewer.memberOf.toSorted(), viewer.draftsOf.toSorted(), smallNumber];
  const all = [programFingerprint(), question, moment.number, lastErasure(moment.ledger), rights, followsDay ? today : null];
  return etagOf(JSON.stringify(all));
}
