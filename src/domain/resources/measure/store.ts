import { rowsBy } from "../../../api/act/rows.ts";
import { sql } from "drizzle-orm";
import { certaintyWithin, contains, is, isIn, within } from "../../../api/list/condition.ts";
import { spanOf, weakest } from "../../../api/list/held-on.ts";
import { byWords, earliestFirst, inOrderOf } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { workstreams } from "../../delivery/workstream/table.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { groups } from "../../partners/group/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { trainingProgrammes } from "../training/table.ts";
import type { MeasureActualFilter, MeasureFilter } from "./inputs.ts";
import { measureActuals, measureKinds, measures } from "./table.ts";

const asAt = { earliest: measureActuals.asAtEarliest, latest: measureActuals.asAtLatest };
const dated = sql`coalesce(${measureActuals.asAtLatest}, json_extract(${measureActuals.period}, '$.latest'), '0000-01-01')`;

export const countsOf = rowsBy(measureActuals, measureActuals.measureId);

export const measureListing: Listing<typeof measures, MeasureFilter> = {
  table: measures,
  orders: { TITLE: byWords(measures.title), KIND: inOrderOf(measureKinds, measures.kind), TARGET_DUE: earliestFirst(measures.targetDue) },
  where: (filter, context) => [
    either(
      inPlace(context, measures.placeId, filter.place),
      pointsAt(context, measures.programmeId, programmes, inPlace(context, programmes.placeId, filter.place)),
      pointsAt(context, measures.workstreamId, workstreams, pointsAt(context, workstreams.programmeId, programmes, inPlace(context, programmes.placeId, filter.place))),
      pointsAt(context, measures.healthIntegrationTeamId, healthIntegrationTeams, inPlace(context, healthIntegrationTeams.placeId, filter.place)),
      pointsAt(context, measures.groupId, groups, inPlace(context, groups.placeId, filter.place)),
      pointsAt(context, measures.trainingProgrammeId, trainingProgrammes, inPlace(context, trainingProgrammes.placeId, filter.place)),
    ),
    ofSystem(context, measures, filter.system),
    pointsTo(context, measures.programmeId, programmes, filter.programme),
    pointsTo(context, measures.workstreamId, workstreams, filter.workstream),
    pointsTo(context, measures.healthIntegrationTeamId, healthIntegrationTeams, filter.healthIntegrationTeam),
    pointsTo(context, measures.groupId, groups, filter.group),
    pointsTo(context, measures.trainingProgrammeId, trainingProgrammes, filter.trainingProgramme),
    isIn(measures.kind, filter.kind),
    isIn(measures.unit, filter.unit),
    is(sql`(json_extract(${measures.target}, '$.status') = 'KNOWN')`, filter.hasTarget),
    within(spanOf(measures.targetDue), filter.targetDue),
    contains(measures.title, filter.titleContains),
  ],
  certainty: (filter) => (filter.targetDue ? certaintyWithin(spanOf(measures.targetDue), filter.targetDue) : undefined),
};

export const measureActualListing: Listing<typeof measureActuals, MeasureActualFilter> = {
  table: measureActuals,
  orders: { LATEST: { by: dated, descending: true }, EARLIEST: { by: dated } },
  where: (filter, context) => [
    ofSystem(context, measureActuals, filter.system),
    within(asAt, filter.asAt),
    within(spanOf(measureActuals.period), filter.period),
    isIn(sql`json_extract(${measureActuals.value}, '$.status')`, filter.valueStatus),
  ],
  certainty: (filter) =>
    weakest(filter.asAt ? certaintyWithin(asAt, filter.asAt) : undefined, filter.period ? certaintyWithin(spanOf(measureActuals.period), filter.period) : undefined),
};
