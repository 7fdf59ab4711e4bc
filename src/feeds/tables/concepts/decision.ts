import { decisionListing } from "../../../domain/learning/decision/store.ts";
import { decisionKind } from "../../../domain/learning/decision/table.ts";
import { recordTable } from "../record-table.ts";

export const decisions = recordTable({
  name: "decisions",
  kind: decisionKind,
  list: { filter: "DecisionFilter", listing: decisionListing },
  fields: ["statement", "kind", "rationale", "reference", "decided", "group", "recommendation", "milestone", "programme"],
});
