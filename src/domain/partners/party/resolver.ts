import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import type { Context } from "../../../api/context.ts";
import { groupById } from "../group/loaders.ts";
import type { groups } from "../group/table.ts";
import { GroupType } from "../group/type.ts";
import { healthIntegrationTeamById } from "../health-integration-team/loaders.ts";
import type { healthIntegrationTeams } from "../health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../health-integration-team/type.ts";
import { organisationById } from "../organisation/loaders.ts";
import type { organisations } from "../organisation/table.ts";
import { OrganisationType } from "../organisation/type.ts";
import { partyKindOf, type PartyRow } from "./rules.ts";
import { PartyInterface, PartyKindEnum } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

/** Resolves what every party has, of whatever it is a party to. */
@Resolver(() => PartyInterface)
class PartyResolver {
  @FieldResolver(() => PartyKindEnum, { description: "What the party is, also where the viewer may not see which one." })
  partyKind(@Root() party: PartyRow): string {
    return partyKindOf(party);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The party, where partyKind is ORGANISATION; null then only where the viewer may not see it." })
  organisation(@Ctx() context: Context, @Root() party: PartyRow): Soon<typeof organisations.$inferSelect | null> {
    return organisationById(context, party.organisationId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The party, where partyKind is HEALTH_INTEGRATION_TEAM; null then only where the viewer may not see it." })
  healthIntegrationTeam(@Ctx() context: Context, @Root() party: PartyRow): Soon<typeof healthIntegrationTeams.$inferSelect | null> {
    return healthIntegrationTeamById(context, party.healthIntegrationTeamId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The party, where partyKind is GROUP; null then only where the viewer may not see it." })
  group(@Ctx() context: Context, @Root() party: PartyRow): Soon<typeof groups.$inferSelect | null> {
    return groupById(context, party.groupId);
  }
}

export const party: Concept = { kinds: [], resolvers: [PartyResolver] };
