import type { Database, Statement } from "better-sqlite3";
import { getTableName } from "drizzle-orm";
import { refusal, type Refusal } from "../kernel/problem.ts";
import { quoted } from "./projection.ts";
import { newSalt, seal } from "./seal.ts";
import { repeats } from "./table.ts";
import { insertInto, type Sent } from "./written.ts";

/** So long a key is known to belong to what was sent under it. */
export const KEPT_FOR_MS = 7 * 24 * 60 * 60 * 1_000;

/** What tells a repeat from a key that is used for something else: a fingerprint of what was sent, never what was sent. */
export class Repeats {
  private readonly add: (row: object) => void;
  private readonly drop: Statement<[string]>;
  private readonly find: Statement<[string], { readonly salt: string; readonly fingerprint: string }>;

  constructor(sqlite: Database) {
    const table = quoted(getTableName(repeats));
    this.add = insertInto(sqlite, repeats, "insert or ignore");
    this.drop = sqlite.prepare(`delete from ${table} where at < ?`);
    this.find = sqlite.prepare(`select salt, fingerprint from ${table} where entryId = ?`);
  }

  /** Remembers what was sent for an entry, unless it is known, and forgets what is too old. Gives what other servers are to remember. */
  remember(entryId: string, input: string, now: Date): Sent {
    const salt = newSalt();
    const sent = { salt, fingerprint: seal(salt, input), at: now.toISOString() };
    this.keep(entryId, sent);
    return sent;
  }

  /** The same of what another server was sent. */
  keep(entryId: string, sent: Sent): void {
    this.drop.run(new Date(Date.parse(sent.at) - KEPT_FOR_MS).toISOString());
    this.add({ entryId, ...sent });
  }

  /** Whether something else was sent for the entry; not, where nobody remembers. */
  isAnother(entryId: string, input: string): boolean {
    const row = this.find.get(entryId);
    return row !== undefined && seal(row.salt, input) !== row.fingerprint;
  }
}

/** Whether a fingerprint is kept of what was sent: only a key can be sent again. */
export function isRemembered<Any extends { readonly key?: string | undefined; readonly input?: string | undefined }>(act: Any): act is Any & { readonly input: string } {
  return act.key !== undefined && act.input !== undefined;
}

/** What is answered where a key comes with something else than before. */
export function keyReused(): Refusal {
  return refusal("KEY_REUSED", "This key was used before for something else. That stands as it is, and nothing was changed now. Use a new key for a new act.");
}
