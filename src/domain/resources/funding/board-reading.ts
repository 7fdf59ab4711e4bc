import { boardReading } from "../../board-reading.ts";
import { awardPartyKind, awardSpendKind, fundingAwardKind, fundingTotalKind } from "./table.ts";

export const fundingReadings = [
  boardReading(fundingAwardKind, { group: "MONEY", noun: "award", shows: ["amount", "status", "awarded", "period"] }),
  boardReading(awardPartyKind, { group: "MONEY", noun: "party", shows: ["role"], partOf: ["awardId"] }),
  boardReading(awardSpendKind, { group: "MONEY", noun: "spending", called: (row) => [{ of: row.awardId }, `, spent in ${row.financialYear}`], shows: ["amount"], partOf: ["awardId"] }),
  boardReading(fundingTotalKind, { group: "MONEY", noun: "stated total", shows: ["amount", "financialYear"] }),
];
