import type { Database } from "better-sqlite3";
import { setTimeout as pause } from "node:timers/promises";
import { asFault } from "./fault.ts";
import { openForReading } from "./file.ts";
import { Graph } from "./graph.ts";
import { positionOf, stampOf, type Position } from "./reading.ts";
import { GraphReplaced } from "./graph-replaced.ts";
import { isDamaged } from "./sqlite-code.ts";

/** What a reading reads: the graph as it stood after one entry, and the ledger up to it. */
export interface Moment {
  readonly number: number;
  readonly graph: Graph;
  /** The ledger's own tables; entries after `number` are not part of the moment. */
  readonly ledger: Graph;
  /** The last instant that is over at this moment, in milliseconds of the epoch: what is later has not passed here yet. */
  readonly clock: number;
}

/** A moment that stands still while it is leased. Once released it gives no graph: its connection has moved on. */
export interface Lease extends Moment {
  /** To be called once, by whoever took the lease. */
  release(): void;
}

/** Leases a moment: its graphs are given until it is released, which is done once. */
export function leaseOf({ number, graph, ledger, clock }: Moment, end: () => void): Lease {
  let held = true;
  const whileHeld = (shown: Graph): Graph => {
    if (held) return shown;
    throw new Error("This lease was released: what it showed can be read no more.");
  };
  return {
    number,
    clock,
    get graph() {
      return whileHeld(graph);
    },
    get ledger() {
      return whileHeld(ledger);
    },
    release: () => {
      if (!held) return;
      held = false;
      end();
    },
  };
}

interface Snapshot extends Position {
  readonly graph: Graph;
  leases: number;
}

/** So many connections are kept that nobody reads by: with its statements each holds some megabytes, and as many at once are rare. */
const MOST_IDLE = 3;

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
  private readonly open = new Set<Snapshot>();
  private newest: Snapshot | null = null;
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
    // Something can still be recorded at this very instant.
    const clock = this.clock().getTime() - 1;
    const { number, build } = this.position();
    const shared = this.newest?.number === number && this.newest.build === build ? this.newest : this.begin();
    this.newest = shared;
    shared.leases += 1;
    return leaseOf({ number: shared.number, graph: shared.graph, ledger: shared.graph, clock }, () => {
      shared.leases -= 1;
      if (shared.leases === 0) this.end(shared);
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
      return leaseOf({ number: snapshot.number, graph: snapshot.graph, ledger: snapshot.graph, clock }, end);
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
    for (const graph of this.idle.splice(0)) graph.sqlite.close();
  }

  /** Of the last entry: a connection that is in no transaction shows the head. */
  private position(): Position {
    try {
      const graph = this.idle.pop() ?? this.connect();
      this.idle.push(graph);
      return positionOf(graph);
    } catch (error) {
      throw asFault(error);
    }
  }

  private connect(): Graph {
    if (this.closed) throw new Error("This ledger was closed.");
    return new Graph(openForReading(this.file));
  }

  /** The connection that is laid on top is taken next; a few below it are kept for their statements, and forget what they read. */
  private lay(graph: Graph): void {
    this.idle.at(-1)?.sqlite.pragma("shrink_memory");
    this.idle.push(graph);
    if (this.idle.length > MOST_IDLE) this.idle.shift()?.sqlite.close();
  }

  private begin(graph = this.idle.pop() ?? this.connect()): Snapshot {
    try {
      // BEGIN takes no snapshot yet: the first read does.
      graph.sqlite.exec("BEGIN");
      const snapshot: Snapshot = { ...positionOf(graph), graph, leases: 0 };
      if (stampOf(graph) !== this.stamp) throw new GraphReplaced();
      this.open.add(snapshot);
      return snapshot;
    } catch (error) {
      graph.sqlite.close();
      throw asFault(error);
    }
  }

  private end(snapshot: Snapshot): void {
    this.open.delete(snapshot);
    if (this.newest === snapshot) this.newest = null;
    try {
      snapshot.graph.sqlite.exec("COMMIT");
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
