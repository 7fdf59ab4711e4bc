import type { Standard } from "../../../api/act/standard.ts";
import { during, on, thereThen, thereThenOf } from "../organisation/being-there.ts";
import { membershipKind, membershipUnitKind, membershipUnits } from "./table.ts";

/** A member, and the unit through which it takes part, was there then. */
export const membershipStandards: readonly Standard[] = [
  ...thereThen(membershipKind, ({ organisationId }) => ({ organisationId }), ({ since, until }) => on({ since, until })),
  ...thereThenOf(membershipUnitKind, ({ organisationId }) => ({ organisationId }), {
    kind: membershipKind, by: membershipUnits.membershipId, id: ({ membershipId }) => membershipId, times: ({ since, until }) => during({ since, until }),
  }),
];
