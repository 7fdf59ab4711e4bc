import {
  getNamedType, getNullableType, isLeafType, isObjectType, Kind, TypeInfo, visit, visitWithTypeInfo,
  type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema, type OperationDefinitionNode, type SelectionNode,
} from "graphql";
import { getTableColumns } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { grouped } from "../kernel/grouped.ts";
import type { RecordKind } from "../ledger/concept.ts";
import { cutOf, type Cut } from "../ledger/graph.ts";
import { neverShown } from "./access/audience.ts";
import type { PageRead } from "./connected.ts";
import { fieldOf } from "./field.ts";
import type { RecordTable } from "./loaders.ts";
import { readBy } from "./reads.ts";

/** Names of columns; null for all of them. */
type Columns = ReadonlySet<string> | null;

/** What a document is going to ask of each record of a list. */
export interface Plan {
  /** The tables of the records that they point at. */
  readonly pointedAt: readonly PointedAt[];
  /** Whether anything else is asked that has to be looked up. */
  readonly asksMore: boolean;
}

/** Records of a table that are pointed at, what is going to be read of them, and by each column that points what is going to be asked of those. */
export interface PointedAt {
  readonly table: RecordTable;
  readonly cut: Cut;
  readonly ways: readonly { readonly column: string; readonly next: Plan }[];
}

const EVERYTHING: PageRead = { columns: null, isPlaced: true };

const NOTHING: Plan = { pointedAt: [], asksMore: false };

/** The column by which a record points at another, and the table that that one is in. */
export interface Pointer {
  readonly column: string;
  readonly table: RecordTable;
}

/** The plans of documents: each is made once for each place in a document, which the server keeps. */
export class Plans {
  private readonly byType: ReadonlyMap<string, RecordTable>;
  private readonly byPlace = new WeakMap<FieldNode, Plan>();
  private readonly pointedAt = new WeakMap<OperationDefinitionNode, ReadonlyMap<string, Cut>>();
  private readonly pages = new WeakMap<FieldNode, PageRead>();
  private readonly ones = new WeakMap<FieldNode, Cut>();
  private readonly values = new Map<GraphQLObjectType, boolean>();
  private readonly pointers: ReadonlyMap<string, ReadonlyMap<string, Pointer>>;
  /** By type and field, the columns that answering it reads; null where that may be any. */
  private readonly readings: ReadonlyMap<string, ReadonlyMap<string, readonly string[] | null>>;

  constructor(schema: GraphQLSchema, kinds: readonly RecordKind<RecordTable>[]) {
    const tables = new Map(kinds.map(({ table }) => [getTableConfig(table).name, table]));
    this.byType = new Map(kinds.map(({ type, table }) => [type, table]));
    this.pointers = new Map(kinds.map(({ type, table }) => [type, this.pointersOf(schema, type, table, tables)]));
    this.readings = new Map(kinds.map(({ type, table }) => [type, this.readingsOf(schema, type, table)]));
  }

  has(type: unknown): type is GraphQLObjectType {
    return isObjectType(type) && this.byType.has(type.name);
  }

  /** Where the records of a type are; undefined of any other type. */
  tableOf(type: unknown): RecordTable | undefined {
    return isObjectType(type) ? this.byType.get(type.name) : undefined;
  }

  /** The fields of a type that lead to a record which one of its columns points at. */
  pointing({ name }: GraphQLObjectType): ReadonlyMap<string, Pointer> {
    return this.pointers.get(name) ?? new Map<string, Pointer>();
  }

  /** What is asked of each record of a list: below its field, or below one field of that. */
  of(info: GraphQLResolveInfo, type: GraphQLObjectType, below?: string): Plan {
    const { fieldNodes } = info;
    const [place] = fieldNodes;
    // Asked in several places of a document at once, it is looked up as it is asked for.
    if (place === undefined || fieldNodes.length > 1) return NOTHING;
    const known = this.byPlace.get(place);
    if (known !== undefined) return known;
    const own = place.selectionSet?.selections ?? [];
    const plan = this.made(below === undefined ? own : own.flatMap((one) => (one.kind === Kind.FIELD && one.name.value === below ? (one.selectionSet?.selections ?? []) : [])), info, type);
    this.byPlace.set(place, plan);
    return plan;
  }

  /** What is going to be read of the one record that a field gives out. */
  cutOfOne({ fieldNodes, fragments }: GraphQLResolveInfo, type: GraphQLObjectType, table: RecordTable): Cut {
    const [place] = fieldNodes;
    if (place === undefined || fieldNodes.length > 1) return cutOf(table, null);
    const known = this.ones.get(place) ?? cutOf(table, this.readOf(place.selectionSet?.selections ?? [], fragments, type));
    this.ones.set(place, known);
    return known;
  }

  /** What is going to be read of a page. */
  readOfPage({ fieldNodes, fragments }: GraphQLResolveInfo, type: GraphQLObjectType): PageRead {
    const [place] = fieldNodes;
    if (place === undefined || fieldNodes.length > 1) return EVERYTHING;
    const known = this.pages.get(place);
    if (known !== undefined) return known;
    const record = getNamedType(type.getFields()["nodes"]?.type);
    const edge = getNamedType(type.getFields()["edges"]?.type);
    const below = (over: unknown, selections: readonly SelectionNode[], name: string): readonly SelectionNode[] => {
      if (!isObjectType(over)) return [];
      return fieldsIn(selections, fragments, over, true).filter((field) => field.name.value === name).flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
    };
    const asked = place.selectionSet?.selections ?? [];
    const selections = [...below(type, asked, "nodes"), ...below(edge, below(type, asked, "edges"), "node")];
    const isPlaced = fieldsIn(asked, fragments, type, true).some(({ name }) => name.value === "edges" || name.value === "pageInfo");
    const read = { columns: this.has(record) ? this.readOf(selections, fragments, record) : null, isPlaced };
    this.pages.set(place, read);
    return read;
  }

  /** What is going to be read of records of a kind that are pointed at anywhere in an operation: of all of them the same, so that one that was found is found for every place. */
  cutFor(info: GraphQLResolveInfo, { name }: GraphQLObjectType, table: RecordTable): Cut {
    return this.readOfPointedAt(info).get(name) ?? cutOf(table, null);
  }

  private made(selections: readonly SelectionNode[], info: GraphQLResolveInfo, type: GraphQLObjectType): Plan {
    const pointing = this.pointing(type);
    const tables = new Map<RecordTable, { readonly table: RecordTable; readonly cut: Cut; readonly ways: PointedAt["ways"][number][] }>();
    let asksMore = false;
    for (const node of fieldsIn(selections, info.fragments, type)) {
      const field = type.getFields()[node.name.value];
      const answer = field === undefined ? undefined : getNamedType(field.type);
      if (field === undefined || isLeafType(answer)) continue;
      const pointer = pointing.get(field.name);
      if (pointer !== undefined && this.has(answer)) {
        const { column, table } = pointer;
        const known = tables.get(table) ?? { table, cut: this.cutFor(info, answer, table), ways: [] };
        known.ways.push({ column, next: this.made(node.selectionSet?.selections ?? [], info, answer) });
        tables.set(table, known);
      } else if (!this.stands(type, field.name) || !this.isValue(answer)) asksMore = true;
    }
    return { pointedAt: [...tables.values()], asksMore };
  }

  /** Whether a field is answered by what stands in its record. */
  private stands({ name }: GraphQLObjectType, field: string): boolean {
    return (this.readings.get(name)?.get(field) ?? null) !== null;
  }

  /** Whether a type is a value within a record, for which nothing is looked up: a date, an amount, and what such are made of. */
  private isValue(type: unknown, within: readonly unknown[] = []): boolean {
    if (!isObjectType(type) || this.byType.has(type.name) || within.includes(type)) return false;
    const known = this.values.get(type);
    if (known !== undefined) return known;
    const parts = Object.values(type.getFields()).map((field) => getNamedType(field.type));
    const isValue = parts.every((part) => isLeafType(part) || this.isValue(part, [...within, type]));
    this.values.set(type, isValue);
    return isValue;
  }

  /**
   * By type, what an operation reads of records that are pointed at. All of it where one of the kind may also be found by a method, which
   * finds it whole: it would be looked up twice. That is so where a method gives one out, and where one that does not say what it reads
   * is asked of a record that points at it.
   */
  private readOfPointedAt({ schema, operation, fragments }: GraphQLResolveInfo): ReadonlyMap<string, Cut> {
    const known = this.pointedAt.get(operation);
    if (known !== undefined) return known;
    const found: { readonly from: string; readonly type: string; readonly columns: Columns }[] = [];
    const untold = new Set<string>();
    const types = new TypeInfo(schema);
    visit({ kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] }, visitWithTypeInfo(types, {
      Field: ({ name, selectionSet }) => {
        const [over, answer] = [types.getParentType(), getNamedType(types.getType())];
        if (!isObjectType(over)) return;
        if (this.readings.get(over.name)?.get(name.value) === null) untold.add(over.name);
        if (!this.has(answer) || over.name.endsWith("Connection") || over.name.endsWith("Edge")) return;
        const columns = this.pointing(over).has(name.value) ? this.readOf(selectionSet?.selections ?? [], fragments, answer) : null;
        found.push({ from: over.name, type: answer.name, columns });
      },
    }));
    const read = new Map([...grouped(found, ({ type }) => type)].flatMap(([type, alike]) => {
      const table = this.byType.get(type);
      return table === undefined ? [] : [[type, cutOf(table, union(alike.map(({ from, columns }) => (untold.has(from) ? null : columns))))]];
    }));
    this.pointedAt.set(operation, read);
    return read;
  }

  private readOf(selections: readonly SelectionNode[], fragments: GraphQLResolveInfo["fragments"], type: GraphQLObjectType): Columns {
    const readings = this.readings.get(type.name);
    // What depends on a directive may be asked for.
    return union(fieldsIn(selections, fragments, type, true).map(({ name }) => {
      const columns = name.value === "__typename" ? [] : readings?.get(name.value);
      return columns === null || columns === undefined ? null : new Set(columns);
    }));
  }

  private pointersOf(schema: GraphQLSchema, name: string, table: RecordTable, tables: ReadonlyMap<string, RecordTable>): ReadonlyMap<string, Pointer> {
    const type = schema.getType(name);
    if (!isObjectType(type)) return new Map();
    const columns = pointing(table, tables);
    return new Map(Object.values(type.getFields()).flatMap((field) => {
      const target = columns.get(field.name);
      const answer = getNullableType(field.type);
      return target !== undefined && this.has(answer) && this.byType.get(answer.name) === target ? [[field.name, { column: `${field.name}Id`, table: target }] as const] : [];
    }));
  }

  private readingsOf(schema: GraphQLSchema, name: string, table: RecordTable): ReadonlyMap<string, readonly string[] | null> {
    const type = schema.getType(name);
    if (!isObjectType(type)) return new Map();
    const columns = getTableColumns(table);
    const pointers = this.pointing(type);
    return new Map(Object.values(type.getFields()).map((field) => {
      const pointer = pointers.get(field.name);
      if (pointer !== undefined) return [field.name, [pointer.column]];
      // A field without a method is the column of its name.
      if (field.resolve === undefined) return [field.name, columns[field.name] === undefined ? null : [field.name]];
      return [field.name, readBy(field) ?? null];
    }));
  }
}

/** All that is named anywhere; null where all is. */
function union(sets: readonly Columns[]): Columns {
  const all = new Set<string>();
  for (const set of sets) {
    if (set === null) return null;
    for (const name of set) all.add(name);
  }
  return all;
}

/** The fields that are asked for, fragments opened. What depends on a directive may not be asked for after all, and is left out unless it is said. */
function fieldsIn(selections: readonly SelectionNode[], fragments: GraphQLResolveInfo["fragments"], type: GraphQLObjectType, perhaps = false): FieldNode[] {
  return selections.flatMap((one): FieldNode[] => {
    if (!perhaps && one.directives !== undefined && one.directives.length > 0) return [];
    if (one.kind === Kind.FIELD) return [one];
    const fragment = one.kind === Kind.FRAGMENT_SPREAD ? fragments[one.name.value] : one;
    const on = fragment?.typeCondition?.name.value ?? type.name;
    const isMeant = on === type.name || type.getInterfaces().some(({ name }) => name === on);
    return fragment === undefined || !isMeant ? [] : fieldsIn(fragment.selectionSet.selections, fragments, type, perhaps);
  });
}

/** The fields by which records of a table lead to one that they point at, and the table in which that is. What its own concept alone gives out is found by that. */
function pointing(table: RecordTable, tables: ReadonlyMap<string, RecordTable>): ReadonlyMap<string, RecordTable> {
  return new Map(getTableConfig(table).foreignKeys.flatMap((key) => {
    const { columns, foreignTable } = key.reference();
    const target = tables.get(getTableConfig(foreignTable).name);
    return target === undefined || neverShown(target) ? [] : columns.map(({ name }) => [fieldOf(name), target] as const);
  }));
}
