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
  /** Whether anything was written now: not in a dry run, nor where a row was refused and all were to be rejected with it. */
  readonly written: boolean;
  readonly dryRun: boolean;
  /** Whether all that this writes was written before, under the same Idempotency-Key: of all or nothing no row is judged again; done row by row, each is told as before. */
  readonly isRepeat: boolean;
  /** The numbers of the first and the last entry that it made, now or before under the same key; null where it made none. Done row by row, others' may stand between them. */
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
