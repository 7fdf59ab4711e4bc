import { isId } from "../../kernel/identity.ts";
import { GENESIS } from "../../ledger/entry.ts";
import type { Graph } from "../../ledger/graph.ts";
import { hashOf } from "../../ledger/reading.ts";
import { canonical, digest } from "../../ledger/seal.ts";
import type { Context } from "../context.ts";
import { Fault } from "../fault/fault.ts";

/** Who reads the feed of changes, and up to which entry. */
export type Reader = Pick<Context, "moment" | "viewer" | "smallNumber">;

/**
 * Behind which of the changes somebody stands. Of an entry, what it changed comes first, in its order; then, by id, the
 * records that point at what it hid or opened.
 */
export interface Place {
  readonly entry: number;
  /** Position and part of a change, or the id of a record that is told again. Null: behind all of the entry. */
  readonly within: readonly [position: number, part: number] | string | null;
}

export const BEGINNING: Place = { entry: 0, within: null };

/** Whether the place comes before another of the same entry. */
export function isBefore(one: NonNullable<Place["within"]>, other: NonNullable<Place["within"]>): boolean {
  if (typeof one === "string") return typeof other === "string" && one < other;
  return typeof other === "string" || one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
}

/** Whether a place comes before another. */
export function precedes(one: Place, other: Place): boolean {
  if (one.entry !== other.entry) return one.entry < other.entry;
  // Behind all of an entry comes last in it.
  return one.within !== null && (other.within === null || isBefore(one.within, other.within));
}

/** Writes places down for a reader: each bound to what they may see, and to the ledger as it was up to there. */
export function cursorsFor(reader: Reader): (place: Place, hash?: string) => string {
  const rights = rightsOf(reader);
  return ({ entry, within }, hash = sealAt(reader.moment.ledger, entry)) => Buffer.from(JSON.stringify([FEED, entry, within, shortened(hash), rights])).toString("base64url");
}

/** The place behind everything that is read here. */
export function cursorHere(reader: Reader): string {
  return cursorsFor(reader)({ entry: reader.moment.number, within: null });
}

/** The place that a cursor names. Refuses what is none, and one by which a copy would go wrong. */
export function placeAt(reader: Reader, cursor: string): Place {
  const [feed, entry, within, seal, rights, ...more] = parts(cursor);
  if (feed !== FEED || typeof entry !== "number" || !Number.isSafeInteger(entry) || entry < 0 || !isWithin(within) || more.length > 0) {
    throw new Fault("BAD_USER_INPUT", "This is not a cursor of the feed of changes. Send one back exactly as it was given, or begin without one.");
  }
  if (rights !== rightsOf(reader)) {
    throw new Fault("RIGHTS_CHANGED", "What you may see has changed since this cursor was given, and a copy that went on from it would be wrong. Begin anew: ask without a cursor.", { http: { status: 409 } });
  }
  if (entry > reader.moment.number) {
    throw new Fault("CURSOR_AHEAD", `This cursor is from after entry ${reader.moment.number}, up to which this is read. Try again in a moment. If that does not help, begin anew, without a cursor.`, { http: { status: 409 } });
  }
  if (seal !== shortened(sealAt(reader.moment.ledger, entry))) {
    throw new Fault("CURSOR_OF_ANOTHER_LEDGER", "This cursor was given by another ledger, or by this one before it was restored. Begin anew: ask without a cursor.", { http: { status: 409 } });
  }
  return { entry, within };
}

const FEED = "changes";

/** What the reader may see, as one short text: it changes exactly when they are shown more, or less, of records that stay as they are. */
export function rightsOf({ viewer: { memberOf, draftsOf }, smallNumber }: Pick<Reader, "viewer" | "smallNumber">): string {
  return shortened(digest(canonical([[...new Set(memberOf)].toSorted(), [...new Set(draftsOf)].toSorted(), smallNumber])));
}

function sealAt(ledger: Graph, entry: number): string {
  return entry === 0 ? GENESIS : (hashOf(ledger, entry) ?? "");
}

/** Enough of a hash to tell two apart that nobody has made to look alike. */
function shortened(hash: string): string {
  return hash.slice(0, 12);
}

function parts(cursor: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parsed) ? Array.from<unknown>(parsed) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function isWithin(value: unknown): value is Place["within"] {
  if (value === null || isId(value)) return true;
  return Array.isArray(value) && value.length === 2 && value.every((part) => Number.isSafeInteger(part) && Number(part) >= 0);
}
