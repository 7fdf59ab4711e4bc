import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { FinancialYearType } from "../../../api/value/financial-year.ts";
import { readFinancialYear, type FinancialYear } from "../../../kernel/financial-year.ts";
import { programmeById } from "../../delivery/programme/loaders.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { workstreamById } from "../../delivery/workstream/loaders.ts";
import type { workstreams } from "../../delivery/workstream/table.ts";
import { WorkstreamType } from "../../delivery/workstream/type.ts";
import { healthIntegrationTeamById } from "../../partners/health-integration-team/loaders.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import { fundingReadings } from "./board-reading.ts";
import { fundingFlatTables } from "./flat-tables.ts";
import { fundingImports } from "./imports.ts";
import { FundingAwardConnection, FundingAwardsArgs, FundingTotalConnection, FundingTotalsArgs } from "./connections.ts";
import type { FundingAwardFilter, FundingTotalFilter } from "./inputs.ts";
import { fundingAwardById, partiesOfAward, spendsOfAward, fundingTotalById } from "./loaders.ts";
import { FundingMutations } from "./mutations.ts";
import { partyResolvers } from "./party-resolver.ts";
import { financialYearsOf } from "./rules.ts";
import { fundingAwardListing, fundingTotalListing } from "./store.ts";
import { summaryResolvers } from "./summary-resolver.ts";
import { awardPartyKind, awardSpendKind, fundingAwardKind, fundingAwards, fundingTotalKind, fundingTotals, type awardParties, type awardSpends } from "./table.ts";
import { AwardPartyType, AwardSpendType, FundingAwardType, FundingTotalType } from "./type.ts";
import { fundingStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof fundingAwards.$inferSelect;
type TotalRow = typeof fundingTotals.$inferSelect;
type ProgrammeRow = typeof programmes.$inferSelect;
type WorkstreamRow = typeof workstreams.$inferSelect;
type TeamRow = typeof healthIntegrationTeams.$inferSelect;
type Request = PageRequest<FundingAwardFilter>;
type TotalRequest = PageRequest<FundingTotalFilter>;


@Resolver(() => FundingAwardType)
class FundingAwardResolver {
  @Query(FundingAwardConnection, { description: "Awards, one by one. For sums over them ask fundingSummary." })
  fundingAwards(@Ctx() context: Context, @Args(FundingAwardsArgs) request: Request): Connection<Row> {
    return page(context, fundingAwardListing, request);
  }

  @foundById()
  @Query(() => FundingAwardType, { nullable: true, description: "An award by its id. Null where there is none." })
  fundingAward(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return fundingAwardById(context, id);
  }

  @FieldResolver(() => [FinancialYearType], { description: "The financial years in which it may fall: by its period, or where none is known by the date on which it was given. Certain where there is one; of several nobody knows which, or it spans them; empty where they cannot be listed." })
  financialYears(@Root() award: Row): FinancialYear[] {
    return financialYearsOf(award);
  }

  @FieldResolver(() => [AwardPartyType], { description: "Who is what to it: funders first, then those who pass on, receive, benefit, secured and ordered it." })
  parties(@Ctx() context: Context, @Root() award: Row): Soon<readonly (typeof awardParties.$inferSelect)[]> {
    return partiesOfAward(context, award.id);
  }

  @FieldResolver(() => [AwardSpendType], { description: "What was spent of it, financial year by financial year, as far as somebody stated that." })
  spends(@Ctx() context: Context, @Root() award: Row): Soon<readonly (typeof awardSpends.$inferSelect)[]> {
    return spendsOfAward(context, award.id);
  }

  @FieldResolver(() => FundingAwardType, { nullable: true, description: "The larger award that it is a part of." })
  partOf(@Ctx() context: Context, @Root() award: Row): Soon<Row | null> {
    return fundingAwardById(context, award.partOfId);
  }

  @FieldResolver(FundingAwardConnection, { description: "The awards that are a part of it." })
  parts(@Ctx() context: Context, @Root() award: Row, @Args(FundingAwardsArgs) request: Request): Connection<Row> {
    return pageWithin(context, fundingAwardListing, fundingAwards.partOfId, award.id, request);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it is for." })
  programme(@Ctx() context: Context, @Root() award: Row): Soon<ProgrammeRow | null> {
    return programmeById(context, award.programmeId);
  }

  @FieldResolver(() => WorkstreamType, { nullable: true, description: "The workstream that it is for." })
  workstream(@Ctx() context: Context, @Root() award: Row): Soon<WorkstreamRow | null> {
    return workstreamById(context, award.workstreamId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The HIT whose work it belongs to; whether that is a party to it, parties tells." })
  healthIntegrationTeam(@Ctx() context: Context, @Root() award: Row): Soon<TeamRow | null> {
    return healthIntegrationTeamById(context, award.healthIntegrationTeamId);
  }
}

@Resolver(() => FundingTotalType)
class FundingTotalResolver {
  @Query(FundingTotalConnection, { description: "Totals for a financial year that somebody stated. Never to be added to awards, nor to one another." })
  fundingTotals(@Ctx() context: Context, @Args(FundingTotalsArgs) request: TotalRequest): Connection<TotalRow> {
    return page(context, fundingTotalListing, request);
  }

  @foundById()
  @Query(() => FundingTotalType, { nullable: true, description: "A stated total by its id. Null where there is none." })
  fundingTotal(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<TotalRow | null> {
    return fundingTotalById(context, id);
  }

  @FieldResolver(() => FinancialYearType, { description: "The financial year that it is for." })
  financialYear(@Root() total: TotalRow): FinancialYear {
    return readFinancialYear(total.financialYear);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it was stated for." })
  programme(@Ctx() context: Context, @Root() total: TotalRow): Soon<ProgrammeRow | null> {
    return programmeById(context, total.programmeId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The HIT that it was stated for." })
  healthIntegrationTeam(@Ctx() context: Context, @Root() total: TotalRow): Soon<TeamRow | null> {
    return healthIntegrationTeamById(context, total.healthIntegrationTeamId);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeFundingResolver {
  @FieldResolver(FundingAwardConnection, { description: "The awards recorded for it." })
  awards(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(FundingAwardsArgs) request: Request): Connection<Row> {
    return pageWithin(context, fundingAwardListing, fundingAwards.programmeId, programme.id, request);
  }

  @FieldResolver(FundingTotalConnection, { description: "The totals that somebody stated for it. Never to be added to its awards." })
  fundingTotals(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(FundingTotalsArgs) request: TotalRequest): Connection<TotalRow> {
    return pageWithin(context, fundingTotalListing, fundingTotals.programmeId, programme.id, request);
  }
}

@Resolver(() => WorkstreamType)
class WorkstreamFundingResolver {
  @FieldResolver(FundingAwardConnection, { description: "The awards recorded for it." })
  awards(@Ctx() context: Context, @Root() workstream: WorkstreamRow, @Args(FundingAwardsArgs) request: Request): Connection<Row> {
    return pageWithin(context, fundingAwardListing, fundingAwards.workstreamId, workstream.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamFundingResolver {
  @FieldResolver(FundingAwardConnection, { description: "The awards recorded for its work." })
  awards(@Ctx() context: Context, @Root() team: TeamRow, @Args(FundingAwardsArgs) request: Request): Connection<Row> {
    return pageWithin(context, fundingAwardListing, fundingAwards.healthIntegrationTeamId, team.id, request);
  }

  @FieldResolver(FundingTotalConnection, { description: "The totals that somebody stated for it. Never to be added to its awards." })
  fundingTotals(@Ctx() context: Context, @Root() team: TeamRow, @Args(FundingTotalsArgs) request: TotalRequest): Connection<TotalRow> {
    return pageWithin(context, fundingTotalListing, fundingTotals.healthIntegrationTeamId, team.id, request);
  }
}

export const funding: Concept = {
  kinds: [fundingAwardKind, awardPartyKind, awardSpendKind, fundingTotalKind],
  readings: fundingReadings,
  flatTables: fundingFlatTables, imports: fundingImports,
  standards: fundingStandards,
  resolvers: [
    FundingMutations, FundingAwardResolver, FundingTotalResolver, ProgrammeFundingResolver, WorkstreamFundingResolver, HealthIntegrationTeamFundingResolver,
    ...partyResolvers, ...summaryResolvers,
  ],
};
