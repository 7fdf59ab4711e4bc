import { Arg, Args, Ctx, Mutation, Resolver } from "type-graphql";
import { ActArgs } from "../../../api/act/act-args.ts";
import { acting } from "../../../api/act/acting.ts";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import type { Payload } from "../../../api/act/payload.ts";
import type { Context } from "../../../api/context.ts";
import { workstreamById } from "../workstream/loaders.ts";
import { workstreamKind, type workstreams } from "../workstream/table.ts";
import { WorkstreamPayload } from "../workstream/type.ts";
import { waitingWorkstreamActs } from "./workstream-acts.ts";

type Row = typeof workstreams.$inferSelect;

const answer = { kind: workstreamKind, load: workstreamById };

@Resolver()
export class WaitingWorkstreamMutations {
  @Mutation(() => WorkstreamPayload, { description: "Starts a workstream. Refused while something that has to come first is neither there nor waived: each is named, with what is missing and who can supply it." })
  async startWorkstream(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("workstream", () => RecordAsReadInput, { description: "Which." }) workstream: RecordAsReadInput): Promise<Payload<Row>> {
    return acting(context, { name: "workstream:start", args, sent: workstream, ...answer }, (draft) => waitingWorkstreamActs.start(draft, workstream, ["workstream"]));
  }

  @Mutation(() => WorkstreamPayload, { description: "Says that what others wait for is ready. Refused as startWorkstream is, and while criteria of its own are open." })
  async reportWorkstreamReady(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("workstream", () => RecordAsReadInput, { description: "Which." }) workstream: RecordAsReadInput): Promise<Payload<Row>> {
    return acting(context, { name: "workstream:report-ready", args, sent: workstream, ...answer }, (draft) => waitingWorkstreamActs.reportReady(draft, workstream, ["workstream"]));
  }

  @Mutation(() => WorkstreamPayload, { description: "Goes on with a workstream that was paused. Refused as startWorkstream is." })
  async resumeWorkstream(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("workstream", () => RecordAsReadInput, { description: "Which." }) workstream: RecordAsReadInput): Promise<Payload<Row>> {
    return acting(context, { name: "workstream:resume", args, sent: workstream, ...answer }, (draft) => waitingWorkstreamActs.resume(draft, workstream, ["workstream"]));
  }

  @Mutation(() => WorkstreamPayload, { description: "Puts a workstream that was ready, merged or closed under way again, and says why. Refused as startWorkstream is." })
  async reopenWorkstream(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("workstream", () => RecordAsReadInput, { description: "Which." }) workstream: RecordAsReadInput): Promise<Payload<Row>> {
    return acting(context, { name: "workstream:reopen", args, sent: workstream, ...answer }, (draft) => waitingWorkstreamActs.reopen(draft, workstream, ["workstream"]));
  }
}
