import type { Database } from "better-sqlite3";
import { asc, sql } from "drizzle-orm";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { takeNews, type TakenFrom } from "../catch-up.ts";
import type { RecordKind } from "../concept.ts";
import { graphStampOf, type Ddl } from "../ddl.ts";
import { FileRefused, openForWriting, refused } from "../file.ts";
import { Graph, query, statement } from "../graph.ts";
import type { LedgerEnd } from "../journal.ts";
import { Projection } from "../projection.ts";
import { entriesTogether, entryNumbered, ledgerEnd, writtenAfter } from "../reading.ts";
import { ensureGraph } from "../rebuild.ts";
import { Repeats } from "../repeats.ts";
import { aside, repeats } from "../table.ts";
import { transaction } from "../transaction.ts";
import { Wiper } from "../wipe.ts";
import { EntryWriter, insertInto, type WrittenEntry } from "../written.ts";
import { ASIDE_PAGE, type AsideRow, type Holding } from "./holding.ts";

/** So many changes are read at a time, or one entry where it has more: what is held in memory does not grow with the ledger. */
const MOST_CHANGES = 2_000;

const sentFor = statement(query.select().from(repeats).where(sql`${repeats.entryId} in (select value from json_each(${sql.placeholder("ids")}))`));
const asideAfter = statement(
  query.select().from(aside).where(sql`(${aside.drawer}, ${aside.key}) > (${sql.placeholder("drawer")}, ${sql.placeholder("key")})`).orderBy(asc(aside.drawer), asc(aside.key)).limit(ASIDE_PAGE),
);

/** What a file's graph is made of. */
export interface GraphParts {
  readonly kinds: readonly RecordKind[];
  /** The graph's tables as they stand in the file. */
  readonly ddl: Ddl;
}

/** A ledger in a file, which a server may go on serving. */
export class FileHolding implements Holding {
  private readonly sqlite: Database;
  private readonly graph: Graph;
  private readonly parts: GraphParts;

  private constructor(sqlite: Database, parts: GraphParts) {
    this.sqlite = sqlite;
    this.graph = new Graph(sqlite);
    this.parts = parts;
  }

  /** Opens a ledger that is there. */
  static async there(file: string, parts: GraphParts): Promise<FileHolding> {
    if (!existsSync(file)) throw new FileRefused(`There is no file ${file}. Name the file of a ledger, or the address of its database.`);
    return new FileHolding(await openForWriting(file), parts);
  }

  /** Opens a ledger, or makes an empty one, for its owner alone. */
  static async thereOrNew(file: string, parts: GraphParts): Promise<FileHolding> {
    try {
      mkdirSync(dirname(file), { recursive: true });
      if (!existsSync(file)) writeFileSync(file, "", { mode: 0o600 });
    } catch (error) {
      throw refused(file, error);
    }
    const sqlite = await openForWriting(file);
    try {
      await ensureGraph(sqlite, parts.kinds, parts.ddl);
    } catch (error) {
      sqlite.close();
      throw refused(file, error);
    }
    return new FileHolding(sqlite, parts);
  }

  async end(): Promise<LedgerEnd> {
    return Promise.resolve(ledgerEnd(this.graph));
  }

  async hashOf(number: number): Promise<string | null> {
    return Promise.resolve(entryNumbered(this.graph, number)?.hash ?? null);
  }

  async after(end: LedgerEnd, most: number): Promise<readonly WrittenEntry[] | "FORKED"> {
    if (end.number > 0 && (await this.hashOf(end.number)) !== end.hash) return "FORKED";
    const page = writtenAfter(this.graph, end.number, Math.min(most, entriesTogether(this.graph, end.number, MOST_CHANGES)));
    const sent = new Map(sentFor.all(this.graph, { ids: JSON.stringify(page.map(({ entry }) => entry.id)) }).map(({ entryId, ...what }) => [entryId, what]));
    return page.map((text) => ({ ...text, sent: sent.get(text.entry.id) }));
  }

  async takeFrom(other: TakenFrom): Promise<void> {
    const { sqlite, graph, parts: { kinds, ddl } } = this;
    await takeNews({ sqlite, graph, stamp: graphStampOf(ddl, kinds), projection: new Projection(sqlite, kinds), entries: new EntryWriter(sqlite), repeats: new Repeats(sqlite) }, other);
    // What was erased since an earlier copy goes from the bytes as well; where somebody reads in the file, whoever serves it next sees to that.
    await new Wiper(sqlite).wipe(async () => Promise.resolve());
  }

  async *asidePages(): AsyncGenerator<readonly AsideRow[]> {
    for (let last = { drawer: "", key: "" }; ; ) {
      const page = asideAfter.all(this.graph, last);
      const end = page.at(-1);
      if (end === undefined) return;
      yield page;
      last = end;
    }
  }

  async keepAside(pages: AsyncIterable<readonly AsideRow[]>): Promise<void> {
    const { sqlite, graph, parts: { kinds, ddl } } = this;
    const add = insertInto(sqlite, aside);
    await transaction({ sqlite, graph, stamp: graphStampOf(ddl, kinds) }, async () => {
      sqlite.exec("delete from aside");
      for await (const page of pages) for (const row of page) add(row);
      return { keep: true, result: null };
    });
  }

  async close(): Promise<void> {
    this.sqlite.close();
    return Promise.resolve();
  }
}
