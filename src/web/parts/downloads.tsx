import type { JSX } from "preact";
import { hrefOf } from "../address/address.ts";
import { useReading } from "../address/reading-day.ts";
import { BringIn } from "../bring-in/offer.tsx";
import { downloadParts, type Filter } from "./download-parts.ts";

interface DownloadsProps {
  /** What stands on the page, as "milestones". */
  readonly of: string;
  /** The flat table in which the same lies. */
  readonly table: string;
  /** By what the page asks the graph for its list: the table is asked for the same. */
  readonly filter?: Filter;
}

const EVERYTHING: Filter = {};

/** The list of a page as files, with the page's own filters and the day at which it is read, all of its pages in one; everything as one workbook; and how such files are brought in. */
export function Downloads({ of, table, filter = EVERYTHING }: DownloadsProps): JSX.Element {
  const { at } = useReading();
  const then = at === null ? {} : { asAt: at };
  const parts = { ...downloadParts(filter), ...then };
  return (
    <>
      <p class="wm-downloads wm-screen-only wm-small">
        Download these {of}: <a href={hrefOf(`/tables/${table}.csv`, parts)}><span class="nhsuk-u-visually-hidden">{of} as </span>CSV</a>{" "}
        <a href={hrefOf(`/tables/${table}.xlsx`, parts)}><span class="nhsuk-u-visually-hidden">{of} as </span>Excel</a>{" "}
        <a href={hrefOf("/waymark.xlsx", then)}>Everything as one workbook</a>
      </p>
      <BringIn table={table} />
    </>
  );
}
