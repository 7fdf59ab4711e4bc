import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { programmeById } from "../../delivery/programme/loaders.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { placeById } from "../../foundation/place/loaders.ts";
import type { places } from "../../foundation/place/table.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import { groupById } from "../../partners/group/loaders.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import { EventSeriesArgs, EventSeriesConnection } from "./connections.ts";
import type { EventSeriesFilter } from "./inputs.ts";
import { eventSeriesById } from "./loaders.ts";
import { eventSeriesListing } from "./store.ts";
import { eventSeries } from "./table.ts";
import { EventSeriesType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type GroupRow = typeof groups.$inferSelect;
type PlaceRow = typeof places.$inferSelect;
type ProgrammeRow = typeof programmes.$inferSelect;
type SeriesRow = typeof eventSeries.$inferSelect;
type SeriesRequest = PageRequest<EventSeriesFilter>;

@Resolver(() => EventSeriesType)
class EventSeriesResolver {
  @Query(EventSeriesConnection, { description: "Series of events: what is held again and again for one purpose." })
  seriesOfEvents(@Ctx() context: Context, @Args(EventSeriesArgs) request: SeriesRequest): Connection<SeriesRow> {
    return page(context, eventSeriesListing, request);
  }

  @foundById()
  @Query(() => EventSeriesType, { nullable: true, description: "A series of events by its id. Null where there is none." })
  eventSeries(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<SeriesRow | null> {
    return eventSeriesById(context, id);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "Where the events take place, or the area that they are for." })
  place(@Ctx() context: Context, @Root() series: SeriesRow): Soon<PlaceRow | null> {
    return placeById(context, series.placeId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The group whose series it is." })
  group(@Ctx() context: Context, @Root() series: SeriesRow): Soon<GroupRow | null> {
    return groupById(context, series.groupId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it is part of." })
  programme(@Ctx() context: Context, @Root() series: SeriesRow): Soon<ProgrammeRow | null> {
    return programmeById(context, series.programmeId);
  }
}

@Resolver(() => PlaceType)
class PlaceSeriesResolver {
  @FieldResolver(EventSeriesConnection, { description: "Series of events recorded at exactly this place. For those at places in it too, ask seriesOfEvents with filter place." })
  seriesOfEvents(@Ctx() context: Context, @Root() place: PlaceRow, @Args(EventSeriesArgs) request: SeriesRequest): Connection<SeriesRow> {
    return pageWithin(context, eventSeriesListing, eventSeries.placeId, place.id, request);
  }
}

@Resolver(() => GroupType)
class GroupSeriesResolver {
  @FieldResolver(EventSeriesConnection, { description: "Its series of events." })
  seriesOfEvents(@Ctx() context: Context, @Root() group: GroupRow, @Args(EventSeriesArgs) request: SeriesRequest): Connection<SeriesRow> {
    return pageWithin(context, eventSeriesListing, eventSeries.groupId, group.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeSeriesResolver {
  @FieldResolver(EventSeriesConnection, { description: "Its series of events." })
  seriesOfEvents(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(EventSeriesArgs) request: SeriesRequest): Connection<SeriesRow> {
    return pageWithin(context, eventSeriesListing, eventSeries.programmeId, programme.id, request);
  }
}

export const seriesResolvers = [EventSeriesResolver, PlaceSeriesResolver, GroupSeriesResolver, ProgrammeSeriesResolver];
