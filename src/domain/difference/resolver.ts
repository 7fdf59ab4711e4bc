import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { PageArgs } from "../../api/list/connection.ts";
import type { Concept } from "../concept.ts";
import type { Context } from "../../api/context.ts";
import { Fault } from "../../api/fault/fault.ts";
import type { HistoryEntry } from "../../api/history/history.ts";
import { HistoryConnection } from "../../api/history/type.ts";
import type { RecordTable } from "../../api/loaders.ts";
import { pageOf, type Connection, type PageAsked } from "../../api/page.ts";
import { RecordInterface } from "../../api/record.ts";
import { DayScalar } from "../../api/value/scalars.ts";
import { grouped } from "../../kernel/grouped.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { changeGroups, type AnyRow, type BoardReading, type ChangeGroup } from "../board-reading.ts";
import type { boardPacks } from "../delivery/board-pack/table.ts";
import { BoardPackType } from "../delivery/board-pack/type.ts";
import { actsBehind, comeBack, movesIn } from "./acts.ts";
import { differenceOf, titleOf, type Difference, type Placed } from "./difference.ts";
import { fieldsOf, type FieldDifference } from "./fields.ts";
import { groupTitles } from "./groups.ts";
import { DifferenceArgs, SinceArgs } from "./inputs.ts";
import { markdownOf } from "./markdown.ts";
import { wholeOfItem } from "./parts.ts";
import { Readings } from "./readings-of.ts";
import { requestOf, requestSince } from "./request.ts";
import type { Side } from "./sides.ts";
import { tellingOf } from "./telling.ts";
import { DifferenceGroupType, DifferenceItemConnection, DifferenceItemType, DifferenceMomentType, DifferencePartConnection, DifferenceType, FieldDifferenceType } from "./type.ts";
import { weighs } from "../../api/weight.ts";
import type { Soon } from "../../api/soon.ts";

/** A group of a difference. */
interface Group {
  readonly group: ChangeGroup;
  readonly title: string;
  readonly count: number;
  readonly items: readonly Placed[];
}

/** A part of an item. */
interface PartRow {
  readonly id: string;
  readonly place: number;
  readonly record: AnyRow | null;
  readonly title: Promise<string>;
}

const MOST_LINES = 1_000;

/** The classes that resolve differences of records of these kinds. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
function differenceResolvers(kinds: readonly RecordKind<RecordTable>[], described: readonly BoardReading[]): Function[] {
  const readings = new Readings(kinds, described);

  @Resolver(() => DifferenceType)
  class DifferenceResolver {
    @weighs(100)
    @Query(() => DifferenceType, { description: "What changed between two moments, as a board reads it." })
    changesBetween(@Ctx() context: Context, @Args(() => DifferenceArgs) args: DifferenceArgs): Soon<Difference> {
      return differenceOf(context, readings, requestOf(context, args));
    }

    @FieldResolver(() => DifferenceMomentType)
    from(@Root() { request }: Difference): Side {
      return request.from;
    }

    @FieldResolver(() => DifferenceMomentType)
    to(@Root() { request }: Difference): Side {
      return request.to;
    }

    @FieldResolver(() => Int)
    count(@Root() { items }: Difference): number {
      return items.length;
    }

    @FieldResolver(() => Int, { description: "How many records were changed in between and say again what they said: they are in no group." })
    unmovedCount(@Ctx() context: Context, @Root() difference: Difference): Soon<number> {
      return comeBack(context, readings, difference);
    }

    @FieldResolver(() => [DifferenceGroupType])
    groups(@Root() { items: all }: Difference): Group[] {
      const byGroup = grouped(all, ({ group }) => group);
      return changeGroups.flatMap((group) => {
        const items = byGroup.get(group) ?? [];
        return items.length === 0 ? [] : [{ group, title: groupTitles[group], count: items.length, items }];
      });
    }

    @FieldResolver(DifferenceItemConnection, { description: "The items of all groups, in the order in which a board reads." })
    items(@Root() { items }: Difference, @Args(() => PageArgs) request: PageAsked): Connection<Placed> {
      return pageOf(items, ({ place }) => place, request);
    }

    @FieldResolver(() => String, { description: "The same as Markdown, ready to paste into a paper: a heading for each group, a line for each item. What stands in titles and reasons stays text there." })
    async markdown(
      @Ctx() context: Context,
      @Root() difference: Difference,
      @Arg("linesPerGroup", () => Int, { defaultValue: 100, description: `At most so many lines under each heading, 1 to ${MOST_LINES.toLocaleString("en-GB")}; the rest is counted.` }) linesPerGroup: number,
    ): Promise<string> {
      if (linesPerGroup < 1 || linesPerGroup > MOST_LINES) throw new Fault("BAD_USER_INPUT", `A heading has 1 to ${MOST_LINES.toLocaleString("en-GB")} lines, and ${linesPerGroup} were asked for.`);
      return markdownOf(context, readings, difference, linesPerGroup);
    }
  }

  @Resolver(() => BoardPackType)
  class BoardPackDifferenceResolver {
    @FieldResolver(() => DifferenceType, { nullable: true, description: "What has changed since the moment that it froze, of its programmes where it has any. Null only where what is asked for is refused." })
    async changesSince(@Ctx() context: Context, @Root() pack: typeof boardPacks.$inferSelect, @Args(() => SinceArgs) args: SinceArgs): Promise<Difference> {
      return differenceOf(context, readings, await requestSince(context, pack, args));
    }
  }

  @Resolver(() => DifferenceMomentType)
  class DifferenceMomentResolver {
    @FieldResolver(() => DayScalar, { nullable: true, description: "The day in London that it is on, for what depends on a day. Null before the first entry." })
    day(@Root() { entry, day }: Side): string | null {
      return entry === 0 ? null : day;
    }
  }

  @Resolver(() => DifferenceGroupType)
  class DifferenceGroupResolver {
    @FieldResolver(DifferenceItemConnection, { description: "Its items." })
    items(@Root() { items }: Group, @Args(() => PageArgs) request: PageAsked): Connection<Placed> {
      return pageOf(items, ({ place }) => place, request);
    }
  }

  @Resolver(() => DifferenceItemType)
  class DifferenceItemResolver {
    @FieldResolver(() => RecordInterface, { description: "The record: as it stood at the second moment, or at the first if it is gone. Of a rating, the judgement." })
    record(@Root() { after, before }: Placed): AnyRow | null {
      return after ?? before;
    }

    @FieldResolver(() => Boolean, { description: "Whether its record was not there at the first moment, or not to be seen." })
    isNew(@Root() { before }: Placed): boolean {
      return before === null;
    }

    @FieldResolver(() => Boolean, { description: "Whether its record is not there any more at the second." })
    isGone(@Root() { after }: Placed): boolean {
      return after === null;
    }

    @FieldResolver(() => RecordInterface, { nullable: true, description: "What its record belongs to: the nearest that this viewer may see, as a criterion's workstream." })
    about(@Root() item: Placed): Soon<AnyRow | null> {
      return wholeOfItem(item.comparison.sides, item);
    }

    @FieldResolver(() => [String], { description: "What became of it, in plain words, piece by piece: a line of the Markdown, but for its title and its reason." })
    says(@Ctx() context: Context, @Root() item: Placed): Soon<string[]> {
      return tellingOf(context, item.comparison.names, item);
    }

    @FieldResolver(() => [FieldDifferenceType], { description: "The fields that this is about, before and after; then those that changed along with them. Of a record that is new or gone: all that it says." })
    fields(@Ctx() context: Context, @Root() item: Placed): Soon<FieldDifference[]> {
      return fieldsOf(context, item.comparison, item);
    }

    @FieldResolver(HistoryConnection, { description: "The acts in between by which it came about, the latest first: who, when and why. What this viewer may not see of them is left out." })
    async acts(@Ctx() context: Context, @Root() item: Placed, @Args(() => PageArgs) request: PageAsked): Promise<Connection<HistoryEntry>> {
      return pageOf(await actsBehind(context, readings, item.comparison, item), ({ entry }) => -entry, request);
    }

    @FieldResolver(() => Int, { description: "How many of these acts moved one of its fields: more than one where it was moved several times." })
    async moves(@Ctx() context: Context, @Root() item: Placed): Promise<number> {
      return movesIn(await actsBehind(context, readings, item.comparison, item), item);
    }

    @FieldResolver(DifferencePartConnection, { description: "The records that are new or gone together with it as its parts: they stand here and in no group of their own." })
    parts(@Root() { parts, comparison }: Placed, @Args(() => PageArgs) request: PageAsked): Connection<PartRow> {
      return pageOf(parts.map((part, place) => ({ id: part.id, place, record: part.after ?? part.before, title: titleOf(comparison.names, part) })), ({ place }) => place, request);
    }
  }

  return [DifferenceResolver, BoardPackDifferenceResolver, DifferenceMomentResolver, DifferenceGroupResolver, DifferenceItemResolver];
}

/** The concept that tells what has changed in these, in the order in which a board reads them. */
export function difference(concepts: readonly Concept[]): Concept {
  const described = concepts.flatMap(({ readings = [] }) => readings);
  return { kinds: [], resolvers: [], resolversOver: (_, kinds) => differenceResolvers(kinds, described) };
}
