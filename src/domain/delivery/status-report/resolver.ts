import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { sourceById } from "../../foundation/source/loaders.ts";
import type { sources } from "../../foundation/source/table.ts";
import { SourceType } from "../../foundation/source/type.ts";
import { healthIntegrationTeamById } from "../../partners/health-integration-team/loaders.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import { programmeById } from "../programme/loaders.ts";
import type { programmes } from "../programme/table.ts";
import { ProgrammeType } from "../programme/type.ts";
import { workstreamById } from "../workstream/loaders.ts";
import type { workstreams } from "../workstream/table.ts";
import { WorkstreamType } from "../workstream/type.ts";
import { statusReportReadings } from "./board-reading.ts";
import { statusReportFlatTables } from "./flat-tables.ts";
import { StatusReportConnection, StatusReportItemConnection, StatusReportItemsArgs, StatusReportsArgs } from "./connections.ts";
import type { StatusReportFilter, StatusReportItemFilter } from "./inputs.ts";
import { itemResolvers } from "./item-resolver.ts";
import { judgementResolvers } from "./judgement-resolver.ts";
import { correctionsOfReport, judgementsOfReport, statusReportById } from "./loaders.ts";
import { StatusReportMutations } from "./mutations.ts";
import { prefillResolvers } from "./prefill-resolver.ts";
import { standingResolvers } from "./standing-resolver.ts";
import { statusReportItemListing, statusReportListing } from "./store.ts";
import { judgementKind, statusReportItemKind, statusReportItems, statusReportKind, statusReports, type judgements } from "./table.ts";
import { JudgementType, StatusReportType } from "./type.ts";
import { statusReportStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof statusReports.$inferSelect;
type ProgrammeRow = typeof programmes.$inferSelect;
type WorkstreamRow = typeof workstreams.$inferSelect;
type TeamRow = typeof healthIntegrationTeams.$inferSelect;
type SourceRow = typeof sources.$inferSelect;
type Request = PageRequest<StatusReportFilter>;

@Resolver(() => StatusReportType)
class StatusReportResolver {
  @Query(StatusReportConnection, { description: "Status reports on programmes, workstreams and HITs." })
  statusReports(@Ctx() context: Context, @Args(StatusReportsArgs) request: Request): Connection<Row> {
    return page(context, statusReportListing, request);
  }

  @foundById()
  @Query(() => StatusReportType, { nullable: true, description: "A status report by its id. Null where there is none." })
  statusReport(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return statusReportById(context, id);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme, where it is on one." })
  programme(@Ctx() context: Context, @Root() report: Row): Soon<ProgrammeRow | null> {
    return programmeById(context, report.programmeId);
  }

  @FieldResolver(() => WorkstreamType, { nullable: true, description: "The workstream, where it is on one." })
  workstream(@Ctx() context: Context, @Root() report: Row): Soon<WorkstreamRow | null> {
    return workstreamById(context, report.workstreamId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The HIT, where it is on one." })
  healthIntegrationTeam(@Ctx() context: Context, @Root() report: Row): Soon<TeamRow | null> {
    return healthIntegrationTeamById(context, report.healthIntegrationTeamId);
  }

  @FieldResolver(() => SourceType, { nullable: true, description: "The document that it was published as. Null where it was made here." })
  publishedAs(@Ctx() context: Context, @Root() report: Row): Soon<SourceRow | null> {
    return sourceById(context, report.publishedAsId);
  }

  @FieldResolver(() => StatusReportType, { nullable: true, description: "The earlier report that it corrects. Null where it corrects none." })
  corrects(@Ctx() context: Context, @Root() report: Row): Soon<Row | null> {
    return statusReportById(context, report.correctsId);
  }

  @FieldResolver(() => [StatusReportType], { description: "The reports that correct it, those without a date first and then by when they were published. Empty where none does." })
  correctedBy(@Ctx() context: Context, @Root() report: Row): Soon<readonly Row[]> {
    return correctionsOfReport(context, report.id);
  }

  @FieldResolver(() => [JudgementType], { description: "What it judges, side by side of the work, the overall judgement first. Empty: it judges nothing, and what it is on is NOT_RATED by it." })
  judgements(@Ctx() context: Context, @Root() report: Row): Soon<readonly (typeof judgements.$inferSelect)[]> {
    return judgementsOfReport(context, report.id);
  }

  @FieldResolver(StatusReportItemConnection, { description: "What it says was achieved, is being done, comes next, or needs a decision." })
  items(@Ctx() context: Context, @Root() report: Row, @Args(StatusReportItemsArgs) request: PageRequest<StatusReportItemFilter>): Connection<typeof statusReportItems.$inferSelect> {
    return pageWithin(context, statusReportItemListing, statusReportItems.reportId, report.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeStatusReportsResolver {
  @FieldResolver(StatusReportConnection, { description: "The reports on it as a whole; those on its workstreams are with them." })
  statusReports(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(StatusReportsArgs) request: Request): Connection<Row> {
    return pageWithin(context, statusReportListing, statusReports.programmeId, programme.id, request);
  }
}

@Resolver(() => WorkstreamType)
class WorkstreamStatusReportsResolver {
  @FieldResolver(StatusReportConnection, { description: "The reports on it." })
  statusReports(@Ctx() context: Context, @Root() workstream: WorkstreamRow, @Args(StatusReportsArgs) request: Request): Connection<Row> {
    return pageWithin(context, statusReportListing, statusReports.workstreamId, workstream.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamStatusReportsResolver {
  @FieldResolver(StatusReportConnection, { description: "The reports on it." })
  statusReports(@Ctx() context: Context, @Root() team: TeamRow, @Args(StatusReportsArgs) request: Request): Connection<Row> {
    return pageWithin(context, statusReportListing, statusReports.healthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => SourceType)
class SourceStatusReportsResolver {
  @FieldResolver(StatusReportConnection, { description: "The reports that were published as this document." })
  statusReports(@Ctx() context: Context, @Root() source: SourceRow, @Args(StatusReportsArgs) request: Request): Connection<Row> {
    return pageWithin(context, statusReportListing, statusReports.publishedAsId, source.id, request);
  }
}

export const statusReport: Concept = {
  kinds: [statusReportKind, statusReportItemKind, judgementKind],
  readings: statusReportReadings,
  flatTables: statusReportFlatTables,
  standards: statusReportStandards,
  resolvers: [
    StatusReportResolver, ProgrammeStatusReportsResolver, WorkstreamStatusReportsResolver, HealthIntegrationTeamStatusReportsResolver, SourceStatusReportsResolver,
    ...itemResolvers, ...judgementResolvers, ...standingResolvers, ...prefillResolvers, StatusReportMutations,
  ],
};
