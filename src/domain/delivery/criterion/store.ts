import { sql } from "drizzle-orm";
import { isIn } from "../../../api/list/condition.ts";
import type { Listing } from "../../../api/page.ts";
import { pointsTo } from "../../../api/list/related.ts";
import { ofSystem } from "../../foundation/place/store.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import { workstreams } from "../workstream/table.ts";
import type { CriterionFilter } from "./inputs.ts";
import { criteria } from "./table.ts";

export const criterionListing: Listing<typeof criteria, CriterionFilter> = {
  table: criteria,
  orders: { STATEMENT: { by: sql`${criteria.statement} collate nocase` } },
  where: (filter, context) => [
    ofSystem(context, criteria, filter.system),
    pointsTo(context, criteria.workstreamId, workstreams, filter.workstream),
    isIn(criteria.status, filter.status),
    ofOrganisation(context, criteria.supplierId, filter.supplier, filter),
  ],
};
