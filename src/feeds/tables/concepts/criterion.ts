import { criterionListing } from "../../../domain/delivery/criterion/store.ts";
import { criterionKind } from "../../../domain/delivery/criterion/table.ts";
import { recordTable } from "../record-table.ts";

export const criteria = recordTable({
  name: "criteria",
  kind: criterionKind,
  list: { filter: "CriterionFilter", listing: criterionListing },
  fields: ["workstream", "statement", "status", "supplier", "evidence", "evidenceAddress", "decided", "decidedBy"],
});
