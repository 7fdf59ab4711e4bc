import { Arg, Args, Ctx, ID, Mutation, Resolver } from "type-graphql";
import { ActArgs } from "../../../api/act/act-args.ts";
import type { Payload } from "../../../api/act/payload.ts";
import { AlsoCalled, ErasedPayload, erasing } from "../../../api/act/erased.ts";
import type { Context } from "../../../api/context.ts";
import { personKind } from "./table.ts";

@Resolver()
export class PersonMutations {
  @Mutation(() => ErasedPayload, { description: "Erases a person on request, for ever: every name that they have ever had, in all records, quotes and reasons. What they held stays, held by somebody whom nobody is shown. Also for one who was removed." })
  async erasePerson(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("id", () => ID, { description: "The person." }) id: string, @AlsoCalled() alsoCalled?: string[] | null): Promise<Payload<null>> {
    return erasing(context, "person:erase", personKind, args, { id, alsoCalled }, (draft, words) => { draft.erase(personKind, id, words, ["id"]); });
  }
}
