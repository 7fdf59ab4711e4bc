import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { visible } from "../../../api/audience.ts";
import type { Span } from "../../../api/condition.ts";
import type { Context } from "../../../api/context.ts";
import { pledgeActions, pledgeSignatures } from "./table.ts";

/** The days on which an action can be due: `dueBy` of the rules, in SQL. Of a signature that the viewer may not see nothing follows. */
export function dueBySpan(context: Context): Span {
  const { signed, signedEarliest, signedLatest } = pledgeSignatures;
  const ofSignature = (day: SQL): SQL =>
    sql`(select ${day} from ${pledgeSignatures} where ${pledgeSignatures.id} = ${pledgeActions.signatureId} and ${visible(context.viewer, pledgeSignatures)})`;
  const end = sql`case when json_extract(${signed}, '$.precision') = 'DAY' then ${yearLater(signedLatest)} else date(${signedLatest}, '+1 day', '+12 months', '-1 day') end`;
  const isRecorded = sql`json_extract(${pledgeActions.due}, '$.status') not in ('UNKNOWN', 'NOT_STATED')`;
  return {
    earliest: sql`(case when ${isRecorded} then ${pledgeActions.dueEarliest} else ${ofSignature(yearLater(signedEarliest))} end)`,
    latest: sql`(case when ${isRecorded} then ${pledgeActions.dueLatest} else ${ofSignature(end)} end)`,
  };
}

function yearLater(day: AnySQLiteColumn): SQL {
  return sql`date(${day}, '+12 months', 'floor')`;
}
