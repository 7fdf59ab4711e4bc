import type { Leaflet } from "../feed.ts";

/** A file that opens Power BI Desktop on a table: such a file names one source. */
export function powerBiOf(table: string, base: string): Leaflet {
  const details = { protocol: "http", address: { url: `${base}/tables/${table}.csv` }, authentication: null, query: null };
  const text = `${JSON.stringify({ version: "0.1", connections: [{ details, options: {}, mode: "Import" }] }, null, 2)}\n`;
  return { type: "application/json; charset=utf-8", fileName: `waymark-${table}.pbids`, text };
}
