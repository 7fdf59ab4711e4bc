import { sql, type SQL } from "drizzle-orm";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { connectionOf } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { distinct } from "../../../api/loaders.ts";
import { page, pageBelonging, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { pointedAtBy } from "../../../api/list/related.ts";
import { entryNumbered } from "../../../ledger/reading.ts";
import { groupById } from "../../partners/group/loaders.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import { programmeById } from "../programme/loaders.ts";
import type { programmes } from "../programme/table.ts";
import { ProgrammeType } from "../programme/type.ts";
import { boardPackReadings } from "./board-reading.ts";
import { boardPackFlatTables } from "./flat-tables.ts";
import { BoardPackFilter, BoardPackOrderEnum } from "./inputs.ts";
import { boardPackById, programmesOfBoardPack } from "./loaders.ts";
import { BoardPackMutations } from "./mutations.ts";
import { boardPackListing } from "./store.ts";
import { boardPackKind, boardPackProgrammeKind, boardPackProgrammes, boardPacks } from "./table.ts";
import { BoardPackProgrammeType, BoardPackType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof boardPacks.$inferSelect;
type ProgrammeRow = typeof programmes.$inferSelect;
type Request = PageRequest<BoardPackFilter>;

const BoardPackConnection = connectionOf("BoardPack", () => BoardPackType, { dated: true });
const BoardPacksArgs = listArgs(() => BoardPackFilter, BoardPackOrderEnum, "MEETS_ON");

@Resolver(() => BoardPackType)
class BoardPackResolver {
  @Query(BoardPackConnection, { description: "Board packs, those that were withdrawn included." })
  boardPacks(@Ctx() context: Context, @Args(BoardPacksArgs) request: Request): Connection<Row> {
    return page(context, boardPackListing, request);
  }

  @foundById()
  @Query(() => BoardPackType, { nullable: true, description: "A board pack by its id. Null where there is none." })
  boardPack(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return boardPackById(context, id);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The board. Null only where the viewer may not see it." })
  group(@Ctx() context: Context, @Root() pack: Row): Soon<typeof groups.$inferSelect | null> {
    return groupById(context, pack.groupId);
  }

  @FieldResolver(() => [ProgrammeType], { description: "The programmes that it is about, as far as the viewer may see them. None, where it is about all that there is." })
  async programmes(@Ctx() context: Context, @Root() pack: Row): Promise<ProgrammeRow[]> {
    const about = await programmesOfBoardPack(context, pack.id);
    return distinct(context, programmeById, about.map(({ programmeId }) => programmeId));
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the ledger still has this pack's hash at its entry. False: what came before the pack was rewritten. Hand over what stands in your printed copy, which nobody can rewrite; waymark verify walks the seals before it too.",
  })
  matchesLedger(
    @Ctx() { moment }: Context,
    @Root() { entry, headHash }: Row,
    @Arg("printed", () => String, { nullable: true, description: "The hash as it was printed; the one that the pack holds unless given." }) printed: string | null | undefined,
  ): boolean {
    return entryNumbered(moment.ledger, entry)?.hash === (printed ?? headHash);
  }
}

@Resolver(() => BoardPackProgrammeType)
class BoardPackProgrammeResolver {
  @FieldResolver(() => BoardPackType, { nullable: true, description: "The pack." })
  boardPack(@Ctx() context: Context, @Root() { boardPackId }: typeof boardPackProgrammes.$inferSelect): Soon<Row | null> {
    return boardPackById(context, boardPackId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme. Null only where the viewer may not see it." })
  programme(@Ctx() context: Context, @Root() { programmeId }: typeof boardPackProgrammes.$inferSelect): Soon<ProgrammeRow | null> {
    return programmeById(context, programmeId);
  }
}

@Resolver(() => GroupType)
class GroupBoardPacksResolver {
  @FieldResolver(BoardPackConnection, { description: "The moments that were frozen for it." })
  boardPacks(@Ctx() context: Context, @Root() group: typeof groups.$inferSelect, @Args(BoardPacksArgs) request: Request): Connection<Row> {
    return pageWithin(context, boardPackListing, boardPacks.groupId, group.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeBoardPacksResolver {
  @FieldResolver(BoardPackConnection, { description: "The board packs that are about it." })
  async boardPacks(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(BoardPacksArgs) request: Request): Promise<Connection<Row>> {
    const { boardPackId, programmeId } = boardPackProgrammes;
    const about = (parent: SQL): SQL | undefined => pointedAtBy(context, boardPacks.id, boardPackProgrammes, boardPackId, sql`${programmeId} = ${parent}`);
    return pageBelonging(context, boardPackListing, { name: "programmes", to: about }, programme.id, request);
  }
}

export const boardPack: Concept = {
  kinds: [boardPackKind, boardPackProgrammeKind],
  readings: boardPackReadings,
  flatTables: boardPackFlatTables,
  resolvers: [BoardPackResolver, BoardPackProgrammeResolver, BoardPackMutations, GroupBoardPacksResolver, ProgrammeBoardPacksResolver],
};
