import type { Place } from "../../../api/changes/place.ts";
import type { Due } from "./due.ts";
import type { Day } from "../../../kernel/day.ts";
import type { Drawers, ToKeep } from "../../../ledger/drawers.ts";

/** How far a webhook has come: kept beside the ledger, so that it goes on where it was, whichever process does and however the last one ended. */
export interface Progress {
  /** The version of the webhook with which this was written: once somebody has changed it, what failed is tried at once. */
  readonly version: number;
  /** Behind everything that was delivered. */
  readonly place: Place;
  /** What falls due on a day is told once: the last of it that was. All of that day, where no record is named. */
  readonly due: { readonly day: Day; readonly after: string | null };
  /** How many deliveries were begun. */
  readonly deliveries: number;
  /** What is being tried. */
  readonly trying: Trying | null;
  /** The process that works on it, and until when nobody else does, by the clock that they share. */
  readonly holder: string | null;
  readonly heldUntil: string | null;
}

/** A delivery that is not done. */
export interface Trying {
  readonly message: string;
  readonly number: number;
  readonly tries: number;
  readonly nextAt: string;
  /** The task of which it is; null where it is what happens next. */
  readonly task: string | null;
  /** Whether it tells of something that falls due. */
  readonly isDue: boolean;
}

/** How it was read, so that it is only written where nobody else has been at it since. */
export interface ProgressRead {
  readonly progress: Progress | null;
  readonly text: string | null;
}

const DRAWER = "webhook-progress";

const FOR_EVER = new Date("9999-12-31T23:59:59.999Z");

/** How far a webhook has come; null where nothing was sent yet. `age` as `Drawers.find` says. */
export async function progressOf(drawers: Drawers, webhookId: string, age = 0): Promise<ProgressRead> {
  const text = (await drawers.find(DRAWER, webhookId, age))?.value ?? null;
  // Only what was kept as progress lies in this drawer.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return { text, progress: text === null ? null : (JSON.parse(text) as Progress) };
}

/** Writes how far it has come, with what goes with it; null where somebody else has in between. */
export async function advance(drawers: Drawers, webhookId: string, was: string | null, progress: Progress, beside: readonly ToKeep[]): Promise<ProgressRead | null> {
  const text = JSON.stringify(progress);
  const isDone = await drawers.exchange(was, [{ drawer: DRAWER, key: webhookId, kept: { owner: null, value: text, until: FOR_EVER } }, ...beside]);
  return isDone ? { progress, text } : null;
}

/** What is to be done beside telling what happens: sending something again, or a test. */
export type Task =
  | { readonly kind: "TEST" }
  /** Something that fell due. */
  | { readonly kind: "DUE"; readonly due: Due }
  /** What stands in the feed from one place to another, both included, as far as it has not been sent again: that is what is behind `place`. */
  | { readonly kind: "REDELIVERY"; readonly place: Place; readonly from: Place; readonly until: Place };

export interface KeptTask {
  readonly key: string;
  readonly task: Task;
}

const TASKS = "webhook-task";

/** A task waits for so long at most. */
const TASK_DAYS = 7;

/** The tasks that wait, by webhook, in the order in which they were given. */
export async function tasksWaiting(drawers: Drawers, webhookId: string | null = null): Promise<ReadonlyMap<string, readonly KeptTask[]>> {
  const waiting = new Map<string, KeptTask[]>();
  for (const { key, owner, value } of (await drawers.all(TASKS, { owner: webhookId })).toReversed()) {
    // Only what was kept as a task lies in this drawer.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    waiting.set(owner ?? "", [...(waiting.get(owner ?? "") ?? []), { key, task: JSON.parse(value) as Task }]);
  }
  return waiting;
}

/** A task as it is to be kept; null for one that is done. */
export function taskToKeep(webhookId: string, key: string, task: Task | null, now: Date): ToKeep {
  return { drawer: TASKS, key, kept: task === null ? null : { owner: webhookId, value: JSON.stringify(task), until: new Date(now.getTime() + TASK_DAYS * 86_400_000) } };
}

/** Gives a webhook a task: whichever process works on it finds it. */
export async function giveTask(drawers: Drawers, webhookId: string, task: Task, now: Date): Promise<void> {
  const key = `${webhookId}/${now.toISOString()}/${crypto.randomUUID()}`;
  const { drawer, kept } = taskToKeep(webhookId, key, task, now);
  if (kept !== null) await drawers.keep(drawer, key, kept);
}
