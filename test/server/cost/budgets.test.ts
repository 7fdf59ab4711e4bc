import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ask, goodKey, start } from "../support.ts";
import { Windows } from "../../../src/server/cost/windows.ts";

describe("a minute", () => {
  beforeEach(() => { vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-28T12:00:00Z") }); });
  afterEach(() => { vi.useRealTimers(); });

  test("begins with what is used first, ends sixty seconds later, and is everybody's own", () => {
    const windows = new Windows(10);
    expect(windows.take("a", 4)).toMatchObject({ isTaken: true, remaining: 6, resetAt: Date.parse("2026-11-28T12:01:00Z") });
    vi.setSystemTime(new Date("2026-11-28T12:00:59Z"));
    expect(windows.take("a", 7)).toMatchObject({ isTaken: false, remaining: 6 });
    expect(windows.take("a", 6)).toMatchObject({ isTaken: true, remaining: 0 });
    expect(windows.take("b", 10)).toMatchObject({ isTaken: true });
    vi.setSystemTime(new Date("2026-11-28T12:01:00Z"));
    expect(windows.take("a", 10)).toMatchObject({ isTaken: true, remaining: 0, resetAt: Date.parse("2026-11-28T12:02:00Z") });
  });
});

describe("an operation", () => {
  test.each([
    ["nodes", "LIMIT_NODES", 10, "TOO_MANY_NODES", (n: number) => `{ things(first: ${n}) { nodes { name } } }`],
    ["values", "LIMIT_VALUES", 12, "TOO_MANY_VALUES", (n: number) => `{ things(first: ${n - 2}) { nodes { name } } }`],
    ["cost", "LIMIT_COST", 12, "QUERY_TOO_COSTLY", (n: number) => `{ things(first: ${n - 2}) { nodes { self { name } } } }`],
  ])("is taken at the limit of %s, and refused one above, in the document and in its variables, before anything is read", async (_, setting, most, code, write) => {
    const server = await start({ settings: { [setting]: String(most) } });
    expect(await ask(server, write(most))).toMatchObject({ status: 200, errors: undefined });
    const refused = await ask(server, write(most + 1));
    expect(refused).toMatchObject({ status: 400, code, data: undefined });
    expect(refused.message).toContain(`${most + 1}`);
    const query = write(0).replace(/first: -?\d+/, "first: $n").replace("{", "query ($n: Int) {");
    const variables = (n: number): object => ({ n: n - (code === "TOO_MANY_NODES" ? 0 : 2) });
    expect(await ask(server, query, variables(most))).toMatchObject({ status: 200, errors: undefined });
    expect(await ask(server, query, variables(most + 1))).toMatchObject({ status: 400, code, data: undefined });
  });
});

describe("an answer", () => {
  test("says what it cost, and what is left of the minute", async () => {
    const server = await start({ settings: { LIMIT_COST_PER_MINUTE: "10" } });
    const { extensions, headers } = await ask(server, "{ things(first: 3) { nodes { self { name } } } }");
    expect(extensions).toMatchObject({ cost: { requested: 5, limit: 10, remaining: 5 } });
    const reset = Number(headers.get("ratelimit-reset"));
    expect([headers.get("ratelimit-limit"), headers.get("ratelimit-remaining")]).toEqual(["10", "5"]);
    expect(reset).toBeGreaterThan(50);
    expect(reset).toBeLessThanOrEqual(60);
  });

  test("is refused where what it costs is not left, with when to come again; and what is left can still be used", async () => {
    const server = await start({ settings: { LIMIT_COST_PER_MINUTE: "10" } });
    await ask(server, "{ things(first: 3) { nodes { self { name } } } }");
    const { status, code, message, headers, data } = await ask(server, "{ things(first: 4) { nodes { self { name } } } }");
    expect({ status, code, data }).toEqual({ status: 429, code: "RATE_LIMITED", data: undefined });
    expect(message).toMatch(/^This would cost 5 points, and of the 10 that you may use within a minute 4 are left\./);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(50);
    expect(headers.get("ratelimit-remaining")).toBe("4");
    // The request itself was answered, and cost its one.
    expect(await ask(server, "{ things(first: 1) { nodes { self { name } } } }")).toMatchObject({ status: 200 });
    expect(await ask(server, "{ hello }")).toMatchObject({ status: 200 });
    expect(await ask(server, "{ hello }")).toMatchObject({ status: 429, code: "RATE_LIMITED" });
  });

  test("to a document that is wrong costs as well, so nobody asks without end", async () => {
    const server = await start({ settings: { LIMIT_COST_PER_MINUTE: "3" } });
    for (let n = 0; n < 3; n += 1) expect(await ask(server, "{ nothing }")).toMatchObject({ status: 400 });
    expect(await ask(server, "{ nothing }")).toMatchObject({ status: 429, code: "RATE_LIMITED" });
  });

  test("counts for a key from wherever it comes, and beside it for an address where nobody signed in", async () => {
    const server = await start({ settings: { LIMIT_COST_PER_MINUTE: "2", TRUSTED_PROXIES: "1" } });
    const as = (authorization: string | null, address: string) => ask(server, "{ hello }", {}, { "x-forwarded-for": address, ...(authorization === null ? {} : { authorization }) });
    const key = `Bearer ${goodKey}`;
    expect((await as(key, "192.0.2.1")).status).toBe(200);
    expect((await as(key, "192.0.2.2")).status).toBe(200);
    expect((await as(key, "192.0.2.3")).status).toBe(429);
    expect((await as(null, "192.0.2.1")).status).toBe(200);
    expect((await as(null, "192.0.2.1")).status).toBe(200);
    expect((await as(null, "192.0.2.1")).status).toBe(429);
    expect((await as(null, "192.0.2.9")).status).toBe(200);
  });
});
