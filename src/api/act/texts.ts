import { getTableColumns, getTableName } from "drizzle-orm";
import { Phrases } from "../../kernel/phrases.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Graph } from "../../ledger/graph.ts";
import { quoted } from "../../ledger/projection.ts";
import type { FieldValues } from "../../ledger/record.ts";
import { fieldOf } from "../field.ts";
import type { Path } from "./ruled.ts";

/** A title is read in a list; a narrative is read on its own. */
export const MOST_IN_TITLE = 300;
export const MOST_IN_TEXT = 20_000;

/** Texts that are longer than they may be: what a record is called, and everything else. Lists of words count word by word. */
export function tooLong(kind: RecordKind, fields: FieldValues): Problem[] {
  const titles = new Set((kind.searchable?.names ?? []).map(({ name }) => name));
  return Object.entries(fields).flatMap(([column, value]: [string, unknown]) => tooLongText(value, titles.has(column) ? MOST_IN_TITLE : MOST_IN_TEXT, [fieldOf(column)]));
}

/** That a text, or one of several, has more characters than it may have. */
export function tooLongText(value: unknown, most: number, path: Path): Problem[] {
  const longest = Math.max(0, ...textsIn(value).map((text) => text.length));
  if (longest <= most) return [];
  return [{ code: "TOO_LONG", message: `This has ${longest.toLocaleString("en-GB")} characters, and may have ${most.toLocaleString("en-GB")}. Nothing of it was written: shorten it and send it again.`, path }];
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/**
 * Whether words that stand where everybody reads them name somebody whom not everybody may see. Kinds that fewer may see
 * than their audience says (a person whom only members see) have a column that works it out.
 */
export function namesSomebodyHidden(graph: Graph, kinds: readonly RecordKind[], text: string): boolean {
  return kinds.some((kind) => {
    const [name] = kind.searchable?.names ?? [];
    if (name === undefined || getTableColumns(kind.table)["seenBy"] === undefined) return false;
    const names = graph.run(`select ${quoted(name.name)} as "name" from ${quoted(getTableName(kind.table))} where "seenBy" <> 'PUBLIC'`, []);
    return new Phrases(names.map((row) => String(row["name"]))).standIn(text);
  });
}
