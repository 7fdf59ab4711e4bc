import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { measureActualListing, measureListing } from "./store.ts";
import { measureActualKind, measureKind } from "./table.ts";

export const measureFlatTables: readonly FlatTable[] = [
  {
    name: "measures",
    kind: measureKind,
    list: { filter: "MeasureFilter", listing: measureListing },
    fields: [
      "title", "kind", "unit", "baseline", "baselineAsAt", "target", "targetDue", "progress.status", "latestActual.value", "latestActual.asAt",
      "latestActual.period", "place", "healthIntegrationTeam", "group", "programme", "workstream", "trainingProgramme",
    ],
  },
  {
    name: "measure_actuals",
    kind: measureActualKind,
    list: { filter: "MeasureActualFilter", listing: measureActualListing },
    fields: ["measure", "value", "period", "asAt", "note"],
  },
];
