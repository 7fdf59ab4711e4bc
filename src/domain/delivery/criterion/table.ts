import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, words } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { workstreams } from "../workstream/table.ts";

export const criterionStatuses = ["OUTSTANDING", "SUPPLIED", "ACCEPTED", "WAIVED"] as const;

export const criteria = sqliteTable(
  "criteria",
  {
    ...identity,
    ...belonging,
    workstreamId: reference(() => workstreams.id).notNull(),
    statement: words().notNull(),
    status: oneOf(criterionStatuses).notNull(),
    supplierId: reference(() => organisations.id),
    evidence: words(),
    evidenceAddress: words(),
    decided: partialDate(),
    decidedById: reference(() => organisations.id),
  },
  (criterion) => [index("criteria_by_workstream").on(criterion.workstreamId), index("criteria_by_supplier").on(criterion.supplierId)],
);

export const criterionKind = recordKind("Criterion", "cr", criteria, { statements: [criteria.statement], partOf: [criteria.workstreamId] });
