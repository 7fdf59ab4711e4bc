import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { dayAsked, ON_DAY, type OnDay } from "../../../api/moment/on-day.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { quantityFor } from "../../../api/value/small-number.ts";
import { programmeById } from "../../delivery/programme/loaders.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { workstreamById } from "../../delivery/workstream/loaders.ts";
import type { workstreams } from "../../delivery/workstream/table.ts";
import { WorkstreamType } from "../../delivery/workstream/type.ts";
import { placeById } from "../../foundation/place/loaders.ts";
import type { places } from "../../foundation/place/table.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import { groupById } from "../../partners/group/loaders.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import { healthIntegrationTeamById } from "../../partners/health-integration-team/loaders.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import { trainingProgrammeById } from "../training/loaders.ts";
import type { trainingProgrammes } from "../training/table.ts";
import { TrainingProgrammeType } from "../training/type.ts";
import { measureReadings } from "./board-reading.ts";
import { measureFlatTables } from "./flat-tables.ts";
import { measureImports } from "./imports.ts";
import { MeasureActualConnection, MeasureActualsArgs, MeasureConnection, MeasuresArgs } from "./connections.ts";
import type { MeasureActualFilter, MeasureFilter } from "./inputs.ts";
import { lentResolvers } from "./lent-resolver.ts";
import { actualsOfMeasure, measureById } from "./loaders.ts";
import { MeasureMutations } from "./mutations.ts";
import { latestActual, progressOn, type MeasureProgress } from "./rules.ts";
import { measureActualListing, measureListing } from "./store.ts";
import { measureActualKind, measureActuals, measureKind, type measures } from "./table.ts";
import { MeasureActualType, MeasureProgressType, MeasureType } from "./type.ts";
import { measureStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof measures.$inferSelect;
type ActualRow = typeof measureActuals.$inferSelect;

@Resolver(() => MeasureType)
class MeasureResolver {
  @Query(MeasureConnection, { description: "What is counted, with targets and what was reached." })
  measures(@Ctx() context: Context, @Args(MeasuresArgs) request: PageRequest<MeasureFilter>): Connection<Row> {
    return page(context, measureListing, request);
  }

  @foundById()
  @Query(() => MeasureType, { nullable: true, description: "A measure by its id. Null where there is none." })
  measure(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return measureById(context, id);
  }

  @FieldResolver(MeasureActualConnection, { description: "What was counted, the latest first." })
  actuals(@Ctx() context: Context, @Root() measure: Row, @Args(MeasureActualsArgs) request: PageRequest<MeasureActualFilter>): Connection<ActualRow> {
    return pageWithin(context, measureActualListing, measureActuals.measureId, measure.id, request);
  }

  @FieldResolver(() => MeasureActualType, { nullable: true, description: "The latest count that can have been made by a day. Null where there is none." })
  async latestActual(@Ctx() context: Context, @Root() measure: Row, @Arg("on", () => DayScalar, ON_DAY) on: OnDay): Promise<ActualRow | null> {
    return latestActual(await actualsOfMeasure(context, measure.id), dayAsked(context, on));
  }

  @FieldResolver(() => MeasureProgressType, { description: "How it stands against its target on a day, by numbers that this viewer may have." })
  async progress(@Ctx() context: Context, @Root() measure: Row, @Arg("on", () => DayScalar, ON_DAY) on: OnDay): Promise<MeasureProgress<ActualRow>> {
    const actuals = await actualsOfMeasure(context, measure.id);
    const [baseline, target] = [quantityFor(context, measure, measure.baseline), quantityFor(context, measure, measure.target)];
    return progressOn({ baseline, target }, actuals.map((actual) => ({ ...actual, value: quantityFor(context, actual, actual.value) })), dayAsked(context, on));
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "Where it is counted. Null where that is not known: see valueStatus." })
  place(@Ctx() context: Context, @Root() measure: Row): Soon<typeof places.$inferSelect | null> {
    return placeById(context, measure.placeId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The HIT that it is counted of. Null where it is counted of none." })
  healthIntegrationTeam(@Ctx() context: Context, @Root() measure: Row): Soon<typeof healthIntegrationTeams.$inferSelect | null> {
    return healthIntegrationTeamById(context, measure.healthIntegrationTeamId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The group that it is counted of. Null where it is counted of none." })
  group(@Ctx() context: Context, @Root() measure: Row): Soon<typeof groups.$inferSelect | null> {
    return groupById(context, measure.groupId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it is counted of. Null where it is counted of none." })
  programme(@Ctx() context: Context, @Root() measure: Row): Soon<typeof programmes.$inferSelect | null> {
    return programmeById(context, measure.programmeId);
  }

  @FieldResolver(() => WorkstreamType, { nullable: true, description: "The workstream that it is counted of. Null where it is counted of none." })
  workstream(@Ctx() context: Context, @Root() measure: Row): Soon<typeof workstreams.$inferSelect | null> {
    return workstreamById(context, measure.workstreamId);
  }

  @FieldResolver(() => TrainingProgrammeType, { nullable: true, description: "The training programme that it is counted of. Null where it is counted of none." })
  trainingProgramme(@Ctx() context: Context, @Root() measure: Row): Soon<typeof trainingProgrammes.$inferSelect | null> {
    return trainingProgrammeById(context, measure.trainingProgrammeId);
  }
}

@Resolver(() => MeasureActualType)
class MeasureActualResolver {
  @FieldResolver(() => MeasureType, { nullable: true, description: "The measure. Null only where the viewer may not see it." })
  measure(@Ctx() context: Context, @Root() actual: ActualRow): Soon<Row | null> {
    return measureById(context, actual.measureId);
  }
}

export const measure: Concept = { kinds: [measureKind, measureActualKind], readings: measureReadings, flatTables: measureFlatTables, imports: measureImports, standards: measureStandards, resolvers: [MeasureResolver, MeasureMutations, MeasureActualResolver, ...lentResolvers] };
