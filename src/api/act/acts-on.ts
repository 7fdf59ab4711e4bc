import { kebab } from "../../kernel/kebab.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { Relations } from "../../ledger/record.ts";
import type { Act } from "../access/act.ts";
import { actsIn, type Permissions } from "../access/permission.ts";
import { actOn, isKept } from "./kept.ts";

/** The acts that are done to records of each type, in the order of their names: what is added to a record is done to that one. */
export function actsOn(permissions: Permissions, kinds: readonly RecordKind[]): ReadonlyMap<string, readonly Act[]> {
  const relations = new Relations(kinds);
  const recorded = new Map<string, string[]>(kinds.filter((kind) => isKept(permissions, kind)).map((kind) => [actOn(kind, "record"), wholesFor(relations, kind)]));
  const nouns = kinds.map(({ type, noun = kebab(type) }) => ({ type, begins: `${noun}:` }));
  const found = new Map<string, Act[]>();
  for (const act of actsIn(permissions).toSorted()) {
    for (const type of permissions[act]?.on ?? recorded.get(act) ?? calledAfter(nouns, act)) found.set(type, [...(found.get(type) ?? []), act]);
  }
  return found;
}

/** The kinds that an act is called after. */
function calledAfter(nouns: readonly { readonly type: string; readonly begins: string }[], act: string): string[] {
  return nouns.filter(({ begins }) => act.startsWith(begins)).map(({ type }) => type);
}

/** What a record of a kind can be recorded in: what it is part of, and a system where it need not be part of anything. */
function wholesFor(relations: Relations, kind: RecordKind): string[] {
  const named = kind.partOf.flatMap((part) => ("through" in part ? [] : [part]));
  const columns = new Set([...named.map(({ name }) => name), ...(named.some(({ notNull }) => notNull) ? [] : ["systemId"])]);
  return [...new Set(relations.of(kind).filter(({ field }) => columns.has(field)).map(({ to }) => to.type))];
}
