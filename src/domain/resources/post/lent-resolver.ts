import { sql } from "drizzle-orm";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { pageAmong, pageBelonging, pageWithin, type Belonging, type Connection, type PageRequest } from "../../../api/page.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { ofItsLine } from "../../partners/organisation/succession.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { FundingSummaryType } from "../funding/type.ts";
import { PostConnection, PostsArgs } from "./connections.ts";
import type { PostFilter } from "./inputs.ts";
import { postListing } from "./store.ts";
import { postsBeside, type SummaryFilter } from "./summary-posts.ts";
import { posts } from "./table.ts";

type Row = typeof posts.$inferSelect;

const employedOrHosted = (context: Context, filter: PostFilter | null | undefined): Belonging => ({
  name: "employer or host", to: (parent) => sql`(${ofItsLine(context, posts.employerId, parent, filter)} or ${ofItsLine(context, posts.hostId, parent, filter)})`,
});

@Resolver(() => ProgrammeType)
class ProgrammePostsResolver {
  @FieldResolver(PostConnection, { description: "The posts that work for it." })
  posts(@Ctx() context: Context, @Root() programme: typeof programmes.$inferSelect, @Args(PostsArgs) request: PageRequest<PostFilter>): Connection<Row> {
    return pageWithin(context, postListing, posts.programmeId, programme.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationPostsResolver {
  @FieldResolver(PostConnection, { description: "The posts that it employs or hosts." })
  posts(@Ctx() context: Context, @Root() organisation: typeof organisations.$inferSelect, @Args(PostsArgs) request: PageRequest<PostFilter>): Connection<Row> {
    return pageBelonging(context, postListing, employedOrHosted(context, request.filter), organisation.id, request);
  }
}

@Resolver(() => FundingSummaryType)
class FundingSummaryPostsResolver {
  @FieldResolver(PostConnection, {
    description: "Funding that none of the figures holds, because nobody knows how much it is: the posts within the same filter for which somebody pays, and of which the funding is NOT_KNOWN or CONFLICTING today. A HIT's are those for which it pays; of a workstream there is none. Posts for which nobody is recorded as paying are found with posts and hasFunder.",
  })
  async postsWithUnknownFunding(@Ctx() context: Context, @Root() { filter }: { readonly filter: SummaryFilter }, @Args(PostsArgs) request: PageRequest<PostFilter>): Promise<Connection<Row>> {
    return pageAmong(context, postListing, await postsBeside(context, filter), request);
  }
}

export const lentResolvers = [ProgrammePostsResolver, OrganisationPostsResolver, FundingSummaryPostsResolver];
