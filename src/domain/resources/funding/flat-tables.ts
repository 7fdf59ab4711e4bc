import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { awardPartyListing, fundingAwardListing, fundingTotalListing } from "./store.ts";
import { awardPartyKind, awardSpendKind, fundingAwardKind, fundingTotalKind } from "./table.ts";

export const fundingFlatTables: readonly FlatTable[] = [
  {
    name: "funding",
    kind: fundingAwardKind,
    list: { filter: "FundingAwardFilter", listing: fundingAwardListing },
    fields: [
      "title", "amount", "status", "awarded", "period", "financialYears", "purposes", "partOf", "programme", "workstream", "healthIntegrationTeam",
    ],
  },
  {
    name: "award_parties",
    kind: awardPartyKind,
    list: { filter: "AwardPartyFilter", listing: awardPartyListing },
    fields: ["award", "role", "partyKind", "organisation", "healthIntegrationTeam", "group", "description"],
  },
  {
    name: "award_spends",
    kind: awardSpendKind,
    fields: ["award", "financialYear", "amount"],
  },
  {
    name: "funding_totals",
    kind: fundingTotalKind,
    list: { filter: "FundingTotalFilter", listing: fundingTotalListing },
    fields: ["title", "amount", "financialYear", "itemised", "purposes", "healthIntegrationTeam", "programme"],
  },
];
