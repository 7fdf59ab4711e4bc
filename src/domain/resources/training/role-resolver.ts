import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { groupById } from "../../partners/group/loaders.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import { healthIntegrationTeamById } from "../../partners/health-integration-team/loaders.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import { pageOfOrganisation } from "../../partners/organisation/succession.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { postById } from "../post/loaders.ts";
import type { posts } from "../post/table.ts";
import { PostType } from "../post/type.ts";
import { TrainingRoleConnection, TrainingRolesArgs } from "./connections.ts";
import type { TrainingRoleFilter } from "./inputs.ts";
import { trainingProgrammeById, trainingTierById } from "./loaders.ts";
import { trainingPartyKindOf } from "./rules.ts";
import { trainingRoleListing } from "./store.ts";
import { trainingRoles, type trainingProgrammes, type trainingTiers } from "./table.ts";
import { TrainingPartyKindEnum, TrainingProgrammeType, TrainingRoleType, TrainingTierType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof trainingRoles.$inferSelect;

@Resolver(() => TrainingRoleType)
class TrainingRoleResolver {
  @FieldResolver(() => TrainingPartyKindEnum, { description: "What they are, also where the viewer may not see which one." })
  partyKind(@Root() role: Row): string {
    return trainingPartyKindOf(role);
  }

  @FieldResolver(() => TrainingProgrammeType, { nullable: true, description: "The training programme. Null only where the viewer may not see it." })
  trainingProgramme(@Ctx() context: Context, @Root() role: Row): Soon<typeof trainingProgrammes.$inferSelect | null> {
    return trainingProgrammeById(context, role.trainingProgrammeId);
  }

  @FieldResolver(() => TrainingTierType, { nullable: true, description: "The tier in which they have their part, where a source names one." })
  tier(@Ctx() context: Context, @Root() role: Row): Soon<typeof trainingTiers.$inferSelect | null> {
    return trainingTierById(context, role.tierId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "Who it is, where partyKind is ORGANISATION; null then only where the viewer may not see it." })
  organisation(@Ctx() context: Context, @Root() role: Row): Soon<typeof organisations.$inferSelect | null> {
    return organisationById(context, role.organisationId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "Who it is, where partyKind is HEALTH_INTEGRATION_TEAM." })
  healthIntegrationTeam(@Ctx() context: Context, @Root() role: Row): Soon<typeof healthIntegrationTeams.$inferSelect | null> {
    return healthIntegrationTeamById(context, role.healthIntegrationTeamId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "Who it is, where partyKind is GROUP." })
  group(@Ctx() context: Context, @Root() role: Row): Soon<typeof groups.$inferSelect | null> {
    return groupById(context, role.groupId);
  }

  @FieldResolver(() => PostType, { nullable: true, description: "The post whose holder it is, where partyKind is POST." })
  post(@Ctx() context: Context, @Root() role: Row): Soon<typeof posts.$inferSelect | null> {
    return postById(context, role.postId);
  }
}

@Resolver(() => OrganisationType)
class OrganisationTrainingRolesResolver {
  @FieldResolver(TrainingRoleConnection, { description: "Its parts in training programmes. One programme stands here once for each of its roles." })
  trainingRoles(@Ctx() context: Context, @Root() organisation: typeof organisations.$inferSelect, @Args(TrainingRolesArgs) request: PageRequest<TrainingRoleFilter>): Connection<Row> {
    return pageOfOrganisation(context, trainingRoleListing, trainingRoles.organisationId, organisation.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamTrainingRolesResolver {
  @FieldResolver(TrainingRoleConnection, { description: "Its parts in training programmes. One programme stands here once for each of its roles." })
  trainingRoles(@Ctx() context: Context, @Root() team: typeof healthIntegrationTeams.$inferSelect, @Args(TrainingRolesArgs) request: PageRequest<TrainingRoleFilter>): Connection<Row> {
    return pageWithin(context, trainingRoleListing, trainingRoles.healthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => GroupType)
class GroupTrainingRolesResolver {
  @FieldResolver(TrainingRoleConnection, { description: "Its parts in training programmes. One programme stands here once for each of its roles." })
  trainingRoles(@Ctx() context: Context, @Root() group: typeof groups.$inferSelect, @Args(TrainingRolesArgs) request: PageRequest<TrainingRoleFilter>): Connection<Row> {
    return pageWithin(context, trainingRoleListing, trainingRoles.groupId, group.id, request);
  }
}

@Resolver(() => PostType)
class PostTrainingRolesResolver {
  @FieldResolver(TrainingRoleConnection, { description: "The parts that whoever holds it has in training programmes." })
  trainingRoles(@Ctx() context: Context, @Root() post: typeof posts.$inferSelect, @Args(TrainingRolesArgs) request: PageRequest<TrainingRoleFilter>): Connection<Row> {
    return pageWithin(context, trainingRoleListing, trainingRoles.postId, post.id, request);
  }
}

export const roleResolvers = [
  TrainingRoleResolver, OrganisationTrainingRolesResolver, HealthIntegrationTeamTrainingRolesResolver, GroupTrainingRolesResolver, PostTrainingRolesResolver,
];
