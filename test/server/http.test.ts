import { createHash } from "node:crypto";
import { createServer, connect } from "node:net";
import { once } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { ask, Gate, goodKey, post, read, start } from "./support.ts";

function byHash(query: string) {
  return { extensions: { persistedQuery: { version: 1, sha256Hash: createHash("sha256").update(query).digest("hex") } } };
}

describe("/graphql", () => {
  test("answers a query sent by GET", async () => {
    const server = await start();
    const query = encodeURIComponent("query ($r: Rating) { rate(rating: $r) }");
    const asked = await fetch(`${server.url}/graphql?query=${query}&variables=%7B%22r%22%3A%22RED%22%7D`, { headers: { "apollo-require-preflight": "true" } });
    expect(await read(asked)).toMatchObject({ status: 200, data: { rate: "RED" } });
  });

  test("judges a query sent by GET by the same limits", async () => {
    const server = await start({ settings: { LIMIT_DEPTH: "1" } });
    const asked = await fetch(`${server.url}/graphql?query=%7Bself%7Bhello%7D%7D`, { headers: { "apollo-require-preflight": "true" } });
    expect(await read(asked)).toMatchObject({ status: 400, code: "QUERY_TOO_DEEP" });
  });

  test("refuses a GET that another site's page could have made", async () => {
    const server = await start();
    expect(await read(await fetch(`${server.url}/graphql?query=%7Bhello%7D`))).toMatchObject({ status: 400, code: "BAD_REQUEST" });
    expect(server.contexts.opened).toBe(0);
  });

  test("takes no mutation by GET", async () => {
    const server = await start();
    const asked = await fetch(`${server.url}/graphql?query=mutation%7Brename(to%3A%22x%22)%7D`, { headers: { "apollo-require-preflight": "true" } });
    expect(asked.headers.get("allow")).toBe("POST");
    expect(await read(asked)).toMatchObject({ status: 405, code: "BAD_REQUEST" });
  });

  test.each(["PUT", "DELETE", "PATCH", "OPTIONS"])("does not take %s", async (method) => {
    const server = await start();
    const asked = await fetch(`${server.url}/graphql`, { method });
    expect(asked.headers.get("allow")).toBe("GET, POST");
    expect(await read(asked)).toMatchObject({ status: 405, code: "METHOD_NOT_ALLOWED" });
  });

  test.each([
    ["application/graphql-response+json", "application/graphql-response+json; charset=utf-8"],
    ["application/json", "application/json; charset=utf-8"],
    ["*/*", "application/json; charset=utf-8"],
  ])("answers a client that accepts %s with %s", async (accept, type) => {
    const server = await start();
    const asked = await fetch(`${server.url}/graphql`, { method: "POST", body: '{"query":"{ hello }"}', headers: { "content-type": "application/json", accept } });
    expect(asked.headers.get("content-type")).toBe(type);
    expect(await read(asked)).toMatchObject({ status: 200, data: { hello: "there" } });
  });

  test("says with 406 that it has no other type", async () => {
    const server = await start();
    // However often it is asked for.
    for (let times = 0; times < 3; times += 1) expect(await post(server, '{"query":"{ hello }"}', { accept: "text/csv" })).toMatchObject({ status: 406 });
  });

  test("takes a query by its hash once it was sent whole, and never one that is over a limit", async () => {
    const server = await start({ settings: { LIMIT_DEPTH: "1" } });
    await post(server, JSON.stringify({ query: "{ hello }", ...byHash("{ hello }") }));
    expect(await post(server, JSON.stringify(byHash("{ hello }")))).toMatchObject({ status: 200, data: { hello: "there" } });
    await post(server, JSON.stringify({ query: "{ self { hello } }", ...byHash("{ self { hello } }") }));
    expect(await post(server, JSON.stringify(byHash("{ self { hello } }")))).toMatchObject({ code: "PERSISTED_QUERY_NOT_FOUND" });
  });
});

describe("every answer", () => {
  test.each(["/graphql", "/health/live", "/explore", "/nothing-here", "/%E0%A4%A"])("at %s runs nothing, is framed by nobody and does not say what made it", async (path) => {
    const server = await start();
    const { headers } = await fetch(server.url + path);
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; frame-ancestors 'none'/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-powered-by")).toBeNull();
  });

  test.each(["/nothing-here", "/graphql/more", "/health", "/explore/../../package.json", "/explore/iframe-sandbox/index.html"])("at %s is a 404 with a hint", async (path) => {
    const server = await start();
    const asked = await fetch(server.url + path);
    expect(asked.status).toBe(404);
    expect(await asked.json()).toEqual({ code: "NOT_FOUND", message: "There is nothing at this address. The graph answers at /graphql, /explore shows what to ask it, and /tables lists what can be fetched." });
  });

  test("to an address that cannot be decoded tells nothing of how it failed", async () => {
    const asked = await fetch(`${(await start()).url}/explore/%E0%A4%A`);
    expect(asked.status).toBe(404);
    expect(await asked.text()).not.toMatch(/URIError|node_modules/);
  });
});

describe("health", () => {
  test("is live for as long as the process runs, and ready when the application is", async () => {
    const server = await start({ application: { readiness: () => ({ ready: false, reason: "Reading the ledger." }) } });
    const live = await fetch(`${server.url}/health/live`);
    expect([live.status, await live.json()]).toEqual([200, { live: true }]);
    const ready = await fetch(`${server.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { ready: false, reason: "Reading the ledger." }]);
    expect(ready.headers.get("cache-control")).toBe("no-store");
  });

  test("is ready with 200", async () => {
    const ready = await fetch(`${(await start()).url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true }]);
  });
});

describe("the log", () => {
  test("has one line for a request, and nothing of what was sent", async () => {
    const server = await start();
    const body = JSON.stringify({ query: "query Greeting($value: Json) { echo(value: $value) }", variables: { value: "Jane Smith" } });
    await post(server, body, { authorization: `Bearer ${goodKey}`, "user-agent": "Ward 9" });
    await vi.waitFor(() => { expect(server.logged).toHaveLength(1); });
    expect(server.logged).toMatchObject([{ level: "info", operation: "Greeting", status: 200, outcome: "OK", entry: 7, msg: "request" }]);
    expect(Object.keys(server.logged[0] ?? {}).toSorted()).toEqual(["entry", "level", "milliseconds", "msg", "operation", "outcome", "reference", "status", "time"]);
  });

  test("has one line for a request that was refused before it reached the graph", async () => {
    const server = await start();
    await post(server, "{");
    await vi.waitFor(() => { expect(server.logged).toMatchObject([{ status: 400, outcome: "MALFORMED_JSON" }]); });
  });

  test("bounds the name that a client gave its operation", async () => {
    const server = await start();
    await ask(server, `query ${"A".repeat(5_000)} { hello }`);
    await vi.waitFor(() => { expect(server.logged).toMatchObject([{ operation: "A".repeat(80) }]); });
  });
});

describe("starting", () => {
  test("on a port that is taken fails with one line", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    await expect(start({ settings: { PORT: String(port) } })).rejects.toThrow(
      new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken\\. Stop what listens there, or choose another port, such as PORT=${port + 1}\\.$`),
    );
    other.close();
  });

  test("on an address of another machine fails with one line", async () => {
    await expect(start({ settings: { HOST: "192.0.2.1", PUBLIC_READ: "true" } })).rejects.toThrow(/^HOST 192\.0\.2\.1 is not an address of this machine\. Use HOST=127\.0\.0\.1 /);
  });

  test("says where it is, as a person on this machine finds it", async () => {
    expect((await start()).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await start({ settings: { HOST: "0.0.0.0", PUBLIC_READ: "true" } })).url).toMatch(/^http:\/\/localhost:\d+$/);
  });
});

describe("closing", () => {
  test("finishes the request under way and takes no other", async () => {
    const gate = new Gate();
    const server = await start({ slow: () => gate.opened });
    const asked = ask(server, "{ slow }");
    await vi.waitFor(() => { expect(server.contexts.opened).toBe(1); });
    const closed = server.close();
    await vi.waitFor(async () => { await expect(fetch(`${server.url}/health/live`)).rejects.toThrow("fetch failed"); });
    gate.open("finished");
    expect(await asked).toMatchObject({ status: 200, data: { slow: "finished" } });
    await closed;
    expect(server.contexts.released).toBe(1);
  });

  test("is not held up by connections that are idle, and may be asked for twice", async () => {
    const server = await start();
    const idle = connect(Number(new URL(server.url).port), "127.0.0.1");
    await once(idle, "connect");
    const began = performance.now();
    await Promise.all([server.close(), server.close()]);
    expect(performance.now() - began).toBeLessThan(2_000);
    idle.destroy();
  });
});

describe("a slow client", () => {
  test("that does not finish its headers in time is cut off", async () => {
    const server = await start({ settings: { LIMIT_HEADERS_SECONDS: "1" } });
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    socket.write("POST /graphql HTTP/1.1\r\nhost: x\r\n");
    expect(String(await once(socket, "data"))).toMatch(/^HTTP\/1\.1 408 /);
    await once(socket, "close");
  });

  test("that does not finish its body in time is cut off", async () => {
    const server = await start({ settings: { LIMIT_HEADERS_SECONDS: "1", LIMIT_REQUEST_SECONDS: "1" } });
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 20\r\n\r\n{"query":');
    expect(String(await once(socket, "data"))).toMatch(/^HTTP\/1\.1 408 /);
    await once(socket.resume(), "close");
    await vi.waitFor(() => { expect(server.logged).toMatchObject([{ outcome: "MALFORMED_JSON" }]); });
  });
});
