import type { ActDraft } from "../../../api/act/act-draft.ts";
import { notFound } from "../../../api/act/not-found.ts";
import type { Sight } from "../../../api/act/sight.ts";
import { maySee } from "../../../api/audience.ts";
import { isId } from "../../../kernel/identity.ts";
import { Refusal, refusal } from "../../../kernel/problem.ts";
import { quoted } from "../../../kernel/quoted.ts";
import type { Cells } from "./cells.ts";
import type { ImportPlace } from "./import-place.ts";
import { ID, type ImportTable } from "./import-table.ts";

/** Which record a row is about. */
export interface Matched {
  /** Null where there is none yet. */
  readonly id: string | null;
  /** Whether the row gives its very id. */
  readonly isById: boolean;
  /** Lets the record be found again by what the row calls it. */
  readonly remember: (acts: ActDraft, id: string) => void;
}

const forget = (): void => {};

/** The record that a row is about, as its importer may see it: by its id, by their own reference, or by an identifier of the field. */
export function matched(sight: Sight, table: ImportTable, _place: ImportPlace, cells: Cells): Matched {
  const { kind, matches = [] } = table.importable;
  const id = cells.get(ID.name);
  if (id !== undefined) {
    const row = isId(id, kind.prefix) ? sight.read(kind, id) : null;
    if (row === null || !maySee(sight.viewer, row)) throw new Refusal([notFound(kind, id, [ID.name])]);
    return { id, isById: true, remember: forget };
  }
  for (const { column, find } of matches) {
    const cell = cells.get(column);
    const found = cell === undefined ? [] : find(sight.graph, cell).filter((one) => isSeen(sight, table, one));
    if (found.length > 1) throw refusal("RULE", `${quoted(cell ?? "")} is said of more than one record that you may see. Give the id of the one that is meant.`, [column]);
    if (found[0] !== undefined) return { id: found[0], isById: false, remember: forget };
  }
  return { id: null, isById: false, remember: forget };
}

function isSeen(sight: Sight, table: ImportTable, id: string): boolean {
  const row = sight.read(table.importable.kind, id);
  return row !== null && maySee(sight.viewer, row);
}
