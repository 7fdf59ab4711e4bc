import type { Standard } from "../../../api/act/standard.ts";
import { now, on, thereThen } from "../../partners/organisation/being-there.ts";
import { due } from "./rules.ts";
import { milestoneKind } from "./table.ts";

/** Whoever answers for a milestone is there when it is due, or was there when it was reached. */
export const milestoneStandards: readonly Standard[] = [
  ...thereThen(milestoneKind, ({ ownerOrganisationId }) => ({ ownerOrganisationId }), ({ status, actual, forecast, baseline }, at) => {
    if (status === "CANCELLED") return [];
    if (actual.status === "KNOWN") return on({ actual });
    const expected = due({ forecast, baseline });
    if (expected.status !== "KNOWN") return now(at);
    return on(expected === forecast ? { forecast } : { baseline });
  }),
];
