import { index, sqliteTable, text, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { recordKind } from "../../../ledger/concept.ts";
import { partOfKnown } from "../../../ledger/known-date.ts";
import { financialYear, identity, money, oneOf, partialDate, reference, wordList, words, yesOrNo } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { groups } from "../../partners/group/table.ts";
import { partyOf } from "../../partners/party/rules.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { workstreams } from "../../delivery/workstream/table.ts";

export const awardStatuses = ["PROPOSED", "APPLIED", "AWARDED", "ENDED", "NOT_REPORTED"] as const;

export const partyRoles = ["FUNDER", "PART_FUNDER", "INTERMEDIARY", "RECIPIENT", "BENEFICIARY", "SECURED_BY", "COMMISSIONER"] as const;

export const fundingAwards = sqliteTable(
  "funding_awards",
  {
    ...identity,
    ...belonging,
    title: words().notNull(),
    amount: money(),
    awarded: partialDate(),
    /** What the money is for in time, where that was said; an award falls in a financial year by it, else by the award's date. */
    period: partialDate(),
    status: oneOf(awardStatuses).notNull(),
    /** As the source lists them: never split by us. */
    purposes: wordList(),
    partOfId: reference((): AnySQLiteColumn => fundingAwards.id),
    programmeId: reference(() => programmes.id),
    workstreamId: reference(() => workstreams.id),
    healthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    coversEarliest: text().generatedAlwaysAs(partOfKnown(sql`"period"`, sql`"awarded"`, "earliest"), { mode: "virtual" }),
    coversLatest: text().generatedAlwaysAs(partOfKnown(sql`"period"`, sql`"awarded"`, "latest"), { mode: "virtual" }),
  },
  (award) => [
    // With who may see each: what is summed is found without looking into any.
    index("funding_awards_by_programme").on(award.programmeId, award.id, award.audience, award.systemId),
    index("funding_awards_by_workstream").on(award.workstreamId, award.id, award.audience, award.systemId),
    index("funding_awards_by_health_integration_team").on(award.healthIntegrationTeamId, award.id, award.audience, award.systemId),
    index("funding_awards_by_part_of").on(award.partOfId),
  ],
);

/** Somebody's part in an award: exactly one of organisation, HIT, group and description. */
export const awardParties = sqliteTable(
  "award_parties",
  {
    ...identity,
    ...belonging,
    awardId: reference(() => fundingAwards.id).notNull(),
    role: oneOf(partyRoles).notNull(),
    organisationId: reference(() => organisations.id),
    healthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    groupId: reference(() => groups.id),
    /** Who it is where a source describes but does not name them. */
    description: words(),
  },
  (party) => [
    index("award_parties_by_award").on(party.awardId),
    index("award_parties_by_organisation").on(party.organisationId),
    index("award_parties_by_health_integration_team").on(party.healthIntegrationTeamId),
    index("award_parties_by_group").on(party.groupId),
  ],
);

/** What was spent of an award in one financial year, as somebody stated it. */
export const awardSpends = sqliteTable(
  "award_spends",
  {
    ...identity,
    ...belonging,
    awardId: reference(() => fundingAwards.id).notNull(),
    financialYear: financialYear().notNull(),
    amount: money(),
  },
  (spend) => [index("award_spends_by_award").on(spend.awardId)],
);

/** An aggregate that somebody stated: never summed with awards that it may include. */
export const fundingTotals = sqliteTable(
  "funding_totals",
  {
    ...identity,
    ...belonging,
    title: words().notNull(),
    amount: money(),
    financialYear: financialYear().notNull(),
    /** Whether the awards that it is made of were listed with it. */
    itemised: yesOrNo().notNull(),
    purposes: wordList(),
    healthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    programmeId: reference(() => programmes.id),
  },
  (total) => [
    index("funding_totals_by_health_integration_team").on(total.healthIntegrationTeamId),
    index("funding_totals_by_programme").on(total.programmeId),
    index("funding_totals_by_financial_year").on(total.financialYear),
  ],
);

export const fundingAwardKind = recordKind("FundingAward", "fa", fundingAwards, {
  spoken: "award",
  names: [fundingAwards.title],
  partOf: [fundingAwards.workstreamId, fundingAwards.programmeId, fundingAwards.healthIntegrationTeamId],
});
export const awardPartyKind = recordKind("AwardParty", "ap", awardParties, {
  spoken: "party",
  partOf: [awardParties.awardId], goesWith: awardParties.awardId, choices: [partyOf(awardParties)],
});
export const awardSpendKind = recordKind("AwardSpend", "as", awardSpends, {
  spoken: "spending", called: (row) => [{ of: row.awardId }, `, spent in ${row.financialYear}`],
  partOf: [awardSpends.awardId], goesWith: awardSpends.awardId,
});
export const fundingTotalKind = recordKind("FundingTotal", "ft", fundingTotals, {
  spoken: "stated total",
  names: [fundingTotals.title], partOf: [fundingTotals.programmeId, fundingTotals.healthIntegrationTeamId],
});
