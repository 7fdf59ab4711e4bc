import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { GraphQLResolveInfo } from "graphql";
import { isAskedBelow } from "../../../api/asked-below.ts";
import { reading, type Context } from "../../../api/context.ts";
import { loaderFor } from "../../../api/loaders.ts";
import { grouped } from "../../../kernel/grouped.ts";
import { cutOf, tableStatement, type Cut } from "../../../ledger/graph.ts";
import type { FundingSummaryFilter } from "./inputs.ts";
import { FundingOf, type AwardFacts, type Figure, type Funding, type FundingYear } from "./rules.ts";
import { awardsSummed, totalsBeside } from "./store.ts";
import { fundingAwards, fundingTotals } from "./table.ts";

export type AwardRow = typeof fundingAwards.$inferSelect;
export type TotalRow = typeof fundingTotals.$inferSelect;
export type FigureRow = Figure<AwardRow>;
export type FundingYearRow = FundingYear<AwardRow, TotalRow>;

/** Over what a summary is. */
export type FundingScope = { readonly [Field in keyof FundingSummaryFilter]: FundingSummaryFilter[Field] };

/** A summary as its fields are resolved, by whoever lends it one: the filter says over what, its programme, workstream or HIT included. */
export interface FundingSummaryRow extends Funding<AwardRow, TotalRow> {
  readonly filter: FundingScope;
}

/** What has a summary of its own, and the columns by which awards and stated totals point at it. */
const parents = {
  programme: { awards: fundingAwards.programmeId, totals: fundingTotals.programmeId },
  healthIntegrationTeam: { awards: fundingAwards.healthIntegrationTeamId, totals: fundingTotals.healthIntegrationTeamId },
  workstream: { awards: fundingAwards.workstreamId, totals: null },
} as const;

/** What a sum reads of an award, and what telling its year reads beside it. The awards behind a figure are given out whole. */
const SUMMED: ReadonlySet<keyof AwardFacts> = new Set<keyof AwardFacts>(["id", "amount", "status", "partOfId"]);
const PLACED: ReadonlySet<keyof AwardFacts> = new Set<keyof AwardFacts>([...SUMMED, "awarded", "period"]);

/** The columns that are read of each award; null: all. */
type AwardColumns = ReadonlySet<keyof AwardFacts> | null;

/** What answering a field that gives a summary reads of each award: its dates only where years are asked for, and all of it only where the awards behind a figure are. */
export function readOfAwards(info: GraphQLResolveInfo): AwardColumns {
  if (isAskedBelow(info, "awards")) return null;
  return isAskedBelow(info, "byFinancialYear") || isAskedBelow(info, "undetermined") ? PLACED : SUMMED;
}

/** A summary, and over what it is. */
class SummaryOf extends FundingOf<AwardRow, TotalRow> implements FundingSummaryRow {
  readonly filter: FundingScope;

  constructor(filter: FundingScope, awards: readonly AwardRow[], totals: readonly TotalRow[]) {
    super(awards, totals);
    this.filter = filter;
  }
}

/** The summary over everything that a filter asks for. */
export function fundingSummary(context: Context, filter: FundingScope, columns: AwardColumns): FundingSummaryRow {
  const awards = rowsOf<AwardRow>(context, fundingAwards, cutOf(fundingAwards, columns), awardsSummed(filter, context));
  const totals = rowsOf<TotalRow>(context, fundingTotals, cutOf(fundingTotals, null), totalsBeside(filter, context));
  return new SummaryOf(filter, awards, totals);
}

/** The summary of one parent: two statements for all parents that are asked for together. */
export async function fundingSummaryOf(context: Context, parent: keyof typeof parents, id: string, filter: FundingScope, columns: AwardColumns): Promise<FundingSummaryRow> {
  const pointing = parents[parent];
  return loaderFor(context, `fundingSummary ${parent} ${columns === null ? "whole" : [...columns].join(" ")} ${JSON.stringify(filter)}`, (_, ids) => {
    const awards = rowsByParent<AwardRow>(context, fundingAwards, cutOf(fundingAwards, columns), pointing.awards, ids, awardsSummed(filter, context));
    const totals = pointing.totals === null ? new Map<string, readonly TotalRow[]>() : rowsByParent<TotalRow>(context, fundingTotals, cutOf(fundingTotals, null), pointing.totals, ids, totalsBeside(filter, context));
    return ids.map((one) => new SummaryOf({ ...filter, [parent]: one }, awards.get(one) ?? [], totals.get(one) ?? []));
  }).load(id);
}

function rowsOf<Row>(context: Context, table: SQLiteTable, cut: Cut, where: SQL | undefined): Row[] {
  return tableStatement<Row>(table, sql`select ${cut.columns} from ${table} where ${where}`, cut).all(reading(context));
}

function rowsByParent<Row>(context: Context, table: SQLiteTable, cut: Cut, foreignKey: AnySQLiteColumn, ids: readonly string[], where: SQL | undefined): ReadonlyMap<string, readonly Row[]> {
  const rows = tableStatement<Row & { readonly parentKey: string }>(
    table,
    sql`select ${cut.columns}, ${foreignKey} as "parentKey" from ${table} where ${foreignKey} in (select value from json_each(${JSON.stringify(ids)})) and ${where}`,
    cut,
  ).all(reading(context));
  return grouped(rows, (row) => row.parentKey);
}
