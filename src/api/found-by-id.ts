import type { GraphQLField } from "graphql";
import { Extensions } from "type-graphql";

const FOUND_BY_ID = "foundById";

/** Says of a field that it gives out the record with the id that is sent, or null, and does nothing else: where it is asked for, it is found with no more than is asked of it. */
export function foundById(): MethodDecorator & PropertyDecorator {
  return Extensions({ [FOUND_BY_ID]: true });
}

export function isFoundById({ extensions }: Pick<GraphQLField<unknown, unknown>, "extensions">): boolean {
  return extensions[FOUND_BY_ID] === true;
}
