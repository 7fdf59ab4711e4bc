import type { Context } from "../../api/context.ts";
import { fieldOf } from "../../api/field.ts";
import type { AnyRow } from "../board-reading.ts";
import type { Item } from "./compare.ts";
import type { Comparison } from "./difference.ts";
import type { Standing } from "./sides.ts";
import { fieldMoves } from "./telling.ts";
import type { Value } from "./value.ts";

/** A value as the schema gives it out. */
export interface ValueSaid extends Value {
  readonly record: AnyRow | null;
}

/** A field before and after, as the schema gives it out. */
export interface FieldDifference {
  readonly field: string;
  readonly words: string;
  readonly before: ValueSaid | null;
  readonly after: ValueSaid | null;
}

/** The fields that an item is about, with what they said at both moments. */
export async function fieldsOf(context: Context, { sides, names }: Comparison, item: Item): Promise<FieldDifference[]> {
  /** Nobody learns here of a record that the gate keeps from them. */
  const said = async (value: Value | null, at: (id: string) => Promise<Standing | null>): Promise<ValueSaid | null> => {
    if (value === null || value.recordId === null) return value && { ...value, record: null };
    const standing = await at(value.recordId);
    return standing && { ...value, plain: await names.of(value.recordId), record: standing.row };
  };
  return Promise.all(fieldMoves(context, item).map(async ({ column, words, before, after }) => ({
    field: fieldOf(column), words, before: await said(before, async (id) => sides.before(id)), after: await said(after, async (id) => sides.after(id)),
  })));
}
