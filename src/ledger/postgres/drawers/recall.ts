import type { Kept } from "../../drawers.ts";

/** So many things are remembered of each drawer: those that were asked for last. Of what is not there fewer, and apart, as anybody may ask for that. */
const MOST_REMEMBERED = 10_000;
const MOST_MISSED = 1_000;

interface Recalled {
  readonly kept: Kept;
  /** A reading of `performance.now()` from before it was looked for. */
  readonly at: number;
}

interface Drawer {
  /** The one that was asked for longest ago comes first. */
  readonly found: Map<string, Recalled>;
  /** What was not there, and when. */
  readonly missed: Map<string, number>;
  readonly asked: Map<string, Promise<Kept | null>>;
}

/** What a server has found or put into drawers: who asks again within a moment is answered from here. */
export class Recall {
  private readonly drawers = new Map<string, Drawer>();

  of(drawer: string, key: string): Recalled | undefined {
    const { found } = this.drawer(drawer);
    const known = found.get(key);
    if (known === undefined) return undefined;
    found.delete(key);
    found.set(key, known);
    return known;
  }

  /** When something was last looked for that was not there, as a reading of `performance.now()`. */
  missedAt(drawer: string, key: string): number {
    return this.drawers.get(drawer)?.missed.get(key) ?? Number.NEGATIVE_INFINITY;
  }

  /** Looks for something once, however many ask for it meanwhile, and remembers what is found. */
  async asking(drawer: string, key: string, look: () => Promise<Kept | null>): Promise<Kept | null> {
    const { asked, found, missed } = this.drawer(drawer);
    const already = asked.get(key);
    if (already !== undefined) return already;
    const at = performance.now();
    const asking = look();
    asked.set(key, asking);
    try {
      const kept = await asking;
      if (asked.get(key) !== asking) return kept;
      if (kept === null) {
        found.delete(key);
        put(missed, key, at, MOST_MISSED);
      } else this.remember(drawer, key, { kept, at });
      return kept;
    } finally {
      if (asked.get(key) === asking) asked.delete(key);
    }
  }

  remember(drawer: string, key: string, found: Recalled): void {
    const { found: all, missed } = this.drawer(drawer);
    missed.delete(key);
    put(all, key, found, MOST_REMEMBERED);
  }

  /** Knows nothing more of it: what is still being looked for was read before. */
  forget(drawer: string, key: string): void {
    const known = this.drawers.get(drawer);
    known?.found.delete(key);
    known?.missed.delete(key);
    known?.asked.delete(key);
  }

  forgetAllOf(drawer: string, owner: string): void {
    const known = this.drawers.get(drawer);
    for (const [key, { kept }] of known?.found ?? []) if (kept.owner === owner) known?.found.delete(key);
    known?.asked.clear();
  }

  private drawer(name: string): Drawer {
    const known = this.drawers.get(name) ?? { found: new Map(), missed: new Map(), asked: new Map() };
    this.drawers.set(name, known);
    return known;
  }
}

/** Puts something last, and what has been there for longest out where it is too many. */
function put<Value>(all: Map<string, Value>, key: string, value: Value, most: number): void {
  all.delete(key);
  const [oldest] = all.keys();
  if (oldest !== undefined && all.size >= most) all.delete(oldest);
  all.set(key, value);
}
