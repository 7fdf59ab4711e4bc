import { and, eq, isNull, sql } from "drizzle-orm";
import { certaintyWithin, contains, within } from "../../../api/list/condition.ts";
import { byWords } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { pointedAtBy, pointsTo } from "../../../api/list/related.ts";
import { grouped } from "../../../kernel/grouped.ts";
import type { Day } from "../../../kernel/day.ts";
import { tableStatement, type Graph } from "../../../ledger/graph.ts";
import { ofSystem } from "../../foundation/place/store.ts";
import { groups } from "../../partners/group/table.ts";
import { programmes } from "../programme/table.ts";
import type { BoardPackFilter } from "./inputs.ts";
import { boardPackProgrammes, boardPacks } from "./table.ts";

const meeting = { earliest: boardPacks.meetsOn, latest: boardPacks.meetsOn };

export const boardPackListing: Listing<typeof boardPacks, BoardPackFilter> = {
  table: boardPacks,
  orders: { MEETS_ON: { by: boardPacks.meetsOn, descending: true }, TITLE: byWords(boardPacks.title) },
  where: (filter, context) => [
    pointsTo(context, boardPacks.groupId, groups, filter.group),
    pointedAtBy(context, boardPacks.id, boardPackProgrammes, boardPackProgrammes.boardPackId, pointsTo(context, boardPackProgrammes.programmeId, programmes, filter.programme)),
    ofSystem(context, boardPacks, filter.system),
    within(meeting, filter.meetsOn),
    typeof filter.standing === "boolean" ? sql`(${boardPacks.withdrawnOn} is null) = ${Number(filter.standing)}` : undefined,
    contains(boardPacks.title, filter.titleContains),
  ],
  certainty: (filter) => (filter.meetsOn ? certaintyWithin(meeting, filter.meetsOn) : undefined),
};

/** A pack that stands, and the programmes that it is about. */
export interface StandingPack {
  readonly id: string;
  readonly programmeIds: readonly string[];
}

const standing = tableStatement<{ id: string; programmeId: string | null }>(
  boardPacks,
  sql`select ${boardPacks.id} as "id", ${boardPackProgrammes.programmeId} as "programmeId" from ${boardPacks} left join ${boardPackProgrammes} on ${eq(boardPackProgrammes.boardPackId, boardPacks.id)}
    where ${and(eq(boardPacks.groupId, sql.placeholder("groupId")), eq(boardPacks.meetsOn, sql.placeholder("meetsOn")), isNull(boardPacks.withdrawnOn))} order by 1, 2`,
);

/** The packs that stand for a meeting of a board, whoever may see them. */
export function standingPacks(graph: Graph, groupId: string, meetsOn: Day): readonly StandingPack[] {
  const rows = grouped(standing.all(graph, { groupId, meetsOn }), ({ id }) => id);
  return [...rows].map(([id, all]) => ({ id, programmeIds: all.flatMap(({ programmeId }) => programmeId ?? []) }));
}
