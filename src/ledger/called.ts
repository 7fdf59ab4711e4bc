import { typeWords } from "../kernel/type-words.ts";
import type { Called, RecordKind } from "./concept.ts";

/** A row of whatever kind. */
type Row = Readonly<Record<string, unknown>>;

/**
 * What a record is called, in pieces: as its kind says it, or else its first name or statement; without either, after the first
 * of what it may be about that it names, or what it is part of. Pieces lead along foreign keys, which have no circles.
 */
export function calledIn(kind: RecordKind, row: Row): readonly Called[] {
  const pieces = kind.called?.(row) ?? [];
  if (pieces.length > 0) return pieces;
  const { names = [], statements = [] } = kind.searchable ?? {};
  const [own] = [...names, ...statements];
  const said = own === undefined ? null : textIn(row, own.name);
  return said === null ? calledAfter(kind, row) : [said];
}

function calledAfter(kind: RecordKind, row: Row): readonly Called[] {
  for (const { name } of kind.choices.flatMap(({ among }) => among)) {
    const value = textIn(row, name);
    if (value !== null) return [name.endsWith("Id") ? { of: value } : value];
  }
  const wholes = kind.partOf.flatMap((part) => ("through" in part ? [] : (textIn(row, part.name) ?? [])));
  const [whole] = wholes;
  return whole === undefined ? [spokenOf(kind)] : [`${spokenOf(kind)} of `, { of: whole }];
}

function textIn(row: Row, name: string): string | null {
  const value = row[name];
  return typeof value === "string" ? value : null;
}

/** A kind of record, as people speak of it. */
export function spokenOf({ type, spoken }: Pick<RecordKind, "type" | "spoken">): string {
  return spoken ?? typeWords(type);
}
