import type { Standard } from "../../../api/act/standard.ts";
import { standard } from "../../../api/act/uphold.ts";
import { now, on, thereThen } from "../../partners/organisation/being-there.ts";
import { due, outcomeProblems } from "./rules.ts";
import { milestoneKind } from "./table.ts";

export const milestoneStandards: readonly Standard[] = [
  // What acts may do from one status to another, they decide themselves.
  standard(milestoneKind, { stands: (milestone, _, edited) => (edited("actual") ? outcomeProblems(milestone) : []) }),
  // Whoever answers for a milestone is there when it is due, or was there when it was reached.
  ...thereThen(milestoneKind, ({ ownerOrganisationId }) => ({ ownerOrganisationId }), ({ status, actual, forecast, baseline }, at) => {
    if (status === "CANCELLED") return [];
    if (actual.status === "KNOWN") return on({ actual });
    const expected = due({ forecast, baseline });
    if (expected.status !== "KNOWN") return now(at);
    return on(expected === forecast ? { forecast } : { baseline });
  }),
];
