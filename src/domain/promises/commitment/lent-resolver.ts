import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { MilestoneType } from "../../delivery/milestone/type.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import { OutputType } from "../../learning/output/type.ts";
import { GroupType } from "../../partners/group/type.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { CommitmentConnection, CommitmentsArgs } from "./connections.ts";
import type { CommitmentFilter } from "./inputs.ts";
import { commitmentEventsByMilestone } from "./loaders.ts";
import { commitmentListing } from "./store.ts";
import { pageOfOrganisation } from "../../partners/organisation/succession.ts";
import { commitments, type commitmentEvents } from "./table.ts";
import { CommitmentEventType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

/** What of a row the fields that are lent to its type need. */
interface Row {
  readonly id: string;
}
type Commitments = Promise<Connection<typeof commitments.$inferSelect>>;
type Request = PageRequest<CommitmentFilter>;

@Resolver(() => PlaceType)
class PlaceCommitmentsResolver {
  @FieldResolver(CommitmentConnection, { description: "The commitments that hold for exactly this place." })
  async commitments(@Ctx() context: Context, @Root() place: Row, @Args(CommitmentsArgs) request: Request): Commitments {
    return pageWithin(context, commitmentListing, commitments.placeId, place.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationCommitmentsResolver {
  @FieldResolver(CommitmentConnection, { description: "The commitments that it has made. Pledges that it has signed are pledgeSignatures." })
  async commitments(@Ctx() context: Context, @Root() organisation: Row, @Args(CommitmentsArgs) request: Request): Commitments {
    return pageOfOrganisation(context, commitmentListing, commitments.organisationId, organisation.id, request);
  }

  @FieldResolver(CommitmentConnection, { description: "The commitments of others that it brought about." })
  async securedCommitments(@Ctx() context: Context, @Root() organisation: Row, @Args(CommitmentsArgs) request: Request): Commitments {
    return pageOfOrganisation(context, commitmentListing, commitments.securedByOrganisationId, organisation.id, request);
  }
}

@Resolver(() => GroupType)
class GroupCommitmentsResolver {
  @FieldResolver(CommitmentConnection, { description: "The commitments that it has made." })
  async commitments(@Ctx() context: Context, @Root() group: Row, @Args(CommitmentsArgs) request: Request): Commitments {
    return pageWithin(context, commitmentListing, commitments.groupId, group.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamCommitmentsResolver {
  @FieldResolver(CommitmentConnection, { description: "The commitments that it brought about." })
  async securedCommitments(@Ctx() context: Context, @Root() team: Row, @Args(CommitmentsArgs) request: Request): Commitments {
    return pageWithin(context, commitmentListing, commitments.securedByHealthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => OutputType)
class OutputCommitmentsResolver {
  @FieldResolver(CommitmentConnection, { description: "The commitments that can be read in it." })
  async publishedCommitments(@Ctx() context: Context, @Root() output: Row, @Args(CommitmentsArgs) request: Request): Commitments {
    return pageWithin(context, commitmentListing, commitments.publishedInId, output.id, request);
  }

  @FieldResolver(CommitmentConnection, { description: "The commitments that are a part of it, as of a strategy." })
  async commitments(@Ctx() context: Context, @Root() output: Row, @Args(CommitmentsArgs) request: Request): Commitments {
    return pageWithin(context, commitmentListing, commitments.partOfId, output.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeCommitmentsResolver {
  @FieldResolver(CommitmentConnection, { description: "The commitments that it carries out." })
  async commitments(@Ctx() context: Context, @Root() programme: Row, @Args(CommitmentsArgs) request: Request): Commitments {
    return pageWithin(context, commitmentListing, commitments.programmeId, programme.id, request);
  }
}

@Resolver(() => MilestoneType)
class MilestoneCommitmentEventsResolver {
  @FieldResolver(() => [CommitmentEventType], { description: "What happened to commitments by reaching it." })
  commitmentEvents(@Ctx() context: Context, @Root() milestone: Row): Soon<readonly (typeof commitmentEvents.$inferSelect)[]> {
    return commitmentEventsByMilestone(context, milestone.id);
  }
}

export const lentResolvers = [
  PlaceCommitmentsResolver, OrganisationCommitmentsResolver, GroupCommitmentsResolver, HealthIntegrationTeamCommitmentsResolver,
  OutputCommitmentsResolver, ProgrammeCommitmentsResolver, MilestoneCommitmentEventsResolver,
];
