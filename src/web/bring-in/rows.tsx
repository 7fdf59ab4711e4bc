import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { counted } from "../words/counts.ts";
import type { RowVerdict } from "./told.ts";

const row: Column<RowVerdict> = { name: "Row", isHead: true, cell: (verdict) => verdict.row.toLocaleString("en-GB") };

const inTheWay: readonly Column<RowVerdict>[] = [
  row,
  {
    name: "What stands in its way",
    cell: ({ problems }) => <ul class="wm-lines">{problems.map(({ column, message }) => <li key={`${column ?? ""} ${message}`}>{column !== null && <strong>{column}: </strong>}{message}</li>)}</ul>,
  },
];

const words: Readonly<Record<RowVerdict["outcome"], string>> = { CREATED: "New", CHANGED: "Changed", UNCHANGED: "As it was", REFUSED: "Refused" };

const oneByOne: readonly Column<RowVerdict>[] = [
  row,
  { name: "What becomes of it", cell: ({ outcome, id }) => <>{words[outcome]}{id !== null && <>. <Link to={`/records/${id}`}>See the record<span class="nhsuk-u-visually-hidden"> of this row</span></Link></>}</> },
];

interface RowsProps {
  readonly rows: readonly RowVerdict[];
  /** So many there are of all of them. */
  readonly of: number;
}

/** The rows that are not taken, as a spreadsheet counts them, each with all that stands in its way. */
export function RefusedRows({ rows, of }: RowsProps): JSX.Element | null {
  if (rows.length === 0) return null;
  return (
    <>
      <Table caption={`${counted(of, "row")} to put right`} columns={inTheWay} rows={rows} keyOf={(verdict) => verdict.row} />
      {of > rows.length && <p>These are the first {rows.length}. Put them right, and try the file again for the others.</p>}
    </>
  );
}

/** What becomes of each row, in the order of the file, folded away. */
export function EachRow({ rows, of }: RowsProps): JSX.Element | null {
  if (rows.length === 0) return null;
  return (
    <details class="wm-details">
      <summary>Row by row</summary>
      <Table caption="Row by row" isCaptionHidden columns={oneByOne} rows={rows} keyOf={(verdict) => verdict.row} />
      {of > rows.length && <p>These are the first {rows.length} of {of.toLocaleString("en-GB")}.</p>}
    </details>
  );
}
