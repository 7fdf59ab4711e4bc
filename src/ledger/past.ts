import { Bell } from "./follow.ts";
import { Graph } from "./graph.ts";
import type { Built } from "./past-build.ts";

/** How many graphs of the past are kept, and how much memory they may take. */
export interface PastSettings {
  readonly graphs: number;
  readonly megabytes: number;
}

/** Unless something else is set. */
export const PAST: PastSettings = { graphs: 8, megabytes: 256 };

/** A graph of the past that stands until it is released, which is done once. */
export interface HeldPast {
  readonly graph: Graph;
  /** The last entry that had erased something when it was built. */
  readonly erased: number;
  release(): void;
}

interface Past {
  readonly number: number;
  readonly coming: Promise<Standing>;
  /** Null while it is built. */
  standing: Standing | null;
  /** How many hold it, or wait for it. */
  holders: number;
}

type Standing = Omit<HeldPast, "release"> & { readonly bytes: number };

/**
 * Graphs of the past, kept while they are asked for: one for each entry, built once for all who ask, bounded in number and in
 * memory, but that the last to be built may take more than was left. The one that was used longest ago goes first, and never one
 * that is held: where all are, whoever asks for one more waits. They are built one after another, as only what stands tells what
 * it takes.
 */
export class Pasts {
  private readonly settings: PastSettings;
  private readonly build: (number: number) => Promise<Built>;
  /** What is handed out, in the order of use. */
  private readonly kept = new Map<number, Past>();
  /** All that there is: what is handed out no more stands until its last holder has let it go. */
  private readonly all = new Set<Past>();
  private readonly changed = new Bell();

  constructor(settings: PastSettings, build: (number: number) => Promise<Built>) {
    this.settings = settings;
    this.build = build;
  }

  /** The graph as it was after an entry. Where it is not there before the signal comes, this rejects with the signal's reason. */
  async hold(number: number, signal: AbortSignal): Promise<HeldPast> {
    const past = await this.found(number, signal);
    let held = true;
    const release = (): void => {
      if (held) past.holders -= 1;
      held = false;
      this.tidy();
    };
    try {
      const { graph, erased } = await unless(past.coming, signal);
      return { graph, erased, release };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** How many there are, those that are being built included, and what they take of memory. */
  size(): { readonly graphs: number; readonly bytes: number } {
    return { graphs: this.all.size, bytes: [...this.all].reduce((sum, { standing }) => sum + (standing?.bytes ?? 0), 0) };
  }

  /** From now on every graph that is asked for is built anew. */
  forget(): void {
    this.kept.clear();
    this.tidy();
  }

  private async found(number: number, signal: AbortSignal): Promise<Past> {
    for (;;) {
      signal.throwIfAborted();
      const past = this.kept.get(number) ?? (this.makesRoom() ? this.begun(number) : null);
      if (past !== null) {
        past.holders += 1;
        this.kept.delete(number);
        this.kept.set(number, past);
        return past;
      }
      await this.changed.next(signal);
    }
  }

  private begun(number: number): Past {
    const coming = this.build(number).then(
      ({ sqlite, bytes, erased }) => {
        past.standing = { graph: new Graph(sqlite), bytes, erased };
        this.tidy();
        return past.standing;
      },
      (error: unknown) => {
        this.drop(past);
        throw error;
      },
    );
    const past: Past = { number, coming, standing: null, holders: 0 };
    this.all.add(past);
    return past;
  }

  /** Whether one more may be built: what nobody holds goes for it. */
  private makesRoom(): boolean {
    const { graphs, megabytes } = this.settings;
    if ([...this.all].some(({ standing }) => standing === null)) return false;
    return this.dropUntil(() => this.size().graphs < graphs && this.size().bytes < megabytes * MEGABYTE);
  }

  /** What nobody holds goes where it is handed out no more, or takes more memory than there is. */
  private tidy(): void {
    for (const past of this.all) if (isIdle(past) && this.kept.get(past.number) !== past) this.drop(past);
    this.dropUntil(() => this.size().bytes <= this.settings.megabytes * MEGABYTE);
    this.changed.ring();
  }

  private dropUntil(isEnough: () => boolean): boolean {
    while (!isEnough()) {
      const oldest = [...this.kept.values()].find(isIdle);
      if (oldest === undefined) return false;
      this.drop(oldest);
    }
    return true;
  }

  private drop(past: Past): void {
    if (this.kept.get(past.number) === past) this.kept.delete(past.number);
    this.all.delete(past);
    past.standing?.graph.sqlite.close();
    this.changed.ring();
  }
}

const MEGABYTE = 1_000_000;

function isIdle({ holders, standing }: Past): boolean {
  return holders === 0 && standing !== null;
}

/** What a promise gives; or the signal's reason, where that comes first. */
function unless<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- the reason of a signal is what whoever gave it says
    const stop = (): void => { reject(signal.reason); };
    signal.addEventListener("abort", stop);
    if (signal.aborted) stop();
    promise.then(resolve, reject).finally(() => { signal.removeEventListener("abort", stop); });
  });
}
