import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { healthIntegrationTeamById } from "../../partners/health-integration-team/loaders.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import { pageOfOrganisation } from "../../partners/organisation/succession.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { JudgementConnection, JudgementsArgs } from "./connections.ts";
import type { JudgementFilter } from "./inputs.ts";
import { statusReportById, judgementById } from "./loaders.ts";
import { judgementListing } from "./store.ts";
import { judgements, type statusReports } from "./table.ts";
import { JudgementType, StatusReportType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof judgements.$inferSelect;
type OrganisationRow = typeof organisations.$inferSelect;
type TeamRow = typeof healthIntegrationTeams.$inferSelect;
type Request = PageRequest<JudgementFilter>;

@Resolver(() => JudgementType)
class JudgementResolver {
  @Query(JudgementConnection, { description: "Judgements in all reports. How something stands now, or on a day, is its rating." })
  judgements(@Ctx() context: Context, @Args(JudgementsArgs) request: Request): Connection<Row> {
    return page(context, judgementListing, request);
  }

  @foundById()
  @Query(() => JudgementType, { nullable: true, description: "A judgement by its id. Null where there is none." })
  judgement(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return judgementById(context, id);
  }

  @FieldResolver(() => StatusReportType, { nullable: true, description: "The report in which it stands. Null only where the viewer may not see it." })
  report(@Ctx() context: Context, @Root() judgement: Row): Soon<typeof statusReports.$inferSelect | null> {
    return statusReportById(context, judgement.reportId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The organisation that judged. Null where it is not one, or not known: see valueStatus." })
  judgedBy(@Ctx() context: Context, @Root() judgement: Row): Soon<OrganisationRow | null> {
    return organisationById(context, judgement.judgedById);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The HIT that judged. Null where it is not one, or not known: see valueStatus." })
  judgedByHealthIntegrationTeam(@Ctx() context: Context, @Root() judgement: Row): Soon<TeamRow | null> {
    return healthIntegrationTeamById(context, judgement.judgedByHealthIntegrationTeamId);
  }
}

@Resolver(() => OrganisationType)
class OrganisationJudgementsResolver {
  @FieldResolver(JudgementConnection, { description: "The judgements that it made." })
  judgementsMade(@Ctx() context: Context, @Root() organisation: OrganisationRow, @Args(JudgementsArgs) request: Request): Connection<Row> {
    return pageOfOrganisation(context, judgementListing, judgements.judgedById, organisation.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamJudgementsResolver {
  @FieldResolver(JudgementConnection, { description: "The judgements that it made. How it is rated itself is its rating." })
  judgementsMade(@Ctx() context: Context, @Root() team: TeamRow, @Args(JudgementsArgs) request: Request): Connection<Row> {
    return pageWithin(context, judgementListing, judgements.judgedByHealthIntegrationTeamId, team.id, request);
  }
}

export const judgementResolvers = [JudgementResolver, OrganisationJudgementsResolver, HealthIntegrationTeamJudgementsResolver];
