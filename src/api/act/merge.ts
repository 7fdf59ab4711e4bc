import { Refusal, type Problem } from "../../kernel/problem.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Draft } from "../../ledger/draft.ts";
import { changedFields, checkRecord, type FieldValues } from "../../ledger/record.ts";
import { fieldOf } from "../field.ts";
import { Problems, type Ruled } from "./ruled.ts";

interface Edit {
  readonly draft: Draft;
  readonly kind: RecordKind;
  readonly id: string;
  /** The version that the editor saw. */
  readonly expectedVersion: number;
  readonly sent: FieldValues;
}

/**
 * Three-way: what was seen, what stands, what is sent. Gives the fields that are edits, and what stands in the way of the others:
 * values that their columns do not hold, and edits that meet another's of the same field since, to another value, with the record
 * as it stands, who changed it and when. What is left can be judged by the rules, so that all is said at once.
 */
export function merged({ draft, kind, id, expectedVersion, sent }: Edit): Ruled {
  const standing = draft.read(kind, id);
  const seen = draft.versionOf(kind, id, expectedVersion);
  if (standing === null || seen === null) throw new Refusal([noSuchVersion(kind, expectedVersion)]);
  const { id: _, version, ...fields } = seen;
  const wrong = new Problems();
  wrong.gather(() => checkRecord(kind, id, version, { ...fields, ...sent }));
  const unreadable = new Set(wrong.all().map(({ path = [] }) => path[0]));
  const readable = Object.fromEntries(Object.entries(sent).filter(([column]) => !unreadable.has(column)));
  const wanted = checkRecord(kind, id, version, { ...fields, ...readable });
  const edits = changedFields(seen, wanted).filter((field) => Object.hasOwn(readable, field));
  const apart = new Set(changedFields(standing, wanted));
  const since = stale(draft, kind, id, expectedVersion, edits.filter((field) => apart.has(field)));
  if (since !== null) wrong.add([since]);
  const taken = since?.conflict?.fields ?? [];
  return { fields: Object.fromEntries(edits.filter((field) => !taken.includes(fieldOf(field))).map((field) => [field, readable[field]])), problems: wrong.all() };
}

/** That somebody else has changed one of these fields since a version; null where nobody has. */
export function stale(draft: Draft, kind: RecordKind, id: string, version: number, columns: readonly string[]): Problem | null {
  const since = draft.changedSince(kind, id, version, columns);
  if (since === null) return null;
  const fields = since.fields.map(fieldOf);
  return {
    code: "STALE",
    message: `Somebody else has changed ${fields.join(", ")} since you read this. Nothing of yours was written, and nothing of theirs is lost: look at the record as it stands, and send again what you still want.`,
    path: ["expectedVersion"],
    records: [id],
    conflict: { recordId: id, fields, actor: since.actor, at: since.at },
  };
}

export function noSuchVersion(kind: RecordKind, version: number): Problem {
  return { code: "NO_SUCH_VERSION", message: `This ${kind.type} has no version ${version}. Read it again, and send the version that you see.`, path: ["expectedVersion"] };
}
