import type { RecordKind } from "../../ledger/concept.ts";
import type { ActArgs } from "./act-args.ts";
import type { ActDraft } from "./act-draft.ts";
import { columnFor } from "./columns.ts";
import { Problems } from "./ruled.ts";

/** What an act says of itself: why, and where what it records is written. Refuses with all that is wrong with either. */
export function explain(draft: ActDraft, kind: RecordKind, recordId: string, { citations, reason }: Pick<ActArgs, "citations" | "reason">): void {
  const wrong = new Problems();
  if (typeof reason === "string") wrong.gather(() => { draft.mayBeRead(reason, ["reason"]); });
  wrong.gather(() => draft.each(citations ?? [], ["citations"], ({ source, line, quote, fields }, path) => {
    const sourceId = draft.findRecord(source, [...path, "source"]).row.id;
    draft.cite({ sourceId, recordId, fields: (fields ?? []).map((field) => columnFor(kind, field)), line: line ?? null, quote: quote ?? null }, path);
  }));
  wrong.refuse();
}
