import { listCell } from "./list-cell.ts";
import { refuseUnknown } from "./parameters.ts";
import { cellTypes, type CellType, type Column, type Row, type Table } from "./table.ts";

/** What every column of every table means, as a table; and what every word means that can stand in one. */
export function dictionaryTables(described: readonly Table[]): readonly Table[] {
  const all = (): readonly Table[] => [...described, dictionary, codes];
  const dictionary = fixedTable("dictionary", "A column of a table, and what it means.", dictionaryColumns, () =>
    all().flatMap((table) => columnsIn(table).map(({ name, type, description, codes: words, field }, place): Row => [table.name, place + 1, name, type, description, field, listCell(words.map(({ code }) => code))])));
  const codes = fixedTable("codes", "A word that can stand in a column, and what it means.", codeColumns, () =>
    all().flatMap((table) => columnsIn(table).flatMap(({ name, codes: words }) => words.map(({ code, meaning }): Row => [table.name, name, code, meaning]))));
  return [dictionary, codes];
}

const dictionaryColumns: readonly Column[] = [
  column("table_name", "CODE", "The table."),
  column("position", "WHOLE_NUMBER", "The column's place in it, from 1. Columns that only stand there when they are asked for come last."),
  column("column_name", "CODE", "The column."),
  { ...column("type", "CODE", "What stands in its cells."), codes: Object.entries(cellTypes).map(([code, meaning]) => ({ code, meaning })) },
  column("description", "TEXT", "What it means, in the words of the schema where it is a field of that."),
  column("field", "TEXT", "Where the graph has the same, as Milestone.baseline.earliest. Empty where it has it in another form."),
  column("codes", "LIST", "The words that can stand in it, where they are a closed list; the table codes says what each means."),
];

const codeColumns: readonly Column[] = [
  column("table_name", "CODE", "The table."),
  column("column_name", "CODE", "The column."),
  column("code", "CODE", "The word."),
  column("meaning", "TEXT", "What it means."),
];

function column(name: string, type: CellType, description: string): Column {
  return { name, type, description, codes: [], field: null };
}

function columnsIn({ columns, optional }: Table): readonly Column[] {
  return [...columns, ...optional];
}

async function* once(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}

/** A table that follows from the program alone. */
function fixedTable(name: string, about: string, columns: readonly Column[], rows: () => readonly Row[]): Table {
  return {
    name, about, columns, optional: [], parameters: [],
    ask: (query) => {
      refuseUnknown(query, []);
      return { columns, followsDay: false, rows: () => once(rows()) };
    },
  };
}
