import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { personById } from "../../partners/person/loaders.ts";
import type { people } from "../../partners/person/table.ts";
import { PersonType } from "../../partners/person/type.ts";
import { PostHolderConnection, PostHoldersArgs } from "./connections.ts";
import type { PostHolderFilter } from "./inputs.ts";
import { postById } from "./loaders.ts";
import { postHolderListing } from "./store.ts";
import { postHolders, type posts } from "./table.ts";
import { PostHolderType, PostType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof postHolders.$inferSelect;
type PersonRow = typeof people.$inferSelect;

@Resolver(() => PostHolderType)
class PostHolderResolver {
  @FieldResolver(() => PostType, { nullable: true, description: "The post. Null only where the viewer may not see it." })
  post(@Ctx() context: Context, @Root() holder: Row): Soon<typeof posts.$inferSelect | null> {
    return postById(context, holder.postId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Who holds it. Null where the source does not name them (valueStatus is NOT_STATED) or the viewer may not see them (WITHHELD)." })
  person(@Ctx() context: Context, @Root() holder: Row): Soon<PersonRow | null> {
    return personById(context, holder.personId);
  }
}

@Resolver(() => PersonType)
class PersonPostsResolver {
  @FieldResolver(PostHolderConnection, { description: "The posts that they hold or held, each with its time." })
  posts(@Ctx() context: Context, @Root() person: PersonRow, @Args(PostHoldersArgs) request: PageRequest<PostHolderFilter>): Connection<Row> {
    return pageWithin(context, postHolderListing, postHolders.personId, person.id, request);
  }
}

export const holderResolvers = [PostHolderResolver, PersonPostsResolver];
