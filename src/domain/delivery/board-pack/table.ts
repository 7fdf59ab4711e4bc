import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { day, identity, reference, wholeNumber, words } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";
import { groups } from "../../partners/group/table.ts";
import { programmes } from "../programme/table.ts";

/** A moment that was frozen for a board. It never changes: a mistaken one is withdrawn. */
export const boardPacks = sqliteTable(
  "board_packs",
  {
    ...identity,
    ...belonging,
    title: words().notNull(),
    /** The board. */
    groupId: reference(() => groups.id).notNull(),
    /** The day on which it meets. */
    meetsOn: day().notNull(),
    /** The day at whose end, or on which, things stood so. */
    asOn: day().notNull(),
    /** The number of the last entry by then, when it counts from, and its hash. */
    entry: wholeNumber().notNull(),
    entryAt: words().notNull(),
    headHash: words().notNull(),
    withdrawnOn: day(),
    withdrawReason: words(),
  },
  (pack) => [index("board_packs_by_group").on(pack.groupId, pack.meetsOn), index("board_packs_by_meets_on").on(pack.meetsOn, pack.id)],
);

/** A programme that a board pack is about. */
export const boardPackProgrammes = sqliteTable(
  "board_pack_programmes",
  {
    ...identity,
    ...belonging,
    boardPackId: reference(() => boardPacks.id).notNull(),
    programmeId: reference(() => programmes.id).notNull(),
  },
  (about) => [index("board_pack_programmes_by_board_pack").on(about.boardPackId), index("board_pack_programmes_by_programme").on(about.programmeId)],
);

export const boardPackKind = recordKind("BoardPack", "bp", boardPacks, {
  names: [boardPacks.title],
  partOf: [boardPacks.groupId, { through: boardPackProgrammes.boardPackId, to: boardPackProgrammes.programmeId }],
});
export const boardPackProgrammeKind = recordKind("BoardPackProgramme", "bg", boardPackProgrammes, {
  spoken: "programme", called: ({ programmeId }) => [{ of: programmeId }],
  partOf: [boardPackProgrammes.boardPackId, boardPackProgrammes.programmeId], goesWith: boardPackProgrammes.boardPackId,
});
