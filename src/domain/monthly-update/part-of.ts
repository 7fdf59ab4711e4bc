import type { ActDraft, Path } from "../../api/act/act-draft.ts";
import { criterionKind } from "../delivery/criterion/table.ts";
import { milestoneKind } from "../delivery/milestone/table.ts";
import { riskKind } from "../delivery/risk/table.ts";
import { statusReportKind } from "../delivery/status-report/table.ts";
import { measureKind } from "../resources/measure/table.ts";

const FOR_ANOTHER = "What is made in an update is of the workstream that is updated. Nothing was changed: name that workstream here, or send this by itself.";

type Id = string | null | undefined;

/** Of which workstream something is that an act is done to, or that it makes. */
export interface PartOf<Sent> {
  /** The field of what was sent that says it. */
  readonly field: string;
  /** What is wrong where it is another one, and what to do. */
  readonly elsewhere: string;
  readonly workstream: (draft: ActDraft, sent: Sent, path: Path) => Id;
}

interface Existing {
  readonly id: string;
}

interface New {
  readonly workstream?: Id;
}

export const itself: PartOf<Existing> = {
  field: "id", elsewhere: "This is not the workstream that is updated. Nothing was changed: send it in an update of its own.", workstream: (_, { id }) => id,
};

export const ofMilestone: PartOf<Existing> = {
  field: "id", elsewhere: notPart("milestone"), workstream: (draft, { id }, path) => draft.find(milestoneKind, id, path).workstreamId,
};

export const ofCriterion: PartOf<Existing> = {
  field: "id", elsewhere: notPart("criterion"), workstream: (draft, { id }, path) => draft.find(criterionKind, id, path).workstreamId,
};

export const ofMeasure: PartOf<{ readonly measure: string }> = {
  field: "measure", elsewhere: notPart("measure"), workstream: (draft, { measure }, path) => draft.find(measureKind, measure, path).workstreamId,
};

export const ofReport: PartOf<Existing> = {
  field: "id",
  elsewhere: "This report is not on the workstream that is updated. Nothing was changed: leave it out here, and send it by itself.",
  workstream: (draft, { id }, path) => draft.find(statusReportKind, id, path).workstreamId,
};

/** A risk is about a workstream too where it is about one of its milestones. */
export const ofRisk: PartOf<Existing> = {
  field: "id",
  elsewhere: notPart("risk"),
  workstream: (draft, { id }, path) => {
    const { workstreamId, milestoneId } = draft.find(riskKind, id, path);
    return workstreamId ?? workstreamAt(draft, milestoneId);
  },
};

/** What an act makes for the workstream that it names. */
export function made<Sent extends New>(): PartOf<Sent> {
  return { field: "workstream", elsewhere: FOR_ANOTHER, workstream: (_, { workstream }) => workstream };
}

/** A risk that is raised about the workstream, or about one of its milestones. */
export const raised: PartOf<New & { readonly milestone?: Id }> = {
  field: "workstream", elsewhere: FOR_ANOTHER, workstream: (draft, { workstream, milestone }) => workstream ?? workstreamAt(draft, milestone),
};

function workstreamAt(draft: ActDraft, milestoneId: Id): Id {
  return draft.findAny(milestoneKind, milestoneId)?.workstreamId;
}

function notPart(noun: string): string {
  return `This ${noun} is not one of the workstream that is updated. Nothing was changed: leave it out here, and send it by itself or with its own workstream.`;
}
