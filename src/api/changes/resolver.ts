import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root, Subscription } from "type-graphql";
import type { RecordKind } from "../../ledger/concept.ts";
import { PayloadInterface } from "../act/payload.ts";
import { neverShown } from "../access/audience.ts";
import { reading, type Context } from "../context.ts";
import { Fault } from "../fault/fault.ts";
import { RecordInterface, type AnyRecord, type RecordRow } from "../record.ts";
import { typeWord } from "../value/type-word.ts";
import type { ChangesPage, FeedChange } from "./change.ts";
import { changesAsTheyCome, changeTold, liveOf } from "./as-they-come.ts";
import { changedArgs, type ChangedArgs } from "./changed-args.ts";
import { Feed } from "./feed.ts";
import { cursorHere, cursorsFor } from "./place.ts";
import { ChangesPageType, ChangeType, recordTypeEnum } from "./type.ts";
import type { Soon } from "../soon.ts";

const PAGE = 50;
const MOST = 100;

/** The classes that resolve the feed of changes. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
export function changesResolvers(record: AnyRecord, kinds: readonly RecordKind[]): Function[] {
  const shown = kinds.filter(({ table }) => !neverShown(table));
  const RecordTypeEnum = recordTypeEnum(shown);
  const names = new Map(shown.map((kind) => [typeWord(kind), kind.type]));
  const feed = new Feed(kinds);
  const typesOf = (words: readonly string[] | null | undefined): string[] | null => words?.flatMap((word) => names.get(word) ?? []) ?? null;
  const ChangedArgsType = changedArgs(RecordTypeEnum);

  @Resolver(() => ChangeType)
  class ChangesResolver {
    @Query(() => ChangesPageType, {
      description: `What was done to records, in order, for keeping a copy in step: removals included, nothing twice, in the same order for everybody. Whoever begins without a cursor and applies page after page has the records that the graph has for them; a record that becomes hidden from them is removed, and one that becomes visible created. When what they may see changes, their cursor is refused as RIGHTS_CHANGED, and they begin anew.`,
    })
    changes(
      @Ctx() context: Context,
      @Arg("after", () => String, { nullable: true, description: "Behind this cursor of the feed, of a mutation or of the query cursor; from the beginning unless given." }) after: string | null | undefined,
      @Arg("types", () => [RecordTypeEnum], { nullable: true, description: "Only records of these types; of all unless given. A copy that is to hold more types begins anew." }) types: readonly string[] | null | undefined,
      @Arg("first", () => Int, { nullable: true, description: `How many at most, 1 to ${MOST}; ${PAGE} unless given.` }) first: number | null | undefined,
    ): ChangesPage {
      const most = first ?? PAGE;
      if (most < 1 || most > MOST) throw new Fault("BAD_USER_INPUT", `A page holds 1 to ${MOST} changes, and ${most} were asked for. Read on with after: cursor.`);
      // Takes the time limit with it.
      reading(context);
      return feed.after(context, { after: after ?? null, types: typesOf(types), ids: null, most });
    }

    @Subscription(() => ChangeType, {
      description: "What is done to records, as it is done: what changes tells, one by one, nothing left out and nothing twice. When a connection breaks, go on after the cursor of the last change. It ends, with the code of the reason, when its reader has signed out or may see more or less than before, when they read too slowly, and when the server stops.",
      subscribe: async ({ args, context }: { args: ChangedArgs; context: Context }) => {
        const { filter, after } = args;
        return changesAsTheyCome(liveOf(context), feed, { after: after ?? null, types: typesOf(filter?.types), ids: filter?.records ?? null });
      },
    })
    changed(@Ctx() context: Context, @Args(ChangedArgsType) _args: ChangedArgs): FeedChange {
      return changeTold(context);
    }

    @Query(() => String, { description: "Where this answer stands in the feed of changes: what was done until then is in it. Hand it to changes or changed for what is done from then on." })
    cursor(@Ctx() context: Context): string {
      return cursorHere(context);
    }

    @FieldResolver(() => RecordTypeEnum, { description: "The record's type." })
    type(@Root() { type }: FeedChange): string {
      return typeWord({ type });
    }

    @FieldResolver(() => RecordInterface, { nullable: true, description: "The record as it stands where this is read, later changes included. Null where it is not there any more, and where this viewer may not see it." })
    record(@Ctx() context: Context, @Root() { id }: FeedChange): Soon<RecordRow | null> {
      return record(context, id);
    }
  }

  @Resolver(() => PayloadInterface)
  class PayloadCursorResolver {
    @FieldResolver(() => String, { nullable: true, description: "Where this act stands in the feed of changes: behind all that it did. Null where nothing was written." })
    cursor(@Ctx() context: Context, @Root() { entry }: PayloadInterface): string | null {
      return entry === null ? null : cursorsFor(context)({ entry, within: null });
    }
  }

  return [ChangesResolver, PayloadCursorResolver];
}
