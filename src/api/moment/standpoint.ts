import type { Graph } from "../../ledger/graph.ts";
import { momentOf } from "../../ledger/reading.ts";
import type { Lease, Moment } from "../../ledger/snapshot.ts";

/** Where a request reads: at one entry from beginning to end, but for the entry that an act of its own makes. */
export class Standpoint implements Moment {
  private lease: Lease;
  private ended = false;
  private known: string | null | undefined;

  constructor(lease: Lease) {
    this.lease = lease;
    this.known = lease.instant;
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

  /** The instant from which its entry counts; null where there is none yet. */
  get instant(): string | null {
    if (this.known === undefined) this.known = momentOf(this.ledger, this.number);
    return this.known;
  }

  /**
   * Lets go of what it reads, for as long as the request waits for its turn to write: the log begins anew only where nobody reads from it. Until it moves on
   * it can only say where it stood.
   */
  rest(): void {
    void this.instant;
    this.lease.release();
  }

  /** From now on the request reads there; where it has ended in the meantime, nobody does. */
  moveTo(lease: Lease): void {
    this.lease.release();
    this.lease = lease;
    this.known = lease.instant;
    if (this.ended) lease.release();
  }

  release(): void {
    this.ended = true;
    this.lease.release();
  }
}
