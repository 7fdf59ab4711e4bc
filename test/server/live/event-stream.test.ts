import { once } from "node:events";
import { connect } from "node:net";
import { createClient } from "graphql-sse";
import { GraphQLError } from "graphql";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { ask, goodKey, read, start, type Running, type Start } from "../support.ts";
import { aWhile, EventReader, Ticker, Touch } from "./support.ts";

const TICKS = { query: "subscription { ticks }" };

/** How a stream is refused before it begins. */
async function refused(server: Running, headers: Readonly<Record<string, string>> = {}): Promise<unknown[]> {
  const response = await fetch(`${server.url}/graphql`, { method: "POST", body: JSON.stringify(TICKS), headers: { "content-type": "application/json", accept: "text/event-stream", ...headers } });
  const { code } = await read(response);
  return [response.status, response.headers.get("retry-after"), code];
}

async function ticking(options: Start = {}): Promise<{ server: Running; ticker: Ticker }> {
  const ticker = new Ticker();
  return { server: await start({ ticks: ticker.source, ...options }), ticker };
}

/** A source that has nothing to give but a reason why. */
const failing = (): AsyncIterable<never> => ({ [Symbol.asyncIterator]: () => ({ next: async () => Promise.reject(new GraphQLError("Begin anew.", { extensions: { code: "RIGHTS_CHANGED" } })) }) });

describe("a subscription over server-sent events", () => {
  test("is told event by event, each with the cursor behind it as its id, and what every answer carries", async () => {
    const { server, ticker } = await ticking();
    const reader = await EventReader.open(server, TICKS);
    expect([reader.response.status, reader.response.headers.get("content-type"), reader.response.headers.get("cache-control")]).toEqual([200, "text/event-stream; charset=utf-8", "no-store"]);
    ticker.give("one", "two");
    expect(await reader.next()).toEqual({ event: "next", id: "after-one", data: '{"data":{"ticks":"one"},"extensions":{"ledger":{"entry":7}}}' });
    expect(await reader.next()).toMatchObject({ id: "after-two" });
    ticker.give("three");
    expect(await reader.answer()).toMatchObject({ data: { ticks: "three" } });
  });

  test("holds nothing between two events, and lets everything go when its client has gone", async () => {
    const { server, ticker } = await ticking();
    const reader = await EventReader.open(server, TICKS);
    ticker.give("one");
    await reader.answer();
    await vi.waitFor(() => { expect(server.contexts.opened).toBe(server.contexts.released); });
    expect(ticker.followers).toBe(1);
    reader.close();
    await vi.waitFor(() => { expect(ticker.followers).toBe(0); });
    expect(server.contexts.opened).toBe(server.contexts.released);
  });

  test("lets everything go at once when its client goes while much is on its way", async () => {
    const { server, ticker } = await ticking();
    const reader = await EventReader.open(server, TICKS);
    ticker.give(...Array.from({ length: 400 }, (_, number) => `${number} ${"x".repeat(100_000)}`));
    await reader.answer();
    await aWhile();
    reader.close();
    await vi.waitFor(() => { expect(ticker.followers).toBe(0); }, { timeout: 5_000 });
    expect(ticker.taken).toBeLessThan(400);
  });

  test("is asked for by GET too, as a browser does, which says itself how far it had come", async () => {
    const resumed: (string | null)[] = [];
    const ticker = new Ticker();
    const server = await start({ ticks: (context) => { resumed.push(context.stream?.resumeAfter ?? null); return ticker.source(context); } });
    ticker.give("one");
    const address = `${server.url}/graphql?query=${encodeURIComponent("subscription ($words: String) { ticks(words: $words) }")}&variables=${encodeURIComponent('{"words":"x"}')}`;
    const stop = new AbortController();
    onTestFinished(() => { stop.abort(); });
    const response = await fetch(address, { headers: { accept: "text/event-stream", "last-event-id": "after-zero" }, signal: stop.signal });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
    await vi.waitFor(() => { expect(ticker.taken).toBe(1); });
    expect(resumed).toEqual(["after-zero"]);
    const foreign = await fetch(address, { headers: { accept: "text/event-stream", "sec-fetch-site": "cross-site" } });
    expect([foreign.status, await foreign.json()]).toMatchObject([403, { errors: [{ extensions: { code: "FOREIGN_ORIGIN" } }] }]);
  });

  test("that cannot be told an event ends there, without its cursor, so that nothing is missed", async () => {
    const { server, ticker } = await ticking({ tick: ({ told }) => { if (told === "two") throw new Error("SQLITE_BUSY"); return told; } });
    const reader = await EventReader.open(server, TICKS);
    ticker.give("one", "two", "three");
    expect(await reader.next()).toMatchObject({ id: "after-one" });
    const failed = await reader.next();
    expect(failed).toMatchObject({ event: "next", id: null });
    expect(failed?.data).toMatch(/"code":"INTERNAL_SERVER_ERROR","reference":"\w{10}"/);
    expect(failed?.data).not.toContain("SQLITE");
    expect(await reader.next()).toMatchObject({ event: "complete" });
    expect(await reader.next()).toBeNull();
  });

  test("whose source fails says so as any answer does", async () => {
    const server = await start({ ticks: failing });
    const reader = await EventReader.open(server, TICKS);
    expect(await reader.answer()).toMatchObject({ errors: [{ message: "Begin anew.", extensions: { code: "RIGHTS_CHANGED" } }] });
    expect(await reader.next()).toMatchObject({ event: "complete" });
  });

  test("is refused as a plain request, and a mutation over a stream", async () => {
    const { server } = await ticking();
    expect(await ask(server, TICKS.query)).toMatchObject({ status: 406, code: "STREAM_NEEDED" });
    const reader = await EventReader.open(server, { query: 'mutation { rename(to: "x") }' });
    expect(await reader.code()).toBe("NOT_OVER_A_STREAM");
  });

  test("is followed by graphql-sse's own client", async () => {
    const { server, ticker } = await ticking();
    const client = createClient({ url: `${server.url}/graphql`, retryAttempts: 0 });
    onTestFinished(() => { client.dispose(); });
    const ticks = client.iterate(TICKS);
    ticker.give("one", "two");
    expect([await ticks.next(), await ticks.next()]).toMatchObject([{ value: { data: { ticks: "one" } } }, { value: { data: { ticks: "two" } } }]);
    const once = client.iterate({ query: "{ hello }" });
    expect([await once.next(), await once.next()]).toMatchObject([{ value: { data: { hello: "there" } } }, { done: true }]);
    const wrong = client.iterate({ query: "{ helo }" });
    expect([await wrong.next(), await wrong.next()]).toMatchObject([{ value: { errors: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }] } }, { done: true }]);
  });
});

describe("a stream", () => {
  test.each([
    ["that is not valid", "{ helo }", "GRAPHQL_VALIDATION_FAILED"],
    ["that is not GraphQL", "{", "GRAPHQL_PARSE_FAILED"],
    ["that is too deep", `subscription { ticks } query Other { ${"self { ".repeat(20)} hello ${"}".repeat(20)} }`, "QUERY_TOO_DEEP"],
    ["that has too many fields", `{ ${"hello ".repeat(401)} }`, "TOO_MANY_ROOT_FIELDS"],
    ["with too long a list", `{ echo(value: [${"1,".repeat(300)}]) }`, "INPUT_LIST_TOO_LONG"],
  ])("refuses an operation %s as every request does", async (_, query, code) => {
    const { server } = await ticking();
    const reader = await EventReader.open(server, { query });
    expect(await reader.code()).toBe(code);
    expect(await reader.next()).toMatchObject({ event: "complete" });
    expect(server.contexts.opened).toBe(server.contexts.released);
  });

  test.each([
    ["a body that is no JSON", { body: "{" }, 400, "MALFORMED_JSON"],
    ["a body of another kind", { body: "x", headers: { "content-type": "text/plain" } }, 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["a body that is too large", { body: JSON.stringify({ query: "x".repeat(300_000) }) }, 413, "REQUEST_TOO_LARGE"],
    ["what is no operation", { body: '{"query":7}' }, 400, "BAD_REQUEST"],
    ["a list of operations", { body: '[{"query":"{ hello }"}]' }, 400, "BAD_REQUEST"],
    ["a key that is not good", { headers: { authorization: "Bearer wmk_bad" } }, 401, "KEY_NOT_VALID"],
    ["another method", { method: "PUT" }, 405, "METHOD_NOT_ALLOWED"],
  ])("is not opened for %s", async (_, request, status, code) => {
    const { server } = await ticking();
    const response = await fetch(`${server.url}/graphql`, { method: "POST", body: JSON.stringify(TICKS), ...request, headers: { "content-type": "application/json", accept: "text/event-stream", ...("headers" in request ? request.headers : {}) } });
    expect([response.status, await response.json()]).toMatchObject([status, { errors: [{ extensions: { code } }] }]);
    expect(server.contexts.opened).toBe(0);
  });

  test("is opened only to those who may ask, and to a key that only reads", async () => {
    const { server } = await ticking({ settings: { PUBLIC_READ: "false" } });
    expect((await EventReader.open(server, TICKS)).response.status).toBe(401);
    const reader = await EventReader.open(server, { ...TICKS, headers: { authorization: `Basic ${Buffer.from(`x:${goodKey}`).toString("base64")}` } });
    expect(reader.response.status).toBe(200);
    expect(server.contexts.askers.every((asker) => asker?.holderId === "ky_good")).toBe(true);
  });

  test("is given to so many at a time, of one client and of all, and to the next as soon as one has gone", async () => {
    const { server, ticker } = await ticking({ settings: { LIMIT_STREAMS: "3", LIMIT_STREAMS_PER_CLIENT: "2" } });
    const keyed = { authorization: `Bearer ${goodKey}` };
    const one = await EventReader.open(server, TICKS);
    await EventReader.open(server, TICKS);
    expect(await refused(server)).toEqual([429, "10", "TOO_MANY_STREAMS"]);
    await EventReader.open(server, { ...TICKS, headers: keyed });
    expect(await refused(server, keyed)).toEqual([503, "10", "TOO_MANY_STREAMS"]);
    await vi.waitFor(() => { expect(ticker.followers).toBe(3); });
    one.close();
    await vi.waitFor(async () => { expect((await EventReader.open(server, TICKS)).response.status).toBe(200); });
  });

  test("shows signs of life, and ends for whoever has signed out", async () => {
    const { server, ticker } = await ticking({ settings: { LIMIT_STREAM_BEAT_SECONDS: "1" } });
    const reader = await EventReader.open(server, { ...TICKS, headers: { authorization: `Bearer ${goodKey}` } });
    const other = await EventReader.open(server, TICKS);
    await vi.waitFor(() => { expect(ticker.followers).toBe(2); });
    await new Promise((resolve) => { setTimeout(resolve, 1_200); });
    server.accounts.shutOut.add("ky_good");
    expect(await reader.code()).toBe("UNAUTHENTICATED");
    expect(await reader.next()).toMatchObject({ event: "complete" });
    expect(reader.text.match(/^:$/gm)?.length).toBeGreaterThan(1);
    ticker.give("one");
    expect(await other.answer()).toMatchObject({ data: { ticks: "one" } });
  });

  test("is told that the server stops, which does not wait for it", async () => {
    const { server } = await ticking();
    const reader = await EventReader.open(server, TICKS);
    const before = performance.now();
    await server.close();
    expect(performance.now() - before).toBeLessThan(5_000);
    const { errors } = await reader.answer();
    expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([[expect.stringContaining("go on after the last cursor"), "SERVER_STOPPING"]]);
    expect(await reader.next()).toMatchObject({ event: "complete" });
  });

  test("of a client that takes nothing holds up nobody else, fills no memory, and ends in time with its code", async () => {
    const { server, ticker } = await ticking({ settings: { LIMIT_STREAM_STALL_SECONDS: "1" } });
    const slow = connect({ port: Number(new URL(server.url).port), host: "127.0.0.1" });
    onTestFinished(() => { slow.destroy(); });
    await once(slow, "connect");
    const body = JSON.stringify(TICKS);
    slow.pause();
    slow.write(`POST /graphql HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    await vi.waitFor(() => { expect(ticker.followers).toBe(1); });
    ticker.give(...Array.from({ length: 400 }, (_, number) => `${number} ${"x".repeat(100_000)}`));
    await vi.waitFor(() => { expect(ticker.followers).toBe(0); }, { timeout: 20_000 });
    // What the system's own buffers hold is all that was ever taken from the source.
    expect(ticker.taken).toBeLessThan(200);
    expect(await ask(server, "{ hello }")).toMatchObject({ status: 200 });
    let heard = "";
    slow.on("data", (piece) => { heard = (heard + piece.toString("latin1")).slice(-2_000); });
    slow.resume();
    await vi.waitFor(() => { expect(heard).toContain('"code":"TOO_SLOW"'); });
  });
});

const LIVE = { query: "query Board @live { hello }" };

async function touching(): Promise<{ server: Running; touch: Touch; say: (words: string) => void }> {
  let words = "there";
  const touch = new Touch();
  const server = await start({ hello: () => words, application: { touched: touch.touched } });
  return { server, touch, say: (next) => { words = next; } };
}

describe("a live query", () => {
  test("is answered at once, and again when it reads otherwise: not when it reads the same", async () => {
    const { server, touch, say } = await touching();
    const reader = await EventReader.open(server, LIVE);
    expect(await reader.answer()).toMatchObject({ data: { hello: "there" }, extensions: { ledger: { entry: 7 } } });
    await vi.waitFor(() => { expect(touch.waiting).toBe(1); });
    touch.touch();
    await aWhile();
    say("here");
    await vi.waitFor(() => { expect(touch.waiting).toBe(1); });
    touch.touch();
    expect(await reader.answer()).toMatchObject({ data: { hello: "here" } });
    expect(server.contexts.opened).toBe(3);
    await vi.waitFor(() => { expect(server.contexts.released).toBe(3); });
    reader.close();
    await vi.waitFor(() => { expect(touch.waiting).toBe(0); });
  });

  test("is answered once over a plain request, and a plain query once over a stream", async () => {
    const { server } = await touching();
    expect(await ask(server, LIVE.query)).toMatchObject({ status: 200, data: { hello: "there" } });
    const reader = await EventReader.open(server, { query: "{ hello }" });
    expect(await reader.answer()).toMatchObject({ data: { hello: "there" } });
    expect(await reader.next()).toMatchObject({ event: "complete" });
  });

  test("ends once it may be asked no more", async () => {
    const { server, touch } = await touching();
    const reader = await EventReader.open(server, LIVE);
    await reader.answer();
    await vi.waitFor(() => { expect(touch.waiting).toBe(1); });
    server.contexts.refusal = new GraphQLError("Your sign-in has ended.", { extensions: { code: "UNAUTHENTICATED", http: { status: 401 } } });
    touch.touch();
    expect(await reader.code()).toBe("UNAUTHENTICATED");
    expect(await reader.next()).toMatchObject({ event: "complete" });
  });
});
