import { counted } from "../limits/counted.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import type { Limits } from "../limits/limits.ts";

/** Seconds after which somebody who found no place may try again. */
const TRY_AGAIN = "10";

/** So many streams there may be at a time, of one client and of all. */
export class Places {
  private readonly limits: Limits;
  private readonly taken = new Map<string, number>();
  private all = 0;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** How many places are taken. */
  held(): number {
    return this.all;
  }

  /** Takes a place, and gives what lets it go, which is done once. Refuses where there is none. */
  take(client: string): () => void {
    const { streams, streamsPerClient } = this.limits;
    const own = this.taken.get(client) ?? 0;
    if (own >= streamsPerClient) {
      throw httpRefusal(429, "TOO_MANY_STREAMS", `You have ${counted(own)} streams open already, and at most ${counted(streamsPerClient)} are served to one client. End one of them first.`, { "retry-after": TRY_AGAIN });
    }
    if (this.all >= streams) {
      throw httpRefusal(503, "TOO_MANY_STREAMS", `This server serves ${counted(streams)} streams already, and no more. Nothing is wrong with yours: try again in a moment.`, { "retry-after": TRY_AGAIN });
    }
    this.all += 1;
    this.taken.set(client, own + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.all -= 1;
      const left = (this.taken.get(client) ?? 1) - 1;
      if (left === 0) this.taken.delete(client);
      else this.taken.set(client, left);
    };
  }
}
