import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { connectionOf } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { placeById } from "../../foundation/place/loaders.ts";
import type { places } from "../../foundation/place/table.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import { groupById } from "../../partners/group/loaders.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import { healthIntegrationTeamById } from "../../partners/health-integration-team/loaders.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import { pageOfOrganisation } from "../../partners/organisation/succession.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { programmeReadings } from "./board-reading.ts";
import { programmeFlatTables } from "./flat-tables.ts";
import { ProgrammeFilter, ProgrammeOrderEnum } from "./inputs.ts";
import { governancesByGroup, governancesByTeam, governancesOfProgramme, programmeById } from "./loaders.ts";
import { programmeListing } from "./store.ts";
import { programmeGovernanceKind, programmeKind, programmes, type programmeGovernances } from "./table.ts";
import { ProgrammeGovernanceType, ProgrammeType } from "./type.ts";
import { programmeStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof programmes.$inferSelect;
type GovernanceRow = typeof programmeGovernances.$inferSelect;

const ProgrammeConnection = connectionOf("Programme", () => ProgrammeType);
const ProgrammesArgs = listArgs(() => ProgrammeFilter, ProgrammeOrderEnum, "NAME");

@Resolver(() => ProgrammeType)
class ProgrammeResolver {
  @Query(ProgrammeConnection, { description: "Programmes." })
  programmes(@Ctx() context: Context, @Args(ProgrammesArgs) request: PageRequest<ProgrammeFilter>): Connection<Row> {
    return page(context, programmeListing, request);
  }

  @foundById()
  @Query(() => ProgrammeType, { nullable: true, description: "A programme by its id. Null where there is none." })
  programme(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return programmeById(context, id);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The body that hosts it." })
  host(@Ctx() context: Context, @Root() programme: Row): Soon<typeof organisations.$inferSelect | null> {
    return organisationById(context, programme.hostId);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "Where it works." })
  place(@Ctx() context: Context, @Root() programme: Row): Soon<typeof places.$inferSelect | null> {
    return placeById(context, programme.placeId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it is a part of." })
  parent(@Ctx() context: Context, @Root() programme: Row): Soon<Row | null> {
    return programmeById(context, programme.parentId);
  }

  @FieldResolver(ProgrammeConnection, { description: "The programmes that are parts of it." })
  parts(@Ctx() context: Context, @Root() programme: Row, @Args(ProgrammesArgs) request: PageRequest<ProgrammeFilter>): Connection<Row> {
    return pageWithin(context, programmeListing, programmes.parentId, programme.id, request);
  }

  @FieldResolver(() => [ProgrammeGovernanceType], { description: "The HITs and groups that govern it, each with its capacity, in the order in which the schema lists those." })
  governance(@Ctx() context: Context, @Root() programme: Row): Soon<readonly GovernanceRow[]> {
    return governancesOfProgramme(context, programme.id);
  }
}

@Resolver(() => ProgrammeGovernanceType)
class ProgrammeGovernanceResolver {
  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme." })
  programme(@Ctx() context: Context, @Root() governance: GovernanceRow): Soon<Row | null> {
    return programmeById(context, governance.programmeId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The HIT, where it is one." })
  healthIntegrationTeam(@Ctx() context: Context, @Root() governance: GovernanceRow): Soon<typeof healthIntegrationTeams.$inferSelect | null> {
    return healthIntegrationTeamById(context, governance.healthIntegrationTeamId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The group, where it is one." })
  group(@Ctx() context: Context, @Root() governance: GovernanceRow): Soon<typeof groups.$inferSelect | null> {
    return groupById(context, governance.groupId);
  }
}

@Resolver(() => OrganisationType)
class OrganisationProgrammesResolver {
  @FieldResolver(ProgrammeConnection, { description: "The programmes that it hosts." })
  async hostedProgrammes(
    @Ctx() context: Context,
    @Root() organisation: typeof organisations.$inferSelect,
    @Args(ProgrammesArgs) request: PageRequest<ProgrammeFilter>,
  ): Promise<Connection<Row>> {
    return pageOfOrganisation(context, programmeListing, programmes.hostId, organisation.id, request);
  }
}

@Resolver(() => PlaceType)
class PlaceProgrammesResolver {
  @FieldResolver(ProgrammeConnection, { description: "The programmes at exactly this place." })
  programmes(@Ctx() context: Context, @Root() place: typeof places.$inferSelect, @Args(ProgrammesArgs) request: PageRequest<ProgrammeFilter>): Connection<Row> {
    return pageWithin(context, programmeListing, programmes.placeId, place.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamProgrammesResolver {
  @FieldResolver(() => [ProgrammeGovernanceType], { description: "The programmes that it governs, each with its capacity, in the order in which the schema lists those." })
  governs(@Ctx() context: Context, @Root() team: typeof healthIntegrationTeams.$inferSelect): Soon<readonly GovernanceRow[]> {
    return governancesByTeam(context, team.id);
  }
}

@Resolver(() => GroupType)
class GroupProgrammesResolver {
  @FieldResolver(() => [ProgrammeGovernanceType], { description: "The programmes that it governs, each with its capacity, in the order in which the schema lists those." })
  governs(@Ctx() context: Context, @Root() group: typeof groups.$inferSelect): Soon<readonly GovernanceRow[]> {
    return governancesByGroup(context, group.id);
  }
}

export const programme: Concept = {
  kinds: [programmeKind, programmeGovernanceKind],
  readings: programmeReadings,
  flatTables: programmeFlatTables,
  standards: programmeStandards,
  resolvers: [
    ProgrammeResolver, ProgrammeGovernanceResolver, OrganisationProgrammesResolver, PlaceProgrammesResolver,
    HealthIntegrationTeamProgrammesResolver, GroupProgrammesResolver,
  ],
};
