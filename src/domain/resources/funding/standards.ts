import type { Standard } from "../../../api/act/standard.ts";
import { standard } from "../../../api/act/uphold.ts";
import { on, thereThenOf } from "../../partners/organisation/being-there.ts";
import { listedTwice, spentTwice } from "./decisions.ts";
import { partiesTo, spendsOf } from "./store.ts";
import { awardParties, awardPartyKind, awardSpendKind, fundingAwardKind } from "./table.ts";

export const fundingStandards: readonly Standard[] = [
  // A party to an award was there when it was given.
  ...thereThenOf(awardPartyKind, ({ organisationId }) => ({ organisationId }), {
    kind: fundingAwardKind, by: awardParties.awardId, id: ({ awardId }) => awardId, times: ({ awarded }) => on({ awarded }),
  }),
  // What was removed comes back where nothing has taken its place.
  standard(awardPartyKind, { returns: (party, { graph }) => listedTwice(party, partiesTo(graph, party.awardId).filter(({ id }) => id !== party.id)) }),
  standard(awardSpendKind, { returns: ({ id, awardId, financialYear }, { graph }) => spentTwice(financialYear, spendsOf(graph, awardId).filter((other) => other.id !== id)) }),
];
