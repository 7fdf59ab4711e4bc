import { describe, expect, test, vi } from "vitest";
import { goodKey, post, read, start, type Asked, type Running } from "../support.ts";

const hello = JSON.stringify({ query: "{ hello }" });
const rename = JSON.stringify({ query: 'mutation { rename(to: "x") }' });
const basic = (password: string) => ({ authorization: `Basic ${Buffer.from(`anything:${password}`).toString("base64")}` });

describe("a key", () => {
  test("is taken as a bearer token, for reading and for changing", async () => {
    const server = await start({ settings: { PUBLIC_READ: "false" } });
    expect(await post(server, hello, { authorization: `Bearer ${goodKey}` })).toMatchObject({ status: 200, data: { hello: "there" } });
    expect(await post(server, rename, { authorization: `bearer  ${goodKey}` })).toMatchObject({ status: 200, data: { rename: "renamed" } });
    expect(server.contexts.askers).toEqual([{ holderId: "ky_good", isReadOnly: false }, { holderId: "ky_good", isReadOnly: false }]);
  });

  test("is taken as a password, for reading alone, by POST and by GET", async () => {
    const server = await start({ settings: { PUBLIC_READ: "false" } });
    expect(await post(server, hello, basic(goodKey))).toMatchObject({ status: 200 });
    const got = await fetch(`${server.url}/graphql?query=%7Bhello%7D`, { headers: { ...basic(goodKey), "apollo-require-preflight": "true" } });
    expect(await read(got)).toMatchObject({ status: 200, data: { hello: "there" } });
    expect(await post(server, rename, basic(goodKey))).toMatchObject({ status: 403, code: "READ_ONLY", data: undefined });
  });

  test.each([
    ["a key that opens nothing", { authorization: "Bearer wmk_bad" }, "KEY_NOT_VALID"],
    ["a password that opens nothing", basic("wmk_bad"), "KEY_NOT_VALID"],
    ["a password that is no key", basic("letmein"), "CREDENTIALS_NOT_UNDERSTOOD"],
    ["a bearer of nothing", { authorization: "Bearer" }, "CREDENTIALS_NOT_UNDERSTOOD"],
    ["a bearer of something else", { authorization: "Bearer abc" }, "CREDENTIALS_NOT_UNDERSTOOD"],
    ["two keys", { authorization: `Bearer ${goodKey} ${goodKey}` }, "CREDENTIALS_NOT_UNDERSTOOD"],
    ["a key under another scheme", { authorization: `Token ${goodKey}` }, "CREDENTIALS_NOT_UNDERSTOOD"],
    ["something that looks like a token", { authorization: "Bearer a.b.c" }, "TOKEN_NOT_VALID"],
    ["nothing in a header that is there", { authorization: "" }, "CREDENTIALS_NOT_UNDERSTOOD"],
  ])("is not made of %s, even where everybody may read", async (_, headers, code) => {
    const server = await start();
    const response = await fetch(`${server.url}/graphql`, { method: "POST", body: hello, headers: { "content-type": "application/json", ...headers } });
    expect(response.headers.get("www-authenticate")).toMatch(/^Bearer realm="Waymark"(, error="invalid_token")?, Basic realm="Waymark", charset="UTF-8"$/);
    const refused = await read(response);
    expect(refused).toMatchObject({ status: 401, code, data: undefined });
    expect(refused.text).not.toContain("wmk_");
    expect(server.contexts.opened).toBe(0);
  });

  test("is asked for where not everybody may read; a browser is not asked for a password", async () => {
    const server = await start({ settings: { PUBLIC_READ: "false" } });
    const asked = await fetch(`${server.url}/graphql`, { method: "POST", body: hello, headers: { "content-type": "application/json", "sec-fetch-mode": "cors", "sec-fetch-site": "same-origin" } });
    expect([asked.status, asked.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="Waymark"']);
    expect(await asked.json()).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
  });

  test("is needed where others can reach the server, and the command that makes one is said", async () => {
    const settings = { HOST: "0.0.0.0", PUBLIC_READ: "true" };
    await expect(start({ settings, access: { hasAnyKey: () => false } })).rejects.toThrow(/^HOST 0\.0\.0\.0 can be reached from other machines.*waymark key/);
    expect((await start({ settings })).url).toMatch(/^http:\/\/localhost/);
  });
});

async function asking(server: Running, key: string, from: Readonly<Record<string, string>> = {}): Promise<Asked> {
  return post(server, hello, { authorization: `Bearer ${key}`, ...from });
}

describe("failed attempts", () => {
  test("are held up from one address, with how long to wait, while others go on", async () => {
    const server = await start({ settings: { LIMIT_FAILED_SIGN_INS: "3", TRUSTED_PROXIES: "1" } });
    const [here, there] = [{ "x-forwarded-for": "192.0.2.1" }, { "x-forwarded-for": "192.0.2.2" }];
    const answers = await Promise.all([1, 2, 3, 4, 5].map(async () => asking(server, "wmk_bad", here)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([401, 401, 401, 429, 429]);
    const held = await fetch(`${server.url}/graphql`, { method: "POST", body: hello, headers: { "content-type": "application/json", authorization: `Bearer ${goodKey}`, ...here } });
    expect(await read(held.clone())).toMatchObject({ status: 429, code: "TOO_MANY_ATTEMPTS" });
    expect(Number(held.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await asking(server, goodKey, there)).toMatchObject({ status: 200 });
    // Whoever shows nothing is not held up.
    expect(await post(server, hello, here)).toMatchObject({ status: 200 });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
    expect(await asking(server, goodKey, here)).toMatchObject({ status: 200 });
    vi.useRealTimers();
  });

  test("are not counted where they succeed", async () => {
    const server = await start({ settings: { LIMIT_FAILED_SIGN_INS: "2" } });
    for (let times = 0; times < 5; times += 1) expect(await asking(server, goodKey)).toMatchObject({ status: 200 });
  });

  test("are not escaped by saying another address", async () => {
    const server = await start({ settings: { LIMIT_FAILED_SIGN_INS: "1" } });
    await asking(server, "wmk_bad", { "x-forwarded-for": "192.0.2.1" });
    expect(await asking(server, "wmk_bad", { "x-forwarded-for": "192.0.2.2" })).toMatchObject({ status: 429 });
  });
});

describe("an Idempotency-Key", () => {
  test("is handed on as it is", async () => {
    const server = await start();
    for (const key of ["a", "x".repeat(255), "Board, March 2024"]) await post(server, rename, { authorization: `Bearer ${goodKey}`, "idempotency-key": key });
    await post(server, rename, { authorization: `Bearer ${goodKey}` });
    expect(server.contexts.keys).toEqual(["a", "x".repeat(255), "Board, March 2024", null]);
  });

  test.each([["empty", ""], ["too long", "x".repeat(256)], ["not printable", "caf\u00e9"]])("that is %s is refused", async (_, key) => {
    const server = await start();
    expect(await post(server, rename, { "idempotency-key": key })).toMatchObject({ status: 400, code: "INVALID_IDEMPOTENCY_KEY" });
    expect(server.contexts.opened).toBe(0);
  });
});
