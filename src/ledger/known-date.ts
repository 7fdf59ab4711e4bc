import { sql, type SQL } from "drizzle-orm";

/** A part of one date, or of another where the first is not known: a forecast, else the baseline. */
export function partOfKnown(date: SQL, otherwise: SQL, part: "earliest" | "latest" | "precision"): SQL {
  return sql`json_extract(case when json_extract(${date}, '$.status') = 'KNOWN' then ${date} else ${otherwise} end, ${sql.raw(`'$.${part}'`)})`;
}
