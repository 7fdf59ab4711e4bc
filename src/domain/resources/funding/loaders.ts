import { many, one } from "../../../api/loaders.ts";
import { awardParties, awardSpends, fundingAwards } from "./table.ts";

export const fundingAwardById = one(fundingAwards);
export const partiesOfAward = many(awardParties, awardParties.awardId);
export const spendsOfAward = many(awardSpends, awardSpends.awardId, awardSpends.financialYear);
