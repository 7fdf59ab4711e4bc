import type { RecordTable } from "../../api/loaders.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { boardReading, type BoardReading } from "../board-reading.ts";

/** The kinds of record, each with how a board reads it. */
export class Readings {
  readonly kinds: readonly RecordKind<RecordTable>[];
  /** The kinds by their types, as the ledger names them. */
  readonly ofLedger: ReadonlyMap<string, RecordKind>;
  readonly byType: ReadonlyMap<string, BoardReading>;
  /** The place of each kind among all, in which a board reads. */
  private readonly places: ReadonlyMap<string, number>;

  constructor(kinds: readonly RecordKind<RecordTable>[], readings: readonly BoardReading[]) {
    this.kinds = kinds;
    this.ofLedger = new Map(kinds.map((kind) => [kind.type, kind]));
    const described = new Set(readings.map(({ kind }) => kind.type));
    const all = [...readings, ...kinds.filter(({ type }) => !described.has(type)).map((kind) => boardReading(kind, {}))];
    this.byType = new Map(all.map((one) => [one.kind.type, one]));
    this.places = new Map(all.map(({ kind }, place) => [kind.prefix, place]));
  }

  of({ type }: Pick<RecordKind, "type">): BoardReading {
    const found = this.byType.get(type);
    if (found === undefined) throw new Error(`A board cannot read a ${type}, which is no kind of record.`);
    return found;
  }

  /** Where a board reads a record, by the letters of its id. */
  placeOf(prefix: string): number {
    return this.places.get(prefix) ?? this.places.size;
  }
}
