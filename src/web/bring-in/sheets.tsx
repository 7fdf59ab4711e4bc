import type { ComponentChildren, JSX } from "preact";

interface SheetsProps {
  readonly table: string;
  /** What a row of it is, as several are called. */
  readonly of: string;
  /** What stands before them. */
  readonly children?: ComponentChildren;
}

/** Where the empty sheet of a table is, what goes into its columns, and how all of it works. */
export function Sheets({ table, of, children }: SheetsProps): JSX.Element {
  return (
    <p class="wm-downloads wm-screen-only wm-small">
      {children}{" "}
      <a href={`/imports/${table}/template.csv`}>Empty sheet<span class="nhsuk-u-visually-hidden"> for {of}</span></a>{" "}
      <a href={`/imports/${table}/columns.csv`}>What its columns take<span class="nhsuk-u-visually-hidden">, for {of}</span></a>{" "}
      <a href="/docs/importing">How to import</a>
    </p>
  );
}
