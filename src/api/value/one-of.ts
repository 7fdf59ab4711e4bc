import { isInputObjectType, type GraphQLSchema } from "graphql";
import { Extensions } from "type-graphql";

const MARK = { isOneOf: true } as const;

/** An input of which exactly one field is sent: `@oneOf` in the schema. All of its fields have to be nullable. */
export function OneOf(): ClassDecorator {
  return Extensions(MARK);
}

/** Marks the inputs that were declared so: type-graphql has no word for it. */
export function markOneOf(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && type.extensions["isOneOf"] === MARK.isOneOf) type.isOneOf = true;
  }
}
