import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { programmeById } from "../../delivery/programme/loaders.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { workstreamById } from "../../delivery/workstream/loaders.ts";
import type { workstreams } from "../../delivery/workstream/table.ts";
import { WorkstreamType } from "../../delivery/workstream/type.ts";
import { placeById } from "../../foundation/place/loaders.ts";
import type { places } from "../../foundation/place/table.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import { fundingAwardById } from "../funding/loaders.ts";
import type { fundingAwards } from "../funding/table.ts";
import { FundingAwardType } from "../funding/type.ts";
import { trainingReadings } from "./board-reading.ts";
import { trainingFlatTables } from "./flat-tables.ts";
import { cohortResolvers } from "./cohort-resolver.ts";
import { CohortConnection, CohortsArgs, TrainingProgrammeConnection, TrainingProgrammesArgs, TrainingRoleConnection, TrainingRolesArgs } from "./connections.ts";
import type { CohortFilter, TrainingProgrammeFilter, TrainingRoleFilter } from "./inputs.ts";
import { lentResolvers } from "./lent-resolver.ts";
import { rolesOfTier, tiersOfTraining, trainingProgrammeById } from "./loaders.ts";
import { roleResolvers } from "./role-resolver.ts";
import { cohortListing, trainingProgrammeListing, trainingRoleListing } from "./store.ts";
import { cohortKind, cohorts, trainingProgrammeKind, trainingRoleKind, trainingRoles, trainingTierKind, type trainingProgrammes, type trainingTiers } from "./table.ts";
import { TrainingProgrammeType, TrainingRoleType, TrainingTierType } from "./type.ts";
import { trainingStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof trainingProgrammes.$inferSelect;
type TierRow = typeof trainingTiers.$inferSelect;
type RoleRow = typeof trainingRoles.$inferSelect;
type CohortRow = typeof cohorts.$inferSelect;

@Resolver(() => TrainingProgrammeType)
class TrainingProgrammeResolver {
  @Query(TrainingProgrammeConnection, { description: "Training programmes. What they reached is counted by measures." })
  trainingProgrammes(@Ctx() context: Context, @Args(TrainingProgrammesArgs) request: PageRequest<TrainingProgrammeFilter>): Connection<Row> {
    return page(context, trainingProgrammeListing, request);
  }

  @foundById()
  @Query(() => TrainingProgrammeType, { nullable: true, description: "A training programme by its id. Null where there is none." })
  trainingProgramme(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return trainingProgrammeById(context, id);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "Where people are trained. Null where that is not known: see valueStatus." })
  place(@Ctx() context: Context, @Root() training: Row): Soon<typeof places.$inferSelect | null> {
    return placeById(context, training.placeId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it belongs to. Null where that is not known." })
  programme(@Ctx() context: Context, @Root() training: Row): Soon<typeof programmes.$inferSelect | null> {
    return programmeById(context, training.programmeId);
  }

  @FieldResolver(() => WorkstreamType, { nullable: true, description: "The workstream that it belongs to. Null where that is not known." })
  workstream(@Ctx() context: Context, @Root() training: Row): Soon<typeof workstreams.$inferSelect | null> {
    return workstreamById(context, training.workstreamId);
  }

  @FieldResolver(() => FundingAwardType, { nullable: true, description: "The award out of which it is paid for. Null where that is not known; whoever pays for it is among its roles all the same." })
  award(@Ctx() context: Context, @Root() training: Row): Soon<typeof fundingAwards.$inferSelect | null> {
    return fundingAwardById(context, training.awardId);
  }

  @FieldResolver(() => [TrainingTierType], { description: "Its tiers, by number. Empty where it has none, or none is known." })
  tiers(@Ctx() context: Context, @Root() training: Row): Soon<readonly TierRow[]> {
    return tiersOfTraining(context, training.id);
  }

  @FieldResolver(TrainingRoleConnection, { description: "Who pays for, ordered, worked out, delivers and oversees it." })
  roles(@Ctx() context: Context, @Root() training: Row, @Args(TrainingRolesArgs) request: PageRequest<TrainingRoleFilter>): Connection<RoleRow> {
    return pageWithin(context, trainingRoleListing, trainingRoles.trainingProgrammeId, training.id, request);
  }

  @FieldResolver(CohortConnection, { description: "Those whose people were trained, as far as sources name or describe them: not how many there are, which a measure counts." })
  cohorts(@Ctx() context: Context, @Root() training: Row, @Args(CohortsArgs) request: PageRequest<CohortFilter>): Connection<CohortRow> {
    return pageWithin(context, cohortListing, cohorts.trainingProgrammeId, training.id, request);
  }
}

@Resolver(() => TrainingTierType)
class TrainingTierResolver {
  @FieldResolver(() => TrainingProgrammeType, { nullable: true, description: "The training programme." })
  trainingProgramme(@Ctx() context: Context, @Root() tier: TierRow): Soon<Row | null> {
    return trainingProgrammeById(context, tier.trainingProgrammeId);
  }

  @FieldResolver(() => [TrainingRoleType], { description: "Those who have a part in this tier in particular, funders first, then those who ordered, worked out, deliver and oversee it. Those with a part in the whole programme, or in a part of it without a number, are among its roles." })
  roles(@Ctx() context: Context, @Root() tier: TierRow): Soon<readonly RoleRow[]> {
    return rolesOfTier(context, tier.id);
  }

  @FieldResolver(CohortConnection, { description: "Those whose people were trained in this tier." })
  cohorts(@Ctx() context: Context, @Root() tier: TierRow, @Args(CohortsArgs) request: PageRequest<CohortFilter>): Connection<CohortRow> {
    return pageWithin(context, cohortListing, cohorts.tierId, tier.id, request);
  }
}

export const training: Concept = {
  kinds: [trainingProgrammeKind, trainingTierKind, trainingRoleKind, cohortKind],
  readings: trainingReadings,
  flatTables: trainingFlatTables,
  standards: trainingStandards,
  resolvers: [TrainingProgrammeResolver, TrainingTierResolver, ...roleResolvers, ...cohortResolvers, ...lentResolvers],
};
