import type { Context } from "../../api/context.ts";

/** What a cell holds; null where it is empty. No cell holds a table of its own. */
export type Cell = string | number | boolean | null;

export type Row = readonly Cell[];

/** What stands in the cells of a column. In every format a code is text, a day is a date and a number is a number. */
export const cellTypes = {
  ID: "An id of this tracker.",
  TEXT: "Words.",
  CODE: "One of the words that the table codes lists, or a code of the field. Never a number, whatever it looks like.",
  LIST: "Several, with a bar between them: a | b. A bar that is part of one is written \\|.",
  WHOLE_NUMBER: "A whole number.",
  AMOUNT: "An amount in pounds, or in the unit of the currency beside it, to the penny.",
  DAY: "A day, as 2024-07-05.",
  INSTANT: "A moment in UTC, as 2024-07-05T11:00:00.000Z.",
  YES_OR_NO: "true or false.",
} as const;

export type CellType = keyof typeof cellTypes;

/** A word that can stand in a column, and what it means. */
export interface Code {
  readonly code: string;
  readonly meaning: string;
}

export interface Column {
  /** In snake_case: for ever. */
  readonly name: string;
  readonly type: CellType;
  readonly description: string;
  /** The words that can stand in it, where they are a closed list. */
  readonly codes: readonly Code[];
  /** Where the graph has the same, as Milestone.baseline.earliest; null where it has it in another form. */
  readonly field: string | null;
}

/** Something that can be asked of a table in the query of its address. */
export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly type: "TEXT" | "DAY" | "WHOLE_NUMBER" | "YES_OR_NO";
  /** The words that it takes, where they are a closed list. */
  readonly codes: readonly Code[];
  /** Whether it takes several, with commas between them. */
  readonly isList: boolean;
}

/** A table: one row a thing, always the same columns in the same order. */
export interface Table {
  /** In snake_case: for ever. */
  readonly name: string;
  /** What a row is. */
  readonly about: string;
  readonly columns: readonly Column[];
  /** Those that stand behind them where they are asked for. */
  readonly optional: readonly Column[];
  readonly parameters: readonly Parameter[];
  /** Refuses, before anything is read, what cannot be asked of it. */
  readonly ask: (query: URLSearchParams) => Asked;
}

/** A table as somebody asks for it. */
export interface Asked {
  /** Those of the table, and what was asked for beside them. */
  readonly columns: readonly Column[];
  /** Whether the same question can have another answer tomorrow although nothing was recorded. */
  readonly followsDay: boolean;
  /** Its rows, some at a time, as the viewer of this context may see them. */
  readonly rows: (context: Context) => AsyncIterable<readonly Row[]>;
}
