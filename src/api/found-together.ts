import type { Certainty } from "../kernel/certainty.ts";
import { cutOf, type Cut } from "../ledger/graph.ts";
import type { Context } from "./context.ts";
import { recordsOf, type RecordTable } from "./loaders.ts";

/** Where a record stands in a list. */
export interface Place {
  readonly id: string;
  readonly sortKey: string | number;
  readonly certainty: Certainty | null;
}

/** Which records a page is of, and one more; they are read by how much is asked of each, whole where that is null. */
export interface Found<Row> {
  /** Empty where nobody asks where they stand. */
  readonly places: readonly Place[];
  readonly read: (columns: ReadonlySet<string> | null) => Records<Row>;
}

/** The records at the places of a page, in their order; and all that were read together with them, null where they were at hand. */
export interface Records<Row> {
  readonly rows: readonly (Row | null)[];
  readonly together: readonly Row[] | null;
}

/** Pages that were found by one statement: whoever reads the records of one reads those of all. */
export class FoundTogether<Table extends RecordTable> {
  private readonly context: Context;
  private readonly table: Table;
  private readonly ids: string[] = [];
  private readonly known = new Map<Cut, Records<Table["$inferSelect"]>>();

  constructor(context: Context, table: Table) {
    this.context = context;
    this.table = table;
  }

  page(ids: readonly string[], places: readonly Place[]): Found<Table["$inferSelect"]> {
    const from = this.ids.length;
    for (const id of ids) this.ids.push(id);
    return {
      places,
      read: (columns) => {
        const { rows, together } = this.read(cutOf(this.table, columns));
        return { rows: rows.slice(from, from + ids.length), together };
      },
    };
  }

  private read(cut: Cut): Records<Table["$inferSelect"]> {
    const known = this.known.get(cut);
    if (known !== undefined) return known;
    const rows = recordsOf(this.context, this.table, cut, this.ids);
    const made = { rows, together: rows.filter((row) => row !== null) };
    this.known.set(cut, made);
    return made;
  }
}
