import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import { programmeKind } from "../programme/table.ts";
import { workstreamKind } from "../workstream/table.ts";
import type { Place } from "./decisions.ts";
import { milestoneKind, type milestones } from "./table.ts";

type Milestone = typeof milestones.$inferSelect;

/** The milestone, for somebody who may do this to it. */
export function asked(draft: ActDraft, id: string, act: string, path: Path): Milestone {
  const milestone = draft.find(milestoneKind, id, [...path, "id"]);
  draft.demand(milestoneKind, milestone, act);
  return milestone;
}

/** Asks at the workstream, where there is one; it is part of the programme. */
export function demandAt(draft: ActDraft, { programme, workstream }: Place, act: string): void {
  if (workstream === null) draft.demand(programmeKind, programme, act);
  else draft.demand(workstreamKind, workstream, act);
}
