import type { ValueStatus } from "../../kernel/value-status.ts";
import type { StoredValue } from "../../ledger/value-kind.ts";

/** Whether a value is known, and if not, why: as it says itself, or as the gaps of its record say. Of an empty field that no gap names, nobody has looked. */
export function statusOf(stored: StoredValue | null, gap: ValueStatus | undefined): ValueStatus {
  if (stored === null) return gap ?? "UNKNOWN";
  const { kind, value } = stored;
  if (kind === "PARTIAL_DATE" || kind === "MONEY" || kind === "QUANTITY") return value.status;
  return kind === "WORD_LIST" && value.length === 0 ? (gap ?? "UNKNOWN") : "KNOWN";
}
