import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../api/context.ts";
import { pageWithin, type Connection, type PageRequest } from "../../api/page.ts";
import { ProgrammeType } from "../delivery/programme/type.ts";
import { PlaceType } from "../foundation/place/type.ts";
import { sourceById } from "../foundation/source/loaders.ts";
import type { sources } from "../foundation/source/table.ts";
import { SourceType } from "../foundation/source/type.ts";
import { outputById } from "../learning/output/loaders.ts";
import type { outputs } from "../learning/output/table.ts";
import { OutputType } from "../learning/output/type.ts";
import { groupById } from "../partners/group/loaders.ts";
import type { groups } from "../partners/group/table.ts";
import { GroupType } from "../partners/group/type.ts";
import { healthIntegrationTeamById } from "../partners/health-integration-team/loaders.ts";
import type { healthIntegrationTeams } from "../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../partners/health-integration-team/type.ts";
import { organisationById } from "../partners/organisation/loaders.ts";
import { pageOfOrganisation } from "../partners/organisation/succession.ts";
import type { organisations } from "../partners/organisation/table.ts";
import { OrganisationType } from "../partners/organisation/type.ts";
import { ClaimConnection, ClaimsArgs } from "./connections.ts";
import type { ClaimFilter } from "./inputs.ts";
import { claimantKindOf } from "./rules.ts";
import { claimListing } from "./store.ts";
import { claims } from "./table.ts";
import { ClaimantKindEnum, ClaimType } from "./type.ts";
import type { Soon } from "../../api/soon.ts";

type Row = typeof claims.$inferSelect;
type Request = PageRequest<ClaimFilter>;
type Claims = Promise<Connection<Row>>;

/** What of a row the fields that are lent to its type need. */
interface Lent {
  readonly id: string;
}

const MADE = { description: "The claims that it makes. What is claimed about it: claims." };
const RELATED = { description: "The claims that are about it, or about what belongs to it, as whoever recorded them said. About this record itself: claims." };

@Resolver(() => ClaimType)
class ClaimantResolver {
  @FieldResolver(() => ClaimantKindEnum, { description: "Who makes it, also where the viewer may not see which one." })
  claimantKind(@Root() claim: Row): string {
    return claimantKindOf(claim);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "Who makes it, where claimantKind is ORGANISATION." })
  claimantOrganisation(@Ctx() context: Context, @Root() claim: Row): Soon<typeof organisations.$inferSelect | null> {
    return organisationById(context, claim.claimantOrganisationId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "Who makes it, where claimantKind is HEALTH_INTEGRATION_TEAM." })
  claimantHealthIntegrationTeam(@Ctx() context: Context, @Root() claim: Row): Soon<typeof healthIntegrationTeams.$inferSelect | null> {
    return healthIntegrationTeamById(context, claim.claimantHealthIntegrationTeamId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "Who makes it, where claimantKind is GROUP." })
  claimantGroup(@Ctx() context: Context, @Root() claim: Row): Soon<typeof groups.$inferSelect | null> {
    return groupById(context, claim.claimantGroupId);
  }

  @FieldResolver(() => OutputType, { nullable: true, description: "What makes it, where claimantKind is OUTPUT." })
  claimantOutput(@Ctx() context: Context, @Root() claim: Row): Soon<typeof outputs.$inferSelect | null> {
    return outputById(context, claim.claimantOutputId);
  }

  @FieldResolver(() => SourceType, { nullable: true, description: "What makes it, where claimantKind is SOURCE." })
  claimantSource(@Ctx() context: Context, @Root() claim: Row): Soon<typeof sources.$inferSelect | null> {
    return sourceById(context, claim.claimantSourceId);
  }
}

@Resolver(() => OrganisationType)
class OrganisationClaimsMadeResolver {
  @FieldResolver(ClaimConnection, MADE)
  async claimsMade(@Ctx() context: Context, @Root() organisation: Lent, @Args(ClaimsArgs) request: Request): Claims {
    return pageOfOrganisation(context, claimListing, claims.claimantOrganisationId, organisation.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamClaimsMadeResolver {
  @FieldResolver(ClaimConnection, MADE)
  async claimsMade(@Ctx() context: Context, @Root() team: Lent, @Args(ClaimsArgs) request: Request): Claims {
    return pageWithin(context, claimListing, claims.claimantHealthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => GroupType)
class GroupClaimsMadeResolver {
  @FieldResolver(ClaimConnection, MADE)
  async claimsMade(@Ctx() context: Context, @Root() group: Lent, @Args(ClaimsArgs) request: Request): Claims {
    return pageWithin(context, claimListing, claims.claimantGroupId, group.id, request);
  }
}

@Resolver(() => OutputType)
class OutputClaimsMadeResolver {
  @FieldResolver(ClaimConnection, MADE)
  async claimsMade(@Ctx() context: Context, @Root() output: Lent, @Args(ClaimsArgs) request: Request): Claims {
    return pageWithin(context, claimListing, claims.claimantOutputId, output.id, request);
  }
}

@Resolver(() => SourceType)
class SourceClaimsMadeResolver {
  @FieldResolver(ClaimConnection, MADE)
  async claimsMade(@Ctx() context: Context, @Root() source: Lent, @Args(ClaimsArgs) request: Request): Claims {
    return pageWithin(context, claimListing, claims.claimantSourceId, source.id, request);
  }
}

@Resolver(() => PlaceType)
class PlaceRelatedClaimsResolver {
  @FieldResolver(ClaimConnection, RELATED)
  async relatedClaims(@Ctx() context: Context, @Root() place: Lent, @Args(ClaimsArgs) request: Request): Claims {
    return pageWithin(context, claimListing, claims.placeId, place.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeRelatedClaimsResolver {
  @FieldResolver(ClaimConnection, RELATED)
  async relatedClaims(@Ctx() context: Context, @Root() programme: Lent, @Args(ClaimsArgs) request: Request): Claims {
    return pageWithin(context, claimListing, claims.programmeId, programme.id, request);
  }
}

export const claimantResolvers = [
  ClaimantResolver, OrganisationClaimsMadeResolver, HealthIntegrationTeamClaimsMadeResolver, GroupClaimsMadeResolver, OutputClaimsMadeResolver,
  SourceClaimsMadeResolver, PlaceRelatedClaimsResolver, ProgrammeRelatedClaimsResolver,
];
