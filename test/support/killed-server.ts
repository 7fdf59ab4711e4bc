import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { z } from "zod";
import { ask } from "./program.ts";

/** Servers that are killed without warning and started again, and clients who write through them all the while. */

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
export async function startedAt(url: string, command: readonly string[], settings: Readonly<Record<string, string>>, complaints: "inherit" | number = "inherit"): Promise<Started> {
  const begun = performance.now();
  const server = spawn(process.execPath, command, { env: { ...process.env, ...settings }, stdio: ["ignore", "ignore", complaints] });
  while (!(await isReady(url))) {
    if (server.exitCode !== null) throw new Error(`The server ended by itself with ${server.exitCode}.`);
    await pause(A_LITTLE);
  }
  return { process: server, readyAfter: performance.now() - begun - waited(server.pid ?? 0) };
}

/** For how long a process could have run while others held the processors, which says nothing of the process; nothing where that is not told. */
export function waited(pid: number): number {
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

const COUNTED = "query ($after: String) { groups(first: 100, after: $after) { nodes { name members(first: 1) { totalCount } } pageInfo { hasNextPage endCursor } } }";

const zGroups = z.object({
  data: z.object({ groups: z.object({ nodes: z.array(z.object({ name: z.string(), members: z.object({ totalCount: z.number() }) })), pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }) }) }),
  extensions: z.object({ ledger: z.object({ entry: z.number() }) }),
});

/** The last entry that a server has. */
export async function headOf(url: string): Promise<number> {
  return zGroups.parse(await ask(url, COUNTED)).extensions.ledger.entry;
}

/** That of what was answered since an entry nothing is lost, nothing there twice and nothing half, and nothing else is there: each in an entry of its own, the numbers without a gap. */
export async function expectAllOf({ entries }: Acknowledged, url: string, since: number): Promise<void> {
  expect([...entries.values()].toSorted((a, b) => a - b)).toEqual(Array.from(entries, (_, index) => since + 1 + index));
  const found = new Map<string, number>();
  for (let after: string | null | undefined; after !== null; ) {
    const { nodes, pageInfo } = zGroups.parse(await ask(url, COUNTED, { after })).data.groups;
    // Those of the documents are called otherwise.
    for (const { name, members } of nodes) if (/^w\d-/.test(name)) found.set(`${name}${found.has(name) ? " twice" : ""}`, members.totalCount);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  }
  expect(found).toEqual(new Map([...found.keys()].map((key) => [key, membersOf(key)])));
  expect([...found.keys()].toSorted()).toEqual([...entries.keys()].toSorted());
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

/** Where acts are sent: each time to whichever server, of several. */
export interface WrittenTo {
  readonly urls: readonly string[];
  readonly secret: string;
  /** A server that says nothing for so long is left, and the same sent to whichever comes next, in milliseconds; unless given, for long. */
  readonly patience?: number;
  /** How long nothing is written after each act, in milliseconds; no time unless it is said. */
  readonly between?: number;
}

/** What is answered where nobody knows whether it was done. */
const zUnknown = z.object({ errors: z.tuple([z.object({ extensions: z.object({ code: z.literal("OUTCOME_UNKNOWN"), key: z.string() }) })]) });

/** Writes one act after another under keys of its own, each again and again until it is answered, as long as there is more to write. */
export async function writer(name: string, to: WrittenTo, wants: () => boolean, acknowledged: Acknowledged): Promise<void> {
  for (let number = 1; wants(); number += 1) {
    const key = `${name}-${number}`;
    if (to.between !== undefined) await pause(to.between);
    for (let done = false; !done; ) {
      try {
        const url = to.urls[Math.floor(Math.random() * to.urls.length)] ?? "";
        const response = await fetch(`${url}/graphql`, { method: "POST", signal: AbortSignal.timeout(to.patience ?? 30_000), headers: { "content-type": "application/json", authorization: `Bearer ${to.secret}`, "idempotency-key": key }, body: actOf(key) });
        const text = await response.text();
        // What could not be done just now, and what perhaps was: the same key tells.
        if (response.status === 503 || zUnknown.safeParse(JSON.parse(text)).success) throw new TypeError(text);
        const { entry, isRepeat } = zDone.parse(JSON.parse(text)).data.record;
        acknowledged.entries.set(key, entry);
        if (isRepeat) acknowledged.repeats += 1;
        done = true;
      } catch (error) {
        // What fetch throws where a connection broke, nobody listens, or nobody answers.
        if (!(error instanceof TypeError || (error instanceof DOMException && error.name === "TimeoutError"))) throw error;
        acknowledged.retries += 1;
        await pause(A_LITTLE);
      }
    }
  }
}
