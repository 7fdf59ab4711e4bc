import type { Database } from "better-sqlite3";
import { untilFree } from "./file.ts";
import { Graph } from "./graph.ts";
import { lastErasure } from "./reading.ts";
import { setting, TEMPORARY } from "./setting.ts";
import { isBusy } from "./sqlite-code.ts";

/**
 * Sees to it that what was erased is gone from the bytes of the file and of its log as well. `secure_delete` overwrites
 * what is deleted, but not what SQLite has left behind when it moved rows between pages: so the file is written anew. The
 * file itself remembers up to which entry that is done, also where a process ends in between.
 */
export class Wiper {
  private readonly sqlite: Database;
  private readonly graph: Graph;
  private written = 0;

  constructor(sqlite: Database) {
    this.sqlite = sqlite;
    this.graph = new Graph(sqlite);
  }

  /** Whether something that was erased may still stand in the bytes. */
  isDue(): boolean {
    return this.graph.run(`select 1 from pragma_user_version where user_version < (select max(entry) from erasures)`, []).length > 0;
  }

  /** Writes the file anew, and begins its log anew as soon as nobody reads from it any more: answers whether that was so. */
  async wipe(readersMovedOn: () => Promise<void>): Promise<boolean> {
    if (!this.isDue()) return true;
    const last = lastErasure(this.graph);
    if (this.written < last) {
      const asBefore = setting(this.sqlite, [["temp_store", TEMPORARY.IN_FILES]]);
      try {
        await untilFree(() => this.sqlite.exec("VACUUM"));
      } finally {
        asBefore();
      }
      this.written = last;
    }
    // First what readers read is copied into the database, then they read there.
    await readersMovedOn();
    this.sqlite.pragma("wal_checkpoint(PASSIVE)");
    await readersMovedOn();
    if (!this.truncated()) return false;
    await untilFree(() => this.sqlite.pragma(`user_version = ${last}`));
    return true;
  }

  private truncated(): boolean {
    try {
      return this.sqlite.pragma("wal_checkpoint(TRUNCATE)", { simple: true }) === 0;
    } catch (error) {
      if (isBusy(error)) return false;
      throw error;
    }
  }
}
