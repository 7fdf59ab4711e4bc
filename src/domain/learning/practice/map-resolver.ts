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
import { organisationById } from "../../partners/organisation/loaders.ts";
import { pageOfOrganisation } from "../../partners/organisation/succession.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { PracticeMapConnection, PracticeMapsArgs } from "./connections.ts";
import type { PracticeMapFilter } from "./inputs.ts";
import { practiceMapById } from "./loaders.ts";
import { practiceMapListing } from "./store.ts";
import { practiceMaps } from "./table.ts";
import { PracticeMapType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type OrganisationRow = typeof organisations.$inferSelect;
type PlaceRow = typeof places.$inferSelect;
type ProgrammeRow = typeof programmes.$inferSelect;
type MapRow = typeof practiceMaps.$inferSelect;
type MapRequest = PageRequest<PracticeMapFilter>;

@Resolver(() => PracticeMapType)
class PracticeMapResolver {
  @Query(PracticeMapConnection, { description: "Searches for work that is already happening." })
  practiceMaps(@Ctx() context: Context, @Args(PracticeMapsArgs) request: MapRequest): Connection<MapRow> {
    return page(context, practiceMapListing, request);
  }

  @foundById()
  @Query(() => PracticeMapType, { nullable: true, description: "A map of practices by its id. Null where there is none." })
  practiceMap(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<MapRow | null> {
    return practiceMapById(context, id);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "Who searches." })
  owner(@Ctx() context: Context, @Root() map: MapRow): Soon<OrganisationRow | null> {
    return organisationById(context, map.ownerId);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "Where." })
  place(@Ctx() context: Context, @Root() map: MapRow): Soon<PlaceRow | null> {
    return placeById(context, map.placeId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme for which." })
  programme(@Ctx() context: Context, @Root() map: MapRow): Soon<ProgrammeRow | null> {
    return programmeById(context, map.programmeId);
  }
}

@Resolver(() => OrganisationType)
class OrganisationPracticeMapsResolver {
  @FieldResolver(PracticeMapConnection, { description: "The maps that it keeps." })
  practiceMaps(@Ctx() context: Context, @Root() organisation: OrganisationRow, @Args(PracticeMapsArgs) request: MapRequest): Connection<MapRow> {
    return pageOfOrganisation(context, practiceMapListing, practiceMaps.ownerId, organisation.id, request);
  }
}

@Resolver(() => PlaceType)
class PlacePracticeMapsResolver {
  @FieldResolver(PracticeMapConnection, { description: "Maps of exactly this place." })
  practiceMaps(@Ctx() context: Context, @Root() place: PlaceRow, @Args(PracticeMapsArgs) request: MapRequest): Connection<MapRow> {
    return pageWithin(context, practiceMapListing, practiceMaps.placeId, place.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammePracticeMapsResolver {
  @FieldResolver(PracticeMapConnection, { description: "Its maps." })
  practiceMaps(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(PracticeMapsArgs) request: MapRequest): Connection<MapRow> {
    return pageWithin(context, practiceMapListing, practiceMaps.programmeId, programme.id, request);
  }
}

export const mapResolvers = [PracticeMapResolver, OrganisationPracticeMapsResolver, PlacePracticeMapsResolver, ProgrammePracticeMapsResolver];
