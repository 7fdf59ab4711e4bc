import { grouped } from "../../kernel/grouped.ts";
import type { Day } from "../../kernel/day.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Graph } from "../../ledger/graph.ts";
import type { FieldValues } from "../../ledger/record.ts";
import type { Guarded } from "../access/audience.ts";

/** Where a record stands or is about to stand: what a rule may look up there. */
export interface Standing {
  readonly graph: Graph;
  readonly today: Day;
  /** Whether whoever does this may see a row. Of what they may not see no refusal tells. */
  readonly sees: (row: Guarded) => boolean;
}

/** Whether one of these columns is new or has changed; of a record that was made or came back, all of them. */
export type Edited = (...columns: readonly string[]) => boolean;

/** What changes in another record when one goes or comes back. */
export interface Consequence {
  readonly kind: RecordKind;
  readonly id: string;
  readonly fields: FieldValues;
}

/**
 * What has to hold of the records of a kind, whichever act writes them: recording, changing and restoring alike. It is for
 * what follows from other records; what one record says of itself, its columns and choices say.
 */
export interface Standard {
  readonly kind: RecordKind;
  /** All that stands against a record as it stands now. */
  readonly stands: (id: string, at: Standing, edited: Edited) => readonly Problem[];
  /** All that stands against bringing it back, beside that. */
  readonly returns: (id: string, at: Standing) => readonly Problem[];
  /** All that stands against removing it. */
  readonly goes: (id: string, at: Standing) => readonly Problem[];
  /** What follows from its removal, decided while it is still there. */
  readonly gone: (id: string, at: Standing) => readonly Consequence[];
  /** What follows from its return. */
  readonly back: (id: string, at: Standing) => readonly Consequence[];
}

/** All standards, by the kind that they are for. */
export type Standards = ReadonlyMap<string, readonly Standard[]>;

/** The standards that concepts bring. */
export function standardsOf(concepts: readonly { readonly standards?: readonly Standard[] }[]): Standards {
  return grouped(concepts.flatMap(({ standards = [] }) => standards), ({ kind }) => kind.type);
}

/** The standards of a kind. */
export function standardsFor(standards: Standards, { type }: RecordKind): readonly Standard[] {
  return standards.get(type) ?? [];
}
