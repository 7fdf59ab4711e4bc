import type { RecordKind } from "../../ledger/concept.ts";
import type { RecordTable } from "../loaders.ts";
import type { Listing } from "../page.ts";

/** A flat table of the records of one kind, as a spreadsheet takes it: which fields of the graph it shows. */
export interface FlatTable<Filter = never> {
  /** In snake_case: for ever. */
  readonly name: string;
  readonly kind: RecordKind<RecordTable>;
  /** The graph's own list of them, and what its filter is called in the schema. */
  readonly list?: { readonly filter: string; readonly listing: Pick<Listing<RecordTable, Filter>, "where" | "certainty"> };
  /** The fields of the schema that it shows, in their order, by name or by the path that leads to them: what stands there is what the graph gives. */
  readonly fields: readonly string[];
}
