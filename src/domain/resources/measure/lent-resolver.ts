import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import type { workstreams } from "../../delivery/workstream/table.ts";
import { WorkstreamType } from "../../delivery/workstream/type.ts";
import type { places } from "../../foundation/place/table.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import type { trainingProgrammes } from "../training/table.ts";
import { TrainingProgrammeType } from "../training/type.ts";
import { MeasureConnection, MeasuresArgs } from "./connections.ts";
import type { MeasureFilter } from "./inputs.ts";
import { measureListing } from "./store.ts";
import { measures } from "./table.ts";

type Row = typeof measures.$inferSelect;

@Resolver(() => PlaceType)
class PlaceMeasuresResolver {
  @FieldResolver(MeasureConnection, { description: "What is counted at exactly this place." })
  measures(@Ctx() context: Context, @Root() place: typeof places.$inferSelect, @Args(MeasuresArgs) request: PageRequest<MeasureFilter>): Connection<Row> {
    return pageWithin(context, measureListing, measures.placeId, place.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamMeasuresResolver {
  @FieldResolver(MeasureConnection, { description: "What is counted of it." })
  measures(@Ctx() context: Context, @Root() team: typeof healthIntegrationTeams.$inferSelect, @Args(MeasuresArgs) request: PageRequest<MeasureFilter>): Connection<Row> {
    return pageWithin(context, measureListing, measures.healthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => GroupType)
class GroupMeasuresResolver {
  @FieldResolver(MeasureConnection, { description: "What is counted of it: its members, say." })
  measures(@Ctx() context: Context, @Root() group: typeof groups.$inferSelect, @Args(MeasuresArgs) request: PageRequest<MeasureFilter>): Connection<Row> {
    return pageWithin(context, measureListing, measures.groupId, group.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeMeasuresResolver {
  @FieldResolver(MeasureConnection, { description: "What is counted of it as a whole." })
  measures(@Ctx() context: Context, @Root() programme: typeof programmes.$inferSelect, @Args(MeasuresArgs) request: PageRequest<MeasureFilter>): Connection<Row> {
    return pageWithin(context, measureListing, measures.programmeId, programme.id, request);
  }
}

@Resolver(() => WorkstreamType)
class WorkstreamMeasuresResolver {
  @FieldResolver(MeasureConnection, { description: "What is counted of it." })
  measures(@Ctx() context: Context, @Root() workstream: typeof workstreams.$inferSelect, @Args(MeasuresArgs) request: PageRequest<MeasureFilter>): Connection<Row> {
    return pageWithin(context, measureListing, measures.workstreamId, workstream.id, request);
  }
}

@Resolver(() => TrainingProgrammeType)
class TrainingProgrammeMeasuresResolver {
  @FieldResolver(MeasureConnection, { description: "What is counted of it: whom it reached, say." })
  measures(@Ctx() context: Context, @Root() training: typeof trainingProgrammes.$inferSelect, @Args(MeasuresArgs) request: PageRequest<MeasureFilter>): Connection<Row> {
    return pageWithin(context, measureListing, measures.trainingProgrammeId, training.id, request);
  }
}

export const lentResolvers = [
  PlaceMeasuresResolver, HealthIntegrationTeamMeasuresResolver, GroupMeasuresResolver, ProgrammeMeasuresResolver, WorkstreamMeasuresResolver,
  TrainingProgrammeMeasuresResolver,
];
