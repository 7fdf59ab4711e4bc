import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
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
import { personById } from "../../partners/person/loaders.ts";
import type { people } from "../../partners/person/table.ts";
import { PersonType } from "../../partners/person/type.ts";
import { EventPartiesArgs, EventPartyConnection } from "./connections.ts";
import type { EventPartyFilter } from "./inputs.ts";
import { eventById, eventSeriesById } from "./loaders.ts";
import { eventPartyKindOf } from "./rules.ts";
import { eventPartyListing } from "./store.ts";
import { eventParties, type events, type eventSeries } from "./table.ts";
import { EventPartyKindEnum, EventPartyType, EventSeriesType, EventType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type OrganisationRow = typeof organisations.$inferSelect;
type PersonRow = typeof people.$inferSelect;
type TeamRow = typeof healthIntegrationTeams.$inferSelect;
type GroupRow = typeof groups.$inferSelect;
type Row = typeof events.$inferSelect;
type SeriesRow = typeof eventSeries.$inferSelect;
type PartyRow = typeof eventParties.$inferSelect;
type PartyRequest = PageRequest<EventPartyFilter>;

@Resolver(() => EventPartyType)
class EventPartyResolver {
  @FieldResolver(() => EventPartyKindEnum, { description: "What the party is, also where the viewer may not see which one: read organisation, healthIntegrationTeam, group, person or description accordingly." })
  partyKind(@Root() party: PartyRow): string {
    return eventPartyKindOf(party);
  }

  @FieldResolver(() => EventType, { nullable: true, description: "The event. Null where it is a part in every event of a series." })
  event(@Ctx() context: Context, @Root() party: PartyRow): Soon<Row | null> {
    return eventById(context, party.eventId);
  }

  @FieldResolver(() => EventSeriesType, { nullable: true, description: "The series. Null where it is a part in one event." })
  series(@Ctx() context: Context, @Root() party: PartyRow): Soon<SeriesRow | null> {
    return eventSeriesById(context, party.seriesId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The party, where partyKind is ORGANISATION; null then only where the viewer may not see it." })
  organisation(@Ctx() context: Context, @Root() party: PartyRow): Soon<OrganisationRow | null> {
    return organisationById(context, party.organisationId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The party, where partyKind is HEALTH_INTEGRATION_TEAM." })
  healthIntegrationTeam(@Ctx() context: Context, @Root() party: PartyRow): Soon<TeamRow | null> {
    return healthIntegrationTeamById(context, party.healthIntegrationTeamId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The party, where partyKind is GROUP." })
  group(@Ctx() context: Context, @Root() party: PartyRow): Soon<GroupRow | null> {
    return groupById(context, party.groupId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "The party, where partyKind is PERSON; null then where the viewer may not see the person." })
  person(@Ctx() context: Context, @Root() party: PartyRow): Soon<PersonRow | null> {
    return personById(context, party.personId);
  }
}

@Resolver(() => EventType)
class EventPartiesResolver {
  @FieldResolver(EventPartyConnection, { description: "Who is what to it. Those who are so to every event of its series are parties of the series." })
  parties(@Ctx() context: Context, @Root() event: Row, @Args(EventPartiesArgs) request: PartyRequest): Connection<PartyRow> {
    return pageWithin(context, eventPartyListing, eventParties.eventId, event.id, request);
  }
}

@Resolver(() => EventSeriesType)
class EventSeriesPartiesResolver {
  @FieldResolver(EventPartyConnection, { description: "Who is what to every event of it." })
  parties(@Ctx() context: Context, @Root() series: SeriesRow, @Args(EventPartiesArgs) request: PartyRequest): Connection<PartyRow> {
    return pageWithin(context, eventPartyListing, eventParties.seriesId, series.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationEventPartiesResolver {
  @FieldResolver(EventPartyConnection, { description: "Its parts in events and in series of events. One event stands here once for each role." })
  eventParties(@Ctx() context: Context, @Root() organisation: OrganisationRow, @Args(EventPartiesArgs) request: PartyRequest): Connection<PartyRow> {
    return pageOfOrganisation(context, eventPartyListing, eventParties.organisationId, organisation.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamEventPartiesResolver {
  @FieldResolver(EventPartyConnection, { description: "Its parts in events and in series of events. One event stands here once for each role." })
  eventParties(@Ctx() context: Context, @Root() team: TeamRow, @Args(EventPartiesArgs) request: PartyRequest): Connection<PartyRow> {
    return pageWithin(context, eventPartyListing, eventParties.healthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => GroupType)
class GroupEventPartiesResolver {
  @FieldResolver(EventPartyConnection, { description: "Its parts in events and in series of events. One event stands here once for each role." })
  eventParties(@Ctx() context: Context, @Root() group: GroupRow, @Args(EventPartiesArgs) request: PartyRequest): Connection<PartyRow> {
    return pageWithin(context, eventPartyListing, eventParties.groupId, group.id, request);
  }
}

@Resolver(() => PersonType)
class PersonEventPartiesResolver {
  @FieldResolver(EventPartyConnection, { description: "The parts that the person has in events and in series of events. One event stands here once for each role." })
  eventParties(@Ctx() context: Context, @Root() person: PersonRow, @Args(EventPartiesArgs) request: PartyRequest): Connection<PartyRow> {
    return pageWithin(context, eventPartyListing, eventParties.personId, person.id, request);
  }
}

export const partyResolvers = [
  EventPartyResolver, EventPartiesResolver, EventSeriesPartiesResolver, OrganisationEventPartiesResolver,
  HealthIntegrationTeamEventPartiesResolver, GroupEventPartiesResolver, PersonEventPartiesResolver,
];
