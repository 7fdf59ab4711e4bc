import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Calling } from "../called.ts";
import type { Concept } from "../concept.ts";
import { PageArgs } from "../list/connection.ts";
import type { Context } from "../context.ts";
import { Fault } from "../fault/fault.ts";
import { pageOf, type Connection, type PageAsked } from "../page.ts";
import { RecordInterface, type AnyRecord, type RecordRow } from "../record.ts";
import { typeWord } from "../value/type-word.ts";
import { find, MOST_TEXTS, type Hit } from "./find.ts";
import { SearchHitConnection, SearchHitType, searchTypeEnum } from "./type.ts";
import { weighs } from "../weight.ts";
import type { Soon } from "../soon.ts";

/** The longest that may be typed. */
const LONGEST = 200;

/** The class that resolves `search` over the records of these concepts. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
export function searchResolver(concepts: readonly Concept[], record: AnyRecord, calling: Calling): Function {
  const kinds = concepts.flatMap((concept): readonly RecordKind[] => concept.kinds);
  const called = kinds.filter(isCalled);
  const SearchTypeEnum = searchTypeEnum(called);

  @Resolver(() => SearchHitType)
  class SearchResolver {
    @weighs(20)
    @Query(SearchHitConnection, {
      description: `Records by what they are called: names, titles, former and other names, and identifiers of the field. Each word may be only the beginning of one, and may have one or two wrong letters. Identifiers first, then names that are the same, that begin so, that have these words, that are nearly so; of these, the shorter first. Each record stands here once, by its best text; of more than ${MOST_TEXTS.toLocaleString("en-GB")} texts the shortest are looked at.`,
    })
    search(
      @Ctx() context: Context,
      @Arg("query", () => String, { description: `What somebody typed, at most ${LONGEST} characters. Nothing is found for nothing.` }) query: string,
      @Arg("types", () => [SearchTypeEnum], { nullable: true, description: "Only records of these types; of all unless given." }) types: readonly string[] | null | undefined,
      @Args(() => PageArgs) request: PageAsked,
    ): Connection<Hit> {
      if (query.length > LONGEST) throw new Fault("BAD_USER_INPUT", `What is looked for has at most ${LONGEST} characters, and this has ${query.length}. Look for the telling words.`);
      const wanted = called.filter((kind) => types?.includes(typeWord(kind)) ?? true).map((kind) => kind.prefix);
      return pageOf(find(context, kinds, query, wanted), (found) => found.rank, request);
    }

    @FieldResolver(() => String, { description: "What the record is called, whatever text it was found by: called of it." })
    async title(@Ctx() context: Context, @Root() { id, matchedText }: Hit): Promise<string> {
      const row = await record(context, id);
      return row === null ? matchedText : calling(context, row);
    }

    @FieldResolver(() => RecordInterface, { description: "The record that was found." })
    record(@Ctx() context: Context, @Root() { id }: Hit): Soon<RecordRow | null> {
      return record(context, id);
    }

    @FieldResolver(() => RecordInterface, { description: "The record that holds this text: the one that was found, or a record of another name or of an identifier of it." })
    matchedIn(@Ctx() context: Context, @Root() { matchedInId }: Hit): Soon<RecordRow | null> {
      return record(context, matchedInId);
    }
  }
  return SearchResolver;
}

/** Whether records of the kind are looked for themselves: by a name, and not as another's. */
function isCalled({ searchable }: RecordKind): boolean {
  return searchable !== undefined && searchable.leadsTo === undefined;
}
