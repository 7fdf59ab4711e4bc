import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { connectionOf } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { sourceById } from "../../foundation/source/loaders.ts";
import type { sources } from "../../foundation/source/table.ts";
import { SourceType } from "../../foundation/source/type.ts";
import { organisationById } from "../organisation/loaders.ts";
import { pageOfOrganisation } from "../organisation/succession.ts";
import type { organisations } from "../organisation/table.ts";
import { OrganisationType } from "../organisation/type.ts";
import { personReadings } from "./board-reading.ts";
import { PersonFilter, PersonOrderEnum, PersonRoleFilter, PersonRoleOrderEnum } from "./inputs.ts";
import { personById, personRoleById } from "./loaders.ts";
import { PersonMutations } from "./mutations.ts";
import { personListing, personRoleListing } from "./store.ts";
import { personKind, personRoleKind, personRoles, type people } from "./table.ts";
import { PersonRoleType, PersonType } from "./type.ts";
import { personStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof people.$inferSelect;
type RoleRow = typeof personRoles.$inferSelect;
type OrganisationRow = typeof organisations.$inferSelect;
type SourceRow = typeof sources.$inferSelect;
type RoleRequest = PageRequest<PersonRoleFilter>;

const PersonConnection = connectionOf("Person", () => PersonType);
const PeopleArgs = listArgs(() => PersonFilter, PersonOrderEnum, "NAME");
const PersonRoleConnection = connectionOf("PersonRole", () => PersonRoleType, { dated: true });
const PersonRolesArgs = listArgs(() => PersonRoleFilter, PersonRoleOrderEnum, "CAPACITY");

@Resolver(() => PersonType)
class PersonResolver {
  @Query(PersonConnection, { description: "People in roles, as far as the viewer may see them. One whom the viewer may not see is neither listed nor counted." })
  people(@Ctx() context: Context, @Args(PeopleArgs) request: PageRequest<PersonFilter>): Connection<Row> {
    return page(context, personListing, request);
  }

  @foundById()
  @Query(() => PersonType, { nullable: true, description: "A person by their id. Null where there is none, or none whom the viewer may see." })
  person(@Ctx() context: Context, @Arg("id", () => ID, { description: "Their id." }) id: string): Soon<Row | null> {
    return personById(context, id);
  }

  @FieldResolver(PersonRoleConnection, { description: "What they are, where and for how long." })
  roles(@Ctx() context: Context, @Root() person: Row, @Args(PersonRolesArgs) request: RoleRequest): Connection<RoleRow> {
    return pageWithin(context, personRoleListing, personRoles.personId, person.id, request);
  }
}

@Resolver(() => PersonRoleType)
class PersonRoleResolver {
  @Query(PersonRoleConnection, { description: "Roles that people hold or held: who was what, where and when. A role stands here also where the viewer may not see who holds it." })
  personRoles(@Ctx() context: Context, @Args(PersonRolesArgs) request: RoleRequest): Connection<RoleRow> {
    return page(context, personRoleListing, request);
  }

  @foundById()
  @Query(() => PersonRoleType, { nullable: true, description: "A role by its id. Null where there is none." })
  personRole(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<RoleRow | null> {
    return personRoleById(context, id);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Who it is. Null only where the viewer may not see them." })
  person(@Ctx() context: Context, @Root() role: RoleRow): Soon<Row | null> {
    return personById(context, role.personId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The organisation in which they are it. Null where none is known: see valueStatus." })
  organisation(@Ctx() context: Context, @Root() role: RoleRow): Soon<OrganisationRow | null> {
    return organisationById(context, role.organisationId);
  }

  @FieldResolver(() => SourceType, { nullable: true, description: "The document in which they are it: whose lead officer, whose author. Null where it is not a part in a document." })
  source(@Ctx() context: Context, @Root() role: RoleRow): Soon<SourceRow | null> {
    return sourceById(context, role.sourceId);
  }
}

@Resolver(() => OrganisationType)
class OrganisationRolesResolver {
  @FieldResolver(PersonRoleConnection, { description: "Roles that people hold or held in it." })
  roles(@Ctx() context: Context, @Root() organisation: OrganisationRow, @Args(PersonRolesArgs) request: RoleRequest): Connection<RoleRow> {
    return pageOfOrganisation(context, personRoleListing, personRoles.organisationId, organisation.id, request);
  }
}

@Resolver(() => SourceType)
class SourceRolesResolver {
  @FieldResolver(PersonRoleConnection, { description: "People with a part in the document: its lead officer, its author and so on." })
  roles(@Ctx() context: Context, @Root() source: SourceRow, @Args(PersonRolesArgs) request: RoleRequest): Connection<RoleRow> {
    return pageWithin(context, personRoleListing, personRoles.sourceId, source.id, request);
  }
}

export const person: Concept = {
  kinds: [personKind, personRoleKind],
  readings: personReadings,
  standards: personStandards,
  resolvers: [PersonResolver, PersonMutations, PersonRoleResolver, OrganisationRolesResolver, SourceRolesResolver],
};
