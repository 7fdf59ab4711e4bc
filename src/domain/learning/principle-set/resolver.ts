import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { connectionOf } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list/list-args.ts";
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
import { organisationById } from "../../partners/organisation/loaders.ts";
import { pageOfOrganisation } from "../../partners/organisation/succession.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { outputById } from "../output/loaders.ts";
import type { outputs } from "../output/table.ts";
import { OutputType } from "../output/type.ts";
import { principleSetReadings } from "./board-reading.ts";
import { principleSetFlatTables } from "./flat-tables.ts";
import { PrincipleFilter, PrincipleOrderEnum, PrincipleSetFilter, PrincipleSetOrderEnum } from "./inputs.ts";
import { principleById, principleSetById, setsCalled } from "./loaders.ts";
import { editionsOf } from "./rules.ts";
import { principleListing, principleSetListing } from "./store.ts";
import { principleKind, principles, principleSetKind, principleSets } from "./table.ts";
import { PrincipleSetType, PrincipleType } from "./type.ts";
import { principleSetStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type OrganisationRow = typeof organisations.$inferSelect;
type GroupRow = typeof groups.$inferSelect;
type PlaceRow = typeof places.$inferSelect;
type ProgrammeRow = typeof programmes.$inferSelect;
type Row = typeof principleSets.$inferSelect;
type PrincipleRow = typeof principles.$inferSelect;
type OutputRow = typeof outputs.$inferSelect;
type Request = PageRequest<PrincipleSetFilter>;
type PrincipleRequest = PageRequest<PrincipleFilter>;

const PrincipleSetConnection = connectionOf("PrincipleSet", () => PrincipleSetType, { dated: true });
const PrincipleConnection = connectionOf("Principle", () => PrincipleType);
const PrincipleSetsArgs = listArgs(() => PrincipleSetFilter, PrincipleSetOrderEnum, "NAME");
const PrinciplesArgs = listArgs(() => PrincipleFilter, PrincipleOrderEnum, "POSITION");

@Resolver(() => PrincipleSetType)
class PrincipleSetResolver {
  @Query(PrincipleSetConnection, { description: "Sets of principles and definitions." })
  principleSets(@Ctx() context: Context, @Args(PrincipleSetsArgs) request: Request): Connection<Row> {
    return page(context, principleSetListing, request);
  }

  @foundById()
  @Query(() => PrincipleSetType, { nullable: true, description: "A set of principles by its id. Null where there is none." })
  principleSet(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return principleSetById(context, id);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The organisation whose it is." })
  ownerOrganisation(@Ctx() context: Context, @Root() set: Row): Soon<OrganisationRow | null> {
    return organisationById(context, set.ownerOrganisationId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The group whose it is." })
  ownerGroup(@Ctx() context: Context, @Root() set: Row): Soon<GroupRow | null> {
    return groupById(context, set.ownerGroupId);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "The area that it is for." })
  place(@Ctx() context: Context, @Root() set: Row): Soon<PlaceRow | null> {
    return placeById(context, set.placeId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that works by it." })
  programme(@Ctx() context: Context, @Root() set: Row): Soon<ProgrammeRow | null> {
    return programmeById(context, set.programmeId);
  }

  @FieldResolver(() => OutputType, { nullable: true, description: "The document in which it can be read in full." })
  output(@Ctx() context: Context, @Root() set: Row): Soon<OutputRow | null> {
    return outputById(context, set.outputId);
  }

  @FieldResolver(PrincipleConnection, { description: "Its statements, in order." })
  principles(@Ctx() context: Context, @Root() set: Row, @Args(PrinciplesArgs) request: PrincipleRequest): Connection<PrincipleRow> {
    return pageWithin(context, principleListing, principles.principleSetId, set.id, request);
  }

  @FieldResolver(() => [PrincipleSetType], { description: "Its editions that are recorded, itself among them: sets of the same name and owner, the earliest adopted first." })
  async editions(@Ctx() context: Context, @Root() set: Row): Promise<readonly Row[]> {
    return editionsOf(set, await setsCalled(context, set.name));
  }
}

@Resolver(() => PrincipleType)
class PrincipleResolver {
  @FieldResolver(() => PrincipleSetType, { nullable: true, description: "The set." })
  principleSet(@Ctx() context: Context, @Root() principle: PrincipleRow): Soon<Row | null> {
    return principleSetById(context, principle.principleSetId);
  }

  @FieldResolver(() => PrincipleType, { nullable: true, description: "The statement that it explains or belongs to." })
  partOf(@Ctx() context: Context, @Root() principle: PrincipleRow): Soon<PrincipleRow | null> {
    return principleById(context, principle.partOfId);
  }

  @FieldResolver(PrincipleConnection, { description: "The statements that explain it or belong to it." })
  parts(@Ctx() context: Context, @Root() principle: PrincipleRow, @Args(PrinciplesArgs) request: PrincipleRequest): Connection<PrincipleRow> {
    return pageWithin(context, principleListing, principles.partOfId, principle.id, request);
  }
}

@Resolver(() => OutputType)
class OutputPrincipleSetsResolver {
  @FieldResolver(PrincipleSetConnection, { description: "The sets of principles that can be read in it." })
  principleSets(@Ctx() context: Context, @Root() output: OutputRow, @Args(PrincipleSetsArgs) request: Request): Connection<Row> {
    return pageWithin(context, principleSetListing, principleSets.outputId, output.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationPrincipleSetsResolver {
  @FieldResolver(PrincipleSetConnection, { description: "Its sets of principles." })
  principleSets(@Ctx() context: Context, @Root() organisation: OrganisationRow, @Args(PrincipleSetsArgs) request: Request): Connection<Row> {
    return pageOfOrganisation(context, principleSetListing, principleSets.ownerOrganisationId, organisation.id, request);
  }
}

@Resolver(() => GroupType)
class GroupPrincipleSetsResolver {
  @FieldResolver(PrincipleSetConnection, { description: "Its sets of principles." })
  principleSets(@Ctx() context: Context, @Root() group: GroupRow, @Args(PrincipleSetsArgs) request: Request): Connection<Row> {
    return pageWithin(context, principleSetListing, principleSets.ownerGroupId, group.id, request);
  }
}

@Resolver(() => PlaceType)
class PlacePrincipleSetsResolver {
  @FieldResolver(PrincipleSetConnection, { description: "Sets of principles for exactly this place." })
  principleSets(@Ctx() context: Context, @Root() place: PlaceRow, @Args(PrincipleSetsArgs) request: Request): Connection<Row> {
    return pageWithin(context, principleSetListing, principleSets.placeId, place.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammePrincipleSetsResolver {
  @FieldResolver(PrincipleSetConnection, { description: "The sets of principles that it works by." })
  principleSets(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(PrincipleSetsArgs) request: Request): Connection<Row> {
    return pageWithin(context, principleSetListing, principleSets.programmeId, programme.id, request);
  }
}

export const principleSet: Concept = {
  kinds: [principleSetKind, principleKind],
  readings: principleSetReadings,
  flatTables: principleSetFlatTables,
  standards: principleSetStandards,
  resolvers: [
    PrincipleSetResolver, PrincipleResolver, OutputPrincipleSetsResolver, OrganisationPrincipleSetsResolver, GroupPrincipleSetsResolver,
    PlacePrincipleSetsResolver, ProgrammePrincipleSetsResolver,
  ],
};
