import type { WorkstreamStatus } from "../graph/types.ts";

/** What a workstream can do next. */
export type WorkstreamStep = "start" | "ready" | "pause" | "resume";

const steps: Readonly<Record<WorkstreamStatus, readonly WorkstreamStep[]>> = {
  NOT_STARTED: ["start", "pause"],
  NOT_REPORTED: ["start", "ready", "pause"],
  IN_PROGRESS: ["ready", "pause"],
  READY: ["pause"],
  PAUSED: ["resume"],
  MERGED: [],
  CLOSED: [],
};

/** From where it stands. */
export function stepsFrom(status: WorkstreamStatus): readonly WorkstreamStep[] {
  return steps[status];
}
