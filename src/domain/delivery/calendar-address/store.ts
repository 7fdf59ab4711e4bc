import { sql } from "drizzle-orm";
import { columnsOf, tableStatement, type Graph } from "../../../ledger/graph.ts";
import { calendarAddresses } from "./table.ts";

export type CalendarAddressRow = typeof calendarAddresses.$inferSelect;

const byFingerprint = tableStatement<CalendarAddressRow>(calendarAddresses, sql`select ${columnsOf(calendarAddresses)} from ${calendarAddresses} where ${calendarAddresses.fingerprint} = ${sql.placeholder("fingerprint")}`);

const standing = tableStatement<{ count: number }>(
  calendarAddresses,
  sql`select count(*) as "count" from ${calendarAddresses} where ${calendarAddresses.holderId} = ${sql.placeholder("holder")} and ${calendarAddresses.revokedOn} is null`,
);

/** The address with this fingerprint, revoked or not. */
export function calendarAddressWith(graph: Graph, fingerprint: string): CalendarAddressRow | null {
  return byFingerprint.first(graph, { fingerprint }) ?? null;
}

/** How many addresses an account or a key has that nobody has revoked. */
export function standingAddresses(graph: Graph, holder: string): number {
  return standing.first(graph, { holder })?.count ?? 0;
}
