import { Arg, Args, Ctx, Mutation, Resolver } from "type-graphql";
import { ActArgs } from "../../api/act/act-args.ts";
import { acting } from "../../api/act/acting.ts";
import type { Payload } from "../../api/act/payload.ts";
import type { Context } from "../../api/context.ts";
import { workstreamById } from "../delivery/workstream/loaders.ts";
import { workstreamKind, type workstreams } from "../delivery/workstream/table.ts";
import { WorkstreamPayload } from "../delivery/workstream/type.ts";
import { UpdateWorkstreamInput } from "./act-inputs.ts";
import { updateWorkstream } from "./acts.ts";

@Resolver()
export class MonthlyUpdateMutations {
  @Mutation(() => WorkstreamPayload, { description: "Does a lead's whole monthly update as one act, of which each part takes what its own mutation takes. Everything is done or nothing, and all that stands in the way of any part is said at once. The reason is that of every part which needs one." })
  async updateWorkstream(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("update", () => UpdateWorkstreamInput, { description: "Which workstream, and what happened in it." }) update: UpdateWorkstreamInput): Promise<Payload<typeof workstreams.$inferSelect>> {
    return acting(context, { name: "workstream:update", args, sent: update, kind: workstreamKind, load: workstreamById, of: update.id }, (draft) => updateWorkstream(draft, update, ["update"]));
  }
}
