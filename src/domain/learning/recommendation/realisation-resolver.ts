import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { milestoneById } from "../../delivery/milestone/loaders.ts";
import type { milestones } from "../../delivery/milestone/table.ts";
import { MilestoneType } from "../../delivery/milestone/type.ts";
import { workstreamById } from "../../delivery/workstream/loaders.ts";
import type { workstreams } from "../../delivery/workstream/table.ts";
import { WorkstreamType } from "../../delivery/workstream/type.ts";
import { groupById } from "../../partners/group/loaders.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import { postById } from "../../resources/post/loaders.ts";
import type { posts } from "../../resources/post/table.ts";
import { PostType } from "../../resources/post/type.ts";
import { trainingProgrammeById } from "../../resources/training/loaders.ts";
import type { trainingProgrammes } from "../../resources/training/table.ts";
import { TrainingProgrammeType } from "../../resources/training/type.ts";
import { eventSeriesById } from "../event/loaders.ts";
import type { eventSeries } from "../event/table.ts";
import { EventSeriesType } from "../event/type.ts";
import { outputById } from "../output/loaders.ts";
import type { outputs } from "../output/table.ts";
import { OutputType } from "../output/type.ts";
import { realisationsByEventSeries, realisationsByGroup, realisationsByMilestone, realisationsByOutput, realisationsByPost, realisationsByTrainingProgramme, realisationsByWorkstream, recommendationById } from "./loaders.ts";
import { realisationKindOf } from "./rules.ts";
import type { realisations, recommendations } from "./table.ts";
import { RealisationKindEnum, RealisationType, RecommendationType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type GroupRow = typeof groups.$inferSelect;
type WorkstreamRow = typeof workstreams.$inferSelect;
type MilestoneRow = typeof milestones.$inferSelect;
type PostRow = typeof posts.$inferSelect;
type TrainingRow = typeof trainingProgrammes.$inferSelect;
type Row = typeof recommendations.$inferSelect;
type RealisationRow = typeof realisations.$inferSelect;
type OutputRow = typeof outputs.$inferSelect;
type SeriesRow = typeof eventSeries.$inferSelect;
@Resolver(() => RealisationType)
class RealisationResolver {
  @FieldResolver(() => RealisationKindEnum, { description: "What it is, also where the viewer may not see which one." })
  realisationKind(@Root() realisation: RealisationRow): string {
    return realisationKindOf(realisation);
  }

  @FieldResolver(() => RecommendationType, { nullable: true, description: "The recommendation." })
  recommendation(@Ctx() context: Context, @Root() realisation: RealisationRow): Soon<Row | null> {
    return recommendationById(context, realisation.recommendationId);
  }

  @FieldResolver(() => WorkstreamType, { nullable: true, description: "What it is, where realisationKind is WORKSTREAM." })
  workstream(@Ctx() context: Context, @Root() realisation: RealisationRow): Soon<WorkstreamRow | null> {
    return workstreamById(context, realisation.workstreamId);
  }

  @FieldResolver(() => MilestoneType, { nullable: true, description: "What it is, where realisationKind is MILESTONE." })
  milestone(@Ctx() context: Context, @Root() realisation: RealisationRow): Soon<MilestoneRow | null> {
    return milestoneById(context, realisation.milestoneId);
  }

  @FieldResolver(() => PostType, { nullable: true, description: "What it is, where realisationKind is POST." })
  post(@Ctx() context: Context, @Root() realisation: RealisationRow): Soon<PostRow | null> {
    return postById(context, realisation.postId);
  }

  @FieldResolver(() => TrainingProgrammeType, { nullable: true, description: "What it is, where realisationKind is TRAINING_PROGRAMME." })
  trainingProgramme(@Ctx() context: Context, @Root() realisation: RealisationRow): Soon<TrainingRow | null> {
    return trainingProgrammeById(context, realisation.trainingProgrammeId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "What it is, where realisationKind is GROUP." })
  group(@Ctx() context: Context, @Root() realisation: RealisationRow): Soon<GroupRow | null> {
    return groupById(context, realisation.groupId);
  }

  @FieldResolver(() => EventSeriesType, { nullable: true, description: "What it is, where realisationKind is EVENT_SERIES." })
  eventSeries(@Ctx() context: Context, @Root() realisation: RealisationRow): Soon<SeriesRow | null> {
    return eventSeriesById(context, realisation.eventSeriesId);
  }

  @FieldResolver(() => OutputType, { nullable: true, description: "What it is, where realisationKind is OUTPUT." })
  output(@Ctx() context: Context, @Root() realisation: RealisationRow): Soon<OutputRow | null> {
    return outputById(context, realisation.outputId);
  }
}

@Resolver(() => WorkstreamType)
class WorkstreamRealisesResolver {
  @FieldResolver(() => [RealisationType], { description: "The recommendations that it puts into practice." })
  realises(@Ctx() context: Context, @Root() workstream: WorkstreamRow): Soon<readonly RealisationRow[]> {
    return realisationsByWorkstream(context, workstream.id);
  }
}

@Resolver(() => MilestoneType)
class MilestoneRealisesResolver {
  @FieldResolver(() => [RealisationType], { description: "The recommendations that it puts into practice." })
  realises(@Ctx() context: Context, @Root() milestone: MilestoneRow): Soon<readonly RealisationRow[]> {
    return realisationsByMilestone(context, milestone.id);
  }
}

@Resolver(() => PostType)
class PostRealisesResolver {
  @FieldResolver(() => [RealisationType], { description: "The recommendations that it puts into practice." })
  realises(@Ctx() context: Context, @Root() post: PostRow): Soon<readonly RealisationRow[]> {
    return realisationsByPost(context, post.id);
  }
}

@Resolver(() => TrainingProgrammeType)
class TrainingProgrammeRealisesResolver {
  @FieldResolver(() => [RealisationType], { description: "The recommendations that it puts into practice." })
  realises(@Ctx() context: Context, @Root() training: TrainingRow): Soon<readonly RealisationRow[]> {
    return realisationsByTrainingProgramme(context, training.id);
  }
}

@Resolver(() => GroupType)
class GroupRealisesResolver {
  @FieldResolver(() => [RealisationType], { description: "The recommendations that it puts into practice." })
  realises(@Ctx() context: Context, @Root() group: GroupRow): Soon<readonly RealisationRow[]> {
    return realisationsByGroup(context, group.id);
  }
}

@Resolver(() => EventSeriesType)
class EventSeriesRealisesResolver {
  @FieldResolver(() => [RealisationType], { description: "The recommendations that it puts into practice." })
  realises(@Ctx() context: Context, @Root() series: SeriesRow): Soon<readonly RealisationRow[]> {
    return realisationsByEventSeries(context, series.id);
  }
}

@Resolver(() => OutputType)
class OutputRealisesResolver {
  @FieldResolver(() => [RealisationType], { description: "The recommendations that it puts into practice." })
  realises(@Ctx() context: Context, @Root() output: OutputRow): Soon<readonly RealisationRow[]> {
    return realisationsByOutput(context, output.id);
  }
}

export const realisationResolvers = [
  RealisationResolver, WorkstreamRealisesResolver, MilestoneRealisesResolver, PostRealisesResolver, TrainingProgrammeRealisesResolver,
  GroupRealisesResolver, EventSeriesRealisesResolver, OutputRealisesResolver,
];
