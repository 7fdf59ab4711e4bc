import type { Pool, QueryResultRow } from "pg";
import { asideUnreachable } from "../../fault.ts";
import { isUndone } from "../sql-state.ts";

/** Whether PostgreSQL is back is looked for no sooner than so long after it was not, in milliseconds. */
const LOOK_AGAIN_AFTER = 200;

/** So long it is looked for at a time, in milliseconds: connections that broke say so at once. */
const LOOK_FOR = 500;

/**
 * Asks PostgreSQL. Once it could not be reached, one look at a time finds out whether it is back, for all who ask meanwhile; and who can do without
 * waits for none.
 */
export class Reach {
  private readonly pool: Pool;
  private isAway = false;
  private looking: Promise<boolean> | null = null;
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(pool: Pool) {
    this.pool = pool;
  }

  /** Whether it could not be reached when it was last asked. To be asked this is a reason to look. */
  wasAway(): boolean {
    if (this.isAway) void this.isBack();
    return this.isAway;
  }

  /** What can be asked twice: a connection that broke in between is nothing that whoever asks has to know of. */
  async read<Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<readonly Row[]> {
    // As often as there may be connections that broke together: the next that is taken may be one of those.
    for (let broken = 0; ; broken += 1) {
      try {
        return await this.ask<Row>(text, values);
      } catch (error) {
        if (broken > this.pool.options.max || !(await this.isBack())) throw asideUnreachable(error);
      }
    }
  }

  /** Rejects where it is not certain that it was done. */
  async write<Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<readonly Row[]> {
    try {
      return await this.ask<Row>(text, values);
    } catch (error) {
      throw asideUnreachable(error);
    }
  }

  private async ask<Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<readonly Row[]> {
    if (!(await this.isBack())) throw new Error("The database could not be reached a moment ago.");
    try {
      return (await this.pool.query<Row>(text, [...values])).rows;
    } catch (error) {
      this.isAway = !isUndone(error);
      throw error;
    }
  }

  private async isBack(): Promise<boolean> {
    if (!this.isAway) return true;
    if (this.looking === null && performance.now() < this.lookedAt + LOOK_AGAIN_AFTER) return false;
    this.looking ??= this.look();
    return this.looking;
  }

  private async look(): Promise<boolean> {
    const begun = performance.now();
    // As often as there may be connections that broke together, and once more; not where each takes its time.
    for (let broken = 0; this.isAway && broken <= this.pool.options.max && performance.now() < begun + LOOK_FOR; broken += 1) {
      try {
        await this.pool.query("select 1");
        this.isAway = false;
      } catch {
        // It is away still: whoever asked is told.
      }
    }
    // Where it was found after all, one that breaks next is looked for at once.
    if (this.isAway) this.lookedAt = performance.now();
    this.looking = null;
    return !this.isAway;
  }
}
