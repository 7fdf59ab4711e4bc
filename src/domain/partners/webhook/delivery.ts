import type { Place } from "../../../api/changes/place.ts";
import type { Due } from "./due.ts";
import type { Drawers, KeptUnder, ToKeep } from "../../../ledger/drawers.ts";

/** What was sent to the receiver of a webhook, and how it went: remembered beside the ledger for a while, and no part of history. */

export const deliveryStates = ["TRYING", "DELIVERED", "FAILED", "WITHDRAWN"] as const;

export const deliveryOccasions = ["EVENT", "REDELIVERY", "TEST"] as const;

export const tryOutcomes = ["DELIVERED", "REFUSED", "REDIRECTED", "GONE", "TIMED_OUT", "UNREACHABLE", "CUT_OFF", "ADDRESS_REFUSED"] as const;

export type TryOutcome = (typeof tryOutcomes)[number];

/** One try to deliver something. */
export interface Attempt {
  readonly at: string;
  readonly milliseconds: number;
  readonly outcome: TryOutcome;
  /** The status that the receiver answered with; null where it answered nothing. */
  readonly status: number | null;
}

export interface Delivery {
  /** The message's own id, the same over all tries and redeliveries. */
  readonly message: string;
  readonly type: string;
  readonly occasion: (typeof deliveryOccasions)[number];
  readonly status: (typeof deliveryStates)[number];
  readonly recordId: string | null;
  readonly entry: number;
  /** Where it stands in the feed; null for what is in none. */
  readonly place: Place | null;
  /** What fell due, where it tells of that. */
  readonly due: Due | null;
  readonly begunAt: string;
  readonly nextTryAt: string | null;
  readonly attempts: readonly Attempt[];
}

/** The same with its number among all of its webhook, from 1. */
export interface NumberedDelivery extends Delivery {
  readonly id: string;
  readonly number: number;
}

const DRAWER = "webhook-delivery";

/** So long, and so many of each webhook, can be read. */
const KEPT_DAYS = 30;
export const KEPT_DELIVERIES = 1_000;

/** So many tries of one delivery can be read: as often as it is tried by itself, three times over. */
const KEPT_ATTEMPTS = 30;

const DIGITS = 12;

/** A delivery as it is to be kept; the one that is too many goes. */
export function deliveryToKeep(webhookId: string, number: number, delivery: Delivery, now: Date): ToKeep[] {
  const kept = { owner: webhookId, value: JSON.stringify({ ...delivery, attempts: delivery.attempts.slice(-KEPT_ATTEMPTS) }), until: new Date(now.getTime() + KEPT_DAYS * 86_400_000) };
  const gone: ToKeep[] = number > KEPT_DELIVERIES ? [{ drawer: DRAWER, key: keyOf(webhookId, number - KEPT_DELIVERIES), kept: null }] : [];
  return [{ drawer: DRAWER, key: keyOf(webhookId, number), kept }, ...gone];
}

/** A delivery by its number; null where it is not remembered. */
export async function deliveryNumbered(drawers: Drawers, webhookId: string, number: number): Promise<NumberedDelivery | null> {
  return deliveryWith(drawers, keyOf(webhookId, number));
}

/** A delivery by its id. */
export async function deliveryWith(drawers: Drawers, id: string): Promise<NumberedDelivery | null> {
  const kept = await drawers.find(DRAWER, id);
  return kept === null ? null : asDelivery({ ...kept, key: id });
}

/** The deliveries of a webhook, the last first. */
export async function deliveriesOf(drawers: Drawers, webhookId: string): Promise<NumberedDelivery[]> {
  return (await drawers.all(DRAWER, { owner: webhookId, most: KEPT_DELIVERIES })).map(asDelivery);
}

function asDelivery({ key, value }: KeptUnder): NumberedDelivery {
  // Only what was kept as a delivery lies in this drawer.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return { ...(JSON.parse(value) as Delivery), id: key, number: Number(key.slice(key.indexOf("/") + 1)) };
}

function keyOf(webhookId: string, number: number): string {
  return `${webhookId}/${String(number).padStart(DIGITS, "0")}`;
}
