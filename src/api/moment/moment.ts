import { readMoment, type AskedMoment } from "../../kernel/moment.ts";
import { entryMeant } from "../../ledger/moment.ts";
import type { Context } from "../context.ts";
import { scalarOf } from "../value/scalars.ts";

/** An argument that says a moment: resolvers are handed an AskedMoment, and `entryAsked` says which entry it means. */
export const MomentScalar = scalarOf(
  "Moment",
  "A moment that has passed: a day, as 2024-03-31, which means its end in London; an instant, as 2024-03-31T16:00:00.000Z; or the number of an entry, as 120. It means the last entry not after it.",
  readMoment,
);

/** The number of the entry that is meant, where this request reads. Refuses what has not passed there, and what was before the first entry. */
export function entryAsked({ moment }: Context, asked: AskedMoment): number {
  return entryMeant(moment, asked);
}
