import type { Database } from "better-sqlite3";
import type { Writer } from "./commit.ts";
import type { Series, SeriesAct } from "./series.ts";
import { onTrialCopy } from "./trial-copy.ts";

/** Long acts that are only tried, each on a copy of the file of its own: nothing is written, and whoever writes goes on meanwhile. */
export class Rehearsals {
  private readonly file: string;
  private readonly copyTo: (path: string) => Promise<void>;
  private readonly writerOn: (copy: Database) => Writer;
  /** Those that go on; none of them rejects unheard. */
  private readonly under = new Set<Promise<unknown>>();

  constructor(file: string, copyTo: (path: string) => Promise<void>, writerOn: (copy: Database) => Writer) {
    this.file = file;
    this.copyTo = copyTo;
    this.writerOn = writerOn;
  }

  /** What an act would come to on the ledger as it stands when this begins. */
  async rehearse<Value>(act: SeriesAct, decide: (series: Series) => Promise<Value>): Promise<Value> {
    const rehearsed = onTrialCopy(this.file, this.copyTo, async (copy) => {
      const { value } = await this.writerOn(copy).series({ ...act, key: undefined }, async (series) => ({ keep: false, value: { of: await decide(series) } }));
      if (value === null) throw new Error("What is only tried was never done before.");
      return value.of;
    });
    this.under.add(rehearsed);
    try {
      return await rehearsed;
    } finally {
      this.under.delete(rehearsed);
    }
  }

  /** Resolves once none goes on any more, however they ended. */
  async ended(): Promise<void> {
    await Promise.allSettled(this.under);
  }
}
