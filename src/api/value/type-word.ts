import type { RecordKind } from "../../ledger/concept.ts";

/** A type of record as enums write words: HEALTH_INTEGRATION_TEAM. */
export function typeWord({ type }: Pick<RecordKind, "type">): string {
  return type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
}
