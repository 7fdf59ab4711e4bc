import { Problems, type RuledFor } from "../../../api/act/ruled.ts";
import type { Day } from "../../../kernel/day.ts";
import { sayDay } from "../../../kernel/say-partial-date.ts";
import type { groups } from "../../partners/group/table.ts";
import type { programmes } from "../programme/table.ts";
import type { StandingPack } from "./store.ts";
import type { boardPacks } from "./table.ts";

/** The moment that is frozen. */
export interface Frozen {
  readonly asOn: Day;
  readonly entry: number;
  readonly entryAt: string;
  readonly headHash: string;
}

/** What somebody asks to freeze, for which board, and the packs that stand for the same meeting. */
export interface Freezing {
  readonly board: typeof groups.$inferSelect;
  readonly meetsOn: Day;
  readonly programmes: readonly (typeof programmes.$inferSelect)[];
  readonly title: string | null;
  readonly audience: string | null;
  readonly frozen: Frozen;
  readonly others: readonly StandingPack[];
}

/** A board has one pack that stands for a meeting and the same programmes: it cannot be shown two positions. */
export function freezeBoardPack({ board, meetsOn, programmes, title, audience, frozen, others }: Freezing): RuledFor<typeof boardPacks> {
  const wrong = new Problems();
  const ids = programmes.map(({ id }) => id);
  wrong.when(new Set(ids).size < ids.length, "RULE", "The same programme stands there twice. Name each once.", ["programmes"]);
  const same = others.filter(({ programmeIds }) => programmeIds.toSorted().join() === ids.toSorted().join());
  wrong.when(same.length > 0, "RULE", `A pack about the same stands for this board's meeting on ${sayDay(meetsOn)} already. Use that one, or withdraw it first.`, ["meetsOn"], same.map(({ id }) => id));
  const home = board.systemId ?? programmes[0]?.systemId ?? null;
  return { fields: { systemId: home, audience: audience ?? board.audience, title: title ?? `${board.name}, ${sayDay(meetsOn)}`, groupId: board.id, meetsOn, ...frozen }, problems: wrong.all() };
}

/** What was frozen stays as it was; that it was a mistake is said beside it. */
export function withdrawBoardPack({ withdrawnOn }: typeof boardPacks.$inferSelect, reason: string, today: Day): RuledFor<typeof boardPacks> {
  const wrong = new Problems();
  wrong.when(withdrawnOn !== null, "NOT_ALLOWED_NOW", "This board pack was withdrawn already. Nothing was changed.");
  return { fields: { withdrawnOn: today, withdrawReason: reason }, problems: wrong.all() };
}
