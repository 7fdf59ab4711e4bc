import { Arg, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { wordsIn } from "../../kernel/phrases.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Act } from "../access/act.ts";
import type { Context } from "../context.ts";
import type { ActArgs } from "./act-args.ts";
import type { ActDraft } from "./act-draft.ts";
import { acting } from "./acting.ts";
import { PayloadInterface, type Payload } from "./payload.ts";
import { Problems } from "./ruled.ts";
import { MOST_IN_TITLE } from "./texts.ts";

/** Who is to be erased, and what else they are called. */
export interface ToErase {
  readonly id: string;
  readonly alsoCalled: readonly string[] | null | undefined;
}

@ObjectType("ErasedPayload", { implements: PayloadInterface, description: "What came of erasing somebody. They are given out to nobody from then on." })
export class ErasedPayload extends PayloadInterface {
  declare readonly changed: readonly string[];
}

/** Erases somebody: under dryRun, tells in which records they are named. */
export async function erasing(context: Context, name: Act, kind: RecordKind, args: ActArgs, sent: ToErase, decide: (draft: ActDraft, words: readonly string[]) => void): Promise<Payload<null>> {
  return acting(context, { name, args, sent, kind, load: nothing }, (draft) => {
    draft.demand(kind, { id: sent.id });
    const words = sent.alsoCalled ?? [];
    const wrong = unusable(words);
    // All else that is wrong is told too, though nothing can be looked for by a word that is none.
    wrong.gather(() => { decide(draft, wrong.all().length > 0 ? [] : words); });
    wrong.refuse();
    return sent.id;
  });
}

/** One letter stands everywhere; and nobody's name is longer than a name may be. */
function unusable(words: readonly string[]): Problems {
  const wrong = new Problems();
  for (const [index, word] of words.entries()) {
    const isLong = word.length > MOST_IN_TITLE;
    wrong.when(!isLong && wordsIn(word).join("").length < 2, "INVALID_TEXT", "A name to look for has at least two letters. Nothing was erased: leave this one out, or write it in full.", ["alsoCalled", index]);
    wrong.when(isLong, "TOO_LONG", `A name to look for has at most ${MOST_IN_TITLE} characters, and this has ${word.length.toLocaleString("en-GB")}. Nothing was erased: leave this one out, or write the name alone.`, ["alsoCalled", index]);
  }
  return wrong;
}

/** The argument of what else somebody is called. */
export function AlsoCalled(): ReturnType<typeof Arg> {
  return Arg("alsoCalled", () => [String], { nullable: true, description: "What else they are called, such as a surname alone or an e-mail address: taken out wherever it stands, so try it with dryRun first." });
}

@Resolver(() => ErasedPayload)
export class ErasedResolver {
  @FieldResolver(() => Int, { description: "How many records change, theirs and the roles that end included, whoever may see them." })
  changedCount(@Root() { changed }: ErasedPayload): number {
    return changed.length;
  }
}

/** Who is erased is no answer. */
function nothing(): null {
  return null;
}
