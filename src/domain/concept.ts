import type { Concept as GraphConcept } from "../api/concept.ts";
import type { FlatTable } from "../api/spreadsheet/flat-table.ts";
import type { Importable } from "../api/spreadsheet/importable.ts";
import type { Kept } from "../ledger/kept.ts";
import type { BoardReading } from "./board-reading.ts";

/** What a folder of the domain brings: to the graph, to a board that reads what has changed, and to a spreadsheet. */
export interface Concept extends GraphConcept {
  /** How a board reads its kinds; one of which nothing is said, as new, changed or removed. */
  readonly readings?: readonly BoardReading[];
  /** Its records as flat tables, what people ask for first in front. */
  readonly flatTables?: readonly FlatTable[];
  /** Those of them whose rows are taken in. */
  readonly imports?: readonly Importable[];
  /** What is counted of its records as they come and go. */
  readonly kept?: readonly Kept[];
}
