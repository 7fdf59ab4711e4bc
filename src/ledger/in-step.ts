import { asFault } from "./fault.ts";
import { Forked, NotTaken } from "./journal.ts";

/** Keeps a copy in step with what others append to its journal, and knows since when it is not. */
export class InStep {
  private readonly clock: () => Date;
  private readonly takeOver: () => Promise<void>;
  private readonly takenOver: () => Promise<void>;
  private readonly stopped: (why: unknown) => void;
  private standstill: unknown = null;
  /** When this copy was last known to have all that the journal has. */
  private upToDateAt: Date;
  private apart: Date | null = null;

  /** `takenOver` follows each time that all is taken over; `stopped` hears why nothing can be any more. */
  constructor(clock: () => Date, takeOver: () => Promise<void>, takenOver: () => Promise<void>, stopped: (why: unknown) => void) {
    this.clock = clock;
    this.takeOver = takeOver;
    this.takenOver = takenOver;
    this.stopped = stopped;
    this.upToDateAt = clock();
  }

  async catchUp(): Promise<void> {
    try {
      await this.takeOver();
      this.upToDateAt = this.clock();
      this.apart = null;
      await this.takenOver();
      this.standstill = null;
    } catch (error) {
      this.apart ??= this.upToDateAt;
      if (error instanceof NotTaken) return;
      const isNew = this.standstill === null;
      this.standstill = error instanceof Forked ? error : asFault(error);
      if (isNew) this.stopped(this.standstill);
    }
  }

  /** Why nothing is taken over any more; null while it is, and while the journal is waited for to be reached again. */
  behind(): unknown {
    return this.standstill;
  }

  /** Since when nothing is taken over, as the journal cannot be reached or not be followed. Null while all is. */
  apartSince(): Date | null {
    return this.apart;
  }

  /** For how many seconds it is not known whether this copy has all that the journal has. */
  lagSeconds(): number {
    return Math.max(0, (this.clock().getTime() - this.upToDateAt.getTime()) / 1_000);
  }
}
