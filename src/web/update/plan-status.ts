import type { WorkstreamStatus } from "../graph/types.ts";
import type { Planned, Value } from "./planned.ts";
import type { Read } from "./read.ts";

interface Step {
  readonly value: string;
  readonly name: string;
}

const stays: Step = { value: "", name: "It stays as it is" };
const start: Step = { value: "start", name: "It starts" };
const ready: Step = { value: "ready", name: "It is ready: what others wait for is there" };
const pause: Step = { value: "pause", name: "It stops for the time being" };
const resume: Step = { value: "resume", name: "It goes on" };

const steps: Readonly<Record<WorkstreamStatus, readonly Step[]>> = {
  NOT_STARTED: [stays, start, pause],
  NOT_REPORTED: [stays, start, ready, pause],
  IN_PROGRESS: [stays, ready, pause],
  READY: [stays, pause],
  PAUSED: [stays, resume],
  MERGED: [stays],
  CLOSED: [stays],
};

/** What a workstream can do next, from where it stands. */
export function stepsFrom(status: WorkstreamStatus): readonly Step[] {
  return steps[status];
}

export function planStatus({ id, version, name: about }: Read, value: Value): readonly Planned[] {
  const seen = { id, expectedVersion: version };
  const planned = { about, expects: [id], names: ["status"], fieldAt: () => "status" };
  switch (value("status")) {
    case "start": return [{ ...planned, act: { startWorkstream: seen }, says: { status: "In progress" } }];
    case "ready": return [{ ...planned, act: { reportWorkstreamReady: seen }, says: { status: "Ready" } }];
    case "pause": return [{ ...planned, act: { pauseWorkstream: seen }, says: { status: "Paused" } }];
    case "resume": return [{ ...planned, act: { resumeWorkstream: seen }, says: { status: "In progress" } }];
    default: return [];
  }
}
