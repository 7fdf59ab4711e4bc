import { isId } from "../../kernel/identity.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { FieldValues } from "../../ledger/record.ts";
import type { Act } from "../access/act.ts";
import { fieldOf } from "../field.ts";
import type { RecordRow } from "../record.ts";
import type { ActDraft } from "./act-draft.ts";
import type { Path } from "./ruled.ts";

/** Where a record of whatever kind belongs: with what it is part of. */

/** The first of the wholes that a record names as what it is part of, null where it names none; each is asked for. */
export function askedHome(draft: ActDraft, kind: RecordKind, fields: FieldValues, act: Act, path: Path): RecordRow | null {
  const wholes = wholesNamed(kind, fields).map(({ field, id }) => draft.findRecord(id, [...path, field]));
  for (const whole of wholes) draft.demand(whole.kind, whole.row, act);
  return wholes[0]?.row ?? null;
}

/** The first whole that a record is part of, whoever may see it. */
export function homeOf(draft: ActDraft, kind: RecordKind, fields: FieldValues): RecordRow | null {
  const [first] = wholesNamed(kind, fields);
  return first === undefined ? null : draft.readRecord(first.id);
}

/** That a record is said to belong to another system than what it is part of. */
export function elsewhere({ systemId }: FieldValues, home: RecordRow | null): Problem[] {
  if (systemId === undefined || home === null || systemId === home.systemId) return [];
  return [{ code: "RULE", message: "A record belongs to the system of what it is part of. Leave the system out.", path: ["system"] }];
}

/** The wholes that a record names itself, in the order in which its kind lists them. */
function wholesNamed(kind: RecordKind, fields: FieldValues): { readonly field: string; readonly id: string }[] {
  return kind.partOf.flatMap((part) => {
    const id: unknown = "through" in part ? null : fields[part.name];
    return "through" in part || !isId(id) ? [] : [{ field: fieldOf(part.name), id }];
  });
}
