import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { page, type Connection, type PageRequest } from "../../../api/page.ts";
import { milestoneById } from "../../delivery/milestone/loaders.ts";
import type { milestones } from "../../delivery/milestone/table.ts";
import { MilestoneType } from "../../delivery/milestone/type.ts";
import { programmeById } from "../../delivery/programme/loaders.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { placeById } from "../../foundation/place/loaders.ts";
import type { places } from "../../foundation/place/table.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import { outputById } from "../../learning/output/loaders.ts";
import type { outputs } from "../../learning/output/table.ts";
import { OutputType } from "../../learning/output/type.ts";
import { groupById } from "../../partners/group/loaders.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import { healthIntegrationTeamById } from "../../partners/health-integration-team/loaders.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { commitmentReadings } from "./board-reading.ts";
import { commitmentFlatTables } from "./flat-tables.ts";
import { CommitmentConnection, CommitmentsArgs } from "./connections.ts";
import type { CommitmentFilter } from "./inputs.ts";
import { lentResolvers } from "./lent-resolver.ts";
import { commitmentById, eventsOfCommitment } from "./loaders.ts";
import { makerOf } from "./rules.ts";
import { commitmentListing } from "./store.ts";
import { commitmentEventKind, commitmentKind, type commitmentEvents, type commitments } from "./table.ts";
import { CommitmentEventType, CommitmentMakerEnum, CommitmentType } from "./type.ts";
import { commitmentStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof commitments.$inferSelect;
type EventRow = typeof commitmentEvents.$inferSelect;

@Resolver(() => CommitmentType)
class CommitmentResolver {
  @Query(CommitmentConnection, { description: "What bodies and places have committed themselves to." })
  commitments(@Ctx() context: Context, @Args(CommitmentsArgs) request: PageRequest<CommitmentFilter>): Connection<Row> {
    return page(context, commitmentListing, request);
  }

  @foundById()
  @Query(() => CommitmentType, { nullable: true, description: "A commitment by its id. Null where there is none." })
  commitment(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return commitmentById(context, id);
  }

  @FieldResolver(() => CommitmentMakerEnum, { description: "Who made it, also where the viewer may not see which body." })
  maker(@Root() commitment: Row): string {
    return makerOf(commitment);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "Who made it, where maker is ORGANISATION." })
  organisation(@Ctx() context: Context, @Root() commitment: Row): Soon<typeof organisations.$inferSelect | null> {
    return organisationById(context, commitment.organisationId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "Who made it, where maker is GROUP." })
  group(@Ctx() context: Context, @Root() commitment: Row): Soon<typeof groups.$inferSelect | null> {
    return groupById(context, commitment.groupId);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "Where it holds; and who made it, where maker is PLACE." })
  place(@Ctx() context: Context, @Root() commitment: Row): Soon<typeof places.$inferSelect | null> {
    return placeById(context, commitment.placeId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The HIT that brought it about. Null where none did, or no source says: see valueStatus." })
  securedByHealthIntegrationTeam(@Ctx() context: Context, @Root() commitment: Row): Soon<typeof healthIntegrationTeams.$inferSelect | null> {
    return healthIntegrationTeamById(context, commitment.securedByHealthIntegrationTeamId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The organisation that brought it about. Null where none did, or no source says." })
  securedByOrganisation(@Ctx() context: Context, @Root() commitment: Row): Soon<typeof organisations.$inferSelect | null> {
    return organisationById(context, commitment.securedByOrganisationId);
  }

  @FieldResolver(() => OutputType, { nullable: true, description: "The output in which it can be read. Null where no source says." })
  publishedIn(@Ctx() context: Context, @Root() commitment: Row): Soon<typeof outputs.$inferSelect | null> {
    return outputById(context, commitment.publishedInId);
  }

  @FieldResolver(() => OutputType, { nullable: true, description: "The strategy that it is a part of. Null where no source says." })
  partOf(@Ctx() context: Context, @Root() commitment: Row): Soon<typeof outputs.$inferSelect | null> {
    return outputById(context, commitment.partOfId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that carries it out. Null where no source says." })
  programme(@Ctx() context: Context, @Root() commitment: Row): Soon<typeof programmes.$inferSelect | null> {
    return programmeById(context, commitment.programmeId);
  }

  @FieldResolver(() => [CommitmentEventType], { description: "What happened to it: first what has no date, then by date." })
  events(@Ctx() context: Context, @Root() commitment: Row): Soon<readonly EventRow[]> {
    return eventsOfCommitment(context, commitment.id);
  }
}

@Resolver(() => CommitmentEventType)
class CommitmentEventResolver {
  @FieldResolver(() => CommitmentType, { nullable: true, description: "The commitment." })
  commitment(@Ctx() context: Context, @Root() event: EventRow): Soon<Row | null> {
    return commitmentById(context, event.commitmentId);
  }

  @FieldResolver(() => MilestoneType, { nullable: true, description: "The milestone that was reached by it. Null where it is none." })
  milestone(@Ctx() context: Context, @Root() event: EventRow): Soon<typeof milestones.$inferSelect | null> {
    return milestoneById(context, event.milestoneId);
  }
}

export const commitment: Concept = { kinds: [commitmentKind, commitmentEventKind], readings: commitmentReadings, flatTables: commitmentFlatTables, standards: commitmentStandards, resolvers: [CommitmentResolver, CommitmentEventResolver, ...lentResolvers] };
