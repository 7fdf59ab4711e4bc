import { precedes, rightsOf, type Place, type Reader } from "../../api/changes/place.ts";
import { viewerOf } from "../../domain/partners/access/signing-in.ts";
import type { Due } from "../../domain/partners/webhook/due.ts";
import { ACTION_DUE, REPORT_DUE } from "../../domain/partners/webhook/event-types.ts";
import type { Delivery } from "../../domain/partners/webhook/delivery.ts";
import { progressOf, taskToKeep, tasksWaiting, type KeptTask, type Progress, type ProgressRead, type Trying } from "../../domain/partners/webhook/progress.ts";
import { secretOf } from "../../domain/partners/webhook/secret.ts";
import { ownerOf, webhookWith, type WebhookRow } from "../../domain/partners/webhook/store.ts";
import { endOfLondonDay, londonDay, type Day } from "../../kernel/day.ts";
import type { ToKeep } from "../../ledger/drawers.ts";
import { changesOfRecord } from "../../ledger/reading.ts";
import type { Moment } from "../../ledger/snapshot.ts";
import { ChangesAhead } from "./changes-ahead.ts";
import { dueAfter, isStillThere, keyOf } from "./due.ts";
import { dueMessage, testMessage, type Message } from "./message.ts";
import { MOST_TRIES } from "./schedule.ts";
import type { PauseReason } from "./stop.ts";
import type { Works } from "./works.ts";

/** What is to be done for a webhook now. */
export type Plan =
  /** Nothing before this moment; null: before something is recorded or asked for. */
  | { readonly does: "REST"; readonly until: Date | null }
  | { readonly does: "STOP"; readonly why: PauseReason; readonly version: number }
  /** There was nothing to send up to here. */
  | { readonly does: "PASS"; readonly read: ProgressRead; readonly progress: Progress; readonly beside: readonly ToKeep[] }
  | Sending;

export interface Sending {
  readonly does: "SEND";
  readonly webhook: WebhookRow;
  readonly secrets: readonly string[];
  readonly message: Message;
  readonly occasion: Delivery["occasion"];
  readonly due: Due | null;
  readonly read: ProgressRead;
  readonly progress: Progress;
  /** What of it was tried before; null where nothing was. */
  readonly trying: Trying | null;
  readonly task: string | null;
  /** How far it is once this is delivered, and what goes with that. */
  readonly after: Progress;
  readonly beside: readonly ToKeep[];
}

/** What is known before it is found out what is to be sent. */
type Begun = Omit<Sending, "message" | "occasion" | "task" | "after" | "beside">;

/** So old may be what is known of how far it has come, in milliseconds. */
const READ_FOR = 2_000;

/** What another process holds is looked at again after so long, in milliseconds: where it stops, it hands over. */
const LOOK_AGAIN_AFTER = 10_000;

/** A place that is only passed is written down once it lies so many entries behind. */
const PASSED_UNWRITTEN = 500;

/** Looks up what is to be done for one webhook: nothing is remembered here that could not be found again. */
export class Planner {
  private readonly id: string;
  private readonly works: Works;
  private readonly ahead: ChangesAhead;
  private passed: { readonly from: string; readonly to: Place } | null = null;

  constructor(id: string, works: Works) {
    this.id = id;
    this.works = works;
    this.ahead = new ChangesAhead(id, works.feed, works.kinds);
  }

  /**
   * How far it has come, as it was written down a moment ago. Whoever has written something since finds out: nothing is sent before it is
   * written that it is. And whoever has works on it, so that nothing is left that would be looked for by nobody.
   */
  async read(): Promise<ProgressRead> {
    return progressOf(this.works.ledger.drawers, this.id, READ_FOR);
  }

  /** What is to be done now; where it may have tasks they are looked for. */
  async plan(now: Date, mayHaveTasks: boolean): Promise<Plan> {
    const lease = this.works.ledger.lease();
    try {
      return await this.planAt(lease, now, mayHaveTasks);
    } finally {
      lease.release();
    }
  }

  private async planAt(moment: Moment, now: Date, mayHaveTasks: boolean): Promise<Plan> {
    const { ledger: { drawers } } = this.works;
    const webhook = webhookWith(moment.graph, this.id);
    if (webhook === null || webhook.status === "ENDED") return rest;
    const read = await this.read();
    const progress = read.progress ?? this.beginning(moment, webhook);
    const heldFor = await this.heldElsewhereFor(progress);
    if (heldFor > 0) return { does: "REST", until: new Date(now.getTime() + Math.min(heldFor, LOOK_AGAIN_AFTER)) };
    const tasks = mayHaveTasks ? ((await tasksWaiting(drawers, this.id)).get(this.id) ?? []) : [];
    const test = tasks.find(({ task }) => task.kind === "TEST");
    if (webhook.status !== "ACTIVE" && test === undefined) return rest;

    const today = londonDay(now);
    const viewer = viewerOf(moment.ledger, ownerOf(webhook), today, moment.graph);
    const secrets = await this.secretsOf(webhook, now);
    const why: PauseReason | null = viewer.accountId === null || viewer.grants.length === 0 ? "RIGHTS_ENDED" : secrets === null ? "NO_SECRET" : null;
    if (why !== null || secrets === null) return webhook.status === "ACTIVE" && why !== null ? { does: "STOP", why, version: webhook.version } : rest;

    const sending = { does: "SEND", webhook, secrets, read, progress, due: null } as const;
    if (test !== undefined) {
      const beside = [taskToKeep(this.id, test.key, null, now)];
      return { ...sending, message: testMessage(this.id, test.key, moment.number, now), occasion: "TEST", trying: null, task: test.key, after: progress, beside };
    }
    const trying = this.tryingNow(progress, webhook, now);
    if (trying !== null && trying.tries >= MOST_TRIES) return { does: "STOP", why: "NOT_DELIVERED", version: webhook.version };
    if (trying !== null && trying.nextAt > now.toISOString()) return { does: "REST", until: new Date(trying.nextAt) };

    const reader: Reader = { moment, viewer, smallNumber: this.works.smallNumber };
    const task = tasks.find(({ key }) => trying === null || trying.task === key);
    if (task !== undefined) return this.again(reader, { ...sending, trying }, task, now);
    // What has begun to be tried comes to its end first.
    const happened = trying === null || trying.isDue ? null : this.happened(reader, { ...sending, trying }, now);
    if (happened?.does === "SEND") return happened;
    return (await this.fallsDue(reader, { ...sending, trying }, today)) ?? happened ?? this.happened(reader, { ...sending, trying }, now);
  }

  /** For how many milliseconds another process is still taken to be at it; 0 where none is. */
  private async heldElsewhereFor({ holder, heldUntil }: Progress): Promise<number> {
    if (holder === null || holder === this.works.holder || heldUntil === null) return 0;
    return Math.max(0, Date.parse(heldUntil) - (await this.works.time()).getTime());
  }

  /** What falls due next, once a day has begun; null where all of it was told. */
  private async fallsDue(reader: Reader, sending: Begun, today: Day): Promise<Plan | null> {
    const { progress, read, webhook } = sending;
    if (progress.due.after === null && progress.due.day >= today) return null;
    const [due] = await dueAfter(reader, progress.due, webhook.types, today);
    if (due === undefined) return { does: "PASS", read, progress: { ...progress, due: { day: today, after: null } }, beside: [] };
    return { ...sending, due, message: dueMessage(this.id, due, reader.moment.number), occasion: "EVENT", task: null, after: { ...progress, due: { day: due.dueOn, after: keyOf(due) } }, beside: [] };
  }

  /** What happens next in the feed. */
  private happened(reader: Reader, sending: Begun, now: Date): Plan {
    const { progress, read, webhook } = sending;
    const from = JSON.stringify(progress.place);
    const place = this.passed?.from === from ? this.passed.to : progress.place;
    const next = this.ahead.after(reader, place, webhook.types, this.under(reader, webhook));
    if (next.message !== null) return { ...sending, message: next.message, occasion: "EVENT", task: null, after: { ...progress, place: next.place }, beside: [] };
    if (next.isMore || next.place.entry > progress.place.entry + PASSED_UNWRITTEN) return { does: "PASS", read, progress: { ...progress, place: next.place }, beside: [] };
    this.passed = { from, to: next.place };
    return isToldOfDue(webhook.types) ? { does: "REST", until: new Date(Date.parse(endOfLondonDay(londonDay(now))) + 1) } : rest;
  }

  /** What of a task is to be sent next; done once there is nothing more. */
  private again(reader: Reader, sending: Begun, { key, task }: KeptTask, now: Date): Plan {
    const { progress, read, webhook } = sending;
    if (task.kind === "TEST") throw new Error("A test is no redelivery.");
    if (task.kind === "DUE") {
      const done = [taskToKeep(this.id, key, null, now)];
      if (!isStillThere(reader, task.due)) return { does: "PASS", read, progress, beside: done };
      return { ...sending, due: task.due, message: dueMessage(this.id, task.due, reader.moment.number), occasion: "REDELIVERY", task: key, after: progress, beside: done };
    }
    const next = this.ahead.after(reader, task.place, webhook.types, this.under(reader, webhook));
    const isDone = precedes(task.until, next.place) || (next.message === null && !next.isMore);
    const beside = (done: boolean): ToKeep[] => [taskToKeep(this.id, key, done ? null : { ...task, place: next.place }, now)];
    const isWanted = next.message !== null && !isDone && !precedes(next.place, task.from);
    if (!isWanted || next.message === null) return { does: "PASS", read, progress, beside: beside(isDone) };
    return { ...sending, message: next.message, occasion: "REDELIVERY", task: key, after: progress, beside: beside(false) };
  }

  /** Where a new webhook begins: behind the entry that made it. */
  private beginning({ ledger }: Moment, { version }: WebhookRow): Progress {
    const [made] = changesOfRecord(ledger, this.id, 0, 1);
    if (made === undefined) throw new Error("A webhook stands in the graph that no entry has made.");
    return { version, place: { entry: made.entry, within: null }, due: { day: londonDay(new Date(made.at)), after: null }, deliveries: 0, trying: null, holder: null, heldUntil: null };
  }

  /** Once somebody has changed the webhook, what failed is tried anew, at once. */
  private tryingNow({ trying, version }: Progress, webhook: WebhookRow, now: Date): Trying | null {
    return trying === null || version === webhook.version ? trying : { ...trying, tries: 0, nextAt: now.toISOString() };
  }

  private async secretsOf({ fingerprint, formerFingerprint, formerEndsAt }: WebhookRow, now: Date): Promise<readonly string[] | null> {
    const { ledger: { drawers } } = this.works;
    const secret = await secretOf(drawers, fingerprint);
    if (secret === null) return null;
    const former = formerFingerprint === null || formerEndsAt === null || formerEndsAt <= now.toISOString() ? null : await secretOf(drawers, formerFingerprint);
    return former === null ? [secret] : [secret, former];
  }

  /** What is read ahead holds for one reader at one entry. */
  private under(reader: Reader, { version }: WebhookRow): string {
    return `${reader.moment.number} ${rightsOf(reader)} ${version}`;
  }
}

const rest: Plan = { does: "REST", until: null };

function isToldOfDue(types: readonly string[]): boolean {
  return types.length === 0 || types.includes(REPORT_DUE) || types.includes(ACTION_DUE);
}
