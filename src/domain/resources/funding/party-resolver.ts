import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { FinancialYearType } from "../../../api/value/financial-year.ts";
import { readFinancialYear, type FinancialYear } from "../../../kernel/financial-year.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import { pageOfOrganisation } from "../../partners/organisation/succession.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { AwardPartyConnection } from "./connections.ts";
import { AwardPartyFilter, AwardPartyOrderEnum } from "./inputs.ts";
import { fundingAwardById } from "./loaders.ts";
import { awardPartyListing } from "./store.ts";
import { awardParties, type awardSpends, type fundingAwards } from "./table.ts";
import { AwardPartyType, AwardSpendType, FundingAwardType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

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
  @FieldResolver(() => FundingAwardType, { nullable: true, description: "The award." })
  award(@Ctx() context: Context, @Root() party: Row): Soon<AwardRow | null> {
    return fundingAwardById(context, party.awardId);
  }
}

@Resolver(() => AwardSpendType)
class AwardSpendResolver {
  @FieldResolver(() => FinancialYearType, { description: "The financial year in which it was spent." })
  financialYear(@Root() spend: SpendRow): FinancialYear {
    return readFinancialYear(spend.financialYear);
  }

  @FieldResolver(() => FundingAwardType, { nullable: true, description: "The award." })
  award(@Ctx() context: Context, @Root() spend: SpendRow): Soon<AwardRow | null> {
    return fundingAwardById(context, spend.awardId);
  }
}

@Resolver(() => OrganisationType)
class OrganisationAwardPartiesResolver {
  @FieldResolver(AwardPartyConnection, { description: "Its parts in awards: what it funded, received, passed on and so on. One award stands here once for each of its roles." })
  awardParties(@Ctx() context: Context, @Root() organisation: OrganisationRow, @Args(AwardPartiesArgs) request: Request): Connection<Row> {
    return pageOfOrganisation(context, awardPartyListing, awardParties.organisationId, organisation.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamAwardPartiesResolver {
  @FieldResolver(AwardPartyConnection, { description: "Its parts in awards. One award stands here once for each of its roles." })
  awardParties(@Ctx() context: Context, @Root() team: TeamRow, @Args(AwardPartiesArgs) request: Request): Connection<Row> {
    return pageWithin(context, awardPartyListing, awardParties.healthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => GroupType)
class GroupAwardPartiesResolver {
  @FieldResolver(AwardPartyConnection, { description: "Its parts in awards. One award stands here once for each of its roles." })
  awardParties(@Ctx() context: Context, @Root() group: GroupRow, @Args(AwardPartiesArgs) request: Request): Connection<Row> {
    return pageWithin(context, awardPartyListing, awardParties.groupId, group.id, request);
  }
}

export const partyResolvers = [
  AwardPartyResolver, AwardSpendResolver, OrganisationAwardPartiesResolver, HealthIntegrationTeamAwardPartiesResolver, GroupAwardPartiesResolver,
];
