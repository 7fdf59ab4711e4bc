import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { freePort, startedAt } from "../../support/killed-server.ts";
import { freshFolder, MAIN } from "../../support/program.ts";

/** Clients that are slow on purpose, or go away: what was built, as it is started, goes on for everybody else and keeps nothing of them. */

interface Built {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

async function built(): Promise<Built> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startedAt(url, [MAIN, "serve"], { LEDGER: join(freshFolder(), "waymark.db"), PORT: String(port), LOG_LEVEL: "error" });
  return { url, port, pid: server.process.pid ?? 0, stop: async () => { server.process.kill("SIGTERM"); await once(server.process, "exit"); } };
}

async function milliseconds(url: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: '{"query":"{ __typename }"}' });
  await response.text();
  expect(response.status).toBe(200);
  return performance.now() - began;
}

const POST = "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";

/** Ways to be slow: nothing at all, a header now and then, a body now and then, an answer that nobody reads. */
const SLOW: readonly ((socket: Socket) => NodeJS.Timeout | null)[] = [
  () => null,
  (socket) => { socket.write("GET / HTTP/1.1\r\n"); return setInterval(() => { socket.write("x-slow: 1\r\n"); }, 1_000); },
  (socket) => { socket.write(`${POST}content-length: 1000\r\n\r\n`); return setInterval(() => { socket.write(" "); }, 1_000); },
  (socket) => { socket.write(`${POST}transfer-encoding: chunked\r\n\r\n`); return setInterval(() => { socket.write("1\r\n \r\n"); }, 1_000); },
];

it("two hundred slow sockets keep nobody else waiting, and all of them are cut off within thirty seconds", { timeout: 120_000 }, async () => {
  const server = await built();
  const began = performance.now();
  const cut: number[] = [];
  const sockets = Array.from({ length: 200 }, (_, index) => {
    const socket = connect(server.port, "127.0.0.1");
    // Whoever is cut off may be told so in the middle of a word.
    socket.on("error", () => { /* The close that follows is what counts. */ });
    socket.resume();
    const timer = SLOW[index % SLOW.length]?.(socket) ?? null;
    socket.once("close", () => { if (timer !== null) clearInterval(timer); cut.push(performance.now() - began); });
    return socket;
  });
  const waited: number[] = [];
  while (cut.length < sockets.length && performance.now() - began < 40_000) {
    waited.push(await milliseconds(server.url));
    await pause(20);
  }
  expect(cut).toHaveLength(200);
  // What is late is looked for four times a second.
  expect(Math.max(...cut)).toBeLessThan(30_000);
  expect(waited.length).toBeGreaterThan(100);
  expect(waited.toSorted((a, b) => a - b)[Math.floor(waited.length * 0.99)]).toBeLessThan(250);
  await server.stop();
});

const descriptors = ({ pid }: Built): number => readdirSync(`/proc/${pid}/fd`).length;
const megabytes = ({ pid }: Built): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1_024;

/** Asks for much, or sends a part of something, and goes away before there is an answer. */
async function goAway({ port }: Built, index: number): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => { /* It has gone already. */ });
  await once(socket, "connect");
  const body = JSON.stringify({ query: "{ milestones(first: 100) { nodes { title programme { name milestones(first: 100) { nodes { title } } } } } }" });
  const whole = `${POST}content-length: ${body.length}\r\n\r\n${body}`;
  socket.write(index % 2 === 0 ? whole : whole.slice(0, Math.floor(whole.length * 0.8)));
  await pause(index % 7);
  socket.destroy();
}

it("nothing is kept of five hundred requests whose clients have gone", { timeout: 120_000 }, async () => {
  const server = await built();
  const round = async (): Promise<void> => { for (let index = 0; index < 500; index += 10) await Promise.all(Array.from({ length: 10 }, async (_, each) => goAway(server, index + each))); };
  // Once to have everything in place that is kept whoever asks.
  await round();
  await expect.poll(async () => milliseconds(server.url), { timeout: 10_000 }).toBeLessThan(250);
  const before = { descriptors: descriptors(server), megabytes: megabytes(server) };
  await round();
  await expect.poll(() => descriptors(server), { timeout: 15_000 }).toBeLessThanOrEqual(before.descriptors);
  await expect.poll(async () => { await milliseconds(server.url); return megabytes(server); }, { timeout: 30_000 }).toBeLessThan(before.megabytes + 40);
  await server.stop();
});
