import type { Database } from "better-sqlite3";
import { setTimeout as pause } from "node:timers/promises";
import { asFault } from "./fault.ts";
import { openForReading } from "./file.ts";
import { Graph } from "./graph.ts";
import { changedBetween, positionOf, type Position, type Standing } from "./reading.ts";
import { GraphReplaced } from "./graph-replaced.ts";
import { RowsAtHand } from "./rows-at-hand.ts";
import { isDamaged } from "./sqlite-code.ts";

/** What a reading reads: the graph as it stood after one entry, and the ledger up to it. */
export interface Moment {
  readonly number: number;
  readonly graph: Graph;
  /** The ledger's own tables; entries after `number` are not part of the moment. */
  readonly ledger: Graph;
  /** The last instant that is over at this moment, in milliseconds of the epoch: what is later has not passed here yet. */
  readonly clock: number;
  /** The instant from which its entry counts, where that is at hand; null where there is no entry yet. */
  readonly instant?: string | null | undefined;
}

/** A moment that stands still while it is leased. Once released it gives no graph: its connection has moved on. */
export interface Lease extends Moment {
  /** To be called once, by whoever took the lease. */
  release(): void;
}

/** Leases a moment: its graphs are given until it is released, which is done once. */
export function leaseOf(moment: Moment, end: () => void): Lease {
  return new Leased(moment, end);
}

/** A class, as an object that is made with getters of its own is one of a kind, and what those hold stays until all of memory is looked through. */
class Leased implements Lease {
  readonly number: number;
  readonly clock: number;
  readonly instant: string | null | undefined;
  private readonly moment: Moment;
  private readonly end: () => void;
  private held = true;

  constructor(moment: Moment, end: () => void) {
    this.number = moment.number;
    this.clock = moment.clock;
    this.instant = moment.instant;
    this.moment = moment;
    this.end = end;
  }

  get graph(): Graph {
    this.mustBeHeld();
    return this.moment.graph;
  }

  get ledger(): Graph {
    this.mustBeHeld();
    return this.moment.ledger;
  }

  release(): void {
    if (!this.held) return;
    this.held = false;
    this.end();
  }

  private mustBeHeld(): void {
    if (!this.held) throw new Error("This lease was released: what it showed can be read no more.");
  }
}

interface Snapshot extends Position {
  readonly at: string | null;
  readonly graph: Graph;
  leases: number;
}

/** A snapshot that stands at the head, and the last instant that is over there. */
interface Head {
  readonly shared: Snapshot;
  readonly clock: number;
}

/** Somebody who waits for a lease. */
interface Waiting {
  readonly resolve: (lease: Lease) => void;
  readonly reject: (error: unknown) => void;
}

/** So many connections are kept that nobody reads by: with its statements each holds some megabytes, and as many at once are rare. */
const MOST_IDLE = 3;

/** Where more records than this have changed, nothing stays at hand. */
const MOST_CHANGED = 1_000;

/** Nobody waits longer for readers to come to an end. */
const MOST_WAIT_MS = 250;

/**
 * Snapshots of the head, one for each entry that somebody reads at: a connection in an open read transaction, shared by
 * all who read at that entry and let go as soon as nobody does (a snapshot that is held keeps SQLite from reusing its
 * log, so an idle one may not be kept). Connections are kept, with their prepared statements, and begin anew.
 */
export class Snapshots {
  private readonly file: string;
  private readonly stamp: string;
  private readonly clock: () => Date;
  private readonly idle: Graph[] = [];
  /** Those that have forgotten what they read. */
  private readonly resting = new WeakSet<Graph>();
  private readonly open = new Set<Snapshot>();
  private newest: Snapshot | null = null;
  private readonly together: Waiting[] = [];
  private readonly standings = new WeakMap<Graph, { readonly version: unknown; readonly standing: Standing }>();
  /** What is at hand of the head, and where that was when it was read. */
  private readonly atHand = new RowsAtHand();
  private readAt: Position = { number: 0, build: 0 };
  private closed = false;

  constructor(file: string, stamp: string, clock: () => Date) {
    this.file = file;
    this.stamp = stamp;
    this.clock = clock;
  }

  /** The number of the last entry. */
  number(): number {
    return this.position().number;
  }

  /** The graph at the head. */
  lease(): Lease {
    return this.leaseOfShared(this.head());
  }

  /** The same for all who ask in one turn of the event loop, who share one look at where the head is: once the last of them has asked, so that each finds what was recorded before. */
  async leaseTogether(): Promise<Lease> {
    return new Promise((resolve, reject) => {
      this.together.push({ resolve, reject });
      if (this.together.length === 1) setImmediate(() => { this.leaseToAll(this.together.splice(0)); });
    });
  }

  /** The graph at the head on a connection of its own, which is made ready first and closed at the end: nobody shares what was made of it. */
  leaseAlone(makeReady: (sqlite: Database) => void): Lease {
    const clock = this.clock().getTime() - 1;
    const snapshot = this.begin(this.connect());
    const end = (): void => {
      this.open.delete(snapshot);
      snapshot.graph.sqlite.close();
    };
    try {
      const { sqlite } = snapshot.graph;
      sqlite.pragma("query_only = OFF");
      makeReady(sqlite);
      sqlite.pragma("query_only = ON");
      return leaseOf({ number: snapshot.number, graph: snapshot.graph, ledger: snapshot.graph, clock, instant: snapshot.at }, end);
    } catch (error) {
      end();
      throw asFault(error);
    }
  }

  /**
   * Runs work on a snapshot of its own, over a connection that was just opened: it also shows what has been done to the file behind the
   * ledger's back, and nothing of what a connection remembers that has been through many snapshots. The search index remembers its shape,
   * and is taken for damaged where it has been given another since.
   */
  apart<Result>(work: (graph: Graph) => Result): Result {
    const snapshot = this.begin(this.connect());
    try {
      return work(snapshot.graph);
    } finally {
      this.open.delete(snapshot);
      snapshot.graph.sqlite.close();
    }
  }

  /** From now on leases begin a new snapshot; resolves when all that were held before are let go, or after a while. */
  async renewed(): Promise<void> {
    const before = [...this.open];
    this.newest = null;
    const giveUp = Date.now() + MOST_WAIT_MS;
    while (before.some((snapshot) => this.open.has(snapshot)) && Date.now() < giveUp) await pause(1);
  }

  /** How many snapshots are held open. */
  held(): number {
    return this.open.size;
  }

  /** Snapshots that are still leased end with their last lease. */
  close(): void {
    this.closed = true;
    this.atHand.clear();
    for (const graph of this.idle.splice(0)) graph.sqlite.close();
  }

  private leaseToAll(together: readonly Waiting[]): void {
    try {
      const head = this.head();
      for (const { resolve } of together) resolve(this.leaseOfShared(head));
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }

  private leaseOfShared({ shared, clock }: Head): Lease {
    shared.leases += 1;
    return leaseOf({ number: shared.number, graph: shared.graph, ledger: shared.graph, clock, instant: shared.at }, () => {
      shared.leases -= 1;
      if (shared.leases === 0) this.end(shared);
    });
  }

  private head(): Head {
    // Something can still be recorded at this very instant.
    const clock = this.clock().getTime() - 1;
    const shared = this.current() ?? this.beginShared();
    this.newest = shared;
    return { shared, clock };
  }

  /** The snapshot that somebody reads at the last entry; null where nobody does. */
  private current(): Snapshot | null {
    if (this.newest === null) return null;
    const { number, build } = this.position();
    return this.newest.number === number && this.newest.build === build ? this.newest : null;
  }

  /** Of the last entry: a connection that is in no transaction shows the head. */
  private position(): Position {
    try {
      const graph = this.idle.pop() ?? this.connect();
      this.idle.push(graph);
      return this.standingOf(graph);
    } catch (error) {
      throw asFault(error);
    }
  }

  /** Where a connection stands is not read again until somebody has written. */
  private standingOf(graph: Graph): Standing {
    const version = graph.version();
    const known = this.standings.get(graph);
    if (known !== undefined && known.version === version) return known.standing;
    const standing = positionOf(graph);
    this.standings.set(graph, { version, standing });
    return standing;
  }

  private connect(): Graph {
    if (this.closed) throw new Error("This ledger was closed.");
    return new Graph(openForReading(this.file));
  }

  /** The connection that is laid on top is taken next; a few below it are kept for their statements, and forget what they read. */
  private lay(graph: Graph): void {
    const below = this.idle.at(-1);
    if (below !== undefined && !this.resting.has(below)) {
      below.sqlite.pragma("shrink_memory");
      this.resting.add(below);
    }
    this.idle.push(graph);
    if (this.idle.length > MOST_IDLE) this.idle.shift()?.sqlite.close();
  }

  private beginShared(): Snapshot {
    const snapshot = this.begin();
    this.takeAlong(snapshot);
    snapshot.graph.atHand = this.atHand;
    return snapshot;
  }

  /** A record depends on its own last change only: what was read at an entry is at hand at the next, but for what has changed since. */
  private takeAlong({ graph, number, build }: Snapshot): void {
    const { readAt } = this;
    if (readAt.number === number && readAt.build === build) return;
    // Who still reads where that was does without.
    for (const { graph: before } of this.open) before.atHand = null;
    const changed = readAt.build === build && readAt.number < number ? changedBetween(graph, readAt.number, number, MOST_CHANGED) : null;
    if (changed === null) this.atHand.clear();
    else this.atHand.forget(changed);
    this.readAt = { number, build };
  }

  private begin(graph = this.idle.pop() ?? this.connect()): Snapshot {
    this.resting.delete(graph);
    try {
      // BEGIN takes no snapshot yet: the first read does.
      graph.begin();
      const { number, build, at, stamp } = this.standingOf(graph);
      if (stamp !== this.stamp) throw new GraphReplaced();
      const snapshot: Snapshot = { number, build, at, graph, leases: 0 };
      this.open.add(snapshot);
      return snapshot;
    } catch (error) {
      graph.sqlite.close();
      throw asFault(error);
    }
  }

  private end(snapshot: Snapshot): void {
    this.open.delete(snapshot);
    snapshot.graph.atHand = null;
    if (this.newest === snapshot) this.newest = null;
    try {
      snapshot.graph.commit();
    } catch (error) {
      // On a damaged file not even reading comes to its end: the connection goes, and what was read was told of.
      snapshot.graph.sqlite.close();
      if (isDamaged(error)) return;
      throw error;
    }
    if (this.closed) snapshot.graph.sqlite.close();
    else this.lay(snapshot.graph);
  }
}
