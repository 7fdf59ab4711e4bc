import { isInputObjectType, isObjectType, isRequiredInputField, type GraphQLSchema } from "graphql";
import { getTableColumns } from "drizzle-orm";
import { Problems } from "../../../api/act/ruled.ts";
import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import type { ImportAct, Importable, ImportExtra } from "../../../api/spreadsheet/importable.ts";
import { nearOf } from "../../../kernel/near.ts";
import { refusal, type Problem } from "../../../kernel/problem.ts";
import { quoted } from "../../../kernel/quoted.ts";
import type { Flattening } from "../../tables/flat.ts";
import { GAPS } from "../../tables/gaps.ts";
import { snake } from "../../tables/snake.ts";
import type { Column, Table } from "../../tables/table.ts";
import { bare, itemsIn, type Cells } from "./cells.ts";
import type { DayForm } from "./day-form.ts";
import { importField, type ImportField } from "./import-field.ts";
import { gapsInCell, plainIn } from "./values.ts";

/** What becomes of a column of an import. */
export interface TakenColumn {
  readonly column: Column;
  /** WRITTEN into the record; used to find which RECORD it is about; or NOT_WRITTEN, since it follows from others. */
  readonly use: "WRITTEN" | "RECORD" | "NOT_WRITTEN";
}

/** What a row says, read cell by cell, and what of it cannot be read. */
export interface ReadRow {
  /** Values, and how records are named, by the fields of the schema. */
  readonly sent: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

const plain = (name: string, type: Column["type"], description: string): Column => ({ name, type, description, codes: [], field: null });

export const ID = plain("id", "ID", "The id of the record that the row is about. Left out, the reference or an identifier of the field tells; and where that is new, a record is made.");
export const REFERENCE = plain("reference", "TEXT", "What your own list calls it: stays with the record, so that the same file can be sent again. Takes the name of the list, in the parameter list.");
export const VERSION = plain("version", "WHOLE_NUMBER", "The version that was read: what others have changed since is then not overwritten.");
export const EXAMPLE = plain("is_example", "YES_OR_NO", "Whether it is made up, and says so for ever.");

/** A flat table, as rows of it are taken in. */
export class ImportTable {
  readonly importable: Importable;
  readonly about: string;
  readonly columns: readonly TakenColumn[];
  readonly fields: readonly ImportField[];
  /** What each of its acts cannot do without. */
  private readonly needed: ReadonlyMap<string, readonly string[]>;
  private readonly byBareName: ReadonlyMap<string, string>;

  constructor(importable: Importable, flat: FlatTable, shown: Pick<Table, "about" | "columns">, { flattening, schema }: { readonly flattening: Flattening; readonly schema: GraphQLSchema }) {
    const type = schema.getType(importable.kind.type);
    if (!isObjectType(type)) throw new Error(`${importable.kind.type} is not a type of the schema.`);
    const laid = new Set([...flat.fields, "system", "audience"]);
    const hasGaps = importable.fields.includes("gaps");
    this.needed = new Map([importable.make, ...importable.steps].map((act) => [act.name, neededBy(schema, act.input).filter((name) => importable.fields.includes(name) && !(importable.needless ?? []).includes(name))]));
    this.importable = importable;
    this.about = shown.about;
    // Where a table shows several, and the record itself names one of them, nobody can tell which.
    const isPlain = ({ name, isList }: ImportField): boolean => !isList || getTableColumns(importable.kind.table)[`${name}Id`] === undefined;
    this.fields = [...importable.fields.filter((name) => laid.has(name)).map((name) => importField(flattening, type, name)).filter(isPlain), ...(hasGaps ? [gapsField(importable.fields)] : []), ...(importable.extras ?? []).map(extraField)];
    const record = [ID, REFERENCE, VERSION, EXAMPLE, ...(importable.matches ?? []).map((match) => plain(match.column, "TEXT", match.description))];
    const written = this.fields.flatMap(({ columns }) => columns).filter((column, place, all) => all.findIndex(({ name }) => name === column.name) === place);
    const taken = new Set([...record, ...written].map(({ name }) => name));
    this.columns = [
      ...record.map((column) => ({ column, use: "RECORD" as const })),
      ...written.filter(({ name }) => !record.some((one) => one.name === name)).map((column) => ({ column, use: "WRITTEN" as const })),
      ...shown.columns.filter(({ name }) => !taken.has(name)).map((column) => ({ column, use: "NOT_WRITTEN" as const })),
    ];
    this.byBareName = new Map([
      ...this.fields.map(({ name, columnOf }): [string, string] => [bare(snake(name)), columnOf(undefined)]),
      ...this.columns.map(({ column: { name } }): [string, string] => [bare(name), name]),
    ]);
  }

  get name(): string {
    return this.importable.table;
  }

  /** The columns that a header names, in its order; null for one that is left out. Refuses names that there are not, and one that comes twice. */
  header(names: readonly string[]): readonly (string | null)[] {
    const wrong = new Problems();
    const columns = names.map((written) => this.byBareName.get(bare(written)) ?? null);
    names.forEach((written, place) => {
      const column = columns[place];
      const said = written.trim();
      if (said === "") return;
      const near = nearOf(said, this.columns.map(({ column: { name } }) => name));
      const hint = near.length > 0 ? `Did you mean ${near.join(" or ")}?` : `The columns of ${this.name} stand in /imports/${this.name}/columns.csv.`;
      wrong.when(column === null, "UNKNOWN_FIELD", `There is no column ${quoted(said)} in ${this.name}. ${hint} Take the column out of the file, or name it so. Nothing was written.`, [said]);
      wrong.when(column !== null && columns.indexOf(column ?? null) !== place, "BAD_HEADER", `The column ${quoted(said)} stands there twice. Take one of them out. Nothing was written.`, [said]);
    });
    wrong.when(columns.every((column) => column === null), "BAD_HEADER", `The first row names the columns, as /imports/${this.name}/template.csv has them. Nothing was written.`);
    wrong.refuse();
    return columns;
  }

  /** What a row says; each cell that cannot be read is among the problems. */
  read(cells: Cells, form: DayForm | null): ReadRow {
    const wrong = new Problems();
    const sent: Record<string, unknown> = {};
    for (const { name, read } of this.fields) {
      const value = wrong.gather(() => ({ read: read(cells, form) }), [name]);
      if (value !== null && value.read !== undefined) sent[name] = value.read;
    }
    return { sent, problems: wrong.all() };
  }

  /** What an act cannot do without, and is not sent. */
  missing(act: ImportAct, sent: ReadRow["sent"]): readonly Problem[] {
    const needed = this.needed.get(act.name) ?? [];
    return needed.filter((name) => sent[name] === undefined || sent[name] === null).map((name) => ({
      code: "MISSING_FIELD", message: `${act === this.importable.make ? "A new row" : "What this row says"} needs ${this.fields.find((field) => field.name === name)?.columnOf(undefined) ?? snake(name)}. Fill it in; where the record is there already, say which by its id or your reference.`, path: [name],
    }));
  }

  /** The column that a problem is about: the innermost field on its path that has one. */
  columnAt(path: Problem["path"]): string | null {
    const steps = (path ?? []).map(String);
    for (let place = steps.length - 1; place >= 0; place -= 1) {
      const step = steps[place] ?? "";
      const field = this.fields.find(({ name }) => name === step);
      if (field !== undefined) return field.columnOf(steps[place + 1]);
      if (step === "expectedVersion") return VERSION.name;
      if (this.columns.some(({ column }) => column.name === step)) return step;
    }
    return null;
  }
}

function neededBy(schema: GraphQLSchema, name: string): readonly string[] {
  const input = schema.getType(name);
  if (!isInputObjectType(input)) throw new Error(`${name} is not an input of the schema.`);
  return Object.values(input.getFields()).filter(isRequiredInputField).map((field) => field.name);
}

function extraField({ name, column, ...taken }: ImportExtra): ImportField {
  const laid: Column = { name: column, ...taken, field: null };
  return {
    name, isList: taken.type === "LIST", columns: [laid], pointsAt: [], columnOf: () => column,
    read: (cells, form) => {
      const cell = cells.get(column);
      return cell === undefined ? undefined : taken.type === "LIST" ? itemsIn(cell) : plainIn(laid, cell, form);
    },
  };
}

function gapsField(fields: readonly string[]): ImportField {
  const called = new Map(fields.map((name) => [bare(snake(name)), name]));
  return {
    name: "gaps", isList: true, columns: [GAPS], pointsAt: [], columnOf: () => GAPS.name,
    read: (cells) => {
      const cell = cells.get(GAPS.name);
      return cell === undefined ? undefined : gapsInCell(itemsIn(cell), (name) => called.get(bare(name)));
    },
  };
}

/** The table of a name. Refuses one that is not taken in. */
export function importTableNamed(tables: readonly ImportTable[], name: string): ImportTable {
  const found = tables.find((table) => table.name === name);
  if (found === undefined) throw refusal("UNKNOWN_PARAMETER", `There is no import of ${quoted(name)}. There are ${tables.map((table) => table.name).join(", ")}.`, [name]);
  return found;
}
