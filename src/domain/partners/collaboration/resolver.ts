import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../../api/concept.ts";
import { connectionOf, PageArgs } from "../../../api/connection.ts";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list-args.ts";
import { page, pageOf, type Connection, type PageAsked, type PageRequest } from "../../../api/page.ts";
import { distinct } from "../../../api/loaders.ts";
import type { groups } from "../group/table.ts";
import { GroupType } from "../group/type.ts";
import type { healthIntegrationTeams } from "../health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../health-integration-team/type.ts";
import type { organisations } from "../organisation/table.ts";
import { OrganisationType } from "../organisation/type.ts";
import { CollaborationFilter, CollaborationOrderEnum } from "./inputs.ts";
import { collaborationById, partiesOfCollaboration, partsOfGroup, partsOfHealthIntegrationTeam, partsOfOrganisation } from "./loaders.ts";
import { collaborationListing } from "./store.ts";
import { collaborationKind, collaborationPartyKind, type collaborationParties, type collaborations } from "./table.ts";
import { CollaborationPartyType, CollaborationType } from "./type.ts";

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

  @Query(() => CollaborationType, { nullable: true, description: "A collaboration by its id. Null where there is none." })
  async collaboration(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Promise<Row | null> {
    return collaborationById(context, id);
  }

  @FieldResolver(() => [CollaborationPartyType], { description: "Those who work together." })
  async parties(@Ctx() context: Context, @Root() collaboration: Row): Promise<readonly PartyRow[]> {
    return partiesOfCollaboration(context, collaboration.id);
  }
}

@Resolver(() => CollaborationPartyType)
class CollaborationPartyResolver {
  @FieldResolver(() => CollaborationType, { nullable: true, description: "The collaboration." })
  async collaboration(@Ctx() context: Context, @Root() party: PartyRow): Promise<Row | null> {
    return collaborationById(context, party.collaborationId);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamCollaborationsResolver {
  @FieldResolver(CollaborationConnection, { description: "The collaborations to which it is a party, by subject. Search them with collaborations and its filter." })
  async collaborations(@Ctx() context: Context, @Root() team: typeof healthIntegrationTeams.$inferSelect, @Args(() => PageArgs) request: PageAsked): Promise<Connection<Row>> {
    return pageOfParts(context, await partsOfHealthIntegrationTeam(context, team.id), request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationCollaborationsResolver {
  @FieldResolver(CollaborationConnection, { description: "The collaborations to which it is a party, by subject." })
  async collaborations(@Ctx() context: Context, @Root() organisation: typeof organisations.$inferSelect, @Args(() => PageArgs) request: PageAsked): Promise<Connection<Row>> {
    return pageOfParts(context, await partsOfOrganisation(context, organisation.id), request);
  }
}

@Resolver(() => GroupType)
class GroupCollaborationsResolver {
  @FieldResolver(CollaborationConnection, { description: "The collaborations to which it is a party, by subject." })
  async collaborations(@Ctx() context: Context, @Root() group: typeof groups.$inferSelect, @Args(() => PageArgs) request: PageAsked): Promise<Connection<Row>> {
    return pageOfParts(context, await partsOfGroup(context, group.id), request);
  }
}

async function pageOfParts(context: Context, parts: readonly PartyRow[], request: PageAsked): Promise<Connection<Row>> {
  const rows = await distinct(context, collaborationById, parts.map((part) => part.collaborationId));
  return pageOf(rows, (row) => row.subject.toLowerCase(), request);
}

export const collaboration: Concept = {
  kinds: [collaborationKind, collaborationPartyKind],
  resolvers: [
    CollaborationResolver, CollaborationPartyResolver, HealthIntegrationTeamCollaborationsResolver, OrganisationCollaborationsResolver, GroupCollaborationsResolver,
  ],
};
