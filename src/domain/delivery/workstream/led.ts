import { sql } from "drizzle-orm";
import { isHeld } from "../../../api/act/judged.ts";
import { walkedTogether } from "../../../api/act/walked.ts";
import { visible } from "../../../api/access/audience.ts";
import { reading, type Context } from "../../../api/context.ts";
import type { Role } from "../../../api/access/role.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { columnsOf, tableStatement } from "../../../ledger/graph.ts";
import { workstreamKind, workstreams } from "./table.ts";

type Row = typeof workstreams.$inferSelect;

/** Not an act, but what it is to lead: the same roles, held in the same places, as for whatever a lead does. */
const leading: readonly Role[] = ["LEAD", "DEPUTY"];

/** The workstreams that the viewer leads or is deputy of, by a role held for them or for something that they are part of, as far as they see them. */
export async function workstreamsLed(context: Context, kinds: ReadonlyMap<string, RecordKind>): Promise<Row[]> {
  const { viewer } = context;
  // Most who ask lead nothing, and there is nothing to look through for them.
  if (!viewer.grants.some(({ role }) => leading.includes(role))) return [];
  const all = tableStatement<Row>(workstreams, sql`select ${columnsOf(workstreams)} from ${workstreams} where ${visible(viewer, workstreams)}`).all(reading(context));
  const isLed = await Promise.all(all.map(async (row) => walkedTogether(context, isHeld({ kinds, viewer }, { by: leading }, workstreamKind, row))));
  return all.filter((_, index) => isLed[index]);
}
