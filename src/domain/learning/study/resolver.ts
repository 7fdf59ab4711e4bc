import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { connectionOf } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { programmeById } from "../../delivery/programme/loaders.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { collaborationById } from "../../partners/collaboration/loaders.ts";
import type { collaborations } from "../../partners/collaboration/table.ts";
import { CollaborationType } from "../../partners/collaboration/type.ts";
import { healthIntegrationTeamById } from "../../partners/health-integration-team/loaders.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import { pageOfOrganisation } from "../../partners/organisation/succession.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { personById } from "../../partners/person/loaders.ts";
import type { people } from "../../partners/person/table.ts";
import { PersonType } from "../../partners/person/type.ts";
import { outputById } from "../output/loaders.ts";
import type { outputs } from "../output/table.ts";
import { OutputType } from "../output/type.ts";
import { studyReadings } from "./board-reading.ts";
import { studyFlatTables } from "./flat-tables.ts";
import { StudyFilter, StudyOrderEnum } from "./inputs.ts";
import { outputsOfStudy, studiesOfOutput, studyById } from "./loaders.ts";
import { studyListing } from "./store.ts";
import { studies, studyKind, studyOutputKind, type studyOutputs } from "./table.ts";
import { StudyOutputType, StudyType } from "./type.ts";
import { studyStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type OrganisationRow = typeof organisations.$inferSelect;
type PersonRow = typeof people.$inferSelect;
type TeamRow = typeof healthIntegrationTeams.$inferSelect;
type CollaborationRow = typeof collaborations.$inferSelect;
type ProgrammeRow = typeof programmes.$inferSelect;
type Row = typeof studies.$inferSelect;
type ResultRow = typeof studyOutputs.$inferSelect;
type OutputRow = typeof outputs.$inferSelect;
type Request = PageRequest<StudyFilter>;

const StudyConnection = connectionOf("Study", () => StudyType, { dated: true });
const StudiesArgs = listArgs(() => StudyFilter, StudyOrderEnum, "NAME");

@Resolver(() => StudyType)
class StudyResolver {
  @Query(StudyConnection, { description: "Studies: research that programmes and HITs do or have a part in." })
  studies(@Ctx() context: Context, @Args(StudiesArgs) request: Request): Connection<Row> {
    return page(context, studyListing, request);
  }

  @foundById()
  @Query(() => StudyType, { nullable: true, description: "A study by its id. Null where there is none." })
  study(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return studyById(context, id);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Who leads it; null where no source says or the viewer may not see the person: see valueStatus." })
  leader(@Ctx() context: Context, @Root() study: Row): Soon<PersonRow | null> {
    return personById(context, study.leaderId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "Where it is done: the university or body that answers for it." })
  institution(@Ctx() context: Context, @Root() study: Row): Soon<OrganisationRow | null> {
    return organisationById(context, study.institutionId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The HIT whose work it is part of." })
  healthIntegrationTeam(@Ctx() context: Context, @Root() study: Row): Soon<TeamRow | null> {
    return healthIntegrationTeamById(context, study.healthIntegrationTeamId);
  }

  @FieldResolver(() => CollaborationType, { nullable: true, description: "The collaboration that it came out of." })
  collaboration(@Ctx() context: Context, @Root() study: Row): Soon<CollaborationRow | null> {
    return collaborationById(context, study.collaborationId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it is part of." })
  programme(@Ctx() context: Context, @Root() study: Row): Soon<ProgrammeRow | null> {
    return programmeById(context, study.programmeId);
  }

  @FieldResolver(() => [StudyOutputType], { description: "What came out of it." })
  outputs(@Ctx() context: Context, @Root() study: Row): Soon<readonly ResultRow[]> {
    return outputsOfStudy(context, study.id);
  }
}

@Resolver(() => StudyOutputType)
class StudyOutputResolver {
  @FieldResolver(() => StudyType, { nullable: true, description: "The study." })
  study(@Ctx() context: Context, @Root() result: ResultRow): Soon<Row | null> {
    return studyById(context, result.studyId);
  }

  @FieldResolver(() => OutputType, { nullable: true, description: "The output." })
  output(@Ctx() context: Context, @Root() result: ResultRow): Soon<OutputRow | null> {
    return outputById(context, result.outputId);
  }
}

@Resolver(() => OutputType)
class OutputStudiesResolver {
  @FieldResolver(() => [StudyOutputType], { description: "The studies that it came out of." })
  studies(@Ctx() context: Context, @Root() output: OutputRow): Soon<readonly ResultRow[]> {
    return studiesOfOutput(context, output.id);
  }
}

@Resolver(() => PersonType)
class PersonStudiesResolver {
  @FieldResolver(StudyConnection, { description: "The studies that the person leads." })
  ledStudies(@Ctx() context: Context, @Root() person: PersonRow, @Args(StudiesArgs) request: Request): Connection<Row> {
    return pageWithin(context, studyListing, studies.leaderId, person.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationStudiesResolver {
  @FieldResolver(StudyConnection, { description: "The studies that are done there." })
  studies(@Ctx() context: Context, @Root() organisation: OrganisationRow, @Args(StudiesArgs) request: Request): Connection<Row> {
    return pageOfOrganisation(context, studyListing, studies.institutionId, organisation.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamStudiesResolver {
  @FieldResolver(StudyConnection, { description: "The studies that are part of its work." })
  studies(@Ctx() context: Context, @Root() team: TeamRow, @Args(StudiesArgs) request: Request): Connection<Row> {
    return pageWithin(context, studyListing, studies.healthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => CollaborationType)
class CollaborationStudiesResolver {
  @FieldResolver(StudyConnection, { description: "The studies that came out of it." })
  studies(@Ctx() context: Context, @Root() collaboration: CollaborationRow, @Args(StudiesArgs) request: Request): Connection<Row> {
    return pageWithin(context, studyListing, studies.collaborationId, collaboration.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeStudiesResolver {
  @FieldResolver(StudyConnection, { description: "Its studies." })
  studies(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(StudiesArgs) request: Request): Connection<Row> {
    return pageWithin(context, studyListing, studies.programmeId, programme.id, request);
  }
}

export const study: Concept = {
  kinds: [studyKind, studyOutputKind],
  readings: studyReadings,
  flatTables: studyFlatTables,
  standards: studyStandards,
  resolvers: [
    StudyResolver, StudyOutputResolver, OutputStudiesResolver, PersonStudiesResolver, OrganisationStudiesResolver,
    HealthIntegrationTeamStudiesResolver, CollaborationStudiesResolver, ProgrammeStudiesResolver,
  ],
};
