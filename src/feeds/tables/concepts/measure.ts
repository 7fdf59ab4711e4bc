import { measureActualListing, measureListing } from "../../../domain/resources/measure/store.ts";
import { measureActualKind, measureKind } from "../../../domain/resources/measure/table.ts";
import { recordTable } from "../record-table.ts";

export const measures = recordTable({
  name: "measures",
  kind: measureKind,
  list: { filter: "MeasureFilter", listing: measureListing },
  fields: [
    "title", "kind", "unit", "baseline", "baselineAsAt", "target", "targetDue", "progress.status", "latestActual.value", "latestActual.asAt",
    "latestActual.period", "place", "healthIntegrationTeam", "group", "programme", "workstream", "trainingProgramme",
  ],
});

export const measureActuals = recordTable({
  name: "measure_actuals",
  kind: measureActualKind,
  list: { filter: "MeasureActualFilter", listing: measureActualListing },
  fields: ["measure", "value", "period", "asAt", "note"],
});
