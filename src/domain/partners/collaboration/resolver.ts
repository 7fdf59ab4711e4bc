import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { connectionOf } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { page, pageBelonging, type Connection, type PageRequest } from "../../../api/page.ts";
import { pointedAtBy } from "../../../api/list/related.ts";
import type { groups } from "../group/table.ts";
import { GroupType } from "../group/type.ts";
import type { healthIntegrationTeams } from "../health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../health-integration-team/type.ts";
import { ofItsLine } from "../organisation/succession.ts";
import type { organisations } from "../organisation/table.ts";
import { OrganisationType } from "../organisation/type.ts";
import { collaborationReadings } from "./board-reading.ts";
import { collaborationFlatTables } from "./flat-tables.ts";
import { CollaborationFilter, CollaborationOrderEnum } from "./inputs.ts";
import { collaborationById, partiesOfCollaboration } from "./loaders.ts";
import { collaborationListing } from "./store.ts";
import { collaborationKind, collaborationPartyKind, collaborationParties, collaborations } from "./table.ts";
import { CollaborationPartyType, CollaborationType } from "./type.ts";
import { collaborationStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof collaborations.$inferSelect;
type PartyRow = typeof collaborationParties.$inferSelect;

const CollaborationConnection = connectionOf("Collaboration", () => CollaborationType, { dated: true });
const CollaborationsArgs = listArgs(() => CollaborationFilter, CollaborationOrderEnum, "SUBJECT");

@Resolver(() => CollaborationType)
class CollaborationResolver {
  @Query(CollaborationConnection, { description: "Who works together with whom, on what, and with what result." })
  collaborations(@Ctx() context: Context, @Args(CollaborationsArgs) request: PageRequest<CollaborationFilter>): Connection<Row> {
    return page(context, collaborationListing, request);
  }

  @foundById()
  @Query(() => CollaborationType, { nullable: true, description: "A collaboration by its id. Null where there is none." })
  collaboration(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return collaborationById(context, id);
  }

  @FieldResolver(() => [CollaborationPartyType], { description: "Those who work together." })
  parties(@Ctx() context: Context, @Root() collaboration: Row): Soon<readonly PartyRow[]> {
    return partiesOfCollaboration(context, collaboration.id);
  }
}

@Resolver(() => CollaborationPartyType)
class CollaborationPartyResolver {
  @FieldResolver(() => CollaborationType, { nullable: true, description: "The collaboration." })
  collaboration(@Ctx() context: Context, @Root() party: PartyRow): Soon<Row | null> {
    return collaborationById(context, party.collaborationId);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamCollaborationsResolver {
  @FieldResolver(CollaborationConnection, { description: "The collaborations to which it is a party." })
  collaborations(@Ctx() context: Context, @Root() team: typeof healthIntegrationTeams.$inferSelect, @Args(CollaborationsArgs) request: PageRequest<CollaborationFilter>): Soon<Connection<Row>> {
    return pageOfParty(context, collaborationParties.healthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationCollaborationsResolver {
  @FieldResolver(CollaborationConnection, { description: "The collaborations to which it is a party." })
  async collaborations(@Ctx() context: Context, @Root() organisation: typeof organisations.$inferSelect, @Args(CollaborationsArgs) request: PageRequest<CollaborationFilter>): Promise<Connection<Row>> {
    const { organisationId } = collaborationParties;
    return pageOfParty(context, organisationId, organisation.id, request, (parent) => ofItsLine(context, organisationId, parent, request.filter));
  }
}

@Resolver(() => GroupType)
class GroupCollaborationsResolver {
  @FieldResolver(CollaborationConnection, { description: "The collaborations to which it is a party." })
  collaborations(@Ctx() context: Context, @Root() group: typeof groups.$inferSelect, @Args(CollaborationsArgs) request: PageRequest<CollaborationFilter>): Soon<Connection<Row>> {
    return pageOfParty(context, collaborationParties.groupId, group.id, request);
  }
}

async function pageOfParty(
  context: Context, party: AnySQLiteColumn, id: string, request: PageRequest<CollaborationFilter>, is = (parent: SQL): SQL => sql`${party} = ${parent}`,
): Promise<Connection<Row>> {
  const { collaborationId } = collaborationParties;
  const to = (parent: SQL): SQL | undefined => pointedAtBy(context, collaborations.id, collaborationParties, collaborationId, is(parent));
  return pageBelonging(context, collaborationListing, { name: party.name, to }, id, request);
}

export const collaboration: Concept = {
  kinds: [collaborationKind, collaborationPartyKind],
  readings: collaborationReadings,
  flatTables: collaborationFlatTables,
  standards: collaborationStandards,
  resolvers: [
    CollaborationResolver, CollaborationPartyResolver, HealthIntegrationTeamCollaborationsResolver, OrganisationCollaborationsResolver, GroupCollaborationsResolver,
  ],
};
