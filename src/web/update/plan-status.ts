import type { WorkstreamStep } from "../words/workstream-steps.ts";
import { letGo, type Planned, type Value } from "./planned.ts";
import type { Read } from "./read.ts";

/** What is said of each step in the form. */
export const stepNames: Readonly<Record<WorkstreamStep, string>> = {
  start: "It starts",
  ready: "It is ready: what others wait for is there",
  pause: "It stops for the time being",
  resume: "It goes on",
};

export function planStatus({ id, version, name: about }: Read, value: Value): readonly Planned[] {
  const seen = { id, expectedVersion: version };
  const planned = { about, expects: [id], instead: letGo("status"), fieldAt: () => "status" };
  switch (value("status")) {
    case "start": return [{ ...planned, act: { startWorkstream: seen }, says: { status: "In progress" } }];
    case "ready": return [{ ...planned, act: { reportWorkstreamReady: seen }, says: { status: "Ready" } }];
    case "pause": return [{ ...planned, act: { pauseWorkstream: seen }, says: { status: "Paused" } }];
    case "resume": return [{ ...planned, act: { resumeWorkstream: seen }, says: { status: "In progress" } }];
    default: return [];
  }
}
