import { isObjectType, type GraphQLObjectType } from "graphql";
import type { Context } from "../../api/context.ts";
import type { FlatField, Flattening } from "./flat.ts";
import { all, graphField, next, type Soon } from "./graph-field.ts";
import { listCell } from "./list-cell.ts";
import type { Cell, Column, Row } from "./table.ts";

/** Where a row comes from, beside it. */
export interface ProvenanceColumns {
  readonly columns: readonly Column[];
  readonly cells: (context: Context, record: unknown) => Soon<Row>;
}

/** Of the act that changed it last. */
const LAST_ACT = ["entry", "at", "recordedAt", "act", "actor", "reason"];

/** Of every act that cited something. */
const CITED = ["source.title", "quote"];

/** The columns that stand behind those of a table where its provenance is asked for: what the graph says of the record as a whole. */
export function provenanceColumns(flattening: Flattening, type: GraphQLObjectType): ProvenanceColumns {
  const provenance = graphField(flattening.schema, type, "provenance");
  const citation = flattening.schema.getType("Provenance");
  if (!isObjectType(citation)) throw new Error("The schema does not tell where its records come from.");
  const last = LAST_ACT.flatMap((path) => flattening.of(citation, path));
  const cited = CITED.flatMap((path) => flattening.of(citation, path));
  return {
    columns: [
      ...last.flatMap(({ columns }) => columns.map((column) => behind(column, "Of the act that changed it last:"))),
      ...cited.flatMap(({ columns }) => columns.map((column) => ({ ...behind(column, "Of every act that cited something:"), type: "LIST" as const }))),
    ],
    cells: (context, record) =>
      next(provenance.read(context, record, {}), (found) => {
        const citations: readonly unknown[] = Array.isArray(found) ? found : [];
        const ofLast = last.map((field) => (citations.length === 0 ? null : cellOf(context, field, citations[0])));
        const ofEach = cited.map((field) => next(all(citations.map((one) => cellOf(context, field, one))), distinct));
        return all([...ofLast, ...ofEach]);
      }),
  };
}

/** What the words mean is told of the table of provenance, and not once more of each table. */
function behind(column: Column, of: string): Column {
  return { ...column, name: `provenance_${column.name}`, description: `${of} ${column.description}`, codes: [], field: null };
}

function cellOf(context: Context, { graph, addCells }: FlatField, citation: unknown): Soon<Cell> {
  return next(graph.read(context, citation, {}), (value) => {
    const cells: Cell[] = [];
    addCells(value, cells);
    return cells[0] ?? null;
  });
}

function distinct(texts: readonly Cell[]): Cell {
  return listCell([...new Set(texts)].filter((text) => typeof text === "string"));
}
