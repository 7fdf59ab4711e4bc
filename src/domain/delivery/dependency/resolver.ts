import { Arg, Args, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { connectionOf } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { page, type Connection, type PageRequest } from "../../../api/page.ts";
import { dayAsked, ON_DAY, type OnDay } from "../../../api/moment/on-day.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { CriterionType } from "../criterion/type.ts";
import { milestoneById } from "../milestone/loaders.ts";
import type { milestones } from "../milestone/table.ts";
import { MilestoneType } from "../milestone/type.ts";
import { workstreamById } from "../workstream/loaders.ts";
import type { workstreams } from "../workstream/table.ts";
import { WorkstreamType } from "../workstream/type.ts";
import { dependencyReadings } from "./board-reading.ts";
import { dependencyFlatTables } from "./flat-tables.ts";
import { blockersAmong } from "./blocked.ts";
import { DependencyFilter, DependencyOrderEnum } from "./inputs.ts";
import { dependenciesOfMilestone, dependenciesOfWorkstream, dependenciesOnMilestone, dependenciesOnWorkstream, dependencyById, waiversOfDependency } from "./loaders.ts";
import { DependencyMutations } from "./mutations.ts";
import type { Blocker } from "./rules.ts";
import { dependencyListing } from "./store.ts";
import { dependencyKind, dependencyWaiverKind, type dependencies, type dependencyWaivers } from "./table.ts";
import { DependencyType, DependencyWaiverType } from "./type.ts";
import { WaitingWorkstreamMutations } from "./workstream-mutations.ts";
import { dependencyStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof dependencies.$inferSelect;
type WaiverRow = typeof dependencyWaivers.$inferSelect;
type WorkstreamRow = typeof workstreams.$inferSelect;
type MilestoneRow = typeof milestones.$inferSelect;
type OrganisationRow = typeof organisations.$inferSelect;

@ObjectType("Blocker", { description: "Something that has to come first and is not there yet." })
class BlockerType {
  @Field(() => DependencyType, { description: "The dependency that is not satisfied." })
  declare readonly dependency: DependencyType;

  @Field(() => String, { description: "What is missing, in plain English." })
  declare readonly missing: string;

  @Field(() => [CriterionType], { description: "The criteria of the predecessor that are still open." })
  declare readonly outstanding: readonly CriterionType[];

  @Field(() => DependencyWaiverType, { nullable: true, description: "The waiver that lets the work go on all the same, where there is one." })
  declare readonly waiver: DependencyWaiverType | null;
}

@Resolver(() => BlockerType)
class BlockerResolver {
  @FieldResolver(() => [OrganisationType], { description: "Who can supply what is missing, where that is recorded." })
  async suppliers(@Ctx() context: Context, @Root() { outstanding }: Blocker): Promise<OrganisationRow[]> {
    const ids = [...new Set(outstanding.map((criterion) => criterion.supplierId))];
    const suppliers = await Promise.all(ids.map(async (id) => organisationById(context, id)));
    return suppliers.filter((supplier) => supplier !== null);
  }
}

const DependencyConnection = connectionOf("Dependency", () => DependencyType);
const DependenciesArgs = listArgs(() => DependencyFilter, DependencyOrderEnum, "TYPE");

@Resolver(() => DependencyType)
class DependencyResolver {
  @Query(DependencyConnection, { description: "Dependencies between workstreams and milestones." })
  dependencies(@Ctx() context: Context, @Args(DependenciesArgs) request: PageRequest<DependencyFilter>): Connection<Row> {
    return page(context, dependencyListing, request);
  }

  @foundById()
  @Query(() => DependencyType, { nullable: true, description: "A dependency by its id. Null where there is none." })
  dependency(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return dependencyById(context, id);
  }

  @FieldResolver(() => WorkstreamType, { nullable: true, description: "What has to come first, where it is a workstream." })
  predecessorWorkstream(@Ctx() context: Context, @Root() dependency: Row): Soon<WorkstreamRow | null> {
    return workstreamById(context, dependency.predecessorWorkstreamId);
  }

  @FieldResolver(() => MilestoneType, { nullable: true, description: "What has to come first, where it is a milestone." })
  predecessorMilestone(@Ctx() context: Context, @Root() dependency: Row): Soon<MilestoneRow | null> {
    return milestoneById(context, dependency.predecessorMilestoneId);
  }

  @FieldResolver(() => WorkstreamType, { nullable: true, description: "What waits, where it is a workstream." })
  successorWorkstream(@Ctx() context: Context, @Root() dependency: Row): Soon<WorkstreamRow | null> {
    return workstreamById(context, dependency.successorWorkstreamId);
  }

  @FieldResolver(() => MilestoneType, { nullable: true, description: "What waits, where it is a milestone." })
  successorMilestone(@Ctx() context: Context, @Root() dependency: Row): Soon<MilestoneRow | null> {
    return milestoneById(context, dependency.successorMilestoneId);
  }

  @FieldResolver(() => [DependencyWaiverType], { description: "Its waivers, those that hold no longer included." })
  waivers(@Ctx() context: Context, @Root() dependency: Row): Soon<readonly WaiverRow[]> {
    return waiversOfDependency(context, dependency.id);
  }
}

@Resolver(() => DependencyWaiverType)
class DependencyWaiverResolver {
  @FieldResolver(() => DependencyType, { nullable: true, description: "The dependency that it lets work go on without." })
  dependency(@Ctx() context: Context, @Root() waiver: WaiverRow): Soon<Row | null> {
    return dependencyById(context, waiver.dependencyId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The organisation on whose behalf it was given." })
  grantedBy(@Ctx() context: Context, @Root() waiver: WaiverRow): Soon<OrganisationRow | null> {
    return organisationById(context, waiver.grantedById);
  }
}

@Resolver(() => WorkstreamType)
class WorkstreamDependenciesResolver {
  @FieldResolver(() => [DependencyType], { description: "What has to come before it." })
  waitsFor(@Ctx() context: Context, @Root() workstream: WorkstreamRow): Soon<readonly Row[]> {
    return dependenciesOfWorkstream(context, workstream.id);
  }

  @FieldResolver(() => [DependencyType], { description: "What it has to come before." })
  holdsUp(@Ctx() context: Context, @Root() workstream: WorkstreamRow): Soon<readonly Row[]> {
    return dependenciesOnWorkstream(context, workstream.id);
  }

  @FieldResolver(() => [BlockerType], { description: "What has to come before it and is not there yet, on a day: waived ones included, with their waiver." })
  async blockedBy(@Ctx() context: Context, @Root() workstream: WorkstreamRow, @Arg("on", () => DayScalar, ON_DAY) on: OnDay): Promise<Blocker[]> {
    return blockersAmong(context, await dependenciesOfWorkstream(context, workstream.id), dayAsked(context, on));
  }
}

@Resolver(() => MilestoneType)
class MilestoneDependenciesResolver {
  @FieldResolver(() => [DependencyType], { description: "What has to come before it." })
  waitsFor(@Ctx() context: Context, @Root() milestone: MilestoneRow): Soon<readonly Row[]> {
    return dependenciesOfMilestone(context, milestone.id);
  }

  @FieldResolver(() => [DependencyType], { description: "What it has to come before." })
  holdsUp(@Ctx() context: Context, @Root() milestone: MilestoneRow): Soon<readonly Row[]> {
    return dependenciesOnMilestone(context, milestone.id);
  }

  @FieldResolver(() => [BlockerType], { description: "What has to come before it and is not there yet, on a day: waived ones included, with their waiver." })
  async blockedBy(@Ctx() context: Context, @Root() milestone: MilestoneRow, @Arg("on", () => DayScalar, ON_DAY) on: OnDay): Promise<Blocker[]> {
    return blockersAmong(context, await dependenciesOfMilestone(context, milestone.id), dayAsked(context, on));
  }
}

export const dependency: Concept = {
  kinds: [dependencyKind, dependencyWaiverKind],
  readings: dependencyReadings,
  flatTables: dependencyFlatTables,
  standards: dependencyStandards,
  resolvers: [DependencyResolver, DependencyWaiverResolver, BlockerResolver, WorkstreamDependenciesResolver, MilestoneDependenciesResolver, DependencyMutations, WaitingWorkstreamMutations],
};
