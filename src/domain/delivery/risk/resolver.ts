import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { page, type Connection, type PageRequest } from "../../../api/page.ts";
import { groupById } from "../../partners/group/loaders.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import { healthIntegrationTeamById } from "../../partners/health-integration-team/loaders.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { milestoneById } from "../milestone/loaders.ts";
import type { milestones } from "../milestone/table.ts";
import { MilestoneType } from "../milestone/type.ts";
import { programmeById } from "../programme/loaders.ts";
import type { programmes } from "../programme/table.ts";
import { ProgrammeType } from "../programme/type.ts";
import { workstreamById } from "../workstream/loaders.ts";
import type { workstreams } from "../workstream/table.ts";
import { WorkstreamType } from "../workstream/type.ts";
import { riskReadings } from "./board-reading.ts";
import { riskFlatTables } from "./flat-tables.ts";
import { RiskConnection, RisksArgs } from "./connections.ts";
import type { RiskFilter } from "./inputs.ts";
import { lentResolvers } from "./lent-resolver.ts";
import { riskById } from "./loaders.ts";
import { RiskMutations } from "./mutations.ts";
import { riskListing } from "./store.ts";
import { riskKind, type risks } from "./table.ts";
import { RiskType } from "./type.ts";
import { riskStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof risks.$inferSelect;

@Resolver(() => RiskType)
class RiskResolver {
  @Query(RiskConnection, { description: "Risks and issues of all programmes." })
  risks(@Ctx() context: Context, @Args(RisksArgs) request: PageRequest<RiskFilter>): Connection<Row> {
    return page(context, riskListing, request);
  }

  @foundById()
  @Query(() => RiskType, { nullable: true, description: "A risk or issue by its id. Null where there is none." })
  risk(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return riskById(context, id);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme. Null only where the viewer may not see it." })
  programme(@Ctx() context: Context, @Root() risk: Row): Soon<typeof programmes.$inferSelect | null> {
    return programmeById(context, risk.programmeId);
  }

  @FieldResolver(() => WorkstreamType, { nullable: true, description: "The workstream that it is about. Null where it is about none." })
  workstream(@Ctx() context: Context, @Root() risk: Row): Soon<typeof workstreams.$inferSelect | null> {
    return workstreamById(context, risk.workstreamId);
  }

  @FieldResolver(() => MilestoneType, { nullable: true, description: "The milestone that it is about. Null where it is about none." })
  milestone(@Ctx() context: Context, @Root() risk: Row): Soon<typeof milestones.$inferSelect | null> {
    return milestoneById(context, risk.milestoneId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The organisation that answers for it, where one does." })
  ownerOrganisation(@Ctx() context: Context, @Root() risk: Row): Soon<typeof organisations.$inferSelect | null> {
    return organisationById(context, risk.ownerOrganisationId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The HIT that answers for it, where one does." })
  ownerHealthIntegrationTeam(@Ctx() context: Context, @Root() risk: Row): Soon<typeof healthIntegrationTeams.$inferSelect | null> {
    return healthIntegrationTeamById(context, risk.ownerHealthIntegrationTeamId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The group that answers for it, where one does." })
  ownerGroup(@Ctx() context: Context, @Root() risk: Row): Soon<typeof groups.$inferSelect | null> {
    return groupById(context, risk.ownerGroupId);
  }
}

export const risk: Concept = { kinds: [riskKind], readings: riskReadings, flatTables: riskFlatTables, standards: riskStandards, resolvers: [RiskResolver, RiskMutations, ...lentResolvers] };
