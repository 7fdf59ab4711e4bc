import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { visible } from "../../../api/access/audience.ts";
import type { Span } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import { UNSAID } from "./rules.ts";
import { pledgeActions, pledgeSignatures, pledgeVersions } from "./table.ts";

/** The days on which an action can be due: `dueBy` of the rules, in SQL. Of a signature that the viewer may not see nothing follows. */
export function dueBySpan(context: Context): Span {
  const { signed, signedEarliest, signedLatest } = pledgeSignatures;
  const ofSignature = (day: SQL): SQL =>
    sql`(select ${day} from ${pledgeSignatures} where ${pledgeSignatures.id} = ${pledgeActions.signatureId} and ${visible(context.viewer, pledgeSignatures)})`;
  const asked = sql`(select ${pledgeVersions.actionMonths} from ${pledgeVersions} where ${pledgeVersions.id} = ${pledgeSignatures.pledgeVersionId} and ${visible(context.viewer, pledgeVersions)})`;
  const months = sql`('+' || coalesce(${asked}, ${UNSAID.months}) || ' months')`;
  const later = (day: AnySQLiteColumn): SQL => sql`date(${day}, ${months}, 'floor')`;
  const next = sql`date(${signedLatest}, '+1 day')`;
  const endLater = sql`case when strftime('%d', ${next}, ${months}, 'floor') < strftime('%d', ${next}) then date(${next}, ${months}, 'floor') else date(${next}, ${months}, 'floor', '-1 day') end`;
  const end = sql`case when json_extract(${signed}, '$.precision') = 'DAY' then ${later(signedLatest)} else ${endLater} end`;
  const isRecorded = sql`json_extract(${pledgeActions.due}, '$.status') not in ('UNKNOWN', 'NOT_STATED')`;
  return {
    earliest: sql`(case when ${isRecorded} then ${pledgeActions.dueEarliest} else ${ofSignature(later(signedEarliest))} end)`,
    latest: sql`(case when ${isRecorded} then ${pledgeActions.dueLatest} else ${ofSignature(end)} end)`,
  };
}
