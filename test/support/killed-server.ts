import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

/** A server that is killed without warning and started again, and clients who write through it all the while. */

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  taken.close();
  await once(taken, "close");
  return z.object({ port: z.number() }).parse(address).port;
}

/** Resolves once somebody listens at a port. */
export async function listening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, "127.0.0.1");
    try {
      await once(socket, "connect");
      return;
    } catch {
      // Nobody yet.
      await pause(A_LITTLE);
    } finally {
      socket.destroy();
    }
  }
}

/** A server that runs, and how many milliseconds it took until it said that it is ready. */
export interface Started {
  readonly process: ChildProcess;
  readonly readyAfter: number;
}

/** What is left to whoever waits a little. */
const A_LITTLE = 100;

/** Starts a server, and waits until it is ready, as a load balancer would ask. */
export async function startedAt(url: string, command: readonly string[], settings: Readonly<Record<string, string>>): Promise<Started> {
  const begun = performance.now();
  const server = spawn(process.execPath, command, { env: { ...process.env, ...settings }, stdio: ["ignore", "ignore", "inherit"] });
  while (!(await isReady(url))) {
    if (server.exitCode !== null) throw new Error(`The server ended by itself with ${server.exitCode}.`);
    await pause(A_LITTLE);
  }
  return { process: server, readyAfter: performance.now() - begun - waited(server.pid ?? 0) };
}

/** For how long a process could have run while others held the processors, which says nothing of the process; nothing where that is not told. */
function waited(pid: number): number {
  try {
    const [, nanoseconds = "0"] = readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ");
    return Number(nanoseconds) / 1e6;
  } catch {
    return 0;
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    // Nobody listens yet.
    return false;
  }
}

const zDone = z.strictObject({ data: z.object({ record: z.object({ entry: z.number(), isRepeat: z.boolean(), problems: z.array(z.never()) }) }), extensions: z.object({}) });

/** What the writers were answered: the entry of each key, how often something had to be sent again, and how often it had been done then. */
export interface Acknowledged {
  readonly entries: Map<string, number>;
  retries: number;
  repeats: number;
}

const RECORD = "mutation ($records: [RecordInput!]!) { record(records: $records) { entry isRepeat problems { code } } }";

/** How many records an act makes besides the group that is called after its key. */
export function membersOf(key: string): number {
  return 1 + (Number(key.split("-")[1]) % 3);
}

/** One act: a group and its memberships, all of them or none. */
function actOf(key: string): string {
  const members = Array.from({ length: membersOf(key) }, (_, member) => ({ record: { membership: { capacity: "MEMBER", group: "@group", constituency: `Constituency ${member}` } } }));
  return JSON.stringify({ query: RECORD, variables: { records: [{ as: "group", record: { group: { name: key, kind: "NETWORK", status: "ACTIVE" } } }, ...members] } });
}

/** Writes one act after another under keys of its own, each again and again until it is answered, as long as there is more to write. */
export async function writer(name: string, to: { readonly url: string; readonly secret: string }, wants: () => boolean, acknowledged: Acknowledged): Promise<void> {
  for (let number = 1; wants(); number += 1) {
    const key = `${name}-${number}`;
    for (let done = false; !done; ) {
      try {
        const response = await fetch(`${to.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${to.secret}`, "idempotency-key": key }, body: actOf(key) });
        const text = await response.text();
        // 503 is told where it is not known whether it was done: the same key tells.
        if (response.status === 503) throw new TypeError(text);
        const { entry, isRepeat } = zDone.parse(JSON.parse(text)).data.record;
        acknowledged.entries.set(key, entry);
        if (isRepeat) acknowledged.repeats += 1;
        done = true;
      } catch (error) {
        // What fetch throws where a connection broke, or nobody listens.
        if (!(error instanceof TypeError)) throw error;
        acknowledged.retries += 1;
        await pause(A_LITTLE);
      }
    }
  }
}
