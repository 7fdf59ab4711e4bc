import { isId } from "../../kernel/identity.ts";
import type { ActDraft, Path } from "./act-draft.ts";

/** Refuses what was sent where it names a record that this viewer may not see, exactly as if there were none: else it would tell of hidden ones. */
export function demandSeen(draft: ActDraft, sent: unknown, path: Path): void {
  if (isId(sent)) draft.findRecord(sent, path);
  if (Array.isArray(sent)) sent.forEach((item, place) => { demandSeen(draft, item, [...path, place]); });
  else if (typeof sent === "object" && sent !== null) for (const [field, value] of Object.entries(sent)) demandSeen(draft, value, [...path, field]);
}
