import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { PartialDate } from "../../../kernel/partial-date.ts";
import type { Slip } from "../../../kernel/date-comparison.ts";
import { sayShift } from "../../../kernel/say-shift.ts";
import type { Concept } from "../../concept.ts";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { dayAsked, ON_DAY, type OnDay } from "../../../api/moment/on-day.ts";
import { reads } from "../../../api/reads.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
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
import { workstreamById } from "../workstream/loaders.ts";
import type { workstreams } from "../workstream/table.ts";
import { WorkstreamType } from "../workstream/type.ts";
import { milestoneReadings } from "./board-reading.ts";
import { milestoneFlatTables } from "./flat-tables.ts";
import { milestoneImports } from "./imports.ts";
import { MilestoneConnection, MilestonesArgs } from "./connections.ts";
import type { MilestoneFilter } from "./inputs.ts";
import { milestoneById } from "./loaders.ts";
import { MilestoneMutations } from "./mutations.ts";
import { due, slipFrom, timing, type MilestoneTiming } from "./rules.ts";
import { milestoneListing } from "./store.ts";
import { milestoneKind, milestones } from "./table.ts";
import { milestonesKept } from "./turns.ts";
import { MilestoneType, MilestoneTimingEnum, SlipType } from "./type.ts";
import { milestoneStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof milestones.$inferSelect;

@Resolver(() => MilestoneType)
class MilestoneResolver {
  @Query(MilestoneConnection, { description: "Milestones of all programmes." })
  milestones(@Ctx() context: Context, @Args(MilestonesArgs) request: PageRequest<MilestoneFilter>): Connection<Row> {
    return page(context, milestoneListing, request);
  }

  @foundById()
  @Query(() => MilestoneType, { nullable: true, description: "A milestone by its id. Null where there is none." })
  milestone(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return milestoneById(context, id);
  }

  @reads("forecast", "baseline")
  @FieldResolver(() => PartialDateType, { description: "When it is due: the forecast, else the baseline." })
  due(@Root() milestone: Pick<Row, "forecast" | "baseline">): PartialDate {
    return due(milestone);
  }

  @FieldResolver(() => MilestoneTimingEnum, { description: "Where it stands on a day." })
  timing(@Ctx() context: Context, @Root() milestone: Row, @Arg("on", () => DayScalar, ON_DAY) on: OnDay): MilestoneTiming {
    return timing(milestone, dayAsked(context, on));
  }

  @FieldResolver(() => SlipType, { nullable: true, description: "How far it has moved from the first baseline: to the actual date once there is one, else to the forecast. Zero where the forecast is the baseline, word for word; null where a date is not known." })
  slip(@Root() milestone: Row): Slip | null {
    return slipFrom(milestone.firstBaseline, milestone);
  }

  @FieldResolver(() => SlipType, { nullable: true, description: "The same from the present baseline." })
  slipFromBaseline(@Root() milestone: Row): Slip | null {
    return slipFrom(milestone.baseline, milestone);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it belongs to." })
  programme(@Ctx() context: Context, @Root() milestone: Row): Soon<typeof programmes.$inferSelect | null> {
    return programmeById(context, milestone.programmeId);
  }

  @FieldResolver(() => WorkstreamType, { nullable: true, description: "The workstream that it belongs to, where it is in one." })
  workstream(@Ctx() context: Context, @Root() milestone: Row): Soon<typeof workstreams.$inferSelect | null> {
    return workstreamById(context, milestone.workstreamId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The organisation that answers for it, where one does." })
  ownerOrganisation(@Ctx() context: Context, @Root() milestone: Row): Soon<typeof organisations.$inferSelect | null> {
    return organisationById(context, milestone.ownerOrganisationId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The HIT that answers for it, where one does." })
  ownerHealthIntegrationTeam(@Ctx() context: Context, @Root() milestone: Row): Soon<typeof healthIntegrationTeams.$inferSelect | null> {
    return healthIntegrationTeamById(context, milestone.ownerHealthIntegrationTeamId);
  }
}

@Resolver(() => SlipType)
class SlipResolver {
  @FieldResolver(() => String, { description: "In plain English." })
  plain(@Root() slip: Slip): string {
    return sayShift(slip);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeMilestonesResolver {
  @FieldResolver(MilestoneConnection, { description: "Its milestones." })
  milestones(@Ctx() context: Context, @Root() programme: typeof programmes.$inferSelect, @Args(MilestonesArgs) request: PageRequest<MilestoneFilter>): Connection<Row> {
    return pageWithin(context, milestoneListing, milestones.programmeId, programme.id, request);
  }
}

@Resolver(() => WorkstreamType)
class WorkstreamMilestonesResolver {
  @FieldResolver(MilestoneConnection, { description: "Its milestones." })
  milestones(@Ctx() context: Context, @Root() workstream: typeof workstreams.$inferSelect, @Args(MilestonesArgs) request: PageRequest<MilestoneFilter>): Connection<Row> {
    return pageWithin(context, milestoneListing, milestones.workstreamId, workstream.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationMilestonesResolver {
  @FieldResolver(MilestoneConnection, { description: "The milestones that it answers for." })
  ownedMilestones(@Ctx() context: Context, @Root() organisation: typeof organisations.$inferSelect, @Args(MilestonesArgs) request: PageRequest<MilestoneFilter>): Connection<Row> {
    return pageOfOrganisation(context, milestoneListing, milestones.ownerOrganisationId, organisation.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamMilestonesResolver {
  @FieldResolver(MilestoneConnection, { description: "The milestones that it answers for." })
  ownedMilestones(@Ctx() context: Context, @Root() team: typeof healthIntegrationTeams.$inferSelect, @Args(MilestonesArgs) request: PageRequest<MilestoneFilter>): Connection<Row> {
    return pageWithin(context, milestoneListing, milestones.ownerHealthIntegrationTeamId, team.id, request);
  }
}

export const milestone: Concept = {
  kinds: [milestoneKind],
  readings: milestoneReadings,
  flatTables: milestoneFlatTables, imports: milestoneImports,
  standards: milestoneStandards,
  kept: milestonesKept,
  resolvers: [
    MilestoneResolver, SlipResolver, MilestoneMutations, ProgrammeMilestonesResolver, WorkstreamMilestonesResolver, OrganisationMilestonesResolver, HealthIntegrationTeamMilestonesResolver,
  ],
};
