import { and, getTableName, sql, type SQL } from "drizzle-orm";
import { integer, sqliteTable, SQLiteSyncDialect, text } from "drizzle-orm/sqlite-core";
import { keptFor, type Audience } from "../../api/access/audience.ts";
import type { Context } from "../../api/context.ts";
import type { RecordTable } from "../../api/loaders.ts";
import { kindIn } from "../../ledger/concept.ts";
import type { Counting, Kept, KeptSource } from "../../ledger/kept.ts";
import { quoted } from "../../ledger/projection.ts";
import { milestones } from "../delivery/milestone/table.ts";
import { ofSystem } from "../foundation/place/store.ts";
import { organisations } from "../partners/organisation/table.ts";
import { awardParties, fundingAwards } from "../resources/funding/table.ts";
import { claimedIn, conflictingIn, fieldsOf, impreciseIn, unknownIn, type Test } from "./quality-tests.ts";

/** Of what there may be very many: in how many of them something is found is kept as they come and go. What stands in them holds for every viewer: none is a count of people, or is shown to fewer than its audience says. */
export const NUMEROUS: readonly RecordTable[] = [milestones, fundingAwards, awardParties, organisations];

/** What is looked for in them; EVERY is how many there are. */
const LOOKED_FOR = { UNKNOWN: unknownIn, IMPRECISE: impreciseIn, CLAIMED: claimedIn, CONFLICTING: conflictingIn } as const;

export type LookedFor = keyof typeof LOOKED_FOR | "EVERY";

const keptFindings = sqliteTable("kept_findings", {
  audience: text().$type<Audience>().notNull(),
  found: text().notNull(),
  type: text().notNull(),
  systemId: text().notNull(),
  n: integer().notNull(),
});

const dialect = new SQLiteSyncDialect();

/** Whether one of the tests holds, over a row with this name. */
function holdsIn(row: string, table: RecordTable, tests: readonly Test[]): string {
  const { sql: written } = dialect.sqlToQuery(sql.join(tests.map(({ holds }) => sql`(${holds})`), sql` or `));
  return `(${written.replaceAll(`${quoted(getTableName(table))}.`, `${row}.`)})`;
}

function sourceOf(table: RecordTable): KeptSource {
  const looked = Object.entries(LOOKED_FOR).map(([found, testsOf]) => ({ found, tests: testsOf(table) })).filter(({ tests }) => tests.length > 0);
  const counting = (found: string): Counting => ({ values: [`"audience"`, `'${found}'`, `'${kindIn(table).type}'`, `"systemId"`] });
  return {
    table,
    watched: ["audience", "systemId", "gaps", ...fieldsOf(table).map(({ name }) => name)],
    read: (row) => ({ audience: `${row}."audience"`, systemId: `coalesce(${row}."systemId", '')`, ...Object.fromEntries(looked.map(({ found, tests }) => [found, holdsIn(row, table, tests)])) }),
    countsAs: [counting("EVERY"), ...looked.map(({ found }) => ({ ...counting(found), when: quoted(found) }))],
  };
}

/** In how many records something is found, by what it is and by their type. */
export const findingsKept: Kept = { name: getTableName(keptFindings), by: ["audience", "found", "type", "systemId"], sources: NUMEROUS.map(sourceOf) };

/** Tells in how many of those of which there may be very many, type by type: all that the viewer may see, of a system where one is given. */
export function keptOf(context: Context, found: LookedFor, system: string | null): SQL {
  const { type, n } = keptFindings;
  return sql`select ${type} as "type", ${n} as "n" from ${keptFindings} where ${and(keptFor(context.viewer, keptFindings), sql`${keptFindings.found} = ${found}`, ofSystem(context, keptFindings, system))}`;
}
