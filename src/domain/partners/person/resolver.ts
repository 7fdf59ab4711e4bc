import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Concept } from "../../../api/concept.ts";
import { connectionOf } from "../../../api/connection.ts";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list-args.ts";
import { page, type Connection, type PageRequest } from "../../../api/page.ts";
import { PersonFilter, PersonOrderEnum } from "./inputs.ts";
import { personById } from "./loaders.ts";
import { personListing } from "./store.ts";
import { personKind, type people } from "./table.ts";
import { PersonType } from "./type.ts";

type Row = typeof people.$inferSelect;

const PersonConnection = connectionOf("Person", () => PersonType);
const PeopleArgs = listArgs(() => PersonFilter, PersonOrderEnum, "NAME");

@Resolver(() => PersonType)
class PersonResolver {
  @Query(PersonConnection, { description: "People in roles, as far as the viewer may see them. One whom the viewer may not see is neither listed nor counted." })
  people(@Ctx() context: Context, @Args(PeopleArgs) request: PageRequest<PersonFilter>): Connection<Row> {
    return page(context, personListing, request);
  }

  @Query(() => PersonType, { nullable: true, description: "A person by their id. Null where there is none, or none whom the viewer may see." })
  async person(@Ctx() context: Context, @Arg("id", () => ID, { description: "Their id." }) id: string): Promise<Row | null> {
    return personById(context, id);
  }
}

export const person: Concept = { kinds: [personKind], resolvers: [PersonResolver] };
