import { kebab } from "../../kernel/kebab.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Permissions } from "../permission.ts";

/** The acts that are the same for every kind of record for which people have no verbs of their own. */
export const recordVerbs = ["record", "amend", "remove", "restore"] as const;

export type RecordVerb = (typeof recordVerbs)[number];

/** The kinds that are kept by these acts, by the field under which what is sent of them stands. */
export type KeptKinds = ReadonlyMap<string, RecordKind>;

/** The name of such an act on a kind. */
export function actOn(kind: RecordKind, verb: RecordVerb): string {
  return `${kebab(kind.type)}:${verb}`;
}

/** Whether a kind is for these acts: all four stand in the table. Where people have verbs of their own, rules stand behind them that these know nothing of. */
export function isKept(permissions: Permissions, kind: RecordKind): boolean {
  return recordVerbs.every((verb) => permissions[actOn(kind, verb)] !== undefined);
}

/** The field under which what is sent of a kind stands. */
export function fieldFor({ type }: RecordKind): string {
  return type.charAt(0).toLowerCase() + type.slice(1);
}
