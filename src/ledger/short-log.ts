import type { Database } from "better-sqlite3";
import { copyLog } from "./checkpoint.ts";
import { LONG_LOG, logSize } from "./file.ts";

/**
 * SQLite begins its log anew only where nobody reads from it, and readers who overlap always do: then the log grows for
 * ever. When it has become long, writing rests until those who read at older entries have come to an end, twice: first
 * for what they read to be copied into the database, then for the next ones to read there.
 */
export class ShortLog {
  private readonly sqlite: Database;
  private readonly readersMovedOn: () => Promise<void>;
  private long = LONG_LOG;

  constructor(sqlite: Database, readersMovedOn: () => Promise<void>) {
    this.sqlite = sqlite;
    this.readersMovedOn = readersMovedOn;
  }

  /** To be called while nothing is written. */
  async shorten(): Promise<void> {
    const size = logSize(this.sqlite);
    if (size < LONG_LOG) this.long = LONG_LOG;
    if (size < this.long) return;
    await this.readersMovedOn();
    await copyLog(this.sqlite, size);
    await this.readersMovedOn();
    // Where another process still reads from the log, this is tried again when it has grown by as much.
    this.long = size + LONG_LOG;
  }
}
