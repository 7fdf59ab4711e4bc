import type { Graph } from "../ledger/graph.ts";
import type { Lease, Moment } from "../ledger/snapshot.ts";

/** Where a request reads: at one entry from beginning to end, but for the entry that an act of its own makes. */
export class Standpoint implements Moment {
  private lease: Lease;
  private ended = false;

  constructor(lease: Lease) {
    this.lease = lease;
  }

  get number(): number {
    return this.lease.number;
  }

  get graph(): Graph {
    return this.lease.graph;
  }

  get ledger(): Graph {
    return this.lease.ledger;
  }

  get clock(): number {
    return this.lease.clock;
  }

  /** From now on the request reads there; where it has ended in the meantime, nobody does. */
  moveTo(lease: Lease): void {
    this.lease.release();
    this.lease = lease;
    if (this.ended) lease.release();
  }

  release(): void {
    this.ended = true;
    this.lease.release();
  }
}
