import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import type { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { londonDay, readDay } from "../../../kernel/day.ts";
import type { AskedMoment } from "../../../kernel/moment.ts";
import { entryMeant } from "../../../ledger/moment.ts";
import { entryNumbered, headOf } from "../../../ledger/reading.ts";
import { groupKind } from "../../partners/group/table.ts";
import { programmeKind } from "../programme/table.ts";
import type { FreezeBoardPackInput } from "./act-inputs.ts";
import { freezeBoardPack, withdrawBoardPack, type Frozen } from "./decisions.ts";
import { standingPacks } from "./store.ts";
import { boardPackKind, boardPackProgrammeKind } from "./table.ts";

/** What people do with board packs: each reads, asks, lets the rule decide, and writes. */
export const boardPackActs = {
  freeze(draft: ActDraft, { group, meetsOn, programmes: ids, asAt, title, audience }: FreezeBoardPackInput, path: Path): string {
    const board = draft.find(groupKind, group, [...path, "group"]);
    const programmes = draft.each(ids ?? [], [...path, "programmes"], (id, at) => draft.find(programmeKind, id, at));
    const day = readDay(meetsOn);
    const ruled = freezeBoardPack({ board, meetsOn: day, programmes, title: title ?? null, audience: audience ?? null, frozen: frozenAt(draft, asAt ?? null), others: standingPacks(draft.graph, board.id, day) });
    // Whoever freezes what a board is shown of programmes answers for each of them; without any, for the board.
    for (const programme of programmes) draft.demand(programmeKind, programme, "board-pack:freeze", ruled.fields);
    if (programmes.length === 0) draft.demand(groupKind, board, "board-pack:freeze", ruled.fields);
    const id = draft.create(boardPackKind, ruled, path);
    const { audience: for_, systemId } = ruled.fields;
    for (const programme of programmes) draft.create(boardPackProgrammeKind, { fields: { boardPackId: id, programmeId: programme.id, audience: for_, systemId }, problems: [] });
    return id;
  },

  withdraw(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    const reason = draft.because("it is withdrawn");
    const pack = draft.findFor("board-pack:withdraw", boardPackKind, id, [...path, "id"]);
    draft.unchanged(boardPackKind, id, expectedVersion, ["withdrawnOn"], path);
    draft.change(boardPackKind, id, withdrawBoardPack(pack, reason, draft.today), path);
    return id;
  },
};

/** The moment that is meant, as it stands in the ledger where this is decided. */
function frozenAt(draft: ActDraft, asked: AskedMoment | null): Frozen {
  const { graph, today, draft: { at } } = draft;
  const head = headOf(graph);
  // Something can still be recorded at the very instant of this act.
  const number = asked === null ? head : entryMeant({ ledger: graph, number: head, clock: Date.parse(at) - 1 }, asked);
  const found = entryNumbered(graph, number);
  if (found === null) throw new Error(`Entry ${number} is meant, and is not there.`);
  const asOn = asked === null ? today : "day" in asked ? asked.day : londonDay(new Date("instant" in asked ? asked.instant : found.at));
  return { asOn, entry: number, entryAt: found.at, headHash: found.hash };
}
