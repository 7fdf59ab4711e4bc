import { many, one } from "../../../api/loaders.ts";
import { inOrderOf } from "../../../api/list/ordering.ts";
import { awardParties, awardSpends, fundingAwards, fundingTotals, partyRoles } from "./table.ts";

export const fundingAwardById = one(fundingAwards);
export const awardPartyById = one(awardParties);
export const awardSpendById = one(awardSpends);
export const fundingTotalById = one(fundingTotals);
export const partiesOfAward = many(awardParties, awardParties.awardId, inOrderOf(partyRoles, awardParties.role).by);
export const spendsOfAward = many(awardSpends, awardSpends.awardId, awardSpends.financialYear);
