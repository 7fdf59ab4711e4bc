import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
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
import { practiceReadings } from "./board-reading.ts";
import { practiceFlatTables } from "./flat-tables.ts";
import { PracticeConnection, PracticesArgs } from "./connections.ts";
import type { PracticeFilter } from "./inputs.ts";
import { practiceById, practiceMapById } from "./loaders.ts";
import { mapResolvers } from "./map-resolver.ts";
import { practiceListing } from "./store.ts";
import { practiceKind, practiceMapKind, practices, type practiceMaps } from "./table.ts";
import { PracticeMapType, PracticeType } from "./type.ts";
import { practiceStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type OrganisationRow = typeof organisations.$inferSelect;
type PlaceRow = typeof places.$inferSelect;
type ProgrammeRow = typeof programmes.$inferSelect;
type Row = typeof practices.$inferSelect;
type MapRow = typeof practiceMaps.$inferSelect;
type Request = PageRequest<PracticeFilter>;

@Resolver(() => PracticeType)
class PracticeResolver {
  @Query(PracticeConnection, { description: "Work that is already happening somewhere." })
  practices(@Ctx() context: Context, @Args(PracticesArgs) request: Request): Connection<Row> {
    return page(context, practiceListing, request);
  }

  @foundById()
  @Query(() => PracticeType, { nullable: true, description: "A practice by its id. Null where there is none." })
  practice(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return practiceById(context, id);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "Who does it, and can be asked about it." })
  organisation(@Ctx() context: Context, @Root() practice: Row): Soon<OrganisationRow | null> {
    return organisationById(context, practice.organisationId);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "Where it happens." })
  place(@Ctx() context: Context, @Root() practice: Row): Soon<PlaceRow | null> {
    return placeById(context, practice.placeId);
  }

  @FieldResolver(() => PracticeMapType, { nullable: true, description: "The map that it is on. Null where it is on none." })
  map(@Ctx() context: Context, @Root() practice: Row): Soon<MapRow | null> {
    return practiceMapById(context, practice.mapId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it is known from, or part of." })
  programme(@Ctx() context: Context, @Root() practice: Row): Soon<ProgrammeRow | null> {
    return programmeById(context, practice.programmeId);
  }
}

@Resolver(() => PracticeMapType)
class PracticeMapPracticesResolver {
  @FieldResolver(PracticeConnection, { description: "The work that is on it. None recorded is not none." })
  practices(@Ctx() context: Context, @Root() map: MapRow, @Args(PracticesArgs) request: Request): Connection<Row> {
    return pageWithin(context, practiceListing, practices.mapId, map.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationPracticesResolver {
  @FieldResolver(PracticeConnection, { description: "The practices that it does." })
  practices(@Ctx() context: Context, @Root() organisation: OrganisationRow, @Args(PracticesArgs) request: Request): Connection<Row> {
    return pageOfOrganisation(context, practiceListing, practices.organisationId, organisation.id, request);
  }
}

@Resolver(() => PlaceType)
class PlacePracticesResolver {
  @FieldResolver(PracticeConnection, { description: "Practices at exactly this place. For those at places in it too, ask practices with filter place." })
  practices(@Ctx() context: Context, @Root() place: PlaceRow, @Args(PracticesArgs) request: Request): Connection<Row> {
    return pageWithin(context, practiceListing, practices.placeId, place.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammePracticesResolver {
  @FieldResolver(PracticeConnection, { description: "Its practices, and those known from it." })
  practices(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(PracticesArgs) request: Request): Connection<Row> {
    return pageWithin(context, practiceListing, practices.programmeId, programme.id, request);
  }
}

export const practice: Concept = {
  kinds: [practiceMapKind, practiceKind],
  readings: practiceReadings,
  flatTables: practiceFlatTables,
  standards: practiceStandards,
  resolvers: [
    PracticeResolver, PracticeMapPracticesResolver, OrganisationPracticesResolver, PlacePracticesResolver, ProgrammePracticesResolver, ...mapResolvers,
  ],
};
