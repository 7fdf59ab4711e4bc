import { boardReading } from "../../board-reading.ts";
import { awardPartyKind, awardSpendKind, fundingAwardKind, fundingTotalKind } from "./table.ts";

export const fundingReadings = [
  boardReading(fundingAwardKind, { group: "MONEY", shows: ["amount", "status", "awarded", "period"] }),
  boardReading(awardPartyKind, { group: "MONEY", shows: ["role"], partOf: ["awardId"] }),
  boardReading(awardSpendKind, { group: "MONEY", shows: ["amount"], partOf: ["awardId"] }),
  boardReading(fundingTotalKind, { group: "MONEY", shows: ["amount", "financialYear"] }),
];
