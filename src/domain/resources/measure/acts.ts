import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import { Problems } from "../../../api/act/ruled.ts";
import type { QuantityUnit } from "../../../kernel/quantity-kind.ts";
import type { Quantity } from "../../../kernel/quantity.ts";
import type { QuantityInput } from "../../../kernel/read-quantity.ts";
import { programmeKind } from "../../delivery/programme/table.ts";
import { workstreamKind } from "../../delivery/workstream/table.ts";
import { HOMELESS } from "../../foundation/place/rules.ts";
import { placeKind } from "../../foundation/place/table.ts";
import { groupKind } from "../../partners/group/table.ts";
import { healthIntegrationTeamKind } from "../../partners/health-integration-team/table.ts";
import { trainingProgrammeKind } from "../training/table.ts";
import type { AmendMeasureActualInput, AmendMeasureInput, RecordMeasureInput, ReportMeasureInput, SetMeasureTargetInput } from "./act-inputs.ts";
import { actualProblems, inUnit, recordMeasure, reportMeasure, setMeasureTarget } from "./decisions.ts";
import { countsOf } from "./store.ts";
import { measureActualKind, measureKind } from "./table.ts";

/** What people do with measures. A measure is recorded where the viewer may do so: each thing that it is counted of is asked. A monthly update reports with the same. */
export const measureActs = {
  record(draft: ActDraft, sent: RecordMeasureInput, path: Path): string {
    const workstream = draft.findAny(workstreamKind, sent.workstream, [...path, "workstream"]);
    const programme = draft.findAny(programmeKind, sent.programme, [...path, "programme"]);
    const team = draft.findAny(healthIntegrationTeamKind, sent.healthIntegrationTeam, [...path, "healthIntegrationTeam"]);
    const training = draft.findAny(trainingProgrammeKind, sent.trainingProgramme, [...path, "trainingProgramme"]);
    const group = draft.findAny(groupKind, sent.group, [...path, "group"]);
    const system = draft.findAny(placeKind, sent.system, [...path, "system"]);
    const wholes = [workstream, programme, team, training, group].filter((whole) => whole !== null);
    if (workstream !== null) draft.demand(workstreamKind, workstream, "measure:record");
    if (programme !== null && workstream?.programmeId !== programme.id) draft.demand(programmeKind, programme, "measure:record");
    if (team !== null) draft.demand(healthIntegrationTeamKind, team, "measure:record");
    const measure = recordMeasure(sent, wholes, system, { programme: programme?.id ?? null, ofWorkstream: workstream?.programmeId ?? null });
    if (wholes.length === 0 && system === null) draft.refuse([HOMELESS, ...measure.problems], path);
    draft.demand(measureKind, measure.fields, "measure:record");
    return draft.create(measureKind, measure, path);
  },

  amend(draft: ActDraft, { id, expectedVersion, ...sent }: AmendMeasureInput, path: Path): string {
    const measure = draft.findFor("measure:amend", measureKind, id, [...path, "id"]);
    const wrong = new Problems();
    const baseline = wrong.gather(() => inUnitOf(measure, sent.baseline), [...path, "baseline"]) ?? undefined;
    wrong.gather(() => { draft.change(measureKind, id, { fields: draft.merge(measureKind, id, expectedVersion, valuesOf(measureKind, { ...sent, baseline }), path), problems: [] }, path); });
    wrong.refuse();
    return id;
  },

  target(draft: ActDraft, { id, expectedVersion, ...sent }: SetMeasureTargetInput, path: Path): string {
    const measure = draft.findFor("measure:target", measureKind, id, [...path, "id"]);
    draft.unchanged(measureKind, id, expectedVersion, ["target", "targetDue"], path);
    const { fields, problems, isMoved } = setMeasureTarget(measure, sent);
    if (isMoved) draft.because("a target is moved that this measure has already");
    draft.change(measureKind, id, { fields, problems }, path);
    return id;
  },

  report(draft: ActDraft, { measure: id, ...sent }: ReportMeasureInput, path: Path): string {
    const measure = draft.findFor("measure:report", measureKind, id, [...path, "measure"]);
    return draft.create(measureActualKind, reportMeasure(measure, sent, countsOf(draft.graph, id), draft.today), path);
  },

  amendActual(draft: ActDraft, { id, expectedVersion, ...sent }: AmendMeasureActualInput, path: Path): string {
    const actual = draft.findFor("measure-actual:amend", measureActualKind, id, [...path, "id"]);
    const wrong = new Problems();
    const value = wrong.gather(() => inUnitOf(draft.read(measureKind, actual.measureId) ?? actual.value, sent.value), [...path, "value"]) ?? undefined;
    wrong.gather(() => { draft.change(measureActualKind, id, { fields: draft.merge(measureActualKind, id, expectedVersion, valuesOf(measureActualKind, { ...sent, value }), path), problems: [] }, path); });
    const amended = draft.read(measureActualKind, id) ?? actual;
    wrong.add(actualProblems(amended, countsOf(draft.graph, amended.measureId), draft.today), path);
    wrong.refuse();
    return id;
  },
};

/** A count that was sent, in the measure's unit; nothing where it was left out. */
function inUnitOf({ unit }: { readonly unit: QuantityUnit }, count: QuantityInput | null | undefined): Quantity | undefined {
  return count === null || count === undefined ? undefined : inUnit(count, unit);
}
