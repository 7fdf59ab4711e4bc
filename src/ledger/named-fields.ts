import { nearOf } from "../kernel/near.ts";
import type { Problem } from "../kernel/problem.ts";
import type { RecordKind } from "./concept.ts";
import { storedColumns } from "./graph.ts";

/** What is said of a record as a whole, and so never of one of its fields. */
const WHOLE: ReadonlySet<string> = new Set(["id", "version", "gaps"]);

/** A name that something gives to a field of a record, and where in what was sent it stands. */
export interface NamedField {
  readonly name: string;
  readonly path: readonly (string | number)[];
}

/** A problem for each name that no field of this kind has, with those that may have been meant. */
export function unknownFields(kind: RecordKind, named: readonly NamedField[], purpose: string): Problem[] {
  if (named.length === 0) return [];
  const fields = storedColumns(kind.table).map(({ name }) => name).filter((name) => !WHOLE.has(name));
  return named
    .filter(({ name }) => !fields.includes(name))
    .map(({ name, path }) => ({ code: "UNKNOWN_FIELD", message: `${kind.type} has no field ${name}${purpose}. ${meant(nearOf(name, fields), fields)}`, path }));
}

function meant(near: readonly string[], fields: readonly string[]): string {
  return near.length === 0 ? `It has ${fields.join(", ")}.` : `Did you mean ${near.join(" or ")}?`;
}
