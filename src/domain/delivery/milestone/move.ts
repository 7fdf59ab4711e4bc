import type { Act } from "../../../api/access/act.ts";
import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import { healthIntegrationTeamKind } from "../../partners/health-integration-team/table.ts";
import { programmeKind } from "../programme/table.ts";
import { workstreamKind } from "../workstream/table.ts";
import type { MoveMilestoneInput } from "./act-inputs.ts";
import { demandAt } from "./asking.ts";
import { moveMilestone, type Place } from "./decisions.ts";
import { milestoneKind, type milestones } from "./table.ts";

type Milestone = typeof milestones.$inferSelect;
interface Named {
  readonly programme: string | null | undefined;
  readonly workstream: string | null | undefined;
}

const MOVE = "milestone:move";
const HAND_OVER = "milestone:hand-over";

/** What this is: a move to elsewhere, or only to another owner. */
export function moveActOf(sent: MoveMilestoneInput): Act {
  return goesElsewhere(sent) ? MOVE : HAND_OVER;
}

/**
 * Asks at both ends: where it is taken from and where it goes to, at the workstream if there is one, else at the programme;
 * and at the HIT that it is handed to. For an organisation nobody holds a role.
 */
export function move(draft: ActDraft, sent: MoveMilestoneInput, path: Path): string {
  const { id, expectedVersion, programme, workstream, ...owners } = sent;
  const milestone = draft.find(milestoneKind, id, [...path, "id"]);
  const goes = goesElsewhere(sent);
  const owner = valuesOf(milestoneKind, owners);
  const isHandedOver = Object.keys(owner).length > 0;
  if (!goes && !isHandedOver) draft.refuse([{ code: "MISSING_FIELD", message: "Say where it is to go: to which programme or workstream, or who is to answer for it." }], path);
  const from = placeOf(draft, milestone, path);
  const to = goes ? destination(draft, from, { programme, workstream }, path) : from;
  const team = draft.findAny(healthIntegrationTeamKind, owners.ownerHealthIntegrationTeam, [...path, "ownerHealthIntegrationTeam"]);
  if (goes) draft.demand(milestoneKind, milestone, MOVE);
  if (goes) demandAt(draft, to, MOVE);
  if (isHandedOver) draft.demand(milestoneKind, milestone, HAND_OVER);
  if (team !== null) draft.demand(healthIntegrationTeamKind, team, HAND_OVER);
  const decidedOn = [...(goes ? ["programmeId", "workstreamId"] : []), ...(isHandedOver ? ["ownerOrganisationId", "ownerHealthIntegrationTeamId"] : [])];
  draft.unchanged(milestoneKind, id, expectedVersion, decidedOn, path);
  draft.change(milestoneKind, id, moveMilestone(milestone, { ...to, owner }), path);
  return id;
}

function goesElsewhere({ programme, workstream }: MoveMilestoneInput): boolean {
  return programme !== undefined || workstream !== undefined;
}

/** A workstream brings its programme along; a programme without a workstream is left at that. */
function destination(draft: ActDraft, from: Place, named: Named, path: Path): Place {
  const workstream = draft.findAny(workstreamKind, named.workstream, [...path, "workstream"]);
  const programme = draft.findAny(programmeKind, named.programme ?? workstream?.programmeId, [...path, "programme"]);
  return { programme: programme ?? from.programme, workstream };
}

/** Where it stands, whoever may see that. */
function placeOf(draft: ActDraft, { programmeId, workstreamId }: Milestone, path: Path): Place {
  const workstream = workstreamId === null ? null : draft.read(workstreamKind, workstreamId);
  return { programme: draft.read(programmeKind, programmeId) ?? draft.find(programmeKind, programmeId, path), workstream };
}
