import { createHash } from "node:crypto";
import { actName } from "../../api/act/act-enum.ts";
import type { FeedChange } from "../../api/changes/change.ts";
import type { Place } from "../../api/changes/place.ts";
import type { Due } from "../../domain/partners/webhook/due.ts";
import { addDays, endOfLondonDay } from "../../kernel/day.ts";
import { eventTypeOf, TEST } from "../../domain/partners/webhook/event-types.ts";

/** Something that a webhook is told of, as it is sent: thin, so that whoever receives it asks for the rest, as who they are then. */
export interface Message {
  /** The same whenever the same is sent to the same webhook: a receiver knows by it what it has had. */
  readonly id: string;
  readonly type: string;
  readonly recordId: string | null;
  readonly entry: number;
  readonly place: Place | null;
  readonly body: string;
}

/** A change, of which nothing is said but what became of which record: no value of it, and no name. */
export function changeMessage(webhookId: string, change: FeedChange, place: Place): Message {
  const { id: record, type: recordType, op, seq: entry, at, act, changedFields } = change;
  const type = eventTypeOf({ type: recordType }, op);
  const data = { id: record, recordType, op, entry, act: act === null ? null : actName(act), changedFields };
  return { id: messageId(webhookId, type, record, place), type, recordId: record, entry, place, body: JSON.stringify({ type, timestamp: at, data }) };
}

/** A ping, by which somebody sees whether their receiver takes messages. */
export function testMessage(webhookId: string, task: string, entry: number, now: Date): Message {
  const data = { id: webhookId, recordType: "Webhook", entry };
  return { id: messageId(webhookId, TEST, task, null), type: TEST, recordId: null, entry, place: null, body: JSON.stringify({ type: TEST, timestamp: now.toISOString(), data }) };
}

/** Something that falls due, on the day on which it does. */
export function dueMessage(webhookId: string, { type, recordType, recordId, dueOn }: Due, entry: number): Message {
  const data = { id: recordId, recordType, entry, dueOn };
  const timestamp = new Date(Date.parse(endOfLondonDay(addDays(dueOn, -1))) + 1).toISOString();
  return { id: messageId(webhookId, type, recordId, dueOn), type, recordId, entry, place: null, body: JSON.stringify({ type, timestamp, data }) };
}

function messageId(webhookId: string, type: string, what: string, where: unknown): string {
  return `msg_${createHash("sha256").update(JSON.stringify([webhookId, type, what, where]), "utf8").digest("base64url").slice(0, 27)}`;
}
