import type { Standard } from "../../../api/act/standard.ts";
import { on, thereThenOf } from "../../partners/organisation/being-there.ts";
import { awardParties, awardPartyKind, fundingAwardKind } from "./table.ts";

/** A party to an award was there when it was given. */
export const fundingStandards: readonly Standard[] = thereThenOf(awardPartyKind, ({ organisationId }) => ({ organisationId }), {
  kind: fundingAwardKind, by: awardParties.awardId, id: ({ awardId }) => awardId, times: ({ awarded }) => on({ awarded }),
});
