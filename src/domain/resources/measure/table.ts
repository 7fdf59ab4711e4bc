import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, quantity, reference, words } from "../../../ledger/column.ts";
import { belonging, places } from "../../foundation/place/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { groups } from "../../partners/group/table.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { workstreams } from "../../delivery/workstream/table.ts";
import { quantityUnits } from "../../../kernel/quantity-kind.ts";
import { trainingProgrammes } from "../training/table.ts";

export const measureKinds = ["TRAINING_REACH", "RECRUITMENT", "MEMBERSHIP", "ACTIVITY", "BENEFIT"] as const;

/** Something that is counted, in one unit: figures in another unit belong to another measure and are never added. */
export const measures = sqliteTable(
  "measures",
  {
    ...identity,
    ...belonging,
    title: words().notNull(),
    kind: oneOf(measureKinds).notNull(),
    unit: oneOf(quantityUnits).notNull(),
    baseline: quantity(),
    baselineAsAt: partialDate(),
    target: quantity(),
    targetDue: partialDate(),
    placeId: reference(() => places.id),
    healthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    groupId: reference(() => groups.id),
    programmeId: reference(() => programmes.id),
    workstreamId: reference(() => workstreams.id),
    trainingProgrammeId: reference(() => trainingProgrammes.id),
  },
  (measure) => [
    index("measures_by_place").on(measure.placeId),
    index("measures_by_health_integration_team").on(measure.healthIntegrationTeamId),
    index("measures_by_group").on(measure.groupId),
    index("measures_by_programme").on(measure.programmeId),
    index("measures_by_workstream").on(measure.workstreamId),
    index("measures_by_training_programme").on(measure.trainingProgrammeId),
  ],
);

/** What was counted: over a period, as it stood on a day, or both. */
export const measureActuals = sqliteTable(
  "measure_actuals",
  {
    ...identity,
    ...belonging,
    measureId: reference(() => measures.id).notNull(),
    value: quantity(),
    period: partialDate(),
    asAt: partialDate(),
    note: words(),
    asAtEarliest: text().generatedAlwaysAs(sql`json_extract("asAt", '$.earliest')`, { mode: "virtual" }),
    asAtLatest: text().generatedAlwaysAs(sql`json_extract("asAt", '$.latest')`, { mode: "virtual" }),
  },
  (actual) => [index("measure_actuals_by_measure").on(actual.measureId, actual.asAtLatest)],
);

export const measureKind = recordKind("Measure", "me", measures, {
  names: [measures.title],
  partOf: [measures.workstreamId, measures.programmeId, measures.healthIntegrationTeamId, measures.trainingProgrammeId, measures.groupId],
});
export const measureActualKind = recordKind("MeasureActual", "ma", measureActuals, {
  spoken: "figure", called: ({ measureId }) => [{ of: measureId }],
  partOf: [measureActuals.measureId], goesWith: measureActuals.measureId,
});
