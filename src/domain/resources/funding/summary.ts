import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { GraphQLResolveInfo } from "graphql";
import { isAskedBelow } from "../../../api/asked-below.ts";
import { reading, type Context } from "../../../api/context.ts";
import { recordsOf, together } from "../../../api/loaders.ts";
import type { Soon } from "../../../api/soon.ts";
import { grouped } from "../../../kernel/grouped.ts";
import { columnsOf, cutOf, tableStatement } from "../../../ledger/graph.ts";
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
  const awards = tableStatement<Id>(fundingAwards, sql`select ${fundingAwards.id} from ${fundingAwards} where ${awardsSummed(filter, context)}`).all(reading(context));
  const totals = tableStatement<TotalRow>(fundingTotals, sql`select ${columnsOf(fundingTotals)} from ${fundingTotals} where ${totalsBeside(filter, context)}`).all(reading(context));
  return new SummaryOf(filter, awardsOf(context, columns, awards.map(({ id }) => id)), totals);
}

/** The summary of one parent, found for all parents that are asked for together. */
export function fundingSummaryOf(context: Context, parent: keyof typeof parents, id: string, filter: FundingScope, columns: AwardColumns): Soon<FundingSummaryRow> {
  const pointing = parents[parent];
  return together(context, `fundingSummary ${parent} ${columns === null ? "whole" : columns === PLACED ? "placed" : "summed"} ${JSON.stringify(filter)}`, (_, ids) => {
    const awards = awardsByParent(context, columns, idsByParent(context, pointing.awards, ids, awardsSummed(filter, context)));
    const totals = pointing.totals === null ? new Map<string, readonly TotalRow[]>() : totalsByParent(context, pointing.totals, ids, totalsBeside(filter, context));
    return ids.map((one, place) => new SummaryOf({ ...filter, [parent]: one }, awards[place] ?? [], totals.get(one) ?? []));
  }, id);
}

interface Id {
  readonly id: string;
}

function awardsOf(context: Context, columns: AwardColumns, ids: readonly string[]): AwardRow[] {
  return recordsOf(context, fundingAwards, cutOf(fundingAwards, columns), ids).filter((award) => award !== null);
}

/** Read for all parents at once, in their order. */
function awardsByParent(context: Context, columns: AwardColumns, ids: readonly (readonly string[])[]): AwardRow[][] {
  const awards = recordsOf(context, fundingAwards, cutOf(fundingAwards, columns), ids.flat());
  let end = 0;
  return ids.map(({ length }) => awards.slice(end, (end += length)).filter((award) => award !== null));
}

function idsByParent(context: Context, foreignKey: AnySQLiteColumn, parentIds: readonly string[], where: SQL | undefined): readonly (readonly string[])[] {
  const written = sql`select (select json_group_array(${fundingAwards.id}) from ${fundingAwards} where ${foreignKey} = "parent".value and ${where}) as "ids" from json_each(${JSON.stringify(parentIds)}) "parent" order by "parent".key`;
  return tableStatement<{ readonly ids: string }>(fundingAwards, written).all(reading(context)).map(({ ids }) => {
    // SQLite wrote them a moment ago.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    return JSON.parse(ids) as string[];
  });
}

function totalsByParent(context: Context, foreignKey: AnySQLiteColumn, ids: readonly string[], where: SQL | undefined): ReadonlyMap<string, readonly TotalRow[]> {
  const rows = tableStatement<TotalRow & { readonly parentKey: string }>(
    fundingTotals,
    sql`select ${columnsOf(fundingTotals)}, ${foreignKey} as "parentKey" from ${fundingTotals} where ${foreignKey} in (select value from json_each(${JSON.stringify(ids)})) and ${where}`,
  ).all(reading(context));
  return grouped(rows, (row) => row.parentKey);
}
