import { Arg, Args, Ctx, Mutation, Resolver } from "type-graphql";
import { ActArgs } from "../../../api/act/act-args.ts";
import { acting } from "../../../api/act/acting.ts";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import type { Payload } from "../../../api/act/payload.ts";
import type { Context } from "../../../api/context.ts";
import { AmendWorkstreamInput, MergeWorkstreamInput, OpenWorkstreamInput } from "./act-inputs.ts";
import { workstreamActs } from "./acts.ts";
import { workstreamById } from "./loaders.ts";
import { workstreamKind, type workstreams } from "./table.ts";
import { WorkstreamPayload } from "./type.ts";

type Row = typeof workstreams.$inferSelect;

const answer = { kind: workstreamKind, load: workstreamById };

@Resolver()
export class WorkstreamMutations {
  @Mutation(() => WorkstreamPayload, { description: "Opens a workstream in a programme: it has not started." })
  async openWorkstream(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("workstream", () => OpenWorkstreamInput, { description: "What it is to be." }) workstream: OpenWorkstreamInput): Promise<Payload<Row>> {
    return acting(context, { name: "workstream:open", args, sent: workstream, ...answer }, (draft) => workstreamActs.open(draft, workstream, ["workstream"]));
  }

  @Mutation(() => WorkstreamPayload, { description: "Changes what a workstream is called, what it is about or who leads it. What others have changed elsewhere in it since stays." })
  async amendWorkstream(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("workstream", () => AmendWorkstreamInput, { description: "Which, and what is different." }) workstream: AmendWorkstreamInput): Promise<Payload<Row>> {
    return acting(context, { name: "workstream:amend", args, sent: workstream, ...answer }, (draft) => workstreamActs.amend(draft, workstream, ["workstream"]));
  }

  @Mutation(() => WorkstreamPayload, { description: "Says that a workstream has not started, with a reason: nobody had said how far it is, or it was started by mistake. Its history keeps what was said." })
  async sayWorkstreamNotStarted(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("workstream", () => RecordAsReadInput, { description: "Which." }) workstream: RecordAsReadInput): Promise<Payload<Row>> {
    return acting(context, { name: "workstream:say-not-started", args, sent: workstream, ...answer }, (draft) => workstreamActs.sayNotStarted(draft, workstream, ["workstream"]));
  }

  @Mutation(() => WorkstreamPayload, { description: "Stops a workstream for the time being." })
  async pauseWorkstream(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("workstream", () => RecordAsReadInput, { description: "Which." }) workstream: RecordAsReadInput): Promise<Payload<Row>> {
    return acting(context, { name: "workstream:pause", args, sent: workstream, ...answer }, (draft) => workstreamActs.pause(draft, workstream, ["workstream"]));
  }

  @Mutation(() => WorkstreamPayload, { description: "Ends a workstream by continuing it in others." })
  async mergeWorkstream(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("workstream", () => MergeWorkstreamInput, { description: "Which, and in which others it goes on." }) workstream: MergeWorkstreamInput): Promise<Payload<Row>> {
    return acting(context, { name: "workstream:merge", args, sent: workstream, ...answer }, (draft) => workstreamActs.merge(draft, workstream, ["workstream"]));
  }

  @Mutation(() => WorkstreamPayload, { description: "Ends a workstream." })
  async closeWorkstream(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("workstream", () => RecordAsReadInput, { description: "Which." }) workstream: RecordAsReadInput): Promise<Payload<Row>> {
    return acting(context, { name: "workstream:close", args, sent: workstream, ...answer }, (draft) => workstreamActs.close(draft, workstream, ["workstream"]));
  }
}
