import type { EventEmitter } from "node:events";
import { Client } from "pg";
import type { Running } from "./postgres.ts";

/** The address of the PostgreSQL in which every ledger of this run lives; undefined where each lives in a file of its own. */
const ADDRESS = "STORE_ADDRESS";

/**
 * With `STORE=postgres` every ledger that a test is given is a server's copy of one in PostgreSQL: what holds of a ledger in a file is
 * then seen to hold of a shared one, by the same tests. One PostgreSQL serves all of them, each ledger from a database of its own.
 */
export default async function keepLedgersInPostgres(): Promise<(() => Promise<void>) | undefined> {
  const wanted = process.env["STORE"];
  if (wanted === undefined) return undefined;
  if (wanted !== "postgres") throw new Error("STORE is postgres, or left out for files.");
  const running = await startedHere();
  process.env[ADDRESS] = running.own;
  return async () => running.end();
}

/** What starts PostgreSQL ends this process with 0 whatever came of the tests, when they are over: here it is stopped without that. */
async function startedHere(): Promise<Running> {
  const own: EventEmitter = process;
  const before = ENDS.map((event) => own.listeners(event));
  const { startPostgres } = await import("./postgres.ts");
  for (const [index, event] of ENDS.entries()) {
    const added = own.listeners(event).filter((listener) => before[index]?.includes(listener) !== true);
    // oxlint-disable-next-line no-unsafe-type-assertion -- what was added to be called is one that can be
    for (const listener of added) own.removeListener(event, listener as () => void);
  }
  return startPostgres();
}

const ENDS = ["exit", "beforeExit"] as const;

/** A database for one ledger. */
export interface Database {
  readonly address: string;
  /** Gives it up; nobody is connected any more. */
  end(): Promise<void>;
}

let made = 0;
let connected: Promise<Client> | null = null;

/** A database with what another one holds, or with nothing; null where ledgers live in files. */
export async function ownDatabase(like: Database | null = null): Promise<Database | null> {
  const own = process.env[ADDRESS];
  if (own === undefined) return null;
  connected ??= connect(own);
  const client = await connected;
  const name = `ledger_${process.pid}_${(made += 1)}`;
  await client.query(`create database ${name}${like === null ? "" : ` template ${nameOf(like)} strategy wal_log`}`);
  const address = new URL(own);
  address.pathname = `/${name}`;
  return { address: address.href, end: async () => void (await client.query(`drop database ${name} with (force)`)) };
}

function nameOf({ address }: Database): string {
  return new URL(address).pathname.slice(1);
}

async function connect(address: string): Promise<Client> {
  const client = new Client({ connectionString: address });
  await client.connect();
  return client;
}
