import type { Viewer } from "../../src/api/access/viewer.ts";
import type { World } from "./domain-world.ts";

const inputs = {
  rewordMilestone: "RewordMilestoneInput", reforecastMilestone: "ReforecastMilestoneInput", rebaselineMilestone: "RebaselineMilestoneInput", meetMilestone: "MeetMilestoneInput",
  partlyMeetMilestone: "MeetMilestoneInput", missMilestone: "MissMilestoneInput", sayMilestoneNotDone: "MissMilestoneInput", cancelMilestone: "RecordAsReadInput",
  reopenMilestone: "RecordAsReadInput", moveMilestone: "MoveMilestoneInput",
} as const;

export type MilestoneMutation = keyof typeof inputs;

export const milestoneMutations: readonly MilestoneMutation[] = [
  "rewordMilestone", "reforecastMilestone", "rebaselineMilestone", "meetMilestone", "partlyMeetMilestone", "missMilestone", "sayMilestoneNotDone", "cancelMilestone", "reopenMilestone",
  "moveMilestone",
];

/** The document that does this to a milestone and asks for all that an act may change. */
export const milestoneMutation = (name: MilestoneMutation): string => `mutation ($milestone: ${inputs[name]}!, $reason: String, $on: Day) { ${name}(milestone: $milestone, reason: $reason) {
  milestone {
    id version title type status saidNotDoneOn parts metBy timing(on: $on) gaps { field }
    firstBaseline { text } baseline { text } forecast { text } actual { text } slip { least most plain } slipFromBaseline { least most plain }
    programme { id } workstream { id } ownerOrganisation { id } ownerHealthIntegrationTeam { id }
  }
  problems { code message path records { id } conflict { fields actor } }
} }`;

export interface MilestoneAnswer {
  readonly milestone: Readonly<Record<string, unknown>> | null;
  readonly problems: readonly { readonly code: string; readonly path: readonly string[] }[];
}

/** Does something to a milestone as somebody, and gives the payload. */
export async function does(world: World, viewer: Viewer, name: MilestoneMutation, milestone: object, rest: { reason?: string; on?: string } = {}): Promise<MilestoneAnswer> {
  const answer = await world.ask<Partial<Record<MilestoneMutation, MilestoneAnswer>>>(viewer, milestoneMutation(name), { milestone, ...rest });
  const payload = answer[name];
  if (payload === undefined) throw new Error("Nothing was answered.");
  return payload;
}
