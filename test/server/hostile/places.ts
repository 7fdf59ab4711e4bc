import { getNamedType, getNullableType, isInputObjectType, isListType, isObjectType, type GraphQLField, type GraphQLInputType, type GraphQLSchema } from "graphql";

/** A field of the schema that takes something. */
export interface Taking {
  /** The type that has the field: Query, Mutation, or one whose values answers are made of. */
  readonly on: string;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Somewhere that something can be sent: an argument, or a field of an input in one, however deep. */
export interface Place extends Taking {
  /** The argument's name, then those of input fields, and 0 for the item of a list. */
  readonly path: readonly string[];
  /** What is taken there. */
  readonly type: GraphQLInputType;
}

/** Every place in every field's arguments. An input within itself is walked once. */
export function placesOf(schema: GraphQLSchema): Place[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith("__") && type !== schema.getSubscriptionType())
    .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ on: type.name, field })) : []))
    .flatMap((taking) => taking.field.args.flatMap(({ name, type }) => within(taking, [name], type, [])));
}

function within(taking: Taking, path: readonly string[], type: GraphQLInputType, around: readonly string[]): Place[] {
  const place: Place = { ...taking, path, type };
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [place, ...within(taking, [...path, "0"], nullable.ofType, around)];
  const named = getNamedType(type);
  if (!isInputObjectType(named) || around.includes(named.name)) return [place];
  return [place, ...Object.values(named.getFields()).flatMap((field) => within(taking, [...path, field.name], field.type, [...around, named.name]))];
}

export function said({ on, field, path }: Place): string {
  return `${on}.${field.name}(${path.join(".")})`;
}
