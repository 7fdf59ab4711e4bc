import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import { pageOfOrganisation } from "../../partners/organisation/succession.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import type { milestones } from "../milestone/table.ts";
import { MilestoneType } from "../milestone/type.ts";
import type { programmes } from "../programme/table.ts";
import { ProgrammeType } from "../programme/type.ts";
import type { workstreams } from "../workstream/table.ts";
import { WorkstreamType } from "../workstream/type.ts";
import { RiskConnection, RisksArgs } from "./connections.ts";
import type { RiskFilter } from "./inputs.ts";
import { riskListing } from "./store.ts";
import { risks } from "./table.ts";

type Row = typeof risks.$inferSelect;
type Request = PageRequest<RiskFilter>;

@Resolver(() => ProgrammeType)
class ProgrammeRisksResolver {
  @FieldResolver(RiskConnection, { description: "Its risks and issues, those about its workstreams and milestones included." })
  risks(@Ctx() context: Context, @Root() programme: typeof programmes.$inferSelect, @Args(RisksArgs) request: Request): Connection<Row> {
    return pageWithin(context, riskListing, risks.programmeId, programme.id, request);
  }
}

@Resolver(() => WorkstreamType)
class WorkstreamRisksResolver {
  @FieldResolver(RiskConnection, { description: "The risks and issues about it." })
  risks(@Ctx() context: Context, @Root() workstream: typeof workstreams.$inferSelect, @Args(RisksArgs) request: Request): Connection<Row> {
    return pageWithin(context, riskListing, risks.workstreamId, workstream.id, request);
  }
}

@Resolver(() => MilestoneType)
class MilestoneRisksResolver {
  @FieldResolver(RiskConnection, { description: "The risks and issues about it." })
  risks(@Ctx() context: Context, @Root() milestone: typeof milestones.$inferSelect, @Args(RisksArgs) request: Request): Connection<Row> {
    return pageWithin(context, riskListing, risks.milestoneId, milestone.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationRisksResolver {
  @FieldResolver(RiskConnection, { description: "The risks and issues that it answers for." })
  ownedRisks(@Ctx() context: Context, @Root() organisation: typeof organisations.$inferSelect, @Args(RisksArgs) request: Request): Connection<Row> {
    return pageOfOrganisation(context, riskListing, risks.ownerOrganisationId, organisation.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamRisksResolver {
  @FieldResolver(RiskConnection, { description: "The risks and issues that it answers for." })
  ownedRisks(@Ctx() context: Context, @Root() team: typeof healthIntegrationTeams.$inferSelect, @Args(RisksArgs) request: Request): Connection<Row> {
    return pageWithin(context, riskListing, risks.ownerHealthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => GroupType)
class GroupRisksResolver {
  @FieldResolver(RiskConnection, { description: "The risks and issues that it answers for." })
  ownedRisks(@Ctx() context: Context, @Root() group: typeof groups.$inferSelect, @Args(RisksArgs) request: Request): Connection<Row> {
    return pageWithin(context, riskListing, risks.ownerGroupId, group.id, request);
  }
}

export const lentResolvers = [
  ProgrammeRisksResolver, WorkstreamRisksResolver, MilestoneRisksResolver, OrganisationRisksResolver, HealthIntegrationTeamRisksResolver, GroupRisksResolver,
];
