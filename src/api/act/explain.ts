import type { RecordKind } from "../../ledger/concept.ts";
import type { ActArgs, CitationInput } from "./act-args.ts";
import type { ActDraft, Path } from "./act-draft.ts";
import { columnFor } from "./columns.ts";
import { wrongQuote } from "./quote.ts";
import { Problems } from "./ruled.ts";

/**
 * What an act says of itself: why, and where what it records is written. Refuses with all that is wrong with either. `answers` is the id
 * of the record that answers; null where the act itself is refused already.
 */
export function explain(draft: ActDraft, kind: RecordKind, answers: string | null, { citations, reason }: Pick<ActArgs, "citations" | "reason">): void {
  const wrong = new Problems();
  if (typeof reason === "string") wrong.gather(() => { draft.mayBeRead(reason, ["reason"]); });
  wrong.gather(() => draft.each(citations ?? [], ["citations"], (citation, path) => { cite(draft, { kind, id: answers ?? draft.draft.newId(kind) }, citation, path); }));
  wrong.refuse();
}

interface Cited {
  readonly kind: RecordKind;
  readonly id: string;
}

/** Says where one record is written: the one that answers, or another to which this act is done. */
function cite(draft: ActDraft, answers: Cited, citation: CitationInput, path: Path): void {
  const { source, record, fields, line, quote } = citation;
  const found = draft.findRecord(source, [...path, "source"]);
  const sourceId = found.row.id;
  const wrong = new Problems();
  wrong.add(wrongQuote(citation, found.kind.citable === undefined ? null : { sha256: textOf(found.row[found.kind.citable.name]) }), path);
  const { kind, id } = typeof record === "string" ? named(draft, record, [...path, "record"]) : answers;
  wrong.gather(() => { draft.cite({ sourceId, recordId: id, fields: (fields ?? []).map((field) => columnFor(kind, field)), line: line ?? null, quote: quote ?? null }, path); });
  wrong.refuse();
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function named(draft: ActDraft, id: string, path: Path): Cited {
  const { kind, row } = draft.findRecord(id, path);
  if (!draft.hasAskedFor(kind, row)) draft.refuse([{ code: "BAD_CITATION", message: "This act is not done to this record, so nothing was recorded of it. Leave it out, or cite for it in an act of its own." }], path);
  return { kind, id };
}
