import * as operations from "./details.graphql.ts";
import type { Operation } from "../graph/operation.ts";

type DetailsOperation = Operation<{ readonly node: object | null }, { readonly id: string }>;

/** What to ask of a record of this type; null where there is no more to it than its trail. */
export function detailsOf(type: string): DetailsOperation | null {
  const name = `${type}Details`;
  // oxlint-disable-next-line import/namespace -- it is looked up where it is known to be
  return isListed(name) ? operations[name] : null;
}

function isListed(name: string): name is keyof typeof operations {
  return Object.hasOwn(operations, name);
}
