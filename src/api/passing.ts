import type { GraphQLField } from "graphql";
import { Extensions } from "type-graphql";

const PASSING = "passing";

/** Says of a field that it is not read from the ledger, such as when something was last used: an answer with it is not kept. */
export function passing(): MethodDecorator & PropertyDecorator {
  return Extensions({ [PASSING]: true });
}

export function isPassing(field: Pick<GraphQLField<unknown, unknown>, "extensions"> | null | undefined): boolean {
  return field?.extensions[PASSING] === true;
}
