import type { Context } from "./context.ts";

/** Says of rows which others were found by the same statement, for other records. */
export function foundTogether<Row>({ loaded }: Context, rows: readonly Row[], all: readonly Row[]): readonly Row[] {
  loaded.wholes.set(rows, all);
  return rows;
}

/** The rows that were found together with these; null where nobody said which those are. */
export function levelOf<Row>({ loaded }: Context, rows: readonly Row[]): readonly Row[] | null {
  // What stands under rows was put there above, and is of their kind.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return (loaded.wholes.get(rows) ?? null) as readonly Row[] | null;
}

/** Records that are going to be asked alike: what belongs to one of them is found for all of them. One that stands with others already stays with those, or what belongs to them would be looked for again. */
export function standTogether(context: Context, rows: readonly { readonly id: string }[]): void {
  const ids = [...new Set(rows.map(({ id }) => id))];
  const { levels } = context.loaded;
  for (const id of ids) if (!levels.has(id)) levels.set(id, ids);
}
