import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { pageBelonging, type Connection, type PageRequest } from "../../../api/page.ts";
import { pointedAtBy } from "../../../api/list/related.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import { ofItsLine } from "../../partners/organisation/succession.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { fundingAwardById } from "../funding/loaders.ts";
import type { fundingAwards } from "../funding/table.ts";
import { FundingAwardType } from "../funding/type.ts";
import { PostConnection, PostsArgs } from "./connections.ts";
import type { PostFilter } from "./inputs.ts";
import { postById } from "./loaders.ts";
import { postListing } from "./store.ts";
import { postFunders, posts } from "./table.ts";
import { PostFunderType, PostType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof postFunders.$inferSelect;
type PostRow = typeof posts.$inferSelect;
type AwardRow = typeof fundingAwards.$inferSelect;

const PAID_FOR = "The posts for which it pays, wholly or in part. Whose part is how large stands with each post's funders.";

@Resolver(() => PostFunderType)
class PostFunderResolver {
  @FieldResolver(() => PostType, { nullable: true, description: "The post. Null only where the viewer may not see it." })
  post(@Ctx() context: Context, @Root() funder: Row): Soon<PostRow | null> {
    return postById(context, funder.postId);
  }

  @FieldResolver(() => FundingAwardType, { nullable: true, description: "The award out of which they pay. Null where none is known: see valueStatus." })
  award(@Ctx() context: Context, @Root() funder: Row): Soon<AwardRow | null> {
    return fundingAwardById(context, funder.awardId);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamFundedPostsResolver {
  @FieldResolver(PostConnection, { description: PAID_FOR })
  fundedPosts(@Ctx() context: Context, @Root() team: typeof healthIntegrationTeams.$inferSelect, @Args(PostsArgs) request: PageRequest<PostFilter>): Soon<Connection<PostRow>> {
    return pageOfPaid(context, postFunders.healthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationFundedPostsResolver {
  @FieldResolver(PostConnection, { description: PAID_FOR })
  async fundedPosts(@Ctx() context: Context, @Root() organisation: typeof organisations.$inferSelect, @Args(PostsArgs) request: PageRequest<PostFilter>): Promise<Connection<PostRow>> {
    const { organisationId } = postFunders;
    return pageOfPaid(context, organisationId, organisation.id, request, (parent) => ofItsLine(context, organisationId, parent, request.filter));
  }
}

@Resolver(() => GroupType)
class GroupFundedPostsResolver {
  @FieldResolver(PostConnection, { description: PAID_FOR })
  fundedPosts(@Ctx() context: Context, @Root() group: typeof groups.$inferSelect, @Args(PostsArgs) request: PageRequest<PostFilter>): Soon<Connection<PostRow>> {
    return pageOfPaid(context, postFunders.groupId, group.id, request);
  }
}

@Resolver(() => FundingAwardType)
class FundingAwardPostsResolver {
  @FieldResolver(PostConnection, { description: "The posts that are paid for out of it." })
  posts(@Ctx() context: Context, @Root() award: AwardRow, @Args(PostsArgs) request: PageRequest<PostFilter>): Soon<Connection<PostRow>> {
    return pageOfPaid(context, postFunders.awardId, award.id, request);
  }
}

async function pageOfPaid(
  context: Context, payer: AnySQLiteColumn, id: string, request: PageRequest<PostFilter>, is = (parent: SQL): SQL => sql`${payer} = ${parent}`,
): Promise<Connection<PostRow>> {
  const to = (parent: SQL): SQL | undefined => pointedAtBy(context, posts.id, postFunders, postFunders.postId, is(parent));
  return pageBelonging(context, postListing, { name: `funders.${payer.name}`, to }, id, request);
}

export const funderResolvers = [
  PostFunderResolver, HealthIntegrationTeamFundedPostsResolver, OrganisationFundedPostsResolver, GroupFundedPostsResolver, FundingAwardPostsResolver,
];
