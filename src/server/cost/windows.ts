const WINDOW_MILLISECONDS = 60_000;

/** So many are remembered; who comes as more at once has more than this can stop. */
const MOST_REMEMBERED = 10_000;

/** What somebody has used in their minute. */
interface Used {
  amount: number;
  readonly until: number;
  readonly untilInWords: string;
}

/** What is left of a minute. */
export interface Left {
  readonly remaining: number;
  /** When it begins anew, in milliseconds of the epoch, and as an instant is written. */
  readonly resetAt: number;
  readonly resetInWords: string;
}

/** Lets everybody use only so much within a minute, which begins with what they use first. Memory is bounded, whoever comes. */
export class Windows {
  readonly most: number;
  private readonly used = new Map<string, Used>();

  constructor(most: number) {
    this.most = most;
  }

  /** Uses so much, where so much is left; answers whether it was, and what is left now. */
  take(who: string, amount: number): Left & { readonly isTaken: boolean } {
    const used = this.of(who);
    const isTaken = used.amount + amount <= this.most;
    if (isTaken) used.amount += amount;
    return { isTaken, remaining: this.most - used.amount, resetAt: used.until, resetInWords: used.untilInWords };
  }

  /** What of it was not used after all. */
  giveBack(who: string, amount: number): void {
    const used = this.used.get(who);
    if (used !== undefined) used.amount = Math.max(0, used.amount - amount);
  }

  private of(who: string): Used {
    const known = this.used.get(who);
    if (known !== undefined && known.until > Date.now()) return known;
    this.used.delete(who);
    const [oldest] = this.used.keys();
    if (oldest !== undefined && this.used.size >= MOST_REMEMBERED) this.used.delete(oldest);
    const until = Date.now() + WINDOW_MILLISECONDS;
    const fresh = { amount: 0, until, untilInWords: new Date(until).toISOString() };
    this.used.set(who, fresh);
    return fresh;
  }
}
