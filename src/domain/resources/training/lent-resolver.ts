import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import type { workstreams } from "../../delivery/workstream/table.ts";
import { WorkstreamType } from "../../delivery/workstream/type.ts";
import type { places } from "../../foundation/place/table.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import type { fundingAwards } from "../funding/table.ts";
import { FundingAwardType } from "../funding/type.ts";
import { TrainingProgrammeConnection, TrainingProgrammesArgs } from "./connections.ts";
import type { TrainingProgrammeFilter } from "./inputs.ts";
import { trainingProgrammeListing } from "./store.ts";
import { trainingProgrammes } from "./table.ts";

type Row = typeof trainingProgrammes.$inferSelect;

@Resolver(() => PlaceType)
class PlaceTrainingProgrammesResolver {
  @FieldResolver(TrainingProgrammeConnection, { description: "Training programmes at exactly this place." })
  trainingProgrammes(@Ctx() context: Context, @Root() place: typeof places.$inferSelect, @Args(TrainingProgrammesArgs) request: PageRequest<TrainingProgrammeFilter>): Connection<Row> {
    return pageWithin(context, trainingProgrammeListing, trainingProgrammes.placeId, place.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeTrainingProgrammesResolver {
  @FieldResolver(TrainingProgrammeConnection, { description: "The training programmes that belong to it." })
  trainingProgrammes(@Ctx() context: Context, @Root() programme: typeof programmes.$inferSelect, @Args(TrainingProgrammesArgs) request: PageRequest<TrainingProgrammeFilter>): Connection<Row> {
    return pageWithin(context, trainingProgrammeListing, trainingProgrammes.programmeId, programme.id, request);
  }
}

@Resolver(() => WorkstreamType)
class WorkstreamTrainingProgrammesResolver {
  @FieldResolver(TrainingProgrammeConnection, { description: "The training programmes that belong to it." })
  trainingProgrammes(@Ctx() context: Context, @Root() workstream: typeof workstreams.$inferSelect, @Args(TrainingProgrammesArgs) request: PageRequest<TrainingProgrammeFilter>): Connection<Row> {
    return pageWithin(context, trainingProgrammeListing, trainingProgrammes.workstreamId, workstream.id, request);
  }
}

@Resolver(() => FundingAwardType)
class FundingAwardTrainingProgrammesResolver {
  @FieldResolver(TrainingProgrammeConnection, { description: "The training programmes that are paid for out of it." })
  trainingProgrammes(@Ctx() context: Context, @Root() award: typeof fundingAwards.$inferSelect, @Args(TrainingProgrammesArgs) request: PageRequest<TrainingProgrammeFilter>): Connection<Row> {
    return pageWithin(context, trainingProgrammeListing, trainingProgrammes.awardId, award.id, request);
  }
}

export const lentResolvers = [PlaceTrainingProgrammesResolver, ProgrammeTrainingProgrammesResolver, WorkstreamTrainingProgrammesResolver, FundingAwardTrainingProgrammesResolver];
