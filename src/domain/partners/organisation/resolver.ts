import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import { connectionOf } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { Fault } from "../../../api/fault/fault.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { dayAsked } from "../../../api/moment/on-day.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { placeById } from "../../foundation/place/loaders.ts";
import type { places } from "../../foundation/place/table.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import { organisationReadings } from "./board-reading.ts";
import { organisationFlatTables } from "./flat-tables.ts";
import { organisationImports } from "./imports.ts";
import { IdentifierInput, OrganisationFilter, OrganisationOrderEnum } from "./inputs.ts";
import { identifiersOfOrganisation, namesOfOrganisation, organisationById, successionsFrom, successionsTo, withIdentifier } from "./loaders.ts";
import { holderOn, joined, orgIdAmong } from "./rules.ts";
import { organisationStandards } from "./standards.ts";
import { organisationListing } from "./store.ts";
import { pageOfOrganisation } from "./succession.ts";
import {
  organisationIdentifierKind, organisationKind, organisationNameKind, organisations, successionKind,
  type organisationIdentifiers, type organisationNames, type successions,
} from "./table.ts";
import { OrganisationIdentifierType, OrganisationNameType, OrganisationType, SuccessionType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof organisations.$inferSelect;
type NameRow = typeof organisationNames.$inferSelect;
type IdentifierRow = typeof organisationIdentifiers.$inferSelect;
type SuccessionRow = typeof successions.$inferSelect;

const OrganisationConnection = connectionOf("Organisation", () => OrganisationType);
const OrganisationsArgs = listArgs(() => OrganisationFilter, OrganisationOrderEnum, "NAME");

@Resolver(() => OrganisationType)
class OrganisationResolver {
  @Query(OrganisationConnection, { description: "Organisations and their units." })
  organisations(@Ctx() context: Context, @Args(OrganisationsArgs) request: PageRequest<OrganisationFilter>): Connection<Row> {
    return page(context, organisationListing, request);
  }

  @Query(() => OrganisationType, { nullable: true, description: "An organisation by its id or by an identifier of the field: give one of them. An identifier belongs to one organisation at a time: the one whose it is on the day, else whose it was at last. Null where there is none." })
  async organisation(
    @Ctx() context: Context,
    @Arg("id", () => ID, { nullable: true, description: "Its id here." }) id: string | null | undefined,
    @Arg("identifier", () => IdentifierInput, { nullable: true, description: "Its identifier in a list of the field." }) identifier: IdentifierInput | null | undefined,
    @Arg("on", () => DayScalar, { nullable: true, description: "The day on which the identifier is its; today unless given." }) on: string | null | undefined,
  ): Promise<Row | null> {
    if (identifier && typeof id === "string") throw new Fault("BAD_USER_INPUT", "Give the organisation's id, or an identifier of the field, but not both.");
    if (identifier) return organisationById(context, holderOn(withIdentifier(context, identifier), dayAsked(context, on))?.organisationId ?? null);
    if (typeof id === "string") return organisationById(context, id);
    throw new Fault("BAD_USER_INPUT", "Which organisation? Give its id, or an identifier of the field.");
  }

  @FieldResolver(() => [OrganisationNameType], { description: "Its other names, by name: former ones, abbreviations, and what sources call it." })
  names(@Ctx() context: Context, @Root() organisation: Row): Soon<readonly NameRow[]> {
    return namesOfOrganisation(context, organisation.id);
  }

  @FieldResolver(() => [OrganisationIdentifierType], { description: "Its identifiers in the lists of the field, by list and value." })
  identifiers(@Ctx() context: Context, @Root() organisation: Row): Soon<readonly IdentifierRow[]> {
    return identifiersOfOrganisation(context, organisation.id);
  }

  @FieldResolver(() => String, { nullable: true, description: "Its identifier in the joined form of org-id.guide, as GB-NHS-RVJ: of several, the first in the order of IdentifierScheme that has not ended, or else that has. Null where none is recorded that this viewer may see." })
  async orgId(@Ctx() context: Context, @Root() organisation: Row): Promise<string | null> {
    return orgIdAmong(await identifiersOfOrganisation(context, organisation.id));
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "Where it works." })
  place(@Ctx() context: Context, @Root() organisation: Row): Soon<typeof places.$inferSelect | null> {
    return placeById(context, organisation.placeId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The organisation that it is a unit of." })
  parent(@Ctx() context: Context, @Root() organisation: Row): Soon<Row | null> {
    return organisationById(context, organisation.parentId);
  }

  @FieldResolver(OrganisationConnection, { description: "Its departments, services and teams." })
  units(@Ctx() context: Context, @Root() organisation: Row, @Args(OrganisationsArgs) request: PageRequest<OrganisationFilter>): Connection<Row> {
    return pageOfOrganisation(context, organisationListing, organisations.parentId, organisation.id, request);
  }

  @FieldResolver(() => [SuccessionType], { description: "What took its place." })
  successors(@Ctx() context: Context, @Root() organisation: Row): Soon<readonly SuccessionRow[]> {
    return successionsFrom(context, organisation.id);
  }

  @FieldResolver(() => [SuccessionType], { description: "What it took the place of." })
  predecessors(@Ctx() context: Context, @Root() organisation: Row): Soon<readonly SuccessionRow[]> {
    return successionsTo(context, organisation.id);
  }
}

@Resolver(() => OrganisationNameType)
class OrganisationNameResolver {
  @FieldResolver(() => OrganisationType, { nullable: true, description: "Whose name it is." })
  organisation(@Ctx() context: Context, @Root() name: NameRow): Soon<Row | null> {
    return organisationById(context, name.organisationId);
  }
}

@Resolver(() => OrganisationIdentifierType)
class OrganisationIdentifierResolver {
  @FieldResolver(() => OrganisationType, { nullable: true, description: "Whose identifier it is." })
  organisation(@Ctx() context: Context, @Root() identifier: IdentifierRow): Soon<Row | null> {
    return organisationById(context, identifier.organisationId);
  }

  @FieldResolver(() => String, { nullable: true, description: "The joined form of org-id.guide, as GB-NHS-RVJ. Null for GSS codes, which are not of that guide." })
  orgId(@Root() identifier: IdentifierRow): string | null {
    return joined(identifier);
  }
}

@Resolver(() => SuccessionType)
class SuccessionResolver {
  @FieldResolver(() => OrganisationType, { nullable: true, description: "What was before." })
  predecessor(@Ctx() context: Context, @Root() succession: SuccessionRow): Soon<Row | null> {
    return organisationById(context, succession.predecessorId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "What came after." })
  successor(@Ctx() context: Context, @Root() succession: SuccessionRow): Soon<Row | null> {
    return organisationById(context, succession.successorId);
  }
}

@Resolver(() => PlaceType)
class PlaceOrganisationsResolver {
  @FieldResolver(OrganisationConnection, { description: "Organisations recorded at exactly this place." })
  async organisations(
    @Ctx() context: Context,
    @Root() place: typeof places.$inferSelect,
    @Args(OrganisationsArgs) request: PageRequest<OrganisationFilter>,
  ): Promise<Connection<Row>> {
    return pageWithin(context, organisationListing, organisations.placeId, place.id, request);
  }
}

export const organisation: Concept = {
  kinds: [organisationKind, organisationNameKind, organisationIdentifierKind, successionKind],
  readings: organisationReadings,
  flatTables: organisationFlatTables, imports: organisationImports,
  standards: organisationStandards,
  resolvers: [OrganisationResolver, OrganisationNameResolver, OrganisationIdentifierResolver, SuccessionResolver, PlaceOrganisationsResolver],
};
