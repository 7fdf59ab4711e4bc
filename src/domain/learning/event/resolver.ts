import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { milestoneById } from "../../delivery/milestone/loaders.ts";
import type { milestones } from "../../delivery/milestone/table.ts";
import { MilestoneType } from "../../delivery/milestone/type.ts";
import { programmeById } from "../../delivery/programme/loaders.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { placeById } from "../../foundation/place/loaders.ts";
import type { places } from "../../foundation/place/table.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import { collaborationById } from "../../partners/collaboration/loaders.ts";
import type { collaborations } from "../../partners/collaboration/table.ts";
import { CollaborationType } from "../../partners/collaboration/type.ts";
import { groupById } from "../../partners/group/loaders.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import { eventReadings } from "./board-reading.ts";
import { eventFlatTables } from "./flat-tables.ts";
import { EventConnection, EventsArgs, EventsOfSeriesArgs } from "./connections.ts";
import type { EventFilter } from "./inputs.ts";
import { eventById, eventSeriesById } from "./loaders.ts";
import { partyResolvers } from "./party-resolver.ts";
import { seriesResolvers } from "./series-resolver.ts";
import { eventListing } from "./store.ts";
import { eventKind, eventPartyKind, events, eventSeriesKind, type eventSeries } from "./table.ts";
import { EventSeriesType, EventType } from "./type.ts";
import { eventStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type GroupRow = typeof groups.$inferSelect;
type PlaceRow = typeof places.$inferSelect;
type CollaborationRow = typeof collaborations.$inferSelect;
type ProgrammeRow = typeof programmes.$inferSelect;
type MilestoneRow = typeof milestones.$inferSelect;
type Row = typeof events.$inferSelect;
type SeriesRow = typeof eventSeries.$inferSelect;
type Request = PageRequest<EventFilter>;

@Resolver(() => EventType)
class EventResolver {
  @Query(EventConnection, { description: "Events, one by one. For those that come again and again see seriesOfEvents." })
  events(@Ctx() context: Context, @Args(EventsArgs) request: Request): Connection<Row> {
    return page(context, eventListing, request);
  }

  @foundById()
  @Query(() => EventType, { nullable: true, description: "An event by its id. Null where there is none." })
  event(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return eventById(context, id);
  }

  @FieldResolver(() => EventSeriesType, { nullable: true, description: "The series that it is one of." })
  series(@Ctx() context: Context, @Root() event: Row): Soon<SeriesRow | null> {
    return eventSeriesById(context, event.seriesId);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "Where it takes place, or the area that it is for." })
  place(@Ctx() context: Context, @Root() event: Row): Soon<PlaceRow | null> {
    return placeById(context, event.placeId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The group whose event it is." })
  group(@Ctx() context: Context, @Root() event: Row): Soon<GroupRow | null> {
    return groupById(context, event.groupId);
  }

  @FieldResolver(() => CollaborationType, { nullable: true, description: "The collaboration that it came out of." })
  collaboration(@Ctx() context: Context, @Root() event: Row): Soon<CollaborationRow | null> {
    return collaborationById(context, event.collaborationId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it is part of." })
  programme(@Ctx() context: Context, @Root() event: Row): Soon<ProgrammeRow | null> {
    return programmeById(context, event.programmeId);
  }

  @FieldResolver(() => MilestoneType, { nullable: true, description: "The milestone that is reached with it." })
  milestone(@Ctx() context: Context, @Root() event: Row): Soon<MilestoneRow | null> {
    return milestoneById(context, event.milestoneId);
  }
}

@Resolver(() => EventSeriesType)
class EventSeriesEventsResolver {
  @FieldResolver(EventConnection, { description: "Its events, as far as they are known one by one." })
  events(@Ctx() context: Context, @Root() series: SeriesRow, @Args(EventsOfSeriesArgs) request: Request): Connection<Row> {
    return pageWithin(context, eventListing, events.seriesId, series.id, request);
  }
}

@Resolver(() => PlaceType)
class PlaceEventsResolver {
  @FieldResolver(EventConnection, { description: "Events recorded at exactly this place. For those at places in it too, ask events with filter place." })
  events(@Ctx() context: Context, @Root() place: PlaceRow, @Args(EventsArgs) request: Request): Connection<Row> {
    return pageWithin(context, eventListing, events.placeId, place.id, request);
  }
}

@Resolver(() => GroupType)
class GroupEventsResolver {
  @FieldResolver(EventConnection, { description: "Its events. Those in which it has a part are among its eventParties." })
  events(@Ctx() context: Context, @Root() group: GroupRow, @Args(EventsArgs) request: Request): Connection<Row> {
    return pageWithin(context, eventListing, events.groupId, group.id, request);
  }
}

@Resolver(() => CollaborationType)
class CollaborationEventsResolver {
  @FieldResolver(EventConnection, { description: "The events that came out of it." })
  events(@Ctx() context: Context, @Root() collaboration: CollaborationRow, @Args(EventsArgs) request: Request): Connection<Row> {
    return pageWithin(context, eventListing, events.collaborationId, collaboration.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeEventsResolver {
  @FieldResolver(EventConnection, { description: "Its events." })
  events(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(EventsArgs) request: Request): Connection<Row> {
    return pageWithin(context, eventListing, events.programmeId, programme.id, request);
  }
}

@Resolver(() => MilestoneType)
class MilestoneEventsResolver {
  @FieldResolver(EventConnection, { description: "The events with which it is reached." })
  events(@Ctx() context: Context, @Root() milestone: MilestoneRow, @Args(EventsArgs) request: Request): Connection<Row> {
    return pageWithin(context, eventListing, events.milestoneId, milestone.id, request);
  }
}

export const event: Concept = {
  kinds: [eventSeriesKind, eventKind, eventPartyKind],
  readings: eventReadings,
  flatTables: eventFlatTables,
  standards: eventStandards,
  resolvers: [
    EventResolver, EventSeriesEventsResolver, PlaceEventsResolver, GroupEventsResolver, CollaborationEventsResolver, ProgrammeEventsResolver,
    MilestoneEventsResolver, ...seriesResolvers, ...partyResolvers,
  ],
};
