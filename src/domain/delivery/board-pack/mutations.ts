import { Arg, Args, Ctx, Mutation, Resolver } from "type-graphql";
import { ActArgs } from "../../../api/act/act-args.ts";
import { acting } from "../../../api/act/acting.ts";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { payloadOf, type Payload } from "../../../api/act/payload.ts";
import type { Context } from "../../../api/context.ts";
import { FreezeBoardPackInput } from "./act-inputs.ts";
import { boardPackActs } from "./acts.ts";
import { boardPackById } from "./loaders.ts";
import { boardPackKind, type boardPacks } from "./table.ts";
import { BoardPackType } from "./type.ts";

type Row = typeof boardPacks.$inferSelect;

const BoardPackPayload = payloadOf("BoardPack", "boardPack", () => BoardPackType);
const answer = { kind: boardPackKind, load: boardPackById };

@Resolver()
export class BoardPackMutations {
  @Mutation(() => BoardPackPayload, { description: "Freezes a moment for a board and the day of its meeting: the last entry by then, and its hash. It is asked for each programme that the pack is about; without any, for the board." })
  async freezeBoardPack(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("boardPack", () => FreezeBoardPackInput, { description: "For which board, and which moment." }) boardPack: FreezeBoardPackInput): Promise<Payload<Row>> {
    return acting(context, { name: "board-pack:freeze", args, sent: boardPack, ...answer }, (draft) => boardPackActs.freeze(draft, boardPack, ["boardPack"]));
  }

  @Mutation(() => BoardPackPayload, { description: "Withdraws a board pack that was a mistake, with a reason. What it held stays, and is shown as withdrawn." })
  async withdrawBoardPack(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("boardPack", () => RecordAsReadInput, { description: "Which." }) boardPack: RecordAsReadInput): Promise<Payload<Row>> {
    return acting(context, { name: "board-pack:withdraw", args, sent: boardPack, ...answer }, (draft) => boardPackActs.withdraw(draft, boardPack, ["boardPack"]));
  }
}
