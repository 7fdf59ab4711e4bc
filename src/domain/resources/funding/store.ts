import { and, sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { rowsBy } from "../../../api/act/rows.ts";
import { visible, type GuardedTable } from "../../../api/access/audience.ts";
import { certaintyWithin, is, isIn, within } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import { spanOf, weakest } from "../../../api/list/held-on.ts";
import { inOrderOf } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { readFinancialYear } from "../../../kernel/financial-year.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { workstreams } from "../../delivery/workstream/table.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { partyIs } from "../../partners/party/store.ts";
import type { AwardPartyFilter, FundingAwardFilter, FundingSummaryFilter, FundingTotalFilter } from "./inputs.ts";
import { awardParties, awardSpends, fundingAwards, fundingTotals, partyRoles } from "./table.ts";

export const partiesTo = rowsBy(awardParties, awardParties.awardId);
export const spendsOf = rowsBy(awardSpends, awardSpends.awardId);

const covers = { earliest: fundingAwards.coversEarliest, latest: fundingAwards.coversLatest };

export const awardPartyListing: Listing<typeof awardParties, AwardPartyFilter> = {
  table: awardParties,
  orders: { ROLE: inOrderOf(partyRoles, awardParties.role) },
  where: awardPartyIs,
};

export const fundingAwardListing: Listing<typeof fundingAwards, FundingAwardFilter> = {
  table: fundingAwards,
  orders: {
    AWARDED: { by: sql`coalesce(json_extract(${fundingAwards.awarded}, '$.earliest'), '9999-12-31')` },
    AMOUNT: { by: sql`coalesce(json_extract(${fundingAwards.amount}, '$.pence'), -1)`, descending: true },
    TITLE: { by: sql`${fundingAwards.title} collate nocase` },
  },
  where: (filter, context) => [
    ...awardsFor(filter, context),
    isIn(fundingAwards.status, filter.status),
    isIn(sql`json_extract(${fundingAwards.amount}, '$.status')`, filter.amountStatus),
    within(spanOf(fundingAwards.awarded), filter.awarded),
    within(covers, filter.covers),
    pointsTo(context, fundingAwards.partOfId, fundingAwards, filter.partOf),
  ],
  certainty: ({ awarded, covers: covered }) =>
    weakest(awarded ? certaintyWithin(spanOf(fundingAwards.awarded), awarded) : undefined, covered ? certaintyWithin(covers, covered) : undefined),
};

export const fundingTotalListing: Listing<typeof fundingTotals, FundingTotalFilter> = {
  table: fundingTotals,
  orders: {
    FINANCIAL_YEAR: { by: fundingTotals.financialYear },
    TITLE: { by: sql`${fundingTotals.title} collate nocase` },
  },
  where: (filter, context) => [
    ...fundedFor(fundingTotals, filter, context),
    isIn(fundingTotals.financialYear, filter.financialYear?.map((year) => readFinancialYear(year).label)),
    is(fundingTotals.itemised, filter.itemised),
    isIn(sql`json_extract(${fundingTotals.amount}, '$.status')`, filter.amountStatus),
  ],
};

/** What holds for the awards that a summary is over, those that the viewer may not see left out. */
export function awardsSummed(filter: FundingSummaryFilter, context: Context): SQL | undefined {
  return and(visible(context.viewer, fundingAwards), ...awardsFor(filter, context));
}

/** What holds for the stated totals beside them. */
export function totalsBeside(filter: FundingSummaryFilter, context: Context): SQL | undefined {
  const asksForMore = typeof filter.workstream === "string" || Boolean(filter.party);
  return and(visible(context.viewer, fundingTotals), ...fundedFor(fundingTotals, filter, context), asksForMore ? sql`0` : undefined);
}

function awardsFor(filter: FundingSummaryFilter, context: Context): (SQL | undefined)[] {
  const { workstream, party } = filter;
  return [
    ...fundedFor(fundingAwards, filter, context),
    pointsTo(context, fundingAwards.workstreamId, workstreams, workstream),
    party ? pointedAtBy(context, fundingAwards.id, awardParties, awardParties.awardId, and(...awardPartyIs(party, context)) ?? sql`1`) : undefined,
  ];
}

function awardPartyIs(filter: AwardPartyFilter, context: Context): (SQL | undefined)[] {
  return [isIn(awardParties.role, filter.role), ...partyIs(awardParties, filter, context), ofSystem(context, awardParties, filter.system)];
}

interface Funded extends GuardedTable {
  readonly programmeId: AnySQLiteColumn;
  readonly healthIntegrationTeamId: AnySQLiteColumn;
  readonly title: AnySQLiteColumn;
  readonly purposes: AnySQLiteColumn;
}

function fundedFor(table: Funded, filter: FundingTotalFilter, context: Context): (SQL | undefined)[] {
  const { programme, healthIntegrationTeam, place, system, contains } = filter;
  return [
    pointsTo(context, table.programmeId, programmes, programme),
    pointsTo(context, table.healthIntegrationTeamId, healthIntegrationTeams, healthIntegrationTeam),
    either(
      pointsAt(context, table.programmeId, programmes, inPlace(context, programmes.placeId, place)),
      pointsAt(context, table.healthIntegrationTeamId, healthIntegrationTeams, inPlace(context, healthIntegrationTeams.placeId, place)),
    ),
    ofSystem(context, table, system),
    typeof contains === "string" ? says(table, contains) : undefined,
  ];
}

function says({ title, purposes }: Funded, words: string): SQL {
  const written = words.toLowerCase();
  return sql`(instr(lower(${title}), ${written}) > 0 or exists (select 1 from json_each(${purposes}) where instr(lower(value), ${written}) > 0))`;
}
