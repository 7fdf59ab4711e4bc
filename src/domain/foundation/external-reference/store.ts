import { sql } from "drizzle-orm";
import { columnsOf, tableStatement } from "../../../ledger/graph.ts";
import type { Guarded } from "../../../api/access/audience.ts";
import { externalReferences } from "./table.ts";

type Row = typeof externalReferences.$inferSelect & Guarded;

/** What a list calls so, whoever may see it. */
export const calledInList = tableStatement<Row>(
  externalReferences,
  sql`select ${columnsOf(externalReferences)} from ${externalReferences} where ${externalReferences.list} = ${sql.placeholder("list")} and ${externalReferences.reference} = ${sql.placeholder("reference")} order by ${externalReferences.id}`,
);
