import type { Act } from "../../../api/access/act.ts";
import type { ActDraft } from "../../../api/act/act-draft.ts";
import { notFound } from "../../../api/act/not-found.ts";
import type { Sight } from "../../../api/act/sight.ts";
import { maySee } from "../../../api/access/audience.ts";
import { isId } from "../../../kernel/identity.ts";
import { Refusal, refusal } from "../../../kernel/problem.ts";
import { quoted } from "../../../kernel/quoted.ts";
import type { Cells } from "./cells.ts";
import { ID, REFERENCE, type ImportTable } from "./import-table.ts";
import type { ImportPlace } from "./import-place.ts";
import { called, REFER, refer } from "./references.ts";

/** Which record a row is about. */
export interface Matched {
  /** Null where there is none yet. */
  readonly id: string | null;
  /** Whether the row gives its very id. */
  readonly isById: boolean;
  /** What the row calls it in the importer's list, where it is not yet known by that. */
  readonly calls: string | null;
}

/** The record that a row is about, as its importer may see it: by its id, by their own reference, or by an identifier of the field. */
export function matched(sight: Sight, table: ImportTable, { list }: ImportPlace, cells: Cells): Matched {
  const { kind, matches = [] } = table.importable;
  const [id, reference] = [cells.get(ID.name), cells.get(REFERENCE.name)];
  if (reference !== undefined && list === null) throw refusal("MISSING_FIELD", "Say in which list this reference stands: name it on the page, or in the address as ?list=our-plan, and always by the same name.", [REFERENCE.name]);
  const inList = (name: string | undefined): readonly string[] => (name === undefined || list === null ? [] : called(sight, { list, name }, [kind]));
  if (id !== undefined && isSeen(sight, table, id)) return { id, isById: true, calls: reference !== undefined && !inList(reference).includes(id) ? reference : null };
  // An id of another tracker is what this record is called in its list.
  if (id !== undefined && list === null) throw new Refusal([notFound(kind, id, [ID.name])]);
  const name = reference ?? id;
  const known = only(inList(name), name, REFERENCE.name);
  if (known !== null) return { id: known, isById: false, calls: null };
  for (const { column, find } of matches) {
    const cell = cells.get(column);
    const found = cell === undefined ? null : only(find(sight.graph, cell, sight.today).filter((one) => isSeen(sight, table, one)), cell, column);
    if (found !== null) return { id: found, isById: false, calls: name ?? null };
  }
  return { id: null, isById: false, calls: name ?? null };
}

/** Lets a record be found again by what a row calls it, by the act for that. */
export function remembered(acts: (act: Act) => ActDraft, { kind }: ImportTable["importable"], id: string, { list, calls }: { readonly list: string | null; readonly calls: string | null }): void {
  if (calls === null || list === null) return;
  const draft = acts(REFER);
  draft.whole(() => refer(draft, kind, id, { list, name: calls }), () => {});
}

function only(found: readonly string[], written: string | undefined, column: string): string | null {
  if (found.length > 1) throw refusal("RULE", `${quoted(written ?? "")} is said of more than one record that you may see. Give the id of the one that is meant.`, [column]);
  return found[0] ?? null;
}

function isSeen(sight: Sight, { importable: { kind } }: ImportTable, id: string): boolean {
  const row = isId(id, kind.prefix) ? sight.read(kind, id) : null;
  return row !== null && maySee(sight.viewer, row);
}
