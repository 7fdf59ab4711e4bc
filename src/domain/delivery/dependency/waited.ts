import type { ActDraft } from "../../../api/act/act-draft.ts";
import { maySee } from "../../../api/access/audience.ts";
import { healthIntegrationTeamKind } from "../../partners/health-integration-team/table.ts";
import { organisationKind } from "../../partners/organisation/table.ts";
import type { criteria } from "../criterion/table.ts";
import { milestoneKind } from "../milestone/table.ts";
import { workstreamKind } from "../workstream/table.ts";
import type { Bodies, Sees, Waited } from "./not-ready.ts";
import { criteriaSetFor, dependenciesOfWaitingWorkstream, waiversGivenFor } from "./store.ts";

/** All that a workstream waits for, as it stands in a draft, whoever may see it. */
export function waitedFor(draft: ActDraft, workstreamId: string): Waited[] {
  return dependenciesOfWaitingWorkstream.all(draft.graph, { id: workstreamId }).map((dependency) => {
    const { id, predecessorWorkstreamId, predecessorMilestoneId } = dependency;
    const workstream = predecessorWorkstreamId === null ? null : draft.read(workstreamKind, predecessorWorkstreamId);
    const milestone = predecessorMilestoneId === null ? null : draft.read(milestoneKind, predecessorMilestoneId);
    const criteria = workstream === null ? [] : criteriaSetFor.all(draft.graph, { id: workstream.id });
    const bodies = new Map([
      ...suppliersOf(draft, criteria),
      ...bodiesWith(draft, [workstream?.leadHealthIntegrationTeamId, workstream?.leadOrganisationId, milestone?.ownerHealthIntegrationTeamId, milestone?.ownerOrganisationId]),
    ]);
    return { dependency, workstream, milestone, criteria, bodies, waivers: waiversGivenFor.all(draft.graph, { id }) };
  });
}

/** Who can supply what criteria ask for. */
export function suppliersOf(draft: ActDraft, all: readonly (typeof criteria.$inferSelect)[]): Bodies {
  return bodiesWith(draft, all.map(({ supplierId }) => supplierId));
}

/** What the viewer of a draft may see. */
export function seenBy({ viewer }: ActDraft): Sees {
  return (row) => maySee(viewer, row);
}

function bodiesWith(draft: ActDraft, ids: readonly (string | null | undefined)[]): Bodies {
  const known = ids.filter((id) => id !== null && id !== undefined);
  return new Map(known.flatMap((id) => {
    const body = draft.read(organisationKind, id) ?? draft.read(healthIntegrationTeamKind, id);
    return body === null ? [] : [[id, body]];
  }));
}
