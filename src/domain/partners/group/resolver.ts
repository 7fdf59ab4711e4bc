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
import { healthIntegrationTeamById } from "../health-integration-team/loaders.ts";
import type { healthIntegrationTeams } from "../health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../health-integration-team/type.ts";
import { organisationById } from "../organisation/loaders.ts";
import { pageOfOrganisation } from "../organisation/succession.ts";
import type { organisations } from "../organisation/table.ts";
import { OrganisationType } from "../organisation/type.ts";
import { groupReadings } from "./board-reading.ts";
import { groupFlatTables } from "./flat-tables.ts";
import { GroupFilter, GroupOrderEnum } from "./inputs.ts";
import { groupById } from "./loaders.ts";
import { groupListing } from "./store.ts";
import { groupKind, groups } from "./table.ts";
import { GroupType } from "./type.ts";
import { groupStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof groups.$inferSelect;
type OrganisationRow = typeof organisations.$inferSelect;
type PlaceRow = typeof places.$inferSelect;
type TeamRow = typeof healthIntegrationTeams.$inferSelect;
type Request = PageRequest<GroupFilter>;

const GroupConnection = connectionOf("Group", () => GroupType, { dated: true });
const GroupsArgs = listArgs(() => GroupFilter, GroupOrderEnum, "NAME");

@Resolver(() => GroupType)
class GroupResolver {
  @Query(GroupConnection, { description: "Groups: boards, committees, working groups and networks." })
  groups(@Ctx() context: Context, @Args(GroupsArgs) request: Request): Connection<Row> {
    return page(context, groupListing, request);
  }

  @foundById()
  @Query(() => GroupType, { nullable: true, description: "A group by its id. Null where there is none." })
  group(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return groupById(context, id);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The group that it is a part of." })
  parent(@Ctx() context: Context, @Root() group: Row): Soon<Row | null> {
    return groupById(context, group.parentId);
  }

  @FieldResolver(GroupConnection, { description: "The groups that are a part of it." })
  parts(@Ctx() context: Context, @Root() group: Row, @Args(GroupsArgs) request: Request): Connection<Row> {
    return pageWithin(context, groupListing, groups.parentId, group.id, request);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The organisation that it belongs to or that runs it." })
  host(@Ctx() context: Context, @Root() group: Row): Soon<OrganisationRow | null> {
    return organisationById(context, group.hostId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The HIT that it belongs to." })
  healthIntegrationTeam(@Ctx() context: Context, @Root() group: Row): Soon<TeamRow | null> {
    return healthIntegrationTeamById(context, group.healthIntegrationTeamId);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "The area that it works for." })
  place(@Ctx() context: Context, @Root() group: Row): Soon<PlaceRow | null> {
    return placeById(context, group.placeId);
  }
}

@Resolver(() => OrganisationType)
class OrganisationGroupsResolver {
  @FieldResolver(GroupConnection, { description: "Groups that belong to it or that it runs. Those that it sits on are among its memberships." })
  hostedGroups(@Ctx() context: Context, @Root() organisation: OrganisationRow, @Args(GroupsArgs) request: Request): Connection<Row> {
    return pageOfOrganisation(context, groupListing, groups.hostId, organisation.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamGroupsResolver {
  @FieldResolver(GroupConnection, { description: "Groups that belong to it, its leadership team among them." })
  groups(@Ctx() context: Context, @Root() team: TeamRow, @Args(GroupsArgs) request: Request): Connection<Row> {
    return pageWithin(context, groupListing, groups.healthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => PlaceType)
class PlaceGroupsResolver {
  @FieldResolver(GroupConnection, { description: "Groups recorded at exactly this place. For those at places in it too, ask groups with filter place." })
  groups(@Ctx() context: Context, @Root() place: PlaceRow, @Args(GroupsArgs) request: Request): Connection<Row> {
    return pageWithin(context, groupListing, groups.placeId, place.id, request);
  }
}

export const group: Concept = {
  kinds: [groupKind],
  readings: groupReadings,
  flatTables: groupFlatTables,
  standards: groupStandards,
  resolvers: [GroupResolver, OrganisationGroupsResolver, HealthIntegrationTeamGroupsResolver, PlaceGroupsResolver],
};
