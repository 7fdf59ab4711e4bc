import type { ActDraft, Path } from "../../api/act/act-draft.ts";
import { Problems } from "../../api/act/ruled.ts";
import { ownColumns } from "../../api/act/scope.ts";
import { criterionActs } from "../delivery/criterion/acts.ts";
import { waitingWorkstreamActs } from "../delivery/dependency/workstream-acts.ts";
import { milestoneActs } from "../delivery/milestone/acts.ts";
import { riskActs } from "../delivery/risk/acts.ts";
import { statusReportActs } from "../delivery/status-report/acts.ts";
import { workstreamActs } from "../delivery/workstream/acts.ts";
import { workstreamKind } from "../delivery/workstream/table.ts";
import { measureActs } from "../resources/measure/acts.ts";
import type { UpdateWorkstreamInput, WorkstreamActInput } from "./act-inputs.ts";
import { itself, made, ofCriterion, ofMeasure, ofMilestone, ofReport, ofRisk, raised, type PartOf } from "./part-of.ts";

type Name = keyof WorkstreamActInput;

/** An act that may be part of an update: of which workstream it is, and what it does. */
interface UpdateAct<Sent> {
  readonly of: PartOf<Sent>;
  readonly do: (draft: ActDraft, sent: Sent, path: Path) => string;
}

type Sent = { readonly [Each in Name]-?: NonNullable<WorkstreamActInput[Each]> };
type UpdateActs = { readonly [Each in Name]: UpdateAct<Sent[Each]> };

/** Every act of an update, by the field under which it is sent. */
const updateActs: UpdateActs = {
  amendWorkstream: { of: itself, do: (draft, sent, path) => workstreamActs.amend(draft, sent, path) },
  startWorkstream: { of: itself, do: (draft, sent, path) => waitingWorkstreamActs.start(draft, sent, path) },
  reportWorkstreamReady: { of: itself, do: (draft, sent, path) => waitingWorkstreamActs.reportReady(draft, sent, path) },
  pauseWorkstream: { of: itself, do: (draft, sent, path) => workstreamActs.pause(draft, sent, path) },
  resumeWorkstream: { of: itself, do: (draft, sent, path) => waitingWorkstreamActs.resume(draft, sent, path) },
  planMilestone: { of: made(), do: (draft, sent, path) => milestoneActs.plan(draft, sent, path) },
  rewordMilestone: { of: ofMilestone, do: (draft, sent, path) => milestoneActs.reword(draft, sent, path) },
  reforecastMilestone: { of: ofMilestone, do: (draft, sent, path) => milestoneActs.reforecast(draft, sent, path) },
  meetMilestone: { of: ofMilestone, do: (draft, sent, path) => milestoneActs.meet(draft, sent, path) },
  partlyMeetMilestone: { of: ofMilestone, do: (draft, sent, path) => milestoneActs.partlyMeet(draft, sent, path) },
  missMilestone: { of: ofMilestone, do: (draft, sent, path) => milestoneActs.miss(draft, sent, path) },
  sayMilestoneNotDone: { of: ofMilestone, do: (draft, sent, path) => milestoneActs.sayNotDone(draft, sent, path) },
  cancelMilestone: { of: ofMilestone, do: (draft, sent, path) => milestoneActs.cancel(draft, sent, path) },
  addCriterion: { of: made(), do: (draft, sent, path) => criterionActs.add(draft, sent, path) },
  supplyCriterion: { of: ofCriterion, do: (draft, sent, path) => criterionActs.supply(draft, sent, path) },
  reportMeasure: { of: ofMeasure, do: (draft, sent, path) => measureActs.report(draft, sent, path) },
  draftStatusReport: { of: made(), do: (draft, sent, path) => statusReportActs.draft(draft, sent, path) },
  reviseStatusReport: { of: ofReport, do: (draft, sent, path) => statusReportActs.revise(draft, sent, path) },
  submitStatusReport: { of: ofReport, do: (draft, sent, path) => statusReportActs.submit(draft, sent, path) },
  raiseRisk: { of: raised, do: (draft, sent, path) => riskActs.raise(draft, sent, path) },
  reviewRisk: { of: ofRisk, do: (draft, sent, path) => riskActs.review(draft, sent, path) },
  closeRisk: { of: ofRisk, do: (draft, sent, path) => riskActs.close(draft, sent, path) },
};

// oxlint-disable-next-line no-unsafe-type-assertion -- the keys of a literal whose type names every key
const names = Object.keys(updateActs) as readonly Name[];

const MOST_ACTS = 50;

/** Does all acts of an update, one after another, or says of all of them what stands in their way. Each asks for permission under its own name too. */
export function updateWorkstream(draft: ActDraft, { id, expectedVersion, acts }: UpdateWorkstreamInput, path: Path): string {
  draft.findFor("workstream:update", workstreamKind, id, [...path, "id"]);
  const wrong = new Problems();
  wrong.when(acts.length === 0, "MISSING_FIELD", "There is nothing in this update. Send at least one act.", [...path, "acts"]);
  wrong.when(acts.length > MOST_ACTS, "TOO_MANY_CHANGES", `An update has at most ${MOST_ACTS} acts, and this one has ${acts.length}. Nothing was changed: send it in parts.`, [...path, "acts"]);
  wrong.refuse();
  if (typeof expectedVersion === "number") wrong.gather(() => { draft.unchanged(workstreamKind, id, expectedVersion, Object.keys(ownColumns(workstreamKind)), path); });
  wrong.gather(() => draft.each(acts, [...path, "acts"], (act, at) => names.map((name) => doAct(draft, name, act, { workstreamId: id, path: [...at, name] }))));
  wrong.refuse();
  return id;
}

interface Within {
  readonly workstreamId: string;
  readonly path: Path;
}

/** Does the act of this name, where it is the one that was sent. */
function doAct<Each extends Name>(draft: ActDraft, name: Each, acts: { readonly [One in Each]?: Sent[One] | null }, { workstreamId, path }: Within): void {
  const sent: Sent[Each] | null | undefined = acts[name];
  if (sent === null || sent === undefined) return;
  const act: UpdateAct<Sent[Each]> = updateActs[name];
  const at = [...path, act.of.field];
  if (act.of.workstream(draft, sent, at) !== workstreamId) draft.refuse([{ code: "RULE", message: act.of.elsewhere, path: at }]);
  act.do(draft, sent, path);
}
