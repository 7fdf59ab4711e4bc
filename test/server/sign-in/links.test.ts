import { describe, expect, onTestFinished, test, vi } from "vitest";
import { ask, start, type Running, type Start } from "../support.ts";
import { Browser } from "./browser.ts";

/** A server that nobody has configured. */
const fresh = async (options: Start = {}): Promise<Running> => start({ ...options, access: { hasAnyKey: () => false } });

async function linkFor(server: Running, label = "lead"): Promise<string> {
  return (await server.newLinks()).find((link) => link.label === label)?.url ?? "";
}

describe("a sign-in link", () => {
  test("is made for each role on a server that nobody has configured", async () => {
    const server = await fresh();
    const links = await server.newLinks();
    expect(links.map(({ label }) => label)).toEqual(["lead", "reader"]);
    for (const { url } of links) expect(url).toMatch(new RegExp(`^${server.url}/sign-in/link/[\\w-]{43}$`));
  });

  test("is made nowhere else: with a key, or where others can reach the server", async () => {
    expect(await (await start()).newLinks()).toEqual([]);
    expect(await (await start({ settings: { HOST: "0.0.0.0" } })).newLinks()).toEqual([]);
  });

  test("signs in as its role", async () => {
    const server = await fresh();
    const browser = new Browser();
    const used = await browser.send(await linkFor(server));
    expect([used.status, used.headers.get("location")]).toEqual([303, "/"]);
    expect(server.accounts.people).toEqual([{ issuer: "waymark:local", subject: "LEAD", displayName: "Local lead", grants: [{ role: "LEAD", holdsFor: "pr_1" }] }]);
    await browser.send(`${server.url}/graphql`, { method: "POST", body: '{"query":"{ hello }"}', headers: { "content-type": "application/json" } });
    expect(server.contexts.askers).toEqual([{ holderId: "waymark:local/LEAD", isReadOnly: false }]);
  });

  test("works once", async () => {
    const server = await fresh();
    const url = await linkFor(server);
    expect((await fetch(url, { method: "HEAD" })).status).toBe(403);
    const used = await Promise.all([1, 2, 3].map(async () => (await fetch(url, { redirect: "manual" })).status));
    expect(used.toSorted((a, b) => a - b)).toEqual([303, 403, 403]);
    expect(server.accounts.people).toHaveLength(1);
  });

  test("works for half an hour", async () => {
    const server = await fresh();
    const [early, late] = [await linkFor(server), await linkFor(server)];
    const made = Date.now();
    onTestFinished(() => { vi.useRealTimers(); });
    vi.useFakeTimers({ toFake: ["Date"], now: made + 29 * 60_000 });
    expect((await fetch(early, { redirect: "manual" })).status).toBe(303);
    vi.useFakeTimers({ toFake: ["Date"], now: made + 31 * 60_000 });
    const refused = await fetch(late, { redirect: "manual" });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain("older than half an hour");
  });

  test("works no more once there is a key, and neither does what it began", async () => {
    let isKeyMade = false;
    const server = await start({ access: { hasAnyKey: () => isKeyMade } });
    const [one, other] = [await linkFor(server), await linkFor(server)];
    const browser = new Browser();
    await browser.send(one);
    isKeyMade = true;
    expect((await fetch(other)).status).toBe(403);
    const asked = await browser.send(`${server.url}/graphql`, { method: "POST", body: '{"query":"{ hello }"}', headers: { "content-type": "application/json" } });
    expect(asked.status).toBe(401);
  });

  test("cannot be guessed at for long", async () => {
    const server = await fresh({ settings: { LIMIT_FAILED_SIGN_INS: "2" } });
    const url = await linkFor(server);
    const guesses = [];
    for (let n = 0; n < 3; n += 1) guesses.push((await fetch(`${server.url}/sign-in/link/${n}`)).status);
    expect(guesses).toEqual([403, 403, 429]);
    expect((await fetch(url, { redirect: "manual" })).status).toBe(429);
  });

  test("is what the page says where nobody else signs people in", async () => {
    expect(await (await fetch(`${(await fresh()).url}/sign-in`)).text()).toContain("Use one of the links that were printed where this server was started.");
    expect(await (await fetch(`${(await start()).url}/sign-in`)).text()).toContain("Programs send a key.");
  });
});

describe("a mutation", () => {
  test.each([
    ["two fields", 'mutation { rename(to: "a") again: rename(to: "b") }'],
    ["two fields through a fragment", 'mutation { rename(to: "a") ...More } fragment More on Mutation { again: rename(to: "b") }'],
    ["two fields in one of several", 'query Q { hello } mutation M { rename(to: "a") again: rename(to: "b") }'],
  ])("of %s at its top is refused", async (_, query) => {
    expect(await ask(await start(), query)).toMatchObject({ status: 400, code: "ONE_ACT_AT_A_TIME", data: undefined });
  });

  test("of one field is taken, and may say what it is; queries have as many as they like", async () => {
    const server = await start();
    expect(await ask(server, 'mutation { __typename rename(to: "a") }')).toMatchObject({ status: 200, data: { rename: "renamed" } });
    expect(await ask(server, "{ hello again: hello }")).toMatchObject({ status: 200 });
  });
});
