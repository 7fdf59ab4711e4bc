import { Arg, Args, Ctx, Mutation, Resolver } from "type-graphql";
import { ActArgs } from "../../../api/act/act-args.ts";
import { acting } from "../../../api/act/acting.ts";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { payloadOf, type Payload } from "../../../api/act/payload.ts";
import type { Context } from "../../../api/context.ts";
import {
  AmendPostFunderInput, AmendPostHolderInput, AmendPostInput, EndPostInput, FillPostInput, FundPostInput, RecordPostInput, VacatePostInput,
} from "./act-inputs.ts";
import { postActs } from "./acts.ts";
import { postById, postFunderById, postHolderById } from "./loaders.ts";
import { postFunderKind, postHolderKind, postKind, type postFunders, type postHolders, type posts } from "./table.ts";
import { PostFunderType, PostHolderType, PostType } from "./type.ts";

type Post = Payload<typeof posts.$inferSelect>;
type Holder = Payload<typeof postHolders.$inferSelect>;
type Funder = Payload<typeof postFunders.$inferSelect>;

const PostPayload = payloadOf("Post", "post", () => PostType);
const PostHolderPayload = payloadOf("PostHolder", "postHolder", () => PostHolderType);
const PostFunderPayload = payloadOf("PostFunder", "postFunder", () => PostFunderType);
const post = { kind: postKind, load: postById };
const holder = { kind: postHolderKind, load: postHolderById };
const funder = { kind: postFunderKind, load: postFunderById };

@Resolver()
export class PostMutations {
  @Mutation(() => PostPayload, { description: "Records a post: a job, never a person." })
  async recordPost(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("post", () => RecordPostInput, { description: "The post." }) sent: RecordPostInput): Promise<Post> {
    return acting(context, { name: "post:record", args, sent, ...post }, (draft) => postActs.record(draft, sent, ["post"]));
  }

  @Mutation(() => PostPayload, { description: "Sets right what a post says. How far it is, and who holds and funds it, acts of their own say." })
  async amendPost(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("post", () => AmendPostInput, { description: "Which, and what is to be otherwise." }) sent: AmendPostInput): Promise<Post> {
    return acting(context, { name: "post:amend", args, sent, ...post }, (draft) => postActs.amend(draft, sent, ["post"]));
  }

  @Mutation(() => PostPayload, { description: "Says that a proposed post is agreed. The programme office does so." })
  async approvePost(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("post", () => RecordAsReadInput, { description: "Which." }) sent: RecordAsReadInput): Promise<Post> {
    return acting(context, { name: "post:approve", args, sent, ...post }, (draft) => postActs.approve(draft, sent, ["post"]));
  }

  @Mutation(() => PostPayload, { description: "Says that applications for a post are invited." })
  async advertisePost(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("post", () => RecordAsReadInput, { description: "Which." }) sent: RecordAsReadInput): Promise<Post> {
    return acting(context, { name: "post:advertise", args, sent, ...post }, (draft) => postActs.advertise(draft, sent, ["post"]));
  }

  @Mutation(() => PostHolderPayload, { description: "Says that somebody holds a post now, and since when. Nobody has to be named." })
  async fillPost(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("post", () => FillPostInput, { description: "Which, and since when." }) sent: FillPostInput): Promise<Holder> {
    return acting(context, { name: "post:fill", args, sent, ...holder }, (draft) => postActs.fill(draft, sent, ["post"]));
  }

  @Mutation(() => PostPayload, { description: "Says that somebody left a post, and when. It is VACANT once nobody holds it." })
  async vacatePost(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("post", () => VacatePostInput, { description: "Which, and until when." }) sent: VacatePostInput): Promise<Post> {
    return acting(context, { name: "post:vacate", args, sent, ...post }, (draft) => postActs.vacate(draft, sent, ["post"]));
  }

  @Mutation(() => PostHolderPayload, { description: "Sets right since when and until when somebody holds a post, or who. A post that nobody holds any more is VACANT; one that somebody holds again is FILLED." })
  async amendPostHolder(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("postHolder", () => AmendPostHolderInput, { description: "Which, and what is to be otherwise." }) sent: AmendPostHolderInput): Promise<Holder> {
    return acting(context, { name: "post-holder:amend", args, sent, ...holder }, (draft) => postActs.amendHolder(draft, sent, ["postHolder"]));
  }

  @Mutation(() => PostPayload, { description: "Says that a post is no more, since when and why. Nobody may hold it any longer." })
  async endPost(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("post", () => EndPostInput, { description: "Which, and when it ended." }) sent: EndPostInput): Promise<Post> {
    return acting(context, { name: "post:end", args, sent, ...post }, (draft) => postActs.end(draft, sent, ["post"]));
  }

  @Mutation(() => PostPayload, { description: "Takes back that a post has ended, with a reason: it stands where it stood before, with the end that it had then." })
  async reopenPost(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("post", () => RecordAsReadInput, { description: "Which." }) sent: RecordAsReadInput): Promise<Post> {
    return acting(context, { name: "post:reopen", args, sent, ...post }, (draft) => postActs.reopen(draft, sent, ["post"]));
  }

  @Mutation(() => PostFunderPayload, { description: "Says who pays for a post, how large a part, and for which time. On no day do the parts add up to more than the whole." })
  async fundPost(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("postFunder", () => FundPostInput, { description: "Which post, who pays, and how much of it." }) sent: FundPostInput): Promise<Funder> {
    return acting(context, { name: "post:fund", args, sent, ...funder }, (draft) => postActs.fund(draft, sent, ["postFunder"]));
  }

  @Mutation(() => PostFunderPayload, { description: "Sets right what somebody pays for a post: a share that has become known, a period that ends." })
  async amendPostFunder(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("postFunder", () => AmendPostFunderInput, { description: "Which, and what is to be otherwise." }) sent: AmendPostFunderInput): Promise<Funder> {
    return acting(context, { name: "post-funder:amend", args, sent, ...funder }, (draft) => postActs.amendFunder(draft, sent, ["postFunder"]));
  }
}
