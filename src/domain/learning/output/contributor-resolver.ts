import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { programmeById } from "../../delivery/programme/loaders.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
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
import { personById } from "../../partners/person/loaders.ts";
import type { people } from "../../partners/person/table.ts";
import { PersonType } from "../../partners/person/type.ts";
import { OutputContributorConnection, OutputContributorsArgs } from "./connections.ts";
import type { OutputContributorFilter } from "./inputs.ts";
import { outputById } from "./loaders.ts";
import { contributorKindOf } from "./rules.ts";
import { outputContributorListing } from "./store.ts";
import { outputContributors, type outputs } from "./table.ts";
import { ContributorKindEnum, OutputContributorType, OutputType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type OrganisationRow = typeof organisations.$inferSelect;
type PersonRow = typeof people.$inferSelect;
type TeamRow = typeof healthIntegrationTeams.$inferSelect;
type GroupRow = typeof groups.$inferSelect;
type ProgrammeRow = typeof programmes.$inferSelect;
type Row = typeof outputs.$inferSelect;
type ContributorRow = typeof outputContributors.$inferSelect;
type ContributorRequest = PageRequest<OutputContributorFilter>;

@Resolver(() => OutputContributorType)
class OutputContributorResolver {
  @FieldResolver(() => ContributorKindEnum, { description: "What the contributor is, also where the viewer may not see which one: read person, organisation, healthIntegrationTeam, group, programme or description accordingly." })
  contributorKind(@Root() contributor: ContributorRow): string {
    return contributorKindOf(contributor);
  }

  @FieldResolver(() => OutputType, { nullable: true, description: "The output." })
  output(@Ctx() context: Context, @Root() contributor: ContributorRow): Soon<Row | null> {
    return outputById(context, contributor.outputId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "The contributor, where contributorKind is PERSON; null then where the viewer may not see the person." })
  person(@Ctx() context: Context, @Root() contributor: ContributorRow): Soon<PersonRow | null> {
    return personById(context, contributor.personId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The contributor, where contributorKind is ORGANISATION; null then only where the viewer may not see it." })
  organisation(@Ctx() context: Context, @Root() contributor: ContributorRow): Soon<OrganisationRow | null> {
    return organisationById(context, contributor.organisationId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The contributor, where contributorKind is HEALTH_INTEGRATION_TEAM." })
  healthIntegrationTeam(@Ctx() context: Context, @Root() contributor: ContributorRow): Soon<TeamRow | null> {
    return healthIntegrationTeamById(context, contributor.healthIntegrationTeamId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The contributor, where contributorKind is GROUP." })
  group(@Ctx() context: Context, @Root() contributor: ContributorRow): Soon<GroupRow | null> {
    return groupById(context, contributor.groupId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The contributor, where contributorKind is PROGRAMME." })
  programme(@Ctx() context: Context, @Root() contributor: ContributorRow): Soon<ProgrammeRow | null> {
    return programmeById(context, contributor.programmeId);
  }
}

@Resolver(() => OutputType)
class OutputContributorsResolver {
  @FieldResolver(OutputContributorConnection, { description: "Who made it, helped with it, published it or keeps it." })
  contributors(@Ctx() context: Context, @Root() output: Row, @Args(OutputContributorsArgs) request: ContributorRequest): Connection<ContributorRow> {
    return pageWithin(context, outputContributorListing, outputContributors.outputId, output.id, request);
  }
}

@Resolver(() => PersonType)
class PersonOutputContributionsResolver {
  @FieldResolver(OutputContributorConnection, { description: "The parts that the person has in outputs. One output stands here once for each role." })
  outputContributions(@Ctx() context: Context, @Root() person: PersonRow, @Args(OutputContributorsArgs) request: ContributorRequest): Connection<ContributorRow> {
    return pageWithin(context, outputContributorListing, outputContributors.personId, person.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationOutputContributionsResolver {
  @FieldResolver(OutputContributorConnection, { description: "Its parts in outputs. One output stands here once for each role." })
  outputContributions(@Ctx() context: Context, @Root() organisation: OrganisationRow, @Args(OutputContributorsArgs) request: ContributorRequest): Connection<ContributorRow> {
    return pageOfOrganisation(context, outputContributorListing, outputContributors.organisationId, organisation.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamOutputContributionsResolver {
  @FieldResolver(OutputContributorConnection, { description: "Its parts in outputs. One output stands here once for each role." })
  outputContributions(@Ctx() context: Context, @Root() team: TeamRow, @Args(OutputContributorsArgs) request: ContributorRequest): Connection<ContributorRow> {
    return pageWithin(context, outputContributorListing, outputContributors.healthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => GroupType)
class GroupOutputContributionsResolver {
  @FieldResolver(OutputContributorConnection, { description: "Its parts in outputs. One output stands here once for each role." })
  outputContributions(@Ctx() context: Context, @Root() group: GroupRow, @Args(OutputContributorsArgs) request: ContributorRequest): Connection<ContributorRow> {
    return pageWithin(context, outputContributorListing, outputContributors.groupId, group.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeOutputContributionsResolver {
  @FieldResolver(OutputContributorConnection, { description: "Its parts in outputs. One output stands here once for each role." })
  outputContributions(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(OutputContributorsArgs) request: ContributorRequest): Connection<ContributorRow> {
    return pageWithin(context, outputContributorListing, outputContributors.programmeId, programme.id, request);
  }
}

export const contributorResolvers = [
  OutputContributorResolver, OutputContributorsResolver, PersonOutputContributionsResolver, OrganisationOutputContributionsResolver,
  HealthIntegrationTeamOutputContributionsResolver, GroupOutputContributionsResolver, ProgrammeOutputContributionsResolver,
];
