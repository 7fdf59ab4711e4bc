import { Pool, type PoolConfig } from "pg";

/** Connections that are kept while they are used. One that breaks while nobody uses it is replaced by the next that is asked for; one in use tells its user. */
export function smallPool(settings: PoolConfig): Pool {
  const pool = new Pool(settings);
  pool.on("error", nobodyMinds);
  pool.on("connect", (client) => client.on("error", nobodyMinds));
  return pool;
}

function nobodyMinds(): void {
  // Said where the connection is used next.
}
