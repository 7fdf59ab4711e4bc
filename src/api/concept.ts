import type { RecordKind } from "../ledger/concept.ts";
import type { Standard } from "./act/standard.ts";
import type { RecordTable } from "./loaders.ts";
import type { AnyRecord } from "./record.ts";

/** What a folder of the domain brings: its kinds of record, and the classes that resolve its fields and those it lends to others. */
export interface Concept {
  readonly kinds: readonly RecordKind<RecordTable>[];
  /** What has to hold of its records, whichever act writes them. */
  readonly standards?: readonly Standard[];
  // oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
  readonly resolvers: readonly Function[];
  /** Those of its classes that resolve a field which leads to a record of whatever kind, or looks at every kind that there is. */
  // oxlint-disable-next-line typescript/no-unsafe-function-type -- see above
  readonly resolversOver?: (record: AnyRecord, kinds: readonly RecordKind<RecordTable>[]) => readonly Function[];
}
