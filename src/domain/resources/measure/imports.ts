import { actOf, edits, type Importable } from "../../../api/spreadsheet/importable.ts";
import type { AmendMeasureActualInput, AmendMeasureInput, RecordMeasureInput, ReportMeasureInput, SetMeasureTargetInput } from "./act-inputs.ts";
import { measureActs } from "./acts.ts";
import { measureActualKind, measureKind } from "./table.ts";

const target = actOf<SetMeasureTargetInput>("measure:target", "SetMeasureTargetInput", (...all) => measureActs.target(...all));

/** What is counted, and what was counted. */
export const measureImports: readonly Importable[] = [
  {
    table: "measures", kind: measureKind,
    fields: ["title", "kind", "unit", "baseline", "baselineAsAt", "target", "targetDue", "place", "programme", "workstream", "healthIntegrationTeam", "trainingProgramme", "group", "system", "audience"],
    make: actOf<RecordMeasureInput>("measure:record", "RecordMeasureInput", (...all) => measureActs.record(...all)),
    steps: [
      { ...actOf<AmendMeasureInput>("measure:amend", "AmendMeasureInput", (...all) => measureActs.amend(...all)), when: edits("title", "kind", "baseline", "baselineAsAt", "place", "audience") },
      { ...target, when: (said) => (edits("target", "targetDue")(said) === null ? null : { target: said.standing["target"], ...(said.sent["target"] === undefined ? {} : { target: said.sent["target"] }), ...(said.sent["targetDue"] === undefined ? {} : { targetDue: said.sent["targetDue"] }) }) },
    ],
  },
  {
    table: "measure_actuals", kind: measureActualKind, fields: ["measure", "value", "period", "asAt", "note", "audience"],
    make: actOf<ReportMeasureInput>("measure:report", "ReportMeasureInput", (...all) => measureActs.report(...all)),
    steps: [{ ...actOf<AmendMeasureActualInput>("measure-actual:amend", "AmendMeasureActualInput", (...all) => measureActs.amendActual(...all)), when: edits("value", "period", "asAt", "note", "audience") }],
  },
];
