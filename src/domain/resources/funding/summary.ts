import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { reading, type Context } from "../../../api/context.ts";
import { loaderFor } from "../../../api/loaders.ts";
import { grouped } from "../../../kernel/grouped.ts";
import { columnsOf, tableStatement } from "../../../ledger/graph.ts";
import type { FundingSummaryFilter } from "./inputs.ts";
import { fundingOf, type Figure, type Funding, type FundingYear } from "./rules.ts";
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

/** The summary over everything that a filter asks for. */
export function fundingSummary(context: Context, filter: FundingScope): FundingSummaryRow {
  const awards = rowsOf<AwardRow>(context, fundingAwards, awardsSummed(filter, context));
  const totals = rowsOf<TotalRow>(context, fundingTotals, totalsBeside(filter, context));
  return { filter, ...fundingOf(awards, totals) };
}

/** The summary of one parent: two statements for all parents that are asked for together. */
export async function fundingSummaryOf(context: Context, parent: keyof typeof parents, id: string, filter: FundingScope): Promise<FundingSummaryRow> {
  const columns = parents[parent];
  return loaderFor(context, `fundingSummary ${parent} ${JSON.stringify(filter)}`, (_, ids) => {
    const awards = rowsByParent<AwardRow>(context, fundingAwards, columns.awards, ids, awardsSummed(filter, context));
    const totals = columns.totals === null ? new Map<string, readonly TotalRow[]>() : rowsByParent<TotalRow>(context, fundingTotals, columns.totals, ids, totalsBeside(filter, context));
    return ids.map((one) => ({ filter: { ...filter, [parent]: one }, ...fundingOf(awards.get(one) ?? [], totals.get(one) ?? []) }));
  }).load(id);
}

function rowsOf<Row>(context: Context, table: SQLiteTable, where: SQL | undefined): Row[] {
  return tableStatement<Row>(table, sql`select ${columnsOf(table)} from ${table} where ${where}`).all(reading(context));
}

function rowsByParent<Row>(context: Context, table: SQLiteTable, foreignKey: AnySQLiteColumn, ids: readonly string[], where: SQL | undefined): ReadonlyMap<string, readonly Row[]> {
  const rows = tableStatement<Row & { readonly parentKey: string }>(
    table,
    sql`select ${columnsOf(table)}, ${foreignKey} as "parentKey" from ${table} where ${foreignKey} in (select value from json_each(${JSON.stringify(ids)})) and ${where}`,
  ).all(reading(context));
  return grouped(rows, (row) => row.parentKey);
}
