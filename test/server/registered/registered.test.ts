import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getIntrospectionQuery } from "graphql";
import { createClient } from "graphql-ws";
import { describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { StartError } from "../../../src/server/start/start-error.ts";
import { ask, post, start, type Running } from "../support.ts";

const ECHO = "query Echo($value: Json) {\n  echo(value: $value)\n}";
const RENAME = 'mutation Rename { rename(to: "x") }';
const TICKS = "subscription Ticks { ticks }";

/** A file with what somebody has written into it. */
function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "waymark-operations-"));
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  const file = join(folder, "operations.json");
  writeFileSync(file, text);
  return file;
}

const listOf = (operations: Readonly<Record<string, string>>): string => fileWith(JSON.stringify({ frontEnd: "A dashboard", operations }));

/** A server that answers what a dashboard has registered, and nothing else. */
async function onlyRegistered(settings: Readonly<Record<string, string>> = {}): Promise<Running> {
  return start({ settings: { OPERATIONS: "registered", OPERATION_LISTS: listOf({ Echo: ECHO, Rename: RENAME, Ticks: TICKS }), ...settings } });
}

const hashOf = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: createHash("sha256").update(text).digest("hex") } } });

describe("a server that answers registered operations only", () => {
  test("answers them, however they are laid out, with any variables", async () => {
    const server = await onlyRegistered();
    expect(await ask(server, ECHO, { value: { anything: 1 } })).toMatchObject({ status: 200, data: { echo: "heard" } });
    expect(await ask(server, "# as we like it\nquery Echo( $value : Json ){echo(value:$value)}")).toMatchObject({ status: 200, data: { echo: "heard" } });
    expect(await ask(server, RENAME)).toMatchObject({ status: 200, data: { rename: "renamed" } });
  });

  test.each([
    ["another operation", "{ hello }"],
    ["one of the same name", "query Echo { hello }"],
    ["one with something else in it", ECHO.replace("echo", "hello echo")],
    ["a registered one beside another", `${ECHO} query More { hello }`],
    ["a field that there is not, without telling of it", "{ helo }"],
    ["the name of a type", "{ __typename }"],
    ["a mutation", 'mutation { rename(to: "y") }'],
    ["one over a limit", `{ ${"self { ".repeat(20)} hello ${"}".repeat(20)} }`],
  ])("refuses %s, every time, and does nothing", async (_, text) => {
    const server = await onlyRegistered();
    for (const attempt of [await ask(server, text), await ask(server, text)]) expect(attempt).toMatchObject({ status: 403, code: "OPERATION_NOT_REGISTERED", data: undefined });
    expect((await ask(server, text)).text).not.toMatch(/helo|Query/);
    expect(server.logged.filter(({ outcome }) => outcome === "OK")).toEqual([]);
  });

  test("takes the hash of a registered operation without its text, by GET too, and learns no other", async () => {
    const server = await onlyRegistered();
    expect(await post(server, JSON.stringify(hashOf(ECHO)))).toMatchObject({ status: 200, data: { echo: "heard" } });
    const got = await fetch(`${server.url}/graphql?${new URLSearchParams({ extensions: JSON.stringify(hashOf(ECHO).extensions) }).toString()}`, { headers: { "apollo-require-preflight": "1" } });
    expect([got.status, await got.json()]).toMatchObject([200, { data: { echo: "heard" } }]);
    const other = "{ hello }";
    expect(await post(server, JSON.stringify({ query: other, ...hashOf(other) }))).toMatchObject({ status: 403, code: "OPERATION_NOT_REGISTERED" });
    expect(await post(server, JSON.stringify(hashOf(other)))).toMatchObject({ status: 200, code: "PERSISTED_QUERY_NOT_FOUND" });
  });

  test("refuses over a stream and a socket as it does otherwise", async () => {
    const server = await onlyRegistered();
    const streamed = async (query: string): Promise<string> => {
      const answer = await fetch(`${server.url}/graphql`, { method: "POST", headers: { accept: "text/event-stream", "content-type": "application/json" }, body: JSON.stringify({ query }) });
      return answer.text();
    };
    expect(await streamed("{ hello }")).toContain("OPERATION_NOT_REGISTERED");
    expect(await streamed("subscription { ticks }")).toContain("OPERATION_NOT_REGISTERED");
    expect(await streamed(TICKS)).not.toContain("OPERATION_NOT_REGISTERED");
    const socket = createClient({ url: `${server.url.replace("http", "ws")}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
    onTestFinished(async () => socket.dispose());
    await expect(socket.iterate({ query: "{ hello }" }).next()).rejects.toMatchObject([{ extensions: { code: "OPERATION_NOT_REGISTERED" } }]);
    expect(await socket.iterate({ query: ECHO }).next()).toMatchObject({ value: { data: { echo: "heard" } } });
  });

  test("tells its schema only where it is told to", async () => {
    expect(await ask(await onlyRegistered(), getIntrospectionQuery())).toMatchObject({ status: 403, code: "INTROSPECTION_OFF" });
    const open = await onlyRegistered({ INTROSPECTION: "true" });
    expect(await ask(open, getIntrospectionQuery())).toMatchObject({ status: 200 });
    expect(await ask(open, "{ __schema { queryType { name } } hello }")).toMatchObject({ status: 403, code: "OPERATION_NOT_REGISTERED" });
  });

  test.each([
    ["that is not there", () => "/nowhere/operations.json", "OPERATION_LISTS names /nowhere/operations.json, which cannot be read."],
    ["that is no list", () => fileWith('["query"]'), "which is no list of operations: it takes"],
    ["that is no JSON", () => fileWith("query {"), "which is no list of operations: it takes"],
    ["that asks what there is not", () => listOf({ Board: "query Board { board }" }), 'registers an operation of A dashboard that the schema does not answer: Board: Cannot query field "board" on type "Query".'],
    ["that is torn", () => listOf({ Board: "query Board {" }), "registers an operation of A dashboard that the schema does not answer: Board: Syntax Error"],
  ])("does not start with a list %s, and says so in a line", async (_, file, words) => {
    await expect(onlyRegistered({ OPERATION_LISTS: file() })).rejects.toThrow(words);
    await expect(onlyRegistered({ OPERATION_LISTS: file() })).rejects.toBeInstanceOf(StartError);
  });
});

describe("a server that answers all operations", () => {
  test("answers no question for its schema where it is told not to, and everything else", async () => {
    const server = await start({ settings: { INTROSPECTION: "false" } });
    for (const text of [getIntrospectionQuery(), '{ hello __type(name: "Query") { name } }', "{ ...On } fragment On on Query { __schema { queryType { name } } }"]) {
      expect(await ask(server, text)).toMatchObject({ status: 403, code: "INTROSPECTION_OFF", data: undefined });
    }
    expect(await ask(server, "{ __typename hello }")).toMatchObject({ status: 200, data: { __typename: "Query", hello: "there" } });
    expect(await ask(await start(), getIntrospectionQuery())).toMatchObject({ status: 200 });
  });
});
