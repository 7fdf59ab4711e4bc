import { setTimeout } from "node:timers/promises";
import { GraphQLError } from "graphql";
import { describe, expect, test, vi } from "vitest";
import { ask, Gate, goodKey, post, start } from "./support.ts";

describe("a context", () => {
  test.each([
    ["was answered", "{ hello }"],
    ["failed", "{ fail }"],
    ["was refused by a resolver", "{ refuse }"],
    ["was over a limit", `{ echo(value: ${"[".repeat(20)}${"]".repeat(20)}) }`],
    ["was not valid", "{ helo }"],
    ["was not GraphQL", "{"],
  ])("is released exactly once after a request that %s", async (_, query) => {
    const server = await start();
    await ask(server, query);
    await vi.waitFor(() => { expect(server.contexts).toMatchObject({ opened: 1, released: 1 }); });
  });

  test("is released once nothing runs for a request whose client has gone, and not before", async () => {
    const gate = new Gate();
    const server = await start({ slow: () => gate.opened });
    const client = new AbortController();
    const asked = fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"query":"{ slow }"}',
      signal: client.signal,
    });
    await vi.waitFor(() => { expect(server.contexts.opened).toBe(1); });
    client.abort();
    await expect(asked).rejects.toThrow("aborted");
    await setTimeout(100); // for the server to have noticed
    expect(server.contexts.released).toBe(0);
    gate.open("too late");
    await vi.waitFor(() => { expect(server.contexts.released).toBe(1); });
  });

  test("that could not be opened is not released", async () => {
    const server = await start({ application: { openContext: () => Promise.reject(new GraphQLError("No.", { extensions: { code: "FORBIDDEN" } })) } });
    await ask(server, "{ hello }");
    expect(server.contexts).toMatchObject({ opened: 0, released: 0 });
  });

  test("is not opened for a body that was refused", async () => {
    const server = await start();
    await post(server, "{");
    expect(server.contexts.opened).toBe(0);
  });

  test("whose release fails does not spoil the answer, and the failure is logged", async () => {
    const server = await start({ release: () => { throw new Error("already closed"); } });
    expect(await ask(server, "{ hello }")).toMatchObject({ status: 200, data: { hello: "there" } });
    await vi.waitFor(() => { expect(server.logged.filter((line) => line.msg === "fault")).toHaveLength(1); });
  });

  test("is given who asks, under which key, and a deadline", async () => {
    const server = await start({ settings: { LIMIT_OPERATION_SECONDS: "3" } });
    await post(server, '{"query":"{ hello }"}', { authorization: `Bearer ${goodKey}`, "idempotency-key": "one" });
    expect(server.contexts).toMatchObject({ askers: [{ holderId: "ky_good", isReadOnly: false }], keys: ["one"] });
    const [deadline = 0] = server.contexts.deadlines;
    expect(deadline - performance.now()).toBeGreaterThan(1_000);
    expect(deadline - performance.now()).toBeLessThanOrEqual(3_000);
  });
});

test.each(["{ hello }", "{ fail }", "{ helo }"])("what the context has to say is on the answer to %s", async (query) => {
  expect((await ask(await start(), query)).extensions).toMatchObject({ ledger: { entry: 7 }, cost: { requested: 1, remaining: 999_999 } });
});
