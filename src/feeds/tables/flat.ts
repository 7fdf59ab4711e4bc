import { getNamedType, isEnumType, isInterfaceType, isObjectType, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import type { Context } from "../../api/context.ts";
import { typeWord } from "../../api/value/type-word.ts";
import { isId, prefixOf } from "../../kernel/identity.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { graphField, graphPath, next, type GraphField, type Soon } from "./graph-field.ts";
import { listCell } from "./list-cell.ts";
import { snake } from "./snake.ts";
import type { Cell, CellType, Code, Column } from "./table.ts";

/** A field of the graph as it lies in a table. */
export interface FlatField {
  readonly path: string;
  readonly graph: GraphField;
  readonly columns: readonly Column[];
  /** Adds what stands in the columns when this is the field's value. */
  readonly addCells: (value: unknown, to: Cell[]) => void;
}

/** A record as it stands in a table of others. */
interface Standing {
  readonly type: string;
  readonly id: string;
  readonly called: unknown;
}

/** A record of whatever kind in columns of its own. */
export interface AnyRecordFields extends Pick<FlatField, "columns" | "addCells"> {
  /** What addCells takes, of a record. */
  readonly standing: (context: Context, record: unknown) => Soon<Standing | null>;
}

/** One column of those that a value takes. */
interface Part {
  /** What its name has behind that of the field; null where it is what the field is about. */
  readonly suffix: string | null;
  readonly field: string | null;
  readonly type: CellType;
  readonly description: string;
  readonly codes: readonly Code[];
  readonly cell: (value: unknown) => Cell;
}

/** The values that have parts, and their order: for ever. */
export const VALUES: Readonly<Record<string, readonly string[]>> = {
  PartialDate: ["text", "earliest", "latest", "precision", "qualifier", "status"],
  Money: ["pence", "currency", "status"],
  Quantity: ["text", "operator", "value", "upper", "fraction", "unit", "status"],
  FinancialYear: ["label"],
  Slip: ["least", "most"],
  DayCount: ["least", "most"],
};

/** The part that a value is about: it has the name of the field itself. */
const MAIN = new Set(["pence", "label"]);

const LEAVES: Readonly<Record<string, CellType>> = { ID: "ID", Int: "WHOLE_NUMBER", Float: "WHOLE_NUMBER", Boolean: "YES_OR_NO", Day: "DAY", Instant: "INSTANT", String: "TEXT" };

/** Lays fields of the schema out flat. */
export class Flattening {
  readonly schema: GraphQLSchema;
  private readonly recordTypes: ReadonlySet<string>;
  /** What a record is called, by the letters of its id. */
  private readonly calling: ReadonlyMap<string, { readonly type: string; readonly called: GraphField }>;
  /** The types of record, in the graph's words for them. */
  private readonly types: readonly Code[];

  constructor(schema: GraphQLSchema, kinds: readonly RecordKind[]) {
    this.schema = schema;
    this.recordTypes = new Set(kinds.map(({ type }) => type));
    this.calling = new Map(kinds.map((kind) => [kind.prefix, { type: typeWord(kind), called: graphField(schema, objectType(schema, kind.type), "called") }]));
    this.types = kinds.map((kind) => ({ code: typeWord(kind), meaning: schema.getType(kind.type)?.description ?? "" }));
  }

  /** The field at a path of a type; behind one that leads to an organisation its identifier of the field, so that nobody has to look it up. */
  of(type: GraphQLObjectType, path: string): FlatField[] {
    const graph = graphPath(this.schema, type, path.split("."));
    const field = this.laidOut(type, path, graph);
    return getNamedType(graph.type).name === "Organisation" && !graph.isList ? [field, ...this.of(type, `${path}.orgId`)] : [field];
  }

  /** A record of whatever kind, by its type, its id and what it is called. */
  anyRecord(name: string, at: string): AnyRecordFields {
    const parts = this.anyRecordParts(at).map((part) => ({ ...part, field: null }));
    return { ...laid(name, parts, { isList: false, description: "" }), standing: (context, record) => this.standing(context, record) };
  }

  private laidOut(type: GraphQLObjectType, path: string, graph: GraphField): FlatField {
    const { isList, field } = graph;
    const inside = getNamedType(graph.type);
    const parts = this.parts(inside, `${type.name}.${path}`).filter(({ suffix }) => !isList || suffix === null || suffix === "id");
    return { path, graph: this.leadsToRecords(inside) && !isList ? this.withNames(graph) : graph, ...laid(path, parts, { isList, description: field.description ?? "" }) };
  }

  private parts(type: GraphQLNamedType, at: string): Part[] {
    if (isInterfaceType(type)) return this.anyRecordParts(at);
    if (!isObjectType(type)) return [leaf(type, null, at, "")];
    if (this.recordTypes.has(type.name)) return recordParts(at);
    const fields = VALUES[type.name];
    if (fields === undefined) throw new Error(`${at} is a ${type.name}, which has no flat form.`);
    return fields.map((name) => {
      const { field } = graphField(this.schema, type, name);
      const part = leaf(getNamedType(field.type), MAIN.has(name) ? null : snake(name), `${at}.${name}`, MAIN.has(name) ? "" : (field.description ?? ""));
      if (name === "pence") return { ...part, type: "AMOUNT", cell: (value) => pounds(partOf(value, name)) };
      return { ...part, cell: (value) => cellOf(part, partOf(value, name)) };
    });
  }

  leadsToRecords(type: GraphQLNamedType): boolean {
    return isInterfaceType(type) || this.recordTypes.has(type.name);
  }

  /** The types of record that an interface can be. */
  typesOf(type: GraphQLNamedType): readonly string[] {
    return isInterfaceType(type) ? this.schema.getImplementations(type).objects.map(({ name }) => name).filter((name) => this.recordTypes.has(name)) : [type.name];
  }

  /** A field that leads to a record, with what the graph says that the record is called. */
  private withNames(graph: GraphField): GraphField {
    return { ...graph, read: (context, holder, args) => next(graph.read(context, holder, args), (record) => this.standing(context, record)) };
  }

  private standing(context: Context, record: unknown): Soon<Standing | null> {
    const calling = this.calling.get(prefixIn(record));
    if (calling === undefined) return null;
    return next(calling.called.read(context, record, {}), (called) => ({ type: calling.type, id: String(partOf(record, "id")), called }));
  }

  /** A record of whatever kind: the kind, the id and what it is called. */
  private anyRecordParts(at: string): Part[] {
    return [{ ...plain("CODE", "type", null, "Its type."), codes: this.types, cell: (record) => leafCell(partOf(record, "type")) }, ...recordParts(at)];
  }
}

function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is not a type of the schema.`);
  return type;
}

/** The parts of a value side by side; of several values, each part of all of them in one cell. */
function laid(path: string, parts: readonly Part[], { isList, description }: { readonly isList: boolean; readonly description: string }): Pick<FlatField, "columns" | "addCells"> {
  return {
    columns: parts.map((part) => ({
      name: part.suffix === null ? columnName(path) : `${columnName(path, part.suffix)}${isList ? "s" : ""}`,
      type: isList ? "LIST" : part.type,
      description: `${description} ${part.description}`.trim(),
      codes: part.codes,
      field: part.field,
    })),
    addCells: isList
      ? (value, to) => { for (const part of parts) to.push(several(part, value)); }
      : (value, to) => { for (const part of parts) to.push(cellOf(part, value)); },
  };
}

/** The name of a column: the words of a path, none of them twice in a row. */
function columnName(...path: string[]): string {
  const words = path.flatMap((part) => part.split(".")).map(snake);
  return words.filter((word, place) => word !== words[place - 1]).join("_");
}

/** A record stands in a table by its id and what it is called. */
function recordParts(at: string): Part[] {
  return [
    { ...plain("ID", "id", `${at}.id`, "Its id."), cell: (record) => leafCell(partOf(record, "id")) },
    { ...plain("TEXT", "name", `${at}.called`, "What it is called."), cell: (record) => leafCell(partOf(record, "called")) },
  ];
}

function leaf(type: GraphQLNamedType, suffix: string | null, field: string, description: string): Part {
  if (isEnumType(type)) {
    const codes = type.getValues().map(({ name, description: meaning }) => ({ code: name, meaning: meaning ?? "" }));
    return { ...plain("CODE", suffix, field, description), codes, cell: (value) => type.serialize(value) ?? null };
  }
  const cellType = LEAVES[type.name];
  if (cellType === undefined) throw new Error(`${field} is a ${type.name}, which has no flat form.`);
  return plain(cellType, suffix, field, description);
}

function plain(type: CellType, suffix: string | null, field: string | null, description: string): Part {
  return { suffix, field, type, description, codes: [], cell: leafCell };
}

function leafCell(value: unknown): Cell {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function cellOf({ cell }: Part, value: unknown): Cell {
  return value === null || value === undefined ? null : cell(value);
}

function several(part: Part, values: unknown): Cell {
  if (!Array.isArray(values)) return null;
  return listCell(values.map((value: unknown) => cellOf(part, value)).filter((cell) => cell !== null).map(String));
}

/** Whole pence as pounds: what is written out of it has two decimals at most and is exact. */
function pounds(pence: unknown): number | null {
  return typeof pence === "number" ? pence / 100 : null;
}

function partOf(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function prefixIn(record: unknown): string {
  const id = partOf(record, "id");
  return isId(id) ? prefixOf(id) : "";
}
