/** What became of a row, or would become of it. */
export const rowOutcomes = ["CREATED", "CHANGED", "UNCHANGED", "REFUSED"] as const;

export type RowOutcome = (typeof rowOutcomes)[number];

/** One thing that stands in the way of a row, in words for whoever filled it in. */
export interface RowProblem {
  readonly code: string;
  readonly message: string;
  /** The column that it is about; null where it is about the row as a whole. */
  readonly column: string | null;
}

export interface RowVerdict {
  /** As a spreadsheet counts it. */
  readonly row: number;
  readonly outcome: RowOutcome;
  /** The record; null where there is none, or it was not made in the end. */
  readonly id: string | null;
  readonly problems: readonly RowProblem[];
}

/** What became of an import as a whole. */
export interface ImportSummary {
  readonly table: string;
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Whether anything was written: not in a dry run, nor where a row was refused and all were to be rejected with it. */
  readonly written: boolean;
  readonly dryRun: boolean;
  /** Whether this was done before under the same Idempotency-Key: then no row is judged again. */
  readonly isRepeat: boolean;
  /** The numbers of the entries that it made; null where it made none. */
  readonly firstEntry: number | null;
  readonly lastEntry: number | null;
}

/** How far an import is. */
export interface ImportProgress {
  readonly rows: number;
  readonly of: number;
}

/** An import as it goes, and at last what became of it. */
export type ImportEvent = { readonly progress: ImportProgress } | { readonly verdict: RowVerdict } | { readonly summary: ImportSummary };
