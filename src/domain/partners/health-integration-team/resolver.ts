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
import { organisationById } from "../organisation/loaders.ts";
import { pageOfOrganisation } from "../organisation/succession.ts";
import type { organisations } from "../organisation/table.ts";
import { OrganisationType } from "../organisation/type.ts";
import { healthIntegrationTeamReadings } from "./board-reading.ts";
import { healthIntegrationTeamFlatTables } from "./flat-tables.ts";
import { HealthIntegrationTeamFilter, HealthIntegrationTeamOrderEnum } from "./inputs.ts";
import { healthIntegrationTeamById } from "./loaders.ts";
import { healthIntegrationTeamListing } from "./store.ts";
import { healthIntegrationTeamKind, healthIntegrationTeams } from "./table.ts";
import { HealthIntegrationTeamType } from "./type.ts";
import { healthIntegrationTeamStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof healthIntegrationTeams.$inferSelect;
type OrganisationRow = typeof organisations.$inferSelect;
type PlaceRow = typeof places.$inferSelect;
type Request = PageRequest<HealthIntegrationTeamFilter>;

const HealthIntegrationTeamConnection = connectionOf("HealthIntegrationTeam", () => HealthIntegrationTeamType);
const HealthIntegrationTeamsArgs = listArgs(() => HealthIntegrationTeamFilter, HealthIntegrationTeamOrderEnum, "NAME");

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamResolver {
  @Query(HealthIntegrationTeamConnection, { description: "Health Integration Teams (HITs)." })
  healthIntegrationTeams(@Ctx() context: Context, @Args(HealthIntegrationTeamsArgs) request: Request): Connection<Row> {
    return page(context, healthIntegrationTeamListing, request);
  }

  @foundById()
  @Query(() => HealthIntegrationTeamType, { nullable: true, description: "A HIT by its id. Null where there is none." })
  healthIntegrationTeam(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return healthIntegrationTeamById(context, id);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "The area that it works in." })
  place(@Ctx() context: Context, @Root() team: Row): Soon<PlaceRow | null> {
    return placeById(context, team.placeId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The organisation that sponsors it." })
  sponsor(@Ctx() context: Context, @Root() team: Row): Soon<OrganisationRow | null> {
    return organisationById(context, team.sponsorId);
  }
}

@Resolver(() => PlaceType)
class PlaceHealthIntegrationTeamsResolver {
  @FieldResolver(HealthIntegrationTeamConnection, { description: "HITs recorded at exactly this place." })
  healthIntegrationTeams(@Ctx() context: Context, @Root() place: PlaceRow, @Args(HealthIntegrationTeamsArgs) request: Request): Connection<Row> {
    return pageWithin(context, healthIntegrationTeamListing, healthIntegrationTeams.placeId, place.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationHealthIntegrationTeamsResolver {
  @FieldResolver(HealthIntegrationTeamConnection, { description: "HITs that it sponsors. Those that it takes part in are among its memberships." })
  async sponsoredHealthIntegrationTeams(
    @Ctx() context: Context,
    @Root() organisation: OrganisationRow,
    @Args(HealthIntegrationTeamsArgs) request: Request,
  ): Promise<Connection<Row>> {
    return pageOfOrganisation(context, healthIntegrationTeamListing, healthIntegrationTeams.sponsorId, organisation.id, request);
  }
}

export const healthIntegrationTeam: Concept = {
  kinds: [healthIntegrationTeamKind],
  readings: healthIntegrationTeamReadings,
  flatTables: healthIntegrationTeamFlatTables,
  standards: healthIntegrationTeamStandards,
  resolvers: [HealthIntegrationTeamResolver, PlaceHealthIntegrationTeamsResolver, OrganisationHealthIntegrationTeamsResolver],
};
