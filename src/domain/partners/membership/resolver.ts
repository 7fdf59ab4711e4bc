import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { connectionOf } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { groupById } from "../group/loaders.ts";
import type { groups } from "../group/table.ts";
import { GroupType } from "../group/type.ts";
import { healthIntegrationTeamById } from "../health-integration-team/loaders.ts";
import type { healthIntegrationTeams } from "../health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../health-integration-team/type.ts";
import { organisationById } from "../organisation/loaders.ts";
import { pageOfOrganisation } from "../organisation/succession.ts";
import type { organisations } from "../organisation/table.ts";
import { OrganisationType } from "../organisation/type.ts";
import { personById } from "../person/loaders.ts";
import type { people } from "../person/table.ts";
import { PersonType } from "../person/type.ts";
import { membershipReadings } from "./board-reading.ts";
import { membershipFlatTables } from "./flat-tables.ts";
import { MembershipFilter, MembershipOrderEnum } from "./inputs.ts";
import { membershipById, membershipUnitsOfOrganisation, unitsOfMembership } from "./loaders.ts";
import { memberKindOf } from "./rules.ts";
import { membershipListing } from "./store.ts";
import { membershipKind, memberships, membershipUnitKind, type membershipUnits } from "./table.ts";
import { MemberKindEnum, MembershipType, MembershipUnitType } from "./type.ts";
import { membershipStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof memberships.$inferSelect;
type UnitRow = typeof membershipUnits.$inferSelect;
type GroupRow = typeof groups.$inferSelect;
type OrganisationRow = typeof organisations.$inferSelect;
type PersonRow = typeof people.$inferSelect;
type TeamRow = typeof healthIntegrationTeams.$inferSelect;
type Request = PageRequest<MembershipFilter>;

const MembershipConnection = connectionOf("Membership", () => MembershipType, { dated: true });
const MembershipsArgs = listArgs(() => MembershipFilter, MembershipOrderEnum, "CAPACITY");

@Resolver(() => MembershipType)
class MembershipResolver {
  @Query(MembershipConnection, { description: "Who takes part in which HIT or group." })
  memberships(@Ctx() context: Context, @Args(MembershipsArgs) request: Request): Connection<Row> {
    return page(context, membershipListing, request);
  }

  @foundById()
  @Query(() => MembershipType, { nullable: true, description: "A membership by its id. Null where there is none." })
  membership(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return membershipById(context, id);
  }

  @FieldResolver(() => MemberKindEnum, { description: "What the member is, also where the viewer may not see which one: count by it, and read organisation, person or constituency accordingly." })
  memberKind(@Root() membership: Row): string {
    return memberKindOf(membership);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The member, where memberKind is ORGANISATION; null then only where the viewer may not see it." })
  organisation(@Ctx() context: Context, @Root() membership: Row): Soon<OrganisationRow | null> {
    return organisationById(context, membership.organisationId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "The member, where memberKind is PERSON; null then where the viewer may not see the person." })
  person(@Ctx() context: Context, @Root() membership: Row): Soon<PersonRow | null> {
    return personById(context, membership.personId);
  }

  @FieldResolver(() => [MembershipUnitType], { description: "The departments, services or teams through which a member organisation takes part. Empty where no source names any." })
  units(@Ctx() context: Context, @Root() membership: Row): Soon<readonly UnitRow[]> {
    return unitsOfMembership(context, membership.id);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The HIT that it is in. Null where it is in a group." })
  healthIntegrationTeam(@Ctx() context: Context, @Root() membership: Row): Soon<TeamRow | null> {
    return healthIntegrationTeamById(context, membership.healthIntegrationTeamId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The group that it is in. Null where it is in a HIT." })
  group(@Ctx() context: Context, @Root() membership: Row): Soon<GroupRow | null> {
    return groupById(context, membership.groupId);
  }
}

@Resolver(() => MembershipUnitType)
class MembershipUnitResolver {
  @FieldResolver(() => MembershipType, { nullable: true, description: "The membership of the organisation that it is a part of." })
  membership(@Ctx() context: Context, @Root() unit: UnitRow): Soon<Row | null> {
    return membershipById(context, unit.membershipId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The department, service or team." })
  organisation(@Ctx() context: Context, @Root() unit: UnitRow): Soon<OrganisationRow | null> {
    return organisationById(context, unit.organisationId);
  }
}

@Resolver(() => GroupType)
class GroupMembersResolver {
  @FieldResolver(MembershipConnection, { description: "Who takes part in it. Count organisations with filter memberKind: a constituency is not one." })
  members(@Ctx() context: Context, @Root() group: GroupRow, @Args(MembershipsArgs) request: Request): Connection<Row> {
    return pageWithin(context, membershipListing, memberships.groupId, group.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamMembersResolver {
  @FieldResolver(MembershipConnection, { description: "Who takes part in it. Those who sit on one of its groups are members of that group." })
  members(@Ctx() context: Context, @Root() team: TeamRow, @Args(MembershipsArgs) request: Request): Connection<Row> {
    return pageWithin(context, membershipListing, memberships.healthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationMembershipsResolver {
  @FieldResolver(MembershipConnection, { description: "The HITs and groups that it takes part in, as a body of its own." })
  memberships(@Ctx() context: Context, @Root() organisation: OrganisationRow, @Args(MembershipsArgs) request: Request): Connection<Row> {
    return pageOfOrganisation(context, membershipListing, memberships.organisationId, organisation.id, request);
  }

  @FieldResolver(() => [MembershipUnitType], { description: "Where it takes part as a unit of the organisation that is the member." })
  membershipsAsUnit(@Ctx() context: Context, @Root() organisation: OrganisationRow): Soon<readonly UnitRow[]> {
    return membershipUnitsOfOrganisation(context, organisation.id);
  }
}

@Resolver(() => PersonType)
class PersonMembershipsResolver {
  @FieldResolver(MembershipConnection, { description: "The HITs and groups in which the person takes part." })
  memberships(@Ctx() context: Context, @Root() person: PersonRow, @Args(MembershipsArgs) request: Request): Connection<Row> {
    return pageWithin(context, membershipListing, memberships.personId, person.id, request);
  }
}

export const membership: Concept = {
  kinds: [membershipKind, membershipUnitKind],
  readings: membershipReadings,
  flatTables: membershipFlatTables,
  standards: membershipStandards,
  resolvers: [
    MembershipResolver, MembershipUnitResolver, GroupMembersResolver, HealthIntegrationTeamMembersResolver,
    OrganisationMembershipsResolver, PersonMembershipsResolver,
  ],
};
