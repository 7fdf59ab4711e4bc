import { Problems, type RuledFor } from "../../../api/act/ruled.ts";
import type { workstreams } from "./table.ts";

type Workstream = Pick<typeof workstreams.$inferSelect, "name" | "status">;
type Status = Workstream["status"];

interface Step {
  readonly from: readonly Status[];
  readonly to: Status;
}

const notEnded: readonly Status[] = ["NOT_STARTED", "NOT_REPORTED", "IN_PROGRESS", "READY", "PAUSED"];

/** How a workstream goes from one status to the next: by what people do with it, from where, to where. */
export const workstreamSteps = {
  start: { from: ["NOT_STARTED", "NOT_REPORTED"], to: "IN_PROGRESS" },
  "say-not-started": { from: ["NOT_REPORTED", "IN_PROGRESS", "PAUSED"], to: "NOT_STARTED" },
  "report-ready": { from: ["IN_PROGRESS", "NOT_REPORTED"], to: "READY" },
  pause: { from: ["NOT_STARTED", "NOT_REPORTED", "IN_PROGRESS", "READY"], to: "PAUSED" },
  resume: { from: ["PAUSED"], to: "IN_PROGRESS" },
  merge: { from: notEnded, to: "MERGED" },
  close: { from: notEnded, to: "CLOSED" },
  reopen: { from: ["READY", "MERGED", "CLOSED"], to: "IN_PROGRESS" },
} as const satisfies Readonly<Record<string, Step>>;

export type WorkstreamStep = keyof typeof workstreamSteps;

/** A workstream takes a step only from where it can be taken; the refusal says where it stands and what would come first. */
export function takeStep({ name, status }: Workstream, step: WorkstreamStep): RuledFor<typeof workstreams> {
  const { from, to }: Step = workstreamSteps[step];
  const wrong = new Problems();
  wrong.when(!from.includes(status), "NOT_ALLOWED_NOW", `${name} is ${sayStatus(status)}${status === to ? " already: there is nothing to do." : `. ${instead[status]}`}`);
  return { fields: { status: to }, problems: wrong.all() };
}

/** Whether it goes on no more. */
export function hasEnded({ status }: Pick<Workstream, "status">): boolean {
  return !notEnded.includes(status);
}

/** A status in words. */
export function sayStatus(status: string): string {
  return status.toLowerCase().replaceAll("_", " ");
}

const instead: Readonly<Record<Status, string>> = {
  NOT_STARTED: "Start it first.",
  NOT_REPORTED: "Nobody has said how far it is: start it, or report it ready.",
  IN_PROGRESS: "It is under way.",
  READY: "Where it has to go back, reopen it.",
  PAUSED: "Resume it first.",
  MERGED: "Where it has to go on by itself, reopen it.",
  CLOSED: "Where it has to go on, reopen it.",
};
