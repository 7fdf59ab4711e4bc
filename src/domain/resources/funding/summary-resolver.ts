import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import { PageArgs } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import type { Soon } from "../../../api/soon.ts";
import { pageAmong, pageOf, type Connection, type PageAsked, type PageRequest } from "../../../api/page.ts";
import { asMoneySum, MoneySumType } from "../../../api/value/money.ts";
import type { Money } from "../../../kernel/money.ts";
import type { PartialSum } from "../../../kernel/partial-sum.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import type { workstreams } from "../../delivery/workstream/table.ts";
import { WorkstreamType } from "../../delivery/workstream/type.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import { FundingAwardConnection, FundingAwardsArgs, FundingTotalConnection, FundingTotalsArgs } from "./connections.ts";
import { FundingFunderFigureType } from "./funder-type.ts";
import { fundersOfAward, type FunderRow } from "./funders.ts";
import { FundingSummaryFilter, type FundingAwardFilter, type FundingTotalFilter } from "./inputs.ts";
import { byFunders, type FunderFigure } from "./rules.ts";
import { fundingAwardListing, fundingTotalListing } from "./store.ts";
import { AwardsFigureType, FundingFigureType, FundingSummaryType, FundingYearType } from "./summary-type.ts";
import { fundingSummary, fundingSummaryOf, readOfAwards, type AwardRow, type FigureRow, type FundingSummaryRow, type FundingYearRow, type TotalRow } from "./summary.ts";
import { weighs } from "../../../api/weight.ts";

type Filter = FundingSummaryFilter | null | undefined;

const FILTER = { nullable: true, description: "Only awards and stated totals for which all of this holds." } as const;

@Resolver(() => FundingSummaryType)
class FundingSummaryResolver {
  @weighs(20)
  @Query(() => FundingSummaryType, { description: "What the funding that a filter asks for comes to, by financial year, with what is not known of it. Not the total of any programme." })
  fundingSummary(@Ctx() context: Context, @Arg("filter", () => FundingSummaryFilter, FILTER) filter: Filter, @Info() info: GraphQLResolveInfo): FundingSummaryRow {
    return fundingSummary(context, filter ?? {}, readOfAwards(info));
  }

  @FieldResolver(FundingAwardConnection, { description: "Parts of a larger award that is counted with a known amount: listed here and in no figure, so that nothing is counted twice." })
  withinLarger(@Ctx() context: Context, @Root() summary: FundingSummaryRow, @Args(FundingAwardsArgs) request: PageRequest<FundingAwardFilter>): Connection<AwardRow> {
    return pageAmong(context, fundingAwardListing, summary.withinLarger, request);
  }
}

@Resolver(() => AwardsFigureType)
class AwardsFigureResolver {
  @FieldResolver(() => MoneySumType, { description: "Their sum in pounds, as far as their amounts are known, and how many are not." })
  sum(@Root() figure: FigureRow): PartialSum<Money> {
    return asMoneySum(figure.sum);
  }

  @FieldResolver(FundingAwardConnection, { description: "The awards behind it, the earliest first." })
  awards(@Root() figure: FigureRow, @Args(() => PageArgs) request: PageAsked): Connection<AwardRow> {
    return pageOf(figure.awards, coversFrom, request);
  }
}

@Resolver(() => FundingFigureType)
class FundingFigureResolver {
  @FieldResolver(() => [FundingFunderFigureType], { description: "The same awards by who gives the money, by name, those without a recorded funder last. Each award is in exactly one, so these add up to this figure, known and not known." })
  async byFunder(@Ctx() context: Context, @Root() { awards }: FigureRow): Promise<FunderFigure<AwardRow, FunderRow>[]> {
    return byFunders(await Promise.all(awards.map(async (award) => ({ award, funders: await fundersOfAward(context, award.id) }))));
  }
}

@Resolver(() => FundingYearType)
class FundingYearResolver {
  @FieldResolver(FundingTotalConnection, { description: "Totals that somebody stated for the year. Beside awarded, and never added to it or to one another." })
  statedTotals(@Ctx() context: Context, @Root() year: FundingYearRow, @Args(FundingTotalsArgs) request: PageRequest<FundingTotalFilter>): Connection<TotalRow> {
    return pageAmong(context, fundingTotalListing, year.statedTotals, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeFundingSummaryResolver {
  @FieldResolver(() => FundingSummaryType, { description: "What the funding recorded for this programme comes to. Not the programme's total, and without that of the programmes under it." })
  fundingSummary(
    @Ctx() context: Context,
    @Root() programme: typeof programmes.$inferSelect,
    @Arg("filter", () => FundingSummaryFilter, FILTER) filter: Filter,
    @Info() info: GraphQLResolveInfo,
  ): Soon<FundingSummaryRow> {
    return fundingSummaryOf(context, "programme", programme.id, filter ?? {}, readOfAwards(info));
  }
}

@Resolver(() => WorkstreamType)
class WorkstreamFundingSummaryResolver {
  @FieldResolver(() => FundingSummaryType, { description: "What the awards recorded for this workstream come to. No total is ever stated for a workstream." })
  fundingSummary(
    @Ctx() context: Context,
    @Root() workstream: typeof workstreams.$inferSelect,
    @Arg("filter", () => FundingSummaryFilter, FILTER) filter: Filter,
    @Info() info: GraphQLResolveInfo,
  ): Soon<FundingSummaryRow> {
    return fundingSummaryOf(context, "workstream", workstream.id, filter ?? {}, readOfAwards(info));
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamFundingSummaryResolver {
  @FieldResolver(() => FundingSummaryType, { description: "What the funding recorded for this HIT comes to. Awards to which it is only a party are among its awardParties." })
  fundingSummary(
    @Ctx() context: Context,
    @Root() team: typeof healthIntegrationTeams.$inferSelect,
    @Arg("filter", () => FundingSummaryFilter, FILTER) filter: Filter,
    @Info() info: GraphQLResolveInfo,
  ): Soon<FundingSummaryRow> {
    return fundingSummaryOf(context, "healthIntegrationTeam", team.id, filter ?? {}, readOfAwards(info));
  }
}

export const summaryResolvers = [
  FundingSummaryResolver, AwardsFigureResolver, FundingFigureResolver, FundingYearResolver,
  ProgrammeFundingSummaryResolver, WorkstreamFundingSummaryResolver, HealthIntegrationTeamFundingSummaryResolver,
];

function coversFrom({ period, awarded }: AwardRow): string {
  return (period.status === "KNOWN" ? period : awarded).earliest ?? "9999-12-31";
}
