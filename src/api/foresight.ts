import { defaultFieldResolver, getNamedType, getNullableType, isListType, isObjectType, type GraphQLField, type GraphQLFieldMap, type GraphQLSchema } from "graphql";
import type { RecordKind } from "../ledger/concept.ts";
import type { Context } from "./context.ts";
import { isFoundById } from "./found-by-id.ts";
import { levelOf, standTogether } from "./level.ts";
import { foresee, foreseen, one, recordOf, type RecordTable } from "./loaders.ts";
import type { Connection } from "./page.ts";
import { Plans, type Plan, type Pointer } from "./plans.ts";
import { once, type Soon } from "./soon.ts";

/** A record as far as it matters here: its id, and the ids of those that it points at. */
interface Row {
  readonly id: string;
}

/**
 * Looks ahead. Of the records of a page no more columns are read than the document asks for. Once they are found, those that they point
 * at and that it asks for are found for all of them, and they are said to stand together, so that what belongs to one of them is found
 * for all. A page of hundreds of records with what belongs to them is answered without a promise. What was not foreseen is looked up
 * when it is asked for.
 */
export function lookAhead(schema: GraphQLSchema, kinds: readonly RecordKind<RecordTable>[]): void {
  const plans = new Plans(schema, kinds);
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const { nodes, edges }: Partial<GraphQLFieldMap<Connection<Row>, Context>> = type.getFields();
    if (type.name.endsWith("Connection") && nodes !== undefined && edges !== undefined) {
      ofConnection(plans, nodes, edges);
      continue;
    }
    const pointing = plans.pointing(type);
    for (const field of Object.values(type.getFields())) {
      const pointer = pointing.get(field.name);
      if (isFoundById(field)) ofId(plans, field);
      else if (pointer !== undefined) ofPointer(plans, field, pointer);
      else if (isListType(getNullableType(field.type))) ofList(plans, field);
      else ofPage(plans, field);
    }
  }
}

/** A record that is pointed at is found by its id alone, whatever method stands behind the field for the schema's sake. */
function ofPointer(plans: Plans, field: GraphQLField<unknown, Context>, { column, table }: Pointer): void {
  const load = one(table);
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return;
  field.resolve = (row, _sent, context, info) => {
    const id = idIn(row, column);
    if (id === null) return null;
    const found = foreseen(context, table, plans.cutFor(info, type, table), id);
    return found === undefined ? load(context, id) : found;
  };
}

/** A record that is asked for by its id alone is found at once, with what it points at. Where more is asked for beside it, it is found together with others of its kind. */
function ofId(plans: Plans, field: GraphQLField<unknown, Context>): void {
  const type = getNamedType(field.type);
  const table = plans.tableOf(type);
  const resolve = field.resolve;
  if (table === undefined || !isObjectType(type) || resolve === undefined) throw new Error(`${field.name} gives out no record of one kind.`);
  field.resolve = (source, sent: { readonly id?: unknown }, context, info) => {
    if (info.operation.selectionSet.selections.length > 1) return resolve(source, sent, context, info);
    const found = recordOf(context, table, plans.cutOfOne(info, type, table), String(sent.id));
    if (found !== null) lookUp(context, [found], plans.of(info, type));
    return found;
  };
}

/** A page is told which columns are going to be read of its records. */
function ofPage(plans: Plans, field: GraphQLField<unknown, Context>): void {
  const type = getNamedType(field.type);
  const resolve = field.resolve;
  if (!isObjectType(type) || resolve === undefined || !type.name.endsWith("Connection") || !plans.has(getNamedType(type.getFields()["nodes"]?.type))) return;
  field.resolve = (source, sent, context, info) => {
    // The schema says that this field gives a page, at once or later, or nothing.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    const found = resolve(source, sent, context, info) as Soon<Connection<Row> | null>;
    return once(found, (page) => {
      page?.reads(plans.readOfPage(info, type));
      return page;
    });
  };
}

function ofConnection(plans: Plans, nodes: GraphQLField<Connection<Row>, Context>, edges: GraphQLField<Connection<Row>, Context>): void {
  const type = getNamedType(nodes.type);
  if (!plans.has(type)) return;
  nodes.resolve = (connection, _sent, context, info) => once(connection.level, (level) => {
    ready(context, level, plans.of(info, type));
    return connection.nodes;
  });
  edges.resolve = (connection, _sent, context, info) => once(connection.level, (level) => {
    ready(context, level, plans.of(info, type, "node"));
    return connection.edges;
  });
}

function ofList(plans: Plans, field: GraphQLField<unknown, Context>): void {
  const type = getNamedType(field.type);
  if (!plans.has(type)) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, sent, context, info) => {
    // The schema says that this field gives a list of records of this kind, at once or later, or nothing.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    const rows = resolve(source, sent, context, info) as Soon<readonly Row[] | null>;
    return once(rows, (all) => {
      if (all !== null) ready(context, levelOf(context, all), plans.of(info, type));
      return all;
    });
  };
}

/** Finds what is planned for records, once for all that were found together. */
function ready(context: Context, level: readonly Row[] | null, plan: Plan): void {
  // Of records that were at hand others may be at hand elsewhere in the answer: what belongs to them is looked up together, when it is asked for.
  if (level === null) return;
  const { foreseen: known } = context.loaded;
  const done = known.get(level) ?? new Set();
  if (done.has(plan)) return;
  known.set(level, done.add(plan));
  lookUp(context, level, plan);
}

function lookUp(context: Context, rows: readonly Row[], { pointedAt, asksMore }: Plan): void {
  if (asksMore) standTogether(context, rows);
  for (const { table, cut, ways } of pointedAt) {
    const ids = new Set<string>();
    for (const { column } of ways) addIds(ids, rows, column);
    foresee(context, table, cut, ids);
    for (const { column, next } of ways) {
      if (next.asksMore || next.pointedAt.length > 0) lookUp(context, [...addIds(new Set(), rows, column)].flatMap((id) => foreseen(context, table, cut, id) ?? []), next);
    }
  }
}

/** Adds the ids in a column of some rows, and gives all of them back. */
function addIds(ids: Set<string>, rows: readonly Row[], column: string): ReadonlySet<string> {
  for (const row of rows) {
    const id = idIn(row, column);
    if (id !== null) ids.add(id);
  }
  return ids;
}

function idIn(row: unknown, column: string): string | null {
  const id: unknown = typeof row === "object" && row !== null ? Reflect.get(row, column) : null;
  return typeof id === "string" ? id : null;
}
