import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { dayAsked, ON_DAY, type OnDay } from "../../../api/moment/on-day.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { programmeById } from "../../delivery/programme/loaders.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { postReadings } from "./board-reading.ts";
import { postFlatTables } from "./flat-tables.ts";
import { PostConnection, PostHolderConnection, PostHoldersArgs, PostsArgs } from "./connections.ts";
import { funderResolvers } from "./funder-resolver.ts";
import { holderResolvers } from "./holder-resolver.ts";
import type { PostFilter, PostHolderFilter } from "./inputs.ts";
import { lentResolvers } from "./lent-resolver.ts";
import { fundersOfPost, postById } from "./loaders.ts";
import { PostMutations } from "./mutations.ts";
import { postFundingOn, type PostFunding } from "./rules.ts";
import { postHolderListing, postListing } from "./store.ts";
import { postFunderKind, postHolderKind, postHolders, postKind, type postFunders, type posts } from "./table.ts";
import { PostFunderType, PostFundingType, PostType } from "./type.ts";
import { postStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof posts.$inferSelect;
type HolderRow = typeof postHolders.$inferSelect;
type FunderRow = typeof postFunders.$inferSelect;
type OrganisationRow = typeof organisations.$inferSelect;

@Resolver(() => PostType)
class PostResolver {
  @Query(PostConnection, { description: "Posts: proposed, filled, vacant and ended." })
  posts(@Ctx() context: Context, @Args(PostsArgs) request: PageRequest<PostFilter>): Connection<Row> {
    return page(context, postListing, request);
  }

  @foundById()
  @Query(() => PostType, { nullable: true, description: "A post by its id. Null where there is none." })
  post(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return postById(context, id);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The organisation that employs whoever holds it. Null where that is not known: see valueStatus." })
  employer(@Ctx() context: Context, @Root() post: Row): Soon<OrganisationRow | null> {
    return organisationById(context, post.employerId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The organisation or partnership that it works in, where that is not the employer." })
  host(@Ctx() context: Context, @Root() post: Row): Soon<OrganisationRow | null> {
    return organisationById(context, post.hostId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it works for, where it works for one." })
  programme(@Ctx() context: Context, @Root() post: Row): Soon<typeof programmes.$inferSelect | null> {
    return programmeById(context, post.programmeId);
  }

  @FieldResolver(PostHolderConnection, { description: "Those who hold or held it. Empty: nobody is recorded, not even as unnamed." })
  holders(@Ctx() context: Context, @Root() post: Row, @Args(PostHoldersArgs) request: PageRequest<PostHolderFilter>): Connection<HolderRow> {
    return pageWithin(context, postHolderListing, postHolders.postId, post.id, request);
  }

  @FieldResolver(() => [PostFunderType], { description: "Those who pay for it, the one who pays for all of it before those who pay in part. Empty: nobody is recorded as paying for it." })
  funders(@Ctx() context: Context, @Root() post: Row): Soon<readonly FunderRow[]> {
    return fundersOfPost(context, post.id);
  }

  @FieldResolver(() => PostFundingType, { description: "How its funding stands on a day." })
  async funding(@Ctx() context: Context, @Root() post: Row, @Arg("on", () => DayScalar, ON_DAY) on: OnDay): Promise<PostFunding> {
    return postFundingOn(await fundersOfPost(context, post.id), dayAsked(context, on));
  }

  @FieldResolver(() => Boolean, { description: "Whether its funding is known to be complete on a day: every share is known, and they add up to the whole. False says only that this is not known to be so: see funding for why." })
  async fundingComplete(@Ctx() context: Context, @Root() post: Row, @Arg("on", () => DayScalar, ON_DAY) on: OnDay): Promise<boolean> {
    return (await this.funding(context, post, on)).status === "COMPLETE";
  }
}

export const post: Concept = {
  kinds: [postKind, postHolderKind, postFunderKind],
  readings: postReadings,
  flatTables: postFlatTables,
  standards: postStandards,
  resolvers: [PostResolver, PostMutations, ...holderResolvers, ...funderResolvers, ...lentResolvers],
};
