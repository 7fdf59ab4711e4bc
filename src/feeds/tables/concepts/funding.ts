import { awardPartyListing, fundingAwardListing, fundingTotalListing } from "../../../domain/resources/funding/store.ts";
import { awardPartyKind, awardSpendKind, fundingAwardKind, fundingTotalKind } from "../../../domain/resources/funding/table.ts";
import { recordTable } from "../record-table.ts";

export const funding = recordTable({
  name: "funding",
  kind: fundingAwardKind,
  list: { filter: "FundingAwardFilter", listing: fundingAwardListing },
  fields: [
    "title", "amount", "status", "awarded", "period", "financialYears", "purposes", "partOf", "programme", "workstream", "healthIntegrationTeam",
  ],
});

export const awardParties = recordTable({
  name: "award_parties",
  kind: awardPartyKind,
  list: { filter: "AwardPartyFilter", listing: awardPartyListing },
  fields: ["award", "role", "partyKind", "organisation", "healthIntegrationTeam", "group", "description"],
});

export const awardSpends = recordTable({
  name: "award_spends",
  kind: awardSpendKind,
  fields: ["award", "financialYear", "amount"],
});

export const fundingTotals = recordTable({
  name: "funding_totals",
  kind: fundingTotalKind,
  list: { filter: "FundingTotalFilter", listing: fundingTotalListing },
  fields: ["title", "amount", "financialYear", "itemised", "purposes", "healthIntegrationTeam", "programme"],
});
