import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { programmeById } from "../../delivery/programme/loaders.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { groupById } from "../../partners/group/loaders.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import { pageOfOrganisation } from "../../partners/organisation/succession.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { outputById } from "../output/loaders.ts";
import type { outputs } from "../output/table.ts";
import { OutputType } from "../output/type.ts";
import { recommendationReadings } from "./board-reading.ts";
import { recommendationFlatTables } from "./flat-tables.ts";
import { RecommendationConnection, RecommendationsArgs } from "./connections.ts";
import type { RecommendationFilter } from "./inputs.ts";
import { realisationsOfRecommendation, recommendationById } from "./loaders.ts";
import { realisationResolvers } from "./realisation-resolver.ts";
import { recommendationListing } from "./store.ts";
import { realisationKind, recommendationKind, recommendations, type realisations } from "./table.ts";
import { RealisationType, RecommendationType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type OrganisationRow = typeof organisations.$inferSelect;
type GroupRow = typeof groups.$inferSelect;
type ProgrammeRow = typeof programmes.$inferSelect;
type Row = typeof recommendations.$inferSelect;
type RealisationRow = typeof realisations.$inferSelect;
type OutputRow = typeof outputs.$inferSelect;
type Request = PageRequest<RecommendationFilter>;

@Resolver(() => RecommendationType)
class RecommendationResolver {
  @Query(RecommendationConnection, { description: "Recommendations, with what was answered and what puts them into practice." })
  recommendations(@Ctx() context: Context, @Args(RecommendationsArgs) request: Request): Connection<Row> {
    return page(context, recommendationListing, request);
  }

  @foundById()
  @Query(() => RecommendationType, { nullable: true, description: "A recommendation by its id. Null where there is none." })
  recommendation(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return recommendationById(context, id);
  }

  @FieldResolver(() => OutputType, { nullable: true, description: "The document that makes it." })
  output(@Ctx() context: Context, @Root() recommendation: Row): Soon<OutputRow | null> {
    return outputById(context, recommendation.outputId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it is for." })
  programme(@Ctx() context: Context, @Root() recommendation: Row): Soon<ProgrammeRow | null> {
    return programmeById(context, recommendation.programmeId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The group that it addresses." })
  addressedToGroup(@Ctx() context: Context, @Root() recommendation: Row): Soon<GroupRow | null> {
    return groupById(context, recommendation.addressedToGroupId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The organisation that it addresses." })
  addressedToOrganisation(@Ctx() context: Context, @Root() recommendation: Row): Soon<OrganisationRow | null> {
    return organisationById(context, recommendation.addressedToOrganisationId);
  }

  @FieldResolver(() => [RealisationType], { description: "What puts it into practice. Empty where nothing is recorded." })
  realisations(@Ctx() context: Context, @Root() recommendation: Row): Soon<readonly RealisationRow[]> {
    return realisationsOfRecommendation(context, recommendation.id);
  }
}

@Resolver(() => OutputType)
class OutputRecommendationsResolver {
  @FieldResolver(RecommendationConnection, { description: "The recommendations that it makes." })
  recommendations(@Ctx() context: Context, @Root() output: OutputRow, @Args(RecommendationsArgs) request: Request): Connection<Row> {
    return pageWithin(context, recommendationListing, recommendations.outputId, output.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeRecommendationsResolver {
  @FieldResolver(RecommendationConnection, { description: "The recommendations that are for it." })
  recommendations(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(RecommendationsArgs) request: Request): Connection<Row> {
    return pageWithin(context, recommendationListing, recommendations.programmeId, programme.id, request);
  }
}

@Resolver(() => GroupType)
class GroupRecommendationsResolver {
  @FieldResolver(RecommendationConnection, { description: "The recommendations that are addressed to it." })
  recommendationsTo(@Ctx() context: Context, @Root() group: GroupRow, @Args(RecommendationsArgs) request: Request): Connection<Row> {
    return pageWithin(context, recommendationListing, recommendations.addressedToGroupId, group.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationRecommendationsResolver {
  @FieldResolver(RecommendationConnection, { description: "The recommendations that are addressed to it." })
  recommendationsTo(@Ctx() context: Context, @Root() organisation: OrganisationRow, @Args(RecommendationsArgs) request: Request): Connection<Row> {
    return pageOfOrganisation(context, recommendationListing, recommendations.addressedToOrganisationId, organisation.id, request);
  }
}

export const recommendation: Concept = {
  kinds: [recommendationKind, realisationKind],
  readings: recommendationReadings,
  flatTables: recommendationFlatTables,
  resolvers: [
    RecommendationResolver, OutputRecommendationsResolver, ProgrammeRecommendationsResolver, GroupRecommendationsResolver,
    OrganisationRecommendationsResolver, ...realisationResolvers,
  ],
};
