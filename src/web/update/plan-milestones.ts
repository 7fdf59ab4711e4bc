import type { MilestoneType, WorkstreamActInput } from "../graph/types.ts";
import { plainly } from "../words/word.ts";
import { letGo, type Planned, type Value } from "./planned.ts";
import { openMilestones, type Read } from "./read.ts";

type Milestone = Read["milestones"]["nodes"][number];

/** What may be said of a milestone, by what it is called in the form. */
export const milestoneActs = [
  { value: "", name: "Nothing new" },
  { value: "reforecast", name: "It is expected on another date" },
  { value: "meet", name: "It was reached" },
  { value: "partlyMeet", name: "It was reached in part" },
  { value: "notDone", name: "It is not done yet; the date stays" },
  { value: "miss", name: "It was not met" },
  { value: "cancel", name: "It is not wanted any more" },
] as const;

export const milestoneTypes = ["DELIVERABLE", "LAUNCH", "EVENT", "DECISION", "APPOINTMENT", "PROCUREMENT", "PUBLICATION", "EVALUATION"] as const satisfies readonly MilestoneType[];

export function planMilestones(read: Read, value: Value): readonly Planned[] {
  return [...openMilestones(read).flatMap((milestone) => planOne(milestone, value)), ...planNew(read, value)];
}

function planOne(milestone: Milestone, value: Value): readonly Planned[] {
  const { id, version, title } = milestone;
  const name = (field: string): string => `milestone.${id}.${field}`;
  const seen = { id, expectedVersion: version };
  const [forecast, actual] = [{ text: value(name("forecast")) }, { text: value(name("actual")) }];
  const planned = (act: WorkstreamActInput, field: string, says: Planned["says"]): readonly Planned[] => [
    { act, about: title, expects: [id], says, instead: letGo(name("act"), name(field)), fieldAt: ([first]) => name(first === "forecast" || first === "actual" ? first : "act") },
  ];
  switch (value(name("act"))) {
    case "reforecast": return planned({ reforecastMilestone: { ...seen, forecast } }, "forecast", { forecast: forecast.text });
    case "meet": return planned({ meetMilestone: { ...seen, actual } }, "actual", { status: "Met", actual: actual.text });
    case "partlyMeet": return planned({ partlyMeetMilestone: { ...seen, actual } }, "actual", { status: "Partially met", actual: actual.text });
    case "notDone": return planned({ sayMilestoneNotDone: seen }, "act", { saidNotDoneOn: "Today" });
    case "miss": return planned({ missMilestone: seen }, "act", { status: "Not met" });
    case "cancel": return planned({ cancelMilestone: seen }, "act", { status: "Cancelled" });
    default: return [];
  }
}

/** How many new ones the form has room for. */
export function newOnes(value: Value, what: "plan" | "raise"): readonly number[] {
  return Array.from({ length: Number(value(`${what}.count`)) || 0 }, (_, index) => index);
}

function planNew({ id: workstream, programme }: Read, value: Value): readonly Planned[] {
  return newOnes(value, "plan").flatMap((index) => {
    const name = (field: string): string => `plan.${index}.${field}`;
    const [title, due] = [value(name("title")), value(name("due"))];
    // A row that was opened and left empty asks for nothing.
    if (programme === null || (title.trim() === "" && due.trim() === "")) return [];
    const type = milestoneTypes.find((known) => known === value(name("type"))) ?? "DELIVERABLE";
    return [{
      act: { planMilestone: { programme: programme.id, workstream, title, type, baseline: { text: due } } }, about: title.trim() === "" ? "A new milestone" : title, expects: [], says: { type: plainly(type) },
      instead: letGo(), fieldAt: ([first]) => name(first === "baseline" ? "due" : first === "type" ? "type" : "title"),
    }];
  });
}
