import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createClient, type Client, type ClientOptions } from "graphql-ws";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { WebSocket } from "ws";
import { z } from "zod";
import { ask, goodKey, start, type Running, type Start } from "../support.ts";
import { aWhile, Ticker, Touch } from "./support.ts";

const TICKS = { query: "subscription { ticks }" };

async function ticking(options: Start = {}): Promise<{ server: Running; ticker: Ticker }> {
  const ticker = new Ticker();
  return { server: await start({ ticks: ticker.source, ...options }), ticker };
}

interface Closed {
  readonly code: number;
  readonly reason: string;
}

/** graphql-ws's own client, and how its connection is closed. */
function client(server: Running, options: Partial<ClientOptions> = {}): { client: Client; closed: Promise<Closed> } {
  const made = createClient({ url: socketUrl(server), webSocketImpl: WebSocket, retryAttempts: 0, lazyCloseTimeout: 10_000, ...options });
  const closed = new Promise<Closed>((resolve) => {
    made.on("closed", (event) => {
      const { code, reason } = z.object({ code: z.number(), reason: z.unknown() }).parse(event);
      resolve({ code, reason: String(reason) });
    });
  });
  onTestFinished(async () => made.dispose());
  return { client: made, closed };
}

/** How a socket was closed, told by the socket itself. */
async function closeOf(socket: WebSocket): Promise<unknown[]> {
  const [code, reason] = z.tuple([z.number(), z.instanceof(Buffer)]).parse(await once(socket, "close"));
  return [code, reason.toString("utf8")];
}

function socketUrl(server: Running): string {
  return `${server.url.replace("http", "ws")}/graphql`;
}

/** A request to go on as a WebSocket, as it is written. */
async function upgrading(server: Running, headers: Readonly<Record<string, string>> = {}, path = "/graphql"): Promise<{ socket: Socket; head: () => string }> {
  const socket = connect({ port: Number(new URL(server.url).port), host: "127.0.0.1" });
  onTestFinished(() => { socket.destroy(); });
  await once(socket, "connect");
  let text = "";
  socket.on("data", (piece) => { text += piece.toString("latin1"); });
  const all = { host: "127.0.0.1", connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13", "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==", "sec-websocket-protocol": "graphql-transport-ws", ...headers };
  socket.write(`GET ${path} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`);
  return { socket, head: () => text };
}

describe("a WebSocket", () => {
  test("carries any number of operations, each answered for itself", async () => {
    const { server, ticker } = await ticking();
    const { client: one } = client(server);
    const [ticks, hello] = [one.iterate(TICKS), one.iterate({ query: "{ hello }" })];
    expect(await hello.next()).toMatchObject({ done: false, value: { data: { hello: "there" }, extensions: { cost: { requested: 1, limit: 1_000_000, remaining: 999_998 }, ledger: { entry: 7 } } } });
    expect(await hello.next()).toMatchObject({ done: true });
    await expect(one.iterate({ query: "{ helo }" }).next()).rejects.toMatchObject([{ locations: [{ line: 1, column: 3 }], extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
    ticker.give("one", "two");
    expect([await ticks.next(), await ticks.next()]).toMatchObject([{ value: { data: { ticks: "one" } } }, { value: { data: { ticks: "two" } } }]);
    await vi.waitFor(() => { expect(server.contexts.opened).toBe(server.contexts.released); });
    expect(ticker.followers).toBe(1);
    await ticks.return?.();
    await vi.waitFor(() => { expect(ticker.followers).toBe(0); });
  });

  test.each([["has gone", ["one"]], ["goes while much is on its way", Array.from({ length: 400 }, (_, number) => `${number} ${"x".repeat(100_000)}`)]])("lets everything go when its client %s", async (_, words) => {
    const { server, ticker } = await ticking();
    const { client: one } = client(server);
    const ticks = one.iterate(TICKS);
    ticker.give(...words);
    await ticks.next();
    one.terminate();
    await vi.waitFor(() => { expect(ticker.followers).toBe(0); }, { timeout: 5_000 });
  });

  test("takes no mutation, and refuses what is over a limit as every request does", async () => {
    const { server } = await ticking();
    const { client: one } = client(server);
    for (const [query, code] of [['mutation { rename(to: "x") }', "NOT_OVER_A_STREAM"], [`{ ${"self { ".repeat(20)} hello ${"}".repeat(20)} }`, "QUERY_TOO_DEEP"]] as const) {
      await expect(one.iterate({ query }).next()).rejects.toMatchObject([{ extensions: { code } }]);
    }
    const { client: two, closed } = client(server);
    await expect(two.iterate({ query: "x".repeat(300_000) }).next()).rejects.toMatchObject({ code: 1009 });
    expect(await closed).toMatchObject({ code: 1009 });
  });

  test("asks again what is live", async () => {
    let words = "there";
    const touch = new Touch();
    const server = await start({ hello: () => words, application: { touched: touch.touched } });
    const live = client(server).client.iterate({ query: "query @live { hello }" });
    expect(await live.next()).toMatchObject({ value: { data: { hello: "there" } } });
    words = "here";
    await vi.waitFor(() => { expect(touch.waiting).toBe(1); });
    touch.touch();
    expect(await live.next()).toMatchObject({ value: { data: { hello: "here" } } });
    await live.return?.();
    await vi.waitFor(() => { expect(touch.waiting).toBe(0); });
  });

  test("is refused as a request is where its headers show what is not good, or a page elsewhere opens it", async () => {
    const { server } = await ticking();
    const bad = await upgrading(server, { authorization: "Bearer wmk_bad" });
    await vi.waitFor(() => { expect(bad.head()).toMatch(/^HTTP\/1.1 401 .*www-authenticate: Bearer.*"code":"KEY_NOT_VALID"/s); });
    for (const headers of [{ origin: "https://elsewhere.example" }, { "sec-fetch-site": "same-site" }]) {
      const foreign = await upgrading(server, headers);
      await vi.waitFor(() => { expect(foreign.head()).toMatch(/^HTTP\/1.1 403 .*"code":"FOREIGN_ORIGIN"/s); });
      await vi.waitFor(() => { expect(foreign.socket.closed).toBe(true); });
    }
    const nowhere = await upgrading(server, {}, "/nowhere");
    await vi.waitFor(() => { expect(nowhere.head()).toMatch(/^HTTP\/1.1 404 /); });
    const own = await upgrading(server, { origin: server.url });
    await vi.waitFor(() => { expect(own.head()).toMatch(/^HTTP\/1.1 101 .*sec-websocket-protocol: graphql-transport-ws/is); });
    expect(server.contexts.opened).toBe(0);
  });

  test("is opened with a key in its header, or said on connecting", async () => {
    const { server, ticker } = await ticking({ settings: { PUBLIC_READ: "false" } });
    ticker.give("one");
    class WithKey extends WebSocket {
      constructor(url: string, protocols: string) { super(url, protocols, { headers: { authorization: `Bearer ${goodKey}` } }); }
    }
    for (const options of [{ webSocketImpl: WithKey }, { connectionParams: { authorization: `Bearer ${goodKey}` } }]) {
      const ticks = client(server, options).client.iterate(TICKS);
      expect(await ticks.next()).toMatchObject({ value: { data: { ticks: "one" } } });
      ticker.taken = 0;
    }
    expect(server.contexts.askers.every((asker) => asker?.holderId === "ky_good")).toBe(true);
  });

  test.each([
    ["nothing", {}, 4401, "UNAUTHENTICATED"],
    ["a key that is not good", { connectionParams: { authorization: "Bearer wmk_bad" } }, 4401, "KEY_NOT_VALID"],
    ["something that is no authorization", { connectionParams: { authorization: { secret: goodKey } } }, 4401, "UNAUTHENTICATED"],
  ])("is closed on whoever says %s where not everybody may ask", async (_, options, code, reason) => {
    const { server } = await ticking({ settings: { PUBLIC_READ: "false" } });
    const { client: one, closed } = client(server, options);
    await expect(one.iterate(TICKS).next()).rejects.toMatchObject({ code, reason });
    expect(await closed).toEqual({ code, reason });
  });

  test.each([
    ["what is no message", "{", 4400],
    ["an operation before anything else", '{"type":"subscribe","id":"1","payload":{"query":"{ hello }"}}', 4401],
  ])("is closed on whoever sends %s", async (_, message, code) => {
    const { server } = await ticking();
    const socket = new WebSocket(socketUrl(server), "graphql-transport-ws");
    await once(socket, "open");
    socket.send(message);
    expect(await closeOf(socket)).toEqual([code, expect.any(String)]);
    expect(await closeOf(new WebSocket(socketUrl(server)))).toEqual([4406, "Subprotocol not acceptable"]);
  });

  test("has its places: sockets, and operations over them", async () => {
    const { server, ticker } = await ticking({ settings: { LIMIT_STREAMS_PER_CLIENT: "2" } });
    const { client: one } = client(server);
    const [first, second] = [one.iterate(TICKS), one.iterate(TICKS)];
    ticker.give("one", "two");
    await Promise.all([first.next(), second.next()]);
    await expect(one.iterate({ query: "{ hello }" }).next()).rejects.toMatchObject([{ extensions: { code: "TOO_MANY_STREAMS" } }]);
    await first.return?.();
    await vi.waitFor(async () => { expect(await client(server).client.iterate({ query: "{ hello }" }).next()).toMatchObject({ value: { data: { hello: "there" } } }); });
    const sockets = [await upgrading(server), await upgrading(server)];
    await vi.waitFor(() => { expect(sockets.map(({ head }) => head().slice(9, 12))).toContain("429"); });
  });

  test("ends for whoever has signed out, and is cut where nobody answers", async () => {
    const { server, ticker } = await ticking({ settings: { LIMIT_STREAM_BEAT_SECONDS: "1" } });
    const { client: one, closed } = client(server, { connectionParams: { authorization: `Bearer ${goodKey}` } });
    const ticks = one.iterate(TICKS);
    ticker.give("one");
    await ticks.next();
    const { socket } = await upgrading(server);
    server.accounts.shutOut.add("ky_good");
    expect(await ticks.next()).toMatchObject({ value: { errors: [{ extensions: { code: "UNAUTHENTICATED" } }] } });
    expect(await closed).toEqual({ code: 4401, reason: "UNAUTHENTICATED" });
    // This one never answers a ping.
    await vi.waitFor(() => { expect(socket.closed).toBe(true); }, { timeout: 10_000 });
  });

  test("is told that the server stops, with a code on which its client comes back", async () => {
    const { server, ticker } = await ticking();
    const { client: one, closed } = client(server);
    const ticks = one.iterate(TICKS);
    ticker.give("one");
    await ticks.next();
    await Promise.all([server.close(), closed]);
    expect(await ticks.next()).toMatchObject({ value: { errors: [{ extensions: { code: "SERVER_STOPPING" } }] } });
    expect(await closed).toEqual({ code: 1001, reason: "SERVER_STOPPING" });
  });

  test("of a client that takes nothing holds up nobody else, fills no memory, and is ended in time", async () => {
    const { server, ticker } = await ticking({ settings: { LIMIT_STREAM_STALL_SECONDS: "1" } });
    const socket = new WebSocket(socketUrl(server), "graphql-transport-ws");
    await once(socket, "open");
    socket.send('{"type":"connection_init"}');
    await once(socket, "message");
    socket.pause();
    socket.send(JSON.stringify({ type: "subscribe", id: "1", payload: TICKS }));
    await vi.waitFor(() => { expect(ticker.followers).toBe(1); });
    ticker.give(...Array.from({ length: 400 }, (_, number) => `${number} ${"x".repeat(100_000)}`));
    await vi.waitFor(() => { expect(ticker.followers).toBe(0); }, { timeout: 20_000 });
    expect(ticker.taken).toBeLessThan(200);
    expect(await ask(server, "{ hello }")).toMatchObject({ status: 200 });
    socket.resume();
    expect(await closeOf(socket)).toEqual([1013, "TOO_SLOW"]);
  });

  test("of a client that only asks, and never reads what it is answered, is cut off", async () => {
    const { server } = await ticking();
    const socket = new WebSocket(socketUrl(server), "graphql-transport-ws");
    await once(socket, "open");
    socket.pause();
    const ping = JSON.stringify({ type: "ping", payload: { words: "x".repeat(200_000) } });
    const closed = closeOf(socket);
    for (let sent = 0; sent < 200 && socket.readyState === socket.OPEN; sent += 1) {
      socket.send(ping);
      await new Promise((resolve) => { setImmediate(resolve); });
    }
    await aWhile();
    socket.resume();
    expect(await closed).toEqual([1006, ""]);
  });
});

describe("a request that asks to go on as something else", () => {
  test("is answered as if it had not", async () => {
    const server = await start();
    const socket = connect({ port: Number(new URL(server.url).port), host: "127.0.0.1" });
    onTestFinished(() => { socket.destroy(); });
    let text = "";
    socket.on("data", (piece) => { text += piece.toString("latin1"); });
    const body = '{"query":"{ hello }"}';
    const request = `POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAAQAAP__\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
    // The body follows in a piece of its own, and the connection is used again.
    socket.write(request);
    await aWhile();
    socket.write(body);
    await vi.waitFor(() => { expect(text).toMatch(/^HTTP\/1.1 200 .*{"hello":"there"}/s); });
    socket.write(`${request}${body}`);
    await vi.waitFor(() => { expect(text.match(/{"hello":"there"}/g)).toHaveLength(2); });
  });
});
