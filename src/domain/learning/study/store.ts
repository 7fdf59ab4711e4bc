import { contains, isIn, within } from "../../../api/list/condition.ts";
import { holdingCertainty, mayHoldOn, spanOf, type Holding } from "../../../api/list/held-on.ts";
import { byWords, earliestFirst } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { collaborations } from "../../partners/collaboration/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { people } from "../../partners/person/table.ts";
import { outputs } from "../output/table.ts";
import type { StudyFilter } from "./inputs.ts";
import { studies, studyOutputs } from "./table.ts";

const running: Holding = { since: studies.start, until: studies.end };

export const studyListing: Listing<typeof studies, StudyFilter> = {
  table: studies,
  orders: {
    NAME: byWords(studies.name),
    START: earliestFirst(studies.start),
  },
  where: (filter, context) => [
    either(
      pointsAt(context, studies.programmeId, programmes, inPlace(context, programmes.placeId, filter.place)),
      pointsAt(context, studies.healthIntegrationTeamId, healthIntegrationTeams, inPlace(context, healthIntegrationTeams.placeId, filter.place)),
      pointsAt(context, studies.institutionId, organisations, inPlace(context, organisations.placeId, filter.place)),
    ),
    ofSystem(context, studies, filter.system),
    pointsTo(context, studies.programmeId, programmes, filter.programme),
    pointsTo(context, studies.healthIntegrationTeamId, healthIntegrationTeams, filter.healthIntegrationTeam),
    pointsTo(context, studies.collaborationId, collaborations, filter.collaboration),
    ofOrganisation(context, studies.institutionId, filter.institution, filter),
    pointsAt(context, studies.institutionId, organisations, isIn(organisations.sector, filter.sector)),
    pointsTo(context, studies.leaderId, people, filter.leader),
    pointedAtBy(context, studies.id, studyOutputs, studyOutputs.studyId, pointsTo(context, studyOutputs.outputId, outputs, filter.output)),
    isIn(studies.status, filter.status),
    within(spanOf(studies.start), filter.start),
    within(spanOf(studies.end), filter.end),
    mayHoldOn(running, filter.on),
    either(contains(studies.name, filter.contains), contains(studies.subject, filter.contains)),
  ],
  certainty: (filter) => holdingCertainty(running, { since: filter.start ?? null, until: filter.end ?? null, on: filter.on ?? null }),
};
