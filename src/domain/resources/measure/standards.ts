import type { Standard } from "../../../api/act/standard.ts";
import { standard } from "../../../api/act/uphold.ts";
import { actualProblems } from "./decisions.ts";
import { countsOf } from "./store.ts";
import { measureActualKind } from "./table.ts";

/** A count comes back where its time has no other by now. */
export const measureStandards: readonly Standard[] = [
  standard(measureActualKind, { returns: (actual, { graph, today }) => actualProblems(actual, countsOf(graph, actual.measureId), today) }),
];
