import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { connectionOf } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { RecordInterface } from "../../../api/record.ts";
import { placeReadings } from "./board-reading.ts";
import { placeFlatTables } from "./flat-tables.ts";
import { PlaceFilter, PlaceOrderEnum } from "./inputs.ts";
import { placeById } from "./loaders.ts";
import { placeListing } from "./store.ts";
import { placeKind, places } from "./table.ts";
import { PlaceType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof places.$inferSelect;

const PlaceConnection = connectionOf("Place", () => PlaceType);
const PlacesArgs = listArgs(() => PlaceFilter, PlaceOrderEnum, "NAME");

@Resolver(() => PlaceType)
class PlaceResolver {
  @Query(PlaceConnection, { description: "Places: systems, places and neighbourhoods." })
  places(@Ctx() context: Context, @Args(PlacesArgs) request: PageRequest<PlaceFilter>): Connection<Row> {
    return page(context, placeListing, request);
  }

  @foundById()
  @Query(() => PlaceType, { nullable: true, description: "A place by its id. Null where there is none." })
  place(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return placeById(context, id);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "The larger place that it lies in." })
  parent(@Ctx() context: Context, @Root() place: Row): Soon<Row | null> {
    return placeById(context, place.parentId);
  }

  @FieldResolver(PlaceConnection, { description: "The smaller places in it." })
  children(@Ctx() context: Context, @Root() place: Row, @Args(PlacesArgs) request: PageRequest<PlaceFilter>): Connection<Row> {
    return pageWithin(context, placeListing, places.parentId, place.id, request);
  }
}

@Resolver(() => RecordInterface)
class RecordPlaceResolver {
  @FieldResolver(() => PlaceType, { nullable: true, description: "The system that the record belongs to." })
  system(@Ctx() context: Context, @Root() record: { systemId: string | null }): Soon<Row | null> {
    return placeById(context, record.systemId);
  }
}

export const place: Concept = { kinds: [placeKind], readings: placeReadings, flatTables: placeFlatTables, resolvers: [PlaceResolver, RecordPlaceResolver] };
