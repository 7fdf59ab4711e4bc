import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { PageArgs } from "../../../api/connection.ts";
import type { Context } from "../../../api/context.ts";
import { distinct } from "../../../api/loaders.ts";
import { pageOf, type Connection, type PageAsked } from "../../../api/page.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { fundingAwardById } from "../funding/loaders.ts";
import type { fundingAwards } from "../funding/table.ts";
import { FundingAwardType } from "../funding/type.ts";
import { PostConnection } from "./connections.ts";
import { fundingsByAward, fundingsByGroup, fundingsByHealthIntegrationTeam, fundingsByOrganisation, postById } from "./loaders.ts";
import type { postFunders, posts } from "./table.ts";
import { PostFunderType, PostType } from "./type.ts";

type Row = typeof postFunders.$inferSelect;
type PostRow = typeof posts.$inferSelect;
type AwardRow = typeof fundingAwards.$inferSelect;

const PAID_FOR = "The posts for which it pays, wholly or in part, by title. Whose part is how large stands with each post's funders.";

@Resolver(() => PostFunderType)
class PostFunderResolver {
  @FieldResolver(() => PostType, { nullable: true, description: "The post. Null only where the viewer may not see it." })
  async post(@Ctx() context: Context, @Root() funder: Row): Promise<PostRow | null> {
    return postById(context, funder.postId);
  }

  @FieldResolver(() => FundingAwardType, { nullable: true, description: "The award out of which they pay. Null where none is known: see valueStatus." })
  async award(@Ctx() context: Context, @Root() funder: Row): Promise<AwardRow | null> {
    return fundingAwardById(context, funder.awardId);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamFundedPostsResolver {
  @FieldResolver(PostConnection, { description: PAID_FOR })
  async partFundedPosts(@Ctx() context: Context, @Root() team: typeof healthIntegrationTeams.$inferSelect, @Args(() => PageArgs) request: PageAsked): Promise<Connection<PostRow>> {
    return pageOfPaid(context, await fundingsByHealthIntegrationTeam(context, team.id), request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationFundedPostsResolver {
  @FieldResolver(PostConnection, { description: PAID_FOR })
  async partFundedPosts(@Ctx() context: Context, @Root() organisation: typeof organisations.$inferSelect, @Args(() => PageArgs) request: PageAsked): Promise<Connection<PostRow>> {
    return pageOfPaid(context, await fundingsByOrganisation(context, organisation.id), request);
  }
}

@Resolver(() => GroupType)
class GroupFundedPostsResolver {
  @FieldResolver(PostConnection, { description: PAID_FOR })
  async partFundedPosts(@Ctx() context: Context, @Root() group: typeof groups.$inferSelect, @Args(() => PageArgs) request: PageAsked): Promise<Connection<PostRow>> {
    return pageOfPaid(context, await fundingsByGroup(context, group.id), request);
  }
}

@Resolver(() => FundingAwardType)
class FundingAwardPostsResolver {
  @FieldResolver(PostConnection, { description: "The posts that are paid for out of it, by title." })
  async posts(@Ctx() context: Context, @Root() award: AwardRow, @Args(() => PageArgs) request: PageAsked): Promise<Connection<PostRow>> {
    return pageOfPaid(context, await fundingsByAward(context, award.id), request);
  }
}

async function pageOfPaid(context: Context, funders: readonly Row[], request: PageAsked): Promise<Connection<PostRow>> {
  const rows = await distinct(context, postById, funders.map((funder) => funder.postId));
  return pageOf(rows, (post) => post.title.toLowerCase(), request);
}

export const funderResolvers = [
  PostFunderResolver, HealthIntegrationTeamFundedPostsResolver, OrganisationFundedPostsResolver, GroupFundedPostsResolver, FundingAwardPostsResolver,
];
