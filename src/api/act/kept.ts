import { kebab } from "../../kernel/kebab.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Act } from "../access/act.ts";
import type { Permissions } from "../access/permission.ts";

/** The acts that are the same for every kind of record for which people have no verbs of their own. */
export const recordVerbs = ["record", "amend", "remove", "restore"] as const;

export type RecordVerb = (typeof recordVerbs)[number];

/** The kinds that are kept by these acts, by the field under which what is sent of them stands. */
export type KeptKinds = ReadonlyMap<string, RecordKind>;

/** The name of such an act on a kind. */
export function actOn(kind: RecordKind, verb: RecordVerb): Act {
  // Which kinds there are is not known here: a name that stands in no table is refused wherever it is judged.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return `${kebab(kind.type)}:${verb}` as Act;
}

/** Whether this is done to a kind by the act that is the same for every kind: the table says so. Where people have a verb of their own for it, rules stand behind that which this knows nothing of. */
export function isShared(permissions: Permissions, kind: RecordKind, verb: RecordVerb): boolean {
  return permissions[actOn(kind, verb)]?.shared === true;
}

/** Whether a kind is recorded by these acts, and not by a verb of its own. */
export function isKept(permissions: Permissions, kind: RecordKind): boolean {
  return isShared(permissions, kind, "record");
}

/** The field under which what is sent of a kind stands. */
export function fieldFor({ type }: RecordKind): string {
  return type.charAt(0).toLowerCase() + type.slice(1);
}
