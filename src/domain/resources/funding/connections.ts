import { connectionOf } from "../../../api/list/connection.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { FundingAwardFilter, FundingAwardOrderEnum, FundingTotalFilter, FundingTotalOrderEnum } from "./inputs.ts";
import { AwardPartyType, FundingAwardType, FundingTotalType } from "./type.ts";

export const FundingAwardConnection = connectionOf("FundingAward", () => FundingAwardType, { dated: true });
export const AwardPartyConnection = connectionOf("AwardParty", () => AwardPartyType);
export const FundingTotalConnection = connectionOf("FundingTotal", () => FundingTotalType);

export const FundingAwardsArgs = listArgs(() => FundingAwardFilter, FundingAwardOrderEnum, "AWARDED");
export const FundingTotalsArgs = listArgs(() => FundingTotalFilter, FundingTotalOrderEnum, "FINANCIAL_YEAR");
