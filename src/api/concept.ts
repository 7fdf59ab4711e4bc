import type { RecordKind } from "../ledger/concept.ts";
import type { RecordTable } from "./loaders.ts";

/** What a folder of the domain brings: its kinds of record, and the classes that resolve its fields and those it lends to others. */
export interface Concept {
  readonly kinds: readonly RecordKind<RecordTable>[];
  // oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
  readonly resolvers: readonly Function[];
}
