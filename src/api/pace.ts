import { Fault } from "./fault/fault.ts";

/** How long work goes on before whatever else the server does has its turn, in milliseconds. */
const SLICE = 15;

/** So many values of an answer are worked out in one go: what people's screens ask for, and a turn given away would only make them wait. */
const IN_ONE_GO = 10_000;

/** Who waits to go on, of all requests: one after another goes on until a slice is over, and then whatever has arrived meanwhile is looked at. */
class Turns {
  private readonly waiting: (() => void)[] = [];
  private began = 0;

  isOver(): boolean {
    return performance.now() - this.began > SLICE;
  }

  async next(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      if (this.waiting.length === 1) setImmediate(this.begin);
    });
  }

  private readonly begin = (): void => {
    this.began = performance.now();
    this.give();
  };

  private readonly give = (): void => {
    const [go] = this.waiting;
    if (go === undefined) return;
    go();
    // Once all that follows from it has been done, as far as it waits for nothing.
    queueMicrotask(() => { process.nextTick(this.goOn); });
  };

  private readonly goOn = (): void => {
    this.waiting.shift();
    if (this.waiting.length === 0) return;
    if (this.isOver()) setImmediate(this.begin);
    else this.give();
  };
}

const turns = new Turns();

/** How one request shares the server with all others: a large answer is worked out a little at a time. */
export class Pace {
  private readonly deadline: number;
  private done = 0;

  /** `deadline` is a reading of `performance.now()`. */
  constructor(deadline: number) {
    this.deadline = deadline;
  }

  /** Whether it has come to so much that it takes turns. */
  get isLong(): boolean {
    return this.done > IN_ONE_GO;
  }

  /** From now on, whatever it has come to. */
  takeTurns(): void {
    this.done = Math.max(this.done, IN_ONE_GO + 1);
  }

  /** Says that so many values come next. Where it is somebody else's turn first, what is given resolves once they have had it, and rejects where this request's time has run out by then. */
  step(values: number): Promise<void> | undefined {
    this.done += values;
    return this.isLong && turns.isOver() ? this.wait() : undefined;
  }

  private async wait(): Promise<void> {
    await turns.next();
    if (performance.now() > this.deadline) throw timedOut();
  }
}

export function timedOut(): Fault {
  return new Fault("OPERATION_TIMED_OUT", "This took longer than one request may take. Ask for fewer records at a time, or for less about each.");
}
