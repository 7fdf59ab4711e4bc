import type { RecordKind } from "../../ledger/concept.ts";
import type { RecordTable } from "../loaders.ts";
import type { ActDraft } from "./act-draft.ts";

/** A record as it last stood in another status than it does: what an act returns to that takes its status back. Null where it was recorded so. */
export function stoodBefore<Table extends RecordTable>({ draft }: ActDraft, kind: RecordKind<Table>, { id, version, status }: { readonly id: string; readonly version: number; readonly status: string }): Partial<Table["$inferSelect"]> | null {
  for (let earlier = version - 1; earlier > 0; earlier -= 1) {
    const was = draft.versionOf(kind, id, earlier);
    if (was !== null && was["status"] !== status) return was;
  }
  return null;
}
