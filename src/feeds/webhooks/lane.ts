import { deliveryNumbered, deliveryToKeep, type Attempt, type Delivery } from "../../domain/partners/webhook/delivery.ts";
import { advance, type Progress, type ProgressRead, type Trying } from "../../domain/partners/webhook/progress.ts";
import { LedgerFault } from "../../ledger/fault.ts";
import { Planner, type Sending } from "./plan.ts";
import { MOST_TRIES, nextTryAfter } from "./schedule.ts";
import { signedHeaders } from "./signature.ts";
import { stopWebhook } from "./stop.ts";
import type { Works } from "./works.ts";

/** So long nobody else works on a webhook on which somebody does: longer than a try may take. After that, whoever held it is taken to be gone. */
export const HELD_MILLISECONDS = 20_000;

/** Whoever has waited longer than this to write down that they are at it does not send: they might still be trying when somebody else is taken to be alone. */
const CLAIMED_WITHIN = 3_000;

/** After so many steps others have a turn. */
const STEPS_AT_ONCE = 100;

/** What is sent to one webhook, one after another: never two at a time, and nothing before what came before it is delivered. */
export class Lane {
  private readonly id: string;
  private readonly works: Works;
  private readonly planner: Planner;

  constructor(id: string, works: Works) {
    this.id = id;
    this.works = works;
    this.planner = new Planner(id, works);
  }

  /** Sends as long as something is due, and answers when to look again; null where something has to be recorded or asked for first. */
  async run(stopping: AbortSignal, mayHaveTasks: boolean): Promise<Date | null> {
    for (let steps = 0; steps < STEPS_AT_ONCE; steps += 1) {
      if (stopping.aborted) return null;
      const plan = await this.planner.plan(this.works.clock(), mayHaveTasks);
      switch (plan.does) {
        case "REST": return plan.until;
        case "STOP": await stopWebhook(this.works.ledger, this.id, plan.version, plan.why, this.works.clock()); break;
        case "PASS": await this.write(plan.read, plan.progress, plan.beside); break;
        case "SEND": await (plan.trying === null ? this.works.sound : this.works.doubtful).use(async () => this.sendIfStillDue(plan, stopping, mayHaveTasks));
      }
    }
    return this.works.clock();
  }

  /** Others work on it from now on, where they want to; once it is held no longer, where that cannot be written down now. */
  async letGo(): Promise<void> {
    try {
      const read = await this.planner.read();
      if (read.progress?.holder === this.works.holder) await this.write(read, { ...read.progress, holder: null, heldUntil: null }, []);
    } catch (error) {
      if (!(error instanceof LedgerFault)) throw error;
    }
  }

  /** Whoever has waited in line looks again: in between its owner may have lost their rights. */
  private async sendIfStillDue(planned: Sending, stopping: AbortSignal, mayHaveTasks: boolean): Promise<void> {
    const plan = await this.planner.plan(this.works.clock(), mayHaveTasks);
    if (plan.does !== "SEND" || plan.message.id !== planned.message.id || stopping.aborted) return;
    const now = this.works.clock();
    const trying = plan.trying?.message === plan.message.id && plan.trying.task === plan.task ? plan.trying : null;
    const number = trying?.number ?? plan.progress.deliveries + 1;
    const begun: Delivery = (trying === null ? null : await deliveryNumbered(this.works.ledger.drawers, this.id, number)) ?? this.begin(plan, now);
    const tries = trying?.tries ?? 0;
    const asked = performance.now();
    const claimed = await this.claim(plan, { message: plan.message.id, number, tries, nextAt: now.toISOString(), task: plan.task, isDue: plan.due !== null }, begun, now);
    if (claimed === null || stopping.aborted || performance.now() - asked > CLAIMED_WITHIN) return;

    const began = performance.now();
    const headers = signedHeaders({ id: plan.message.id, body: plan.message.body, at: now, secrets: plan.secrets });
    const { outcome, status, retryAfter } = await this.works.post(plan.webhook.address, headers, plan.message.body, stopping);
    // What was broken off because this process ends is told by the next.
    if (stopping.aborted && outcome !== "DELIVERED") return;
    const attempt: Attempt = { at: now.toISOString(), milliseconds: Math.round(performance.now() - began), outcome, status };
    const delivery = { ...begun, attempts: [...begun.attempts, attempt] };
    await (plan.occasion === "TEST" || outcome === "DELIVERED" ? this.done(plan, claimed, number, delivery) : this.failed(claimed, delivery, retryAfter));
    if (outcome === "GONE" && plan.webhook.status === "ACTIVE") await stopWebhook(this.works.ledger, this.id, plan.webhook.version, "GONE", this.works.clock());
  }

  private begin({ message: { id, type, recordId, entry, place }, occasion, due }: Sending, now: Date): Delivery {
    return { message: id, type, occasion, status: "TRYING", recordId, entry, place, due, begunAt: now.toISOString(), nextTryAt: now.toISOString(), attempts: [] };
  }

  /** Writes down that this process is at it, before anything is sent: of two that are, one alone goes on. A test is no part of how far it has come. */
  private async claim({ read, progress, webhook, trying: before, occasion }: Sending, trying: Trying, delivery: Delivery, now: Date): Promise<ProgressRead | null> {
    const held: Progress = {
      ...progress, deliveries: Math.max(progress.deliveries, trying.number),
      holder: this.works.holder, heldUntil: new Date((await this.works.time()).getTime() + HELD_MILLISECONDS).toISOString(),
    };
    if (occasion === "TEST") return this.write(read, held, []);
    // What was being tried, and is not there any more for its owner, is not sent.
    const gone = before === null || before.number === trying.number ? null : await deliveryNumbered(this.works.ledger.drawers, this.id, before.number);
    const withdrawn = gone?.status === "TRYING" ? deliveryToKeep(this.id, gone.number, { ...gone, status: "WITHDRAWN", nextTryAt: null }, now) : [];
    return this.write(read, { ...held, version: webhook.version, trying }, [...deliveryToKeep(this.id, trying.number, { ...delivery, status: "TRYING" }, now), ...withdrawn]);
  }

  /** It goes on from here. */
  private async done({ after: { place, due }, beside, occasion }: Sending, claimed: ProgressRead, number: number, delivery: Delivery): Promise<void> {
    const { progress } = claimed;
    if (progress === null) return;
    const isDelivered = delivery.attempts.at(-1)?.outcome === "DELIVERED";
    const kept = deliveryToKeep(this.id, number, { ...delivery, status: isDelivered ? "DELIVERED" : "FAILED", nextTryAt: null }, this.works.clock());
    await this.write(claimed, occasion === "TEST" ? progress : { ...progress, place, due, trying: null }, [...kept, ...beside]);
  }

  /** It is tried again later, or never by itself. */
  private async failed(claimed: ProgressRead, delivery: Delivery, retryAfter: string | null): Promise<void> {
    const { progress } = claimed;
    if (progress === null || progress.trying === null) return;
    const now = this.works.clock();
    const { number, tries } = progress.trying;
    const isGone = delivery.attempts.at(-1)?.outcome === "GONE";
    const next = isGone ? null : nextTryAfter(tries + 1, now, this.works.chance(), retryAfter);
    const nextTryAt = next?.toISOString() ?? null;
    const trying = { ...progress.trying, tries: next === null ? MOST_TRIES : tries + 1, nextAt: nextTryAt ?? now.toISOString() };
    await this.write(claimed, { ...progress, trying }, deliveryToKeep(this.id, number, { ...delivery, status: next === null ? "FAILED" : "TRYING", nextTryAt }, now));
  }

  private async write(read: ProgressRead, progress: Progress, beside: Parameters<typeof advance>[4]): Promise<ProgressRead | null> {
    return advance(this.works.ledger.drawers, this.id, read.text, progress, beside);
  }
}
