import { and, sql } from "drizzle-orm";
import { grouped } from "../../../kernel/grouped.ts";
import { visible } from "../../../api/access/audience.ts";
import { isIn } from "../../../api/list/condition.ts";
import { reading, type Context } from "../../../api/context.ts";
import { loaderFor } from "../../../api/loaders.ts";
import { tableStatement } from "../../../ledger/graph.ts";
import { consulteeKindIn } from "./store.ts";
import { consultees } from "./table.ts";

export interface ConsulteeCount {
  readonly kind: string;
  readonly constituencyKind: string | null;
  readonly count: number;
}

/** How many consultees of each kind a viewer sees: one statement for all consultations that are asked about together. */
export async function consulteeCounts(context: Context, consultationId: string): Promise<readonly ConsulteeCount[]> {
  return loaderFor(context, consulteeCounts, (_, ids) => {
    const asked = and(isIn(consultees.consultationId, ids), visible(context.viewer, consultees));
    const counted = tableStatement<ConsulteeCount & { readonly consultationId: string }>(
      consultees,
      sql`select ${consultees.consultationId}, ${consulteeKindIn(context)} as "kind", ${consultees.constituencyKind}, count(*) as "count" from ${consultees} where ${asked} group by 1, 2, 3`,
    ).all(reading(context));
    const byConsultation = grouped(counted, (row) => row.consultationId);
    return ids.map((id) => (byConsultation.get(id) ?? []).toSorted((a, b) => b.count - a.count || a.kind.localeCompare(b.kind)));
  }).load(consultationId);
}
