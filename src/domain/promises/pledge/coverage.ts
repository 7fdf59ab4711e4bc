import { and, sql, type SQL } from "drizzle-orm";
import { visible } from "../../../api/access/audience.ts";
import { reading, type Context } from "../../../api/context.ts";
import { loaderFor } from "../../../api/loaders.ts";
import { grouped } from "../../../kernel/grouped.ts";
import { columnsOf, tableStatement } from "../../../ledger/graph.ts";
import { groupById } from "../../partners/group/loaders.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import { coverageOf, type Coverage } from "./coverage-rules.ts";
import type { PledgeSignatureFilter } from "./signature-inputs.ts";
import { signatureIs } from "./store.ts";
import { pledgeSignatures } from "./table.ts";

type Row = typeof pledgeSignatures.$inferSelect;

/** How far the pledges have spread, over the signatures that a filter asks for. */
export async function coverage(context: Context, filter: PledgeSignatureFilter): Promise<Coverage> {
  return covered(context, rows(context, filter, sql`1`));
}

/** The same for one pledge: one statement for all pledges that are asked for together. */
export async function coverageOfPledge(context: Context, pledgeId: string, filter: PledgeSignatureFilter): Promise<Coverage> {
  const own = await loaderFor(context, `pledge coverage ${JSON.stringify(filter)}`, (_, ids) => {
    const byPledge = grouped(rows(context, filter, sql`${pledgeSignatures.pledgeId} in (select value from json_each(${JSON.stringify(ids)}))`), (row) => row.pledgeId);
    return ids.map((id) => byPledge.get(id) ?? []);
  }).load(pledgeId);
  return covered(context, own);
}

function rows(context: Context, filter: PledgeSignatureFilter, within: SQL): Row[] {
  const holds = and(within, visible(context.viewer, pledgeSignatures), ...signatureIs(filter, context));
  return tableStatement<Row>(pledgeSignatures, sql`select ${columnsOf(pledgeSignatures)} from ${pledgeSignatures} where ${holds} order by ${pledgeSignatures.id}`).all(reading(context));
}

async function covered(context: Context, signatures: readonly Row[]): Promise<Coverage> {
  const signed = signatures.map(async (signature) => {
    const [organisation, group] = await Promise.all([organisationById(context, signature.organisationId), groupById(context, signature.groupId)]);
    return { signature, organisation, group };
  });
  return coverageOf(await Promise.all(signed));
}
