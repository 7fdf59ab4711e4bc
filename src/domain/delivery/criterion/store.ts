import { sql } from "drizzle-orm";
import { is, isIn } from "../../../api/condition.ts";
import type { Listing } from "../../../api/page.ts";
import type { CriterionFilter } from "./inputs.ts";
import { criteria } from "./table.ts";

export const criterionListing: Listing<typeof criteria, CriterionFilter> = {
  table: criteria,
  orders: { STATEMENT: { by: sql`${criteria.statement} collate nocase` } },
  where: (filter) => [is(criteria.workstreamId, filter.workstream), isIn(criteria.status, filter.status), is(criteria.supplierId, filter.supplier)],
};
