import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list-args.ts";
import { pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { FinancialYearType } from "../../../api/value/financial-year.ts";
import { readFinancialYear, type FinancialYear } from "../../../kernel/financial-year.ts";
import { groupById } from "../../partners/group/loaders.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import { healthIntegrationTeamById } from "../../partners/health-integration-team/loaders.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { AwardPartyConnection } from "./connections.ts";
import { AwardPartyFilter, AwardPartyOrderEnum } from "./inputs.ts";
import { fundingAwardById } from "./loaders.ts";
import { partyKindOf } from "./rules.ts";
import { awardPartyListing } from "./store.ts";
import { awardParties, type awardSpends, type fundingAwards } from "./table.ts";
import { AwardPartyType, AwardSpendType, FundingAwardType, PartyKindEnum } from "./type.ts";

type Row = typeof awardParties.$inferSelect;
type AwardRow = typeof fundingAwards.$inferSelect;
type SpendRow = typeof awardSpends.$inferSelect;
type GroupRow = typeof groups.$inferSelect;
type OrganisationRow = typeof organisations.$inferSelect;
type TeamRow = typeof healthIntegrationTeams.$inferSelect;
type Request = PageRequest<AwardPartyFilter>;

const AwardPartiesArgs = listArgs(() => AwardPartyFilter, AwardPartyOrderEnum, "ROLE");

@Resolver(() => AwardPartyType)
class AwardPartyResolver {
  @FieldResolver(() => PartyKindEnum, { description: "What the party is, also where the viewer may not see which one." })
  partyKind(@Root() party: Row): string {
    return partyKindOf(party);
  }

  @FieldResolver(() => FundingAwardType, { nullable: true, description: "The award." })
  async award(@Ctx() context: Context, @Root() party: Row): Promise<AwardRow | null> {
    return fundingAwardById(context, party.awardId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The party, where partyKind is ORGANISATION; null then only where the viewer may not see it." })
  async organisation(@Ctx() context: Context, @Root() party: Row): Promise<OrganisationRow | null> {
    return organisationById(context, party.organisationId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The party, where partyKind is HEALTH_INTEGRATION_TEAM." })
  async healthIntegrationTeam(@Ctx() context: Context, @Root() party: Row): Promise<TeamRow | null> {
    return healthIntegrationTeamById(context, party.healthIntegrationTeamId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The party, where partyKind is GROUP." })
  async group(@Ctx() context: Context, @Root() party: Row): Promise<GroupRow | null> {
    return groupById(context, party.groupId);
  }
}

@Resolver(() => AwardSpendType)
class AwardSpendResolver {
  @FieldResolver(() => FinancialYearType, { description: "The financial year in which it was spent." })
  financialYear(@Root() spend: SpendRow): FinancialYear {
    return readFinancialYear(spend.financialYear);
  }

  @FieldResolver(() => FundingAwardType, { nullable: true, description: "The award." })
  async award(@Ctx() context: Context, @Root() spend: SpendRow): Promise<AwardRow | null> {
    return fundingAwardById(context, spend.awardId);
  }
}

@Resolver(() => OrganisationType)
class OrganisationAwardPartiesResolver {
  @FieldResolver(AwardPartyConnection, { description: "Its parts in awards: what it funded, received, passed on and so on. One award stands here once for each of its roles." })
  async awardParties(@Ctx() context: Context, @Root() organisation: OrganisationRow, @Args(AwardPartiesArgs) request: Request): Promise<Connection<Row>> {
    return pageWithin(context, awardPartyListing, awardParties.organisationId, organisation.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamAwardPartiesResolver {
  @FieldResolver(AwardPartyConnection, { description: "Its parts in awards. One award stands here once for each of its roles." })
  async awardParties(@Ctx() context: Context, @Root() team: TeamRow, @Args(AwardPartiesArgs) request: Request): Promise<Connection<Row>> {
    return pageWithin(context, awardPartyListing, awardParties.healthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => GroupType)
class GroupAwardPartiesResolver {
  @FieldResolver(AwardPartyConnection, { description: "Its parts in awards. One award stands here once for each of its roles." })
  async awardParties(@Ctx() context: Context, @Root() group: GroupRow, @Args(AwardPartiesArgs) request: Request): Promise<Connection<Row>> {
    return pageWithin(context, awardPartyListing, awardParties.groupId, group.id, request);
  }
}

export const partyResolvers = [
  AwardPartyResolver, AwardSpendResolver, OrganisationAwardPartiesResolver, HealthIntegrationTeamAwardPartiesResolver, GroupAwardPartiesResolver,
];
