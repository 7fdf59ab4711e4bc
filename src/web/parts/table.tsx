/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- a table whose rows are laid out as blocks is, to some browsers, none without them */
import type { ComponentChildren, JSX, Key } from "preact";

export interface Column<Row> {
  readonly name: string;
  /** Instead of the name at the head of the column, which then is for screen readers alone. */
  readonly head?: ComponentChildren;
  readonly cell: (row: Row) => ComponentChildren;
  /** The cell that names its row. */
  readonly isHead?: boolean;
  readonly isNumber?: boolean;
  /** Of what has no meaning in words beside the other columns, such as bars: left out where there is no room. */
  readonly isDrawing?: boolean;
  readonly class?: string;
}

interface TableProps<Row> {
  /** What the table shows: its caption, for all readers unless `isCaptionHidden`. */
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => Key;
  readonly class?: string;
}

/**
 * A table. On a narrow screen each row becomes a block, with the column's name before each cell; the roles keep it a table
 * for screen readers then too.
 */
export function Table<Row>({ caption, isCaptionHidden = false, columns, rows, keyOf, class: className = "" }: TableProps<Row>): JSX.Element {
  return (
    <table class={`wm-table ${className}`} role="table">
      <caption class={isCaptionHidden ? "nhsuk-u-visually-hidden" : "wm-table__caption"}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => <th key={column.name} role="columnheader" scope="col" class={classOf(column)}>{column.head === undefined ? column.name : <><span class="nhsuk-u-visually-hidden">{column.name}</span>{column.head}</>}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column) => <Cell key={column.name} column={column} row={row} />)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }): JSX.Element {
  if (column.isHead === true) return <th role="rowheader" scope="row" class={classOf(column)}>{column.cell(row)}</th>;
  return (
    <td role="cell" class={classOf(column)}>
      <span class="wm-table__name" aria-hidden="true">{column.name}</span>
      <div class="wm-table__value">{column.cell(row)}</div>
    </td>
  );
}

function classOf<Row>({ isNumber = false, isDrawing = false, class: own = "" }: Column<Row>): string {
  return [isNumber ? "wm-table__number" : "", isDrawing ? "wm-table__drawing" : "", own].filter((name) => name !== "").join(" ");
}
