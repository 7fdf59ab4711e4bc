import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
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
import { programmeById } from "../programme/loaders.ts";
import type { programmes } from "../programme/table.ts";
import { ProgrammeType } from "../programme/type.ts";
import { workstreamReadings } from "./board-reading.ts";
import { workstreamFlatTables } from "./flat-tables.ts";
import { workstreamImports } from "./imports.ts";
import { WorkstreamConnection, WorkstreamsArgs } from "./connections.ts";
import type { WorkstreamFilter } from "./inputs.ts";
import { resolversOver } from "./led-resolver.ts";
import { continuationsInto, continuationsOf, workstreamById } from "./loaders.ts";
import { WorkstreamMutations } from "./mutations.ts";
import { workstreamListing } from "./store.ts";
import { workstreamContinuationKind, workstreamKind, workstreams, type workstreamContinuations } from "./table.ts";
import { WorkstreamContinuationType, WorkstreamType } from "./type.ts";
import { workstreamStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof workstreams.$inferSelect;
type ContinuationRow = typeof workstreamContinuations.$inferSelect;

@Resolver(() => WorkstreamType)
class WorkstreamResolver {
  @Query(WorkstreamConnection, { description: "Workstreams of all programmes." })
  workstreams(@Ctx() context: Context, @Args(WorkstreamsArgs) request: PageRequest<WorkstreamFilter>): Connection<Row> {
    return page(context, workstreamListing, request);
  }

  @foundById()
  @Query(() => WorkstreamType, { nullable: true, description: "A workstream by its id. Null where there is none." })
  workstream(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return workstreamById(context, id);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it is a part of." })
  programme(@Ctx() context: Context, @Root() workstream: Row): Soon<typeof programmes.$inferSelect | null> {
    return programmeById(context, workstream.programmeId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The HIT that leads it, where one does." })
  leadHealthIntegrationTeam(@Ctx() context: Context, @Root() workstream: Row): Soon<typeof healthIntegrationTeams.$inferSelect | null> {
    return healthIntegrationTeamById(context, workstream.leadHealthIntegrationTeamId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The organisation that leads it, where one does." })
  leadOrganisation(@Ctx() context: Context, @Root() workstream: Row): Soon<typeof organisations.$inferSelect | null> {
    return organisationById(context, workstream.leadOrganisationId);
  }

  @FieldResolver(() => [WorkstreamContinuationType], { description: "The workstreams in which it was continued, where it is MERGED." })
  continuedIn(@Ctx() context: Context, @Root() workstream: Row): Soon<readonly ContinuationRow[]> {
    return continuationsOf(context, workstream.id);
  }

  @FieldResolver(() => [WorkstreamContinuationType], { description: "The workstreams that were continued in it." })
  continues(@Ctx() context: Context, @Root() workstream: Row): Soon<readonly ContinuationRow[]> {
    return continuationsInto(context, workstream.id);
  }
}

@Resolver(() => WorkstreamContinuationType)
class WorkstreamContinuationResolver {
  @FieldResolver(() => WorkstreamType, { nullable: true, description: "The workstream that ended." })
  workstream(@Ctx() context: Context, @Root() continuation: ContinuationRow): Soon<Row | null> {
    return workstreamById(context, continuation.workstreamId);
  }

  @FieldResolver(() => WorkstreamType, { nullable: true, description: "The workstream in which it goes on." })
  continuedIn(@Ctx() context: Context, @Root() continuation: ContinuationRow): Soon<Row | null> {
    return workstreamById(context, continuation.continuedInId);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeWorkstreamsResolver {
  @FieldResolver(WorkstreamConnection, { description: "Its workstreams. An empty list: none is recorded." })
  workstreams(@Ctx() context: Context, @Root() programme: typeof programmes.$inferSelect, @Args(WorkstreamsArgs) request: PageRequest<WorkstreamFilter>): Connection<Row> {
    return pageWithin(context, workstreamListing, workstreams.programmeId, programme.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamWorkstreamsResolver {
  @FieldResolver(WorkstreamConnection, { description: "The workstreams that it leads." })
  leads(@Ctx() context: Context, @Root() team: typeof healthIntegrationTeams.$inferSelect, @Args(WorkstreamsArgs) request: PageRequest<WorkstreamFilter>): Connection<Row> {
    return pageWithin(context, workstreamListing, workstreams.leadHealthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationWorkstreamsResolver {
  @FieldResolver(WorkstreamConnection, { description: "The workstreams that it leads." })
  leads(@Ctx() context: Context, @Root() organisation: typeof organisations.$inferSelect, @Args(WorkstreamsArgs) request: PageRequest<WorkstreamFilter>): Connection<Row> {
    return pageOfOrganisation(context, workstreamListing, workstreams.leadOrganisationId, organisation.id, request);
  }
}

export const workstream: Concept = {
  kinds: [workstreamKind, workstreamContinuationKind],
  readings: workstreamReadings,
  flatTables: workstreamFlatTables, imports: workstreamImports,
  standards: workstreamStandards,
  resolvers: [
    WorkstreamResolver, WorkstreamContinuationResolver, ProgrammeWorkstreamsResolver, HealthIntegrationTeamWorkstreamsResolver, OrganisationWorkstreamsResolver,
    WorkstreamMutations,
  ],
  resolversOver,
};
