import { defaultFieldResolver, getNamedType, getNullableType, isListType, isObjectType, OperationTypeNode, Kind, type GraphQLField, type GraphQLObjectType, type GraphQLOutputType, type GraphQLResolveInfo, type GraphQLSchema } from "graphql";
import type { Context } from "../../api/context.ts";

/** What a field may be asked beside its record: the day that it is asked about, where that is another than today. */
export type FieldArgs = Readonly<Record<string, unknown>>;

/** A value, or the promise of one: what is at hand is not waited for. */
export type Soon<Value> = Value | Promise<Value>;

/** A field of the graph, to be read of one record after another. */
export interface GraphField {
  readonly field: GraphQLField<unknown, Context>;
  /** What its type is, or what there are several of. */
  readonly type: GraphQLOutputType;
  readonly isList: boolean;
  /** Whether it can be asked about another day. */
  readonly asksDay: boolean;
  /** Gives what the graph gives: by the same resolver, through the same gate. */
  readonly read: (context: Context, holder: unknown, args: FieldArgs) => Soon<unknown>;
}

/** A field of a type. Nobody asks the schema for one that it does not have: that is a mistake in the program, and found when it starts. */
export function graphField(schema: GraphQLSchema, type: GraphQLObjectType, name: string): GraphField {
  const field = type.getFields()[name];
  if (field === undefined) throw new Error(`${type.name} has no field ${name}.`);
  const resolve = field.resolve ?? defaultFieldResolver;
  const info = infoOf(schema, type, field);
  const asksDay = field.args.some((arg) => arg.name === "on");
  const several = getNullableType(field.type);
  return {
    field,
    type: isListType(several) ? getNullableType(several.ofType) : several,
    isList: isListType(several),
    asksDay,
    read: (context, holder, args) => resolve(holder, asksDay ? args : {}, context, info),
  };
}

/** The field at the end of a path of names, read through every field on the way. */
export function graphPath(schema: GraphQLSchema, type: GraphQLObjectType, path: readonly string[]): GraphField {
  const [name = "", ...rest] = path;
  const first = graphField(schema, type, name);
  if (rest.length === 0) return first;
  const inside = getNamedType(first.type);
  if (!isObjectType(inside)) throw new Error(`${type.name}.${name} has no fields of its own.`);
  const last = graphPath(schema, inside, rest);
  const onwards = (context: Context, value: unknown, args: FieldArgs): Soon<unknown> => (value === null || value === undefined ? null : last.read(context, value, args));
  return {
    ...last,
    isList: first.isList || last.isList,
    asksDay: first.asksDay || last.asksDay,
    read: (context, holder, args) =>
      next(first.read(context, holder, args), (value) => {
        if (!Array.isArray(value)) return onwards(context, value, args);
        const each = value.map((item: unknown) => onwards(context, item, args));
        return next(all(each), (values) => values.flat());
      }),
  };
}

/** Goes on with a value as soon as it is there. */
export function next<Value, Result>(value: Soon<Value>, work: (value: Value) => Soon<Result>): Soon<Result> {
  return value instanceof Promise ? value.then(work) : work(value);
}

/** All of them, as soon as the last is there. */
export function all<Value>(values: readonly Soon<Value>[]): Soon<readonly Value[]> {
  const isThere = (value: Soon<Value>): value is Value => !(value instanceof Promise);
  return values.every(isThere) ? values : Promise.all(values);
}

/** What a resolver may know of the question: here it is always the one field. */
function infoOf(schema: GraphQLSchema, parentType: GraphQLObjectType, field: GraphQLField<unknown, Context>): GraphQLResolveInfo {
  const name = { kind: Kind.NAME, value: field.name } as const;
  const fieldNodes = [{ kind: Kind.FIELD, name }] as const;
  return {
    schema, parentType, fieldNodes, fieldName: field.name, returnType: field.type, path: { prev: undefined, key: field.name, typename: parentType.name },
    fragments: {}, rootValue: null, variableValues: {},
    operation: { kind: Kind.OPERATION_DEFINITION, operation: OperationTypeNode.QUERY, selectionSet: { kind: Kind.SELECTION_SET, selections: fieldNodes } },
  };
}
