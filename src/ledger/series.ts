import type { Database } from "better-sqlite3";
import { newId } from "../kernel/identity.ts";
import type { RecordKind } from "./concept.ts";
import { Draft } from "./draft.ts";
import { MOST_CHANGES, type Change, type Citation } from "./entry.ts";
import type { Graph } from "./graph.ts";
import type { Projection } from "./projection.ts";
import { entryWithId, ledgerEnd } from "./reading.ts";
import type { Relations } from "./record.ts";
import { takenRefusal } from "./taken.ts";
import type { WrittenApart } from "./write-apart.ts";
import { written, type EntryWriter, type WrittenEntry } from "./written.ts";

/** What a series says of itself in each of its entries. */
export interface SeriesAct {
  readonly name: string;
  readonly actor: string;
  readonly reason?: string | undefined;
  /** What the actor calls it: its first entry stands under this key. */
  readonly key?: string | undefined;
  /** With a key: one text for what was sent. The key is refused for anything else, as long as a fingerprint of it is kept. */
  readonly input?: string | undefined;
  /** So often others may come first, each time after all of it was decided, before it is given up with OVERTAKEN; unless given, for ever. */
  readonly mostOvertaken?: number | undefined;
}

/** What a piece came to. */
export interface Piece<Value> {
  readonly value: Value;
  readonly changes: readonly Change[];
}

export interface SeriesParts {
  readonly sqlite: Database;
  readonly graph: Graph;
  readonly projection: Projection;
  readonly relations: Relations;
  readonly kinds: readonly RecordKind[];
  readonly entries: EntryWriter;
  readonly act: SeriesAct;
  /** The id of its first entry; those of the others follow from it. */
  readonly entryId: string;
  readonly at: string;
  readonly recordedAt: string;
  /** Takes what is written to where much of it becomes durable; null where nothing does. */
  readonly apart: WrittenApart | null;
  /** Whether a journal has to be given what is written. */
  readonly isKept: boolean;
}

/** No entry of a series holds more: to seal one holds up whoever reads. */
const MOST_IN_ENTRY = Math.min(100, MOST_CHANGES);

/** The id of one of the entries of a series: that of the first, and those that follow from it. */
export function idInSeries(first: string, position: number): string {
  return position === 0 ? first : newId("en", `${first}/${position}`);
}

/** How many entries a series has that begins with this one. */
export function entriesInSeries(graph: Graph, first: string): number {
  let count = 1;
  while (entryWithId(graph, idInSeries(first, count)) !== null) count += 1;
  return count;
}

/**
 * A long act, decided piece by piece in one open transaction and written as several entries: a piece that is refused leaves
 * nothing behind, and what the others did becomes durable together or not at all.
 */
export class Series {
  /** What was written, where a journal has to be given it. */
  readonly kept: WrittenEntry[] = [];
  private readonly parts: SeriesParts;
  private changes = new Map<string, Change>();
  private citations: Citation[] = [];
  private pieces = 0;
  private count = 0;

  constructor(parts: SeriesParts) {
    this.parts = parts;
  }

  /** How many entries there are. */
  get entries(): number {
    return this.count;
  }

  /** The graph as it stands after the pieces so far. */
  get graph(): Graph {
    return this.parts.graph;
  }

  /**
   * Decides a piece, all of it or nothing. Throws the Refusal where it is refused, and then goes on as if it had not been asked for. The ids of what it
   * makes follow from its seed, as `madeBy` says; unless one is given, they are new.
   */
  piece<Value>(decide: (draft: Draft) => Value, seed?: string): Piece<Value> {
    const { sqlite, kinds } = this.parts;
    sqlite.exec("SAVEPOINT piece");
    try {
      const draft = this.draft(seed);
      const value = decide(draft);
      const { changes, citations, erasures } = draft.outcome();
      if (erasures.length > 0) throw new Error("A series erases nothing.");
      sqlite.exec("RELEASE piece");
      this.add(changes, citations);
      return { value, changes };
    } catch (error) {
      if (!sqlite.inTransaction) throw error;
      sqlite.exec("ROLLBACK TO piece; RELEASE piece");
      throw takenRefusal(error, kinds) ?? error;
    }
  }

  /** Looks around where the next piece will be decided. */
  look<Value>(work: (draft: Draft) => Value): Value {
    return work(this.draft());
  }

  /** Writes what was decided so far about a record before something is decided that follows from it: only then has it versions to be told apart. */
  settle(id: string): void {
    if (this.changes.has(id)) this.write();
  }

  /** Writes what is left. */
  end(): void {
    this.write();
  }

  private draft(seed?: string): Draft {
    const { graph, projection, relations, entryId, at, act } = this.parts;
    this.pieces += 1;
    return new Draft({ graph, projection, relations, entryId: seed ?? `${entryId}/piece/${this.pieces}`, at, said: [act.reason, act.key] });
  }

  /** An entry holds one change of a record. */
  private add(changes: readonly Change[], citations: readonly Citation[]): void {
    if (this.changes.size + changes.length > MOST_IN_ENTRY || changes.some(({ id }) => this.changes.has(id))) this.write();
    for (const change of changes) this.changes.set(change.id, change);
    this.citations.push(...citations);
  }

  private write(): void {
    if (this.changes.size === 0 && this.citations.length === 0) return;
    const { graph, act, entryId, at, recordedAt, apart, isKept, entries } = this.parts;
    const changes = [...this.changes.values()];
    const end = ledgerEnd(graph);
    const isFirst = this.count === 0;
    const entry = written({
      number: end.number + 1, id: idInSeries(entryId, this.count), at, recordedAt, founding: false, act: act.name, actor: act.actor,
      reason: act.reason ?? null, key: isFirst ? (act.key ?? null) : null, citations: this.citations, changes, erasures: [], previous: end.hash,
    });
    entries.write(entry);
    apart?.add(entry, changes);
    if (isKept) this.kept.push(entry);
    this.changes = new Map();
    this.citations = [];
    this.count += 1;
  }
}

