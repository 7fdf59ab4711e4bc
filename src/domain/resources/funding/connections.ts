import { connectionOf } from "../../../api/connection.ts";
import { AwardPartyType, FundingAwardType, FundingTotalType } from "./type.ts";

export const FundingAwardConnection = connectionOf("FundingAward", () => FundingAwardType, { dated: true });
export const AwardPartyConnection = connectionOf("AwardParty", () => AwardPartyType);
export const FundingTotalConnection = connectionOf("FundingTotal", () => FundingTotalType);
