import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { post, start, type Running, type Start } from "../support.ts";
import { Browser, Stopped } from "./browser.ts";
import { audience, clientSecret, openIssuer, type TestIssuer } from "./issuer.ts";

const people = {
  ann: { name: "Ann Lead", groups: ["leads", "canteen"] },
  bob: { name: "Bob Nobody" },
};

const roles = [{ group: "leads", role: "LEAD", holdsFor: "pr_0000000000000001" }, { group: "robots", role: "READER" }];

interface World {
  readonly server: Running;
  readonly north: TestIssuer;
  readonly south: TestIssuer;
}

/** A server with two issuers, each a real one. */
async function openWorld(settings: Readonly<Record<string, string>> = {}, options: Start = {}): Promise<World> {
  const [north, south] = await Promise.all([openIssuer(people), openIssuer({ ann: { name: "Another Ann", groups: ["leads"] } })]);
  const folder = mkdtempSync(join(tmpdir(), "waymark-sign-in-"));
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  writeFileSync(join(folder, "secret"), `${clientSecret}\n`);
  writeFileSync(join(folder, "sign-in.json"), JSON.stringify([
    { name: "north", title: "North Trust", issuer: north.url, clientId: "waymark", clientSecretFile: "secret", audience, roles },
    { name: "south", issuer: south.url, clientId: "waymark", clientSecret, audience },
  ]));
  const server = await start({ ...options, settings: { SIGN_IN: join(folder, "sign-in.json"), ...settings } });
  await Promise.all([north.serve(server.url), south.serve(server.url)]);
  return { server, north, south };
}

const hello = JSON.stringify({ query: "{ hello }" });
const rename = JSON.stringify({ query: 'mutation { rename(to: "x") }' });

/** What the graph answers to this browser. */
async function ask(browser: Browser, { url }: Running, body = hello, headers: Readonly<Record<string, string>> = {}): Promise<{ status: number; text: string }> {
  const response = await browser.send(`${url}/graphql`, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });
  return { status: response.status, text: await response.text() };
}

/** Moves every clock of the test: the server and its issuers go by the same. */
function later(milliseconds: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + milliseconds });
  onTestFinished(() => { vi.useRealTimers(); });
}

describe("signing in with a browser", () => {
  test("lists who signs people in", async () => {
    const { server } = await openWorld();
    const page = await fetch(`${server.url}/sign-in?to=/explore`);
    const text = await page.text();
    expect(text).toContain('<a href="/sign-in/north?to=%2Fexplore">Sign in with North Trust</a>');
    expect(text).toContain("Sign in with south");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; frame-ancestors 'none'; style-src 'sha256-/);
  });

  test("goes to the issuer and back, with roles by group, and comes out where it began", async () => {
    const { server, north } = await openWorld();
    const browser = new Browser();
    const leaving = await browser.send(`${server.url}/sign-in/north?to=/health/live`);
    const to = new URL(leaving.headers.get("location") ?? "");
    expect(to.origin).toBe(north.url);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({ response_type: "code", code_challenge_method: "S256", scope: "openid profile" });
    expect(["state", "nonce", "code_challenge"].every((name) => (to.searchParams.get(name)?.length ?? 0) > 40)).toBe(true);

    const back = await browser.signIn(`${server.url}/sign-in/north?to=/health/live`, "ann");
    expect([back.address, back.response.status]).toEqual([`${server.url}/health/live`, 200]);
    expect(server.accounts.people).toEqual([{ issuer: north.url, subject: "ann", displayName: "Ann Lead", grants: [{ role: "LEAD", holdsFor: "pr_0000000000000001" }] }]);
    expect(await ask(browser, server)).toMatchObject({ status: 200 });
    expect(server.contexts.askers).toEqual([{ holderId: `${north.url}/ann`, isReadOnly: false }]);
    expect(browser.setCookies.filter((line) => line.startsWith("waymark=")).join()).toMatch(/^waymark=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  });

  test("keeps the same name at two issuers apart, and gives no roles where groups stand for none", async () => {
    const { server, north, south } = await openWorld();
    await new Browser().signIn(`${server.url}/sign-in/north`, "ann");
    await new Browser().signIn(`${server.url}/sign-in/south`, "ann");
    expect(server.accounts.people).toMatchObject([{ issuer: north.url, displayName: "Ann Lead" }, { issuer: south.url, displayName: "Another Ann", grants: [] }]);
  });

  test("gives no roles where the issuer lists no groups", async () => {
    const { server } = await openWorld();
    await new Browser().signIn(`${server.url}/sign-in/north`, "bob");
    expect(server.accounts.people).toMatchObject([{ subject: "bob", grants: [] }]);
  });

  test("is held up by no issuer that is down, and goes on when it is back", async () => {
    const { server, north } = await openWorld();
    north.setDown(true);
    const refused = await new Browser().open(`${server.url}/sign-in/north`);
    expect(refused.response.status).toBe(503);
    expect(refused.text).toContain("North Trust does not answer just now. Try again in a moment.");
    const other = new Browser();
    await other.signIn(`${server.url}/sign-in/south`, "ann");
    expect(await ask(other, server)).toMatchObject({ status: 200 });
    north.setDown(false);
    await vi.waitFor(async () => { expect((await new Browser().send(`${server.url}/sign-in/north`)).status).toBe(303); }, { timeout: 10_000, interval: 500 });
  });

  test.each([
    ["in a browser that never left", (address: URL) => address.href, false, 400],
    ["with another state", (address: URL) => { address.searchParams.set("state", "x".repeat(43)); return address.href; }, true, 400],
    ["with another code", (address: URL) => { address.searchParams.set("code", "x".repeat(43)); return address.href; }, true, 403],
    ["from another issuer", (address: URL) => { address.searchParams.set("iss", "http://127.0.0.1:9"); return address.href; }, true, 403],
    ["saying that it was refused", (address: URL) => { address.searchParams.delete("code"); address.searchParams.set("error", "access_denied"); return address.href; }, true, 403],
  ])("is refused to who comes back %s", async (_, changed, isSame, status) => {
    const { server } = await openWorld();
    const browser = new Browser();
    const callback = await callbackOf(browser, server);
    const back = await (isSame ? browser : new Browser()).send(changed(new URL(callback)));
    expect(back.status).toBe(status);
    expect(await back.text()).toContain("You are not signed in yet");
    expect(server.accounts.people).toEqual([]);
    expect(browser.cookie(server.url, "waymark")).toBeUndefined();
    expect(JSON.stringify(server.logged)).not.toMatch(/access_denied|xxxx|ann/i);
  });

  test("takes an answer of the issuer once", async () => {
    const { server } = await openWorld();
    const browser = new Browser();
    const callback = await callbackOf(browser, server);
    const began = browser.cookie(server.url, "waymark-signing-in") ?? "";
    expect((await browser.send(callback)).status).toBe(303);
    browser.keep(server.url, `waymark-signing-in=${began}`);
    expect((await browser.send(callback)).status).toBe(403);
  });

  test.each(["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])("never leads on to %s", async (to) => {
    const { server } = await openWorld();
    const back = await new Browser().signIn(`${server.url}/sign-in/north?to=${encodeURIComponent(to)}`, "ann");
    expect(new URL(back.address).origin).toBe(server.url);
  });

  test("answers 404 for an issuer that there is not", async () => {
    const { server } = await openWorld();
    expect((await fetch(`${server.url}/sign-in/east`)).status).toBe(404);
    expect((await fetch(`${server.url}/sign-in/east/callback`)).status).toBe(404);
  });

  test("logs who signed people in, and nobody's name, secret or token", async () => {
    const { server } = await openWorld();
    await new Browser().signIn(`${server.url}/sign-in/north`, "ann");
    expect(server.logged).toMatchObject([{ issuer: "north", msg: "signed in" }]);
    expect(JSON.stringify(server.logged)).not.toMatch(/ann|secret/i);
  });
});

/** A server, and the browser of somebody who signed in there. */
async function signedIn(settings: Readonly<Record<string, string>> = {}): Promise<World & { browser: Browser }> {
  const world = await openWorld(settings);
  const browser = new Browser();
  await browser.signIn(`${world.server.url}/sign-in/north`, "ann");
  return { ...world, browser };
}

describe("a session", () => {
  test("begins under a new secret, and the one before it ends", async () => {
    const { server, browser } = await signedIn();
    const before = browser.cookie(server.url, "waymark") ?? "";
    await browser.signIn(`${server.url}/sign-in/south`, "ann");
    expect(browser.cookie(server.url, "waymark")).not.toBe(before);
    const other = new Browser();
    other.keep(server.url, `waymark=${before}`);
    expect(await ask(other, server)).toMatchObject({ status: 401 });
  });

  test("is not taken from a secret that somebody made up", async () => {
    const { server } = await openWorld();
    const browser = new Browser();
    browser.keep(server.url, `waymark=${"A".repeat(43)}`);
    const refused = await browser.send(`${server.url}/graphql`, { method: "POST", body: hello, headers: { "content-type": "application/json" } });
    expect(refused.status).toBe(401);
    expect(refused.headers.get("www-authenticate")).toMatch(/^Bearer realm="Waymark"/);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: "SESSION_ENDED" } }] });
    expect(server.contexts.opened).toBe(0);
    // The cookie is gone, and the next request is one of somebody who did not sign in.
    expect(await ask(browser, server)).toMatchObject({ status: 200 });
  });

  test.each([
    ["another site, as its browser says", { "sec-fetch-site": "cross-site" }],
    ["a neighbouring host", { "sec-fetch-site": "same-site" }],
    ["another origin, of an older browser", { "sec-fetch-site": undefined, origin: "https://evil.example" }],
    ["a page without an origin", { "sec-fetch-site": undefined, origin: "null" }],
    ["nowhere that it names", { "sec-fetch-site": undefined }],
  ])("counts for nothing in a request from %s", async (_, headers) => {
    const { server, browser } = await signedIn();
    const cookie = `waymark=${browser.cookie(server.url, "waymark") ?? ""}`;
    const sent = Object.fromEntries(Object.entries({ "content-type": "application/json", cookie, ...headers }).filter((header): header is [string, string] => header[1] !== undefined));
    const refused = await fetch(`${server.url}/graphql`, { method: "POST", body: rename, headers: sent });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: "FOREIGN_ORIGIN" } }] });
    expect(server.contexts.opened).toBe(0);
  });

  test("counts in a request of a page of this server", async () => {
    const { server, browser } = await signedIn();
    expect(await ask(browser, server, rename)).toMatchObject({ status: 200 });
    const cookie = `waymark=${browser.cookie(server.url, "waymark") ?? ""}`;
    const older = await fetch(`${server.url}/graphql`, { method: "POST", body: rename, headers: { "content-type": "application/json", cookie, origin: server.url } });
    expect(older.status).toBe(200);
  });

  test("ends after eight hours without use, and goes on with it", async () => {
    const { server, browser } = await signedIn();
    later(7 * 3_600_000);
    expect(await ask(browser, server)).toMatchObject({ status: 200 });
    later(7 * 3_600_000);
    expect(await ask(browser, server)).toMatchObject({ status: 200 });
    later(8 * 3_600_000 + 1);
    expect(await ask(browser, server)).toMatchObject({ status: 401 });
  });

  test("ends after seven days, however it is used", async () => {
    const { server, browser } = await signedIn({ SESSION_IDLE_HOURS: "48" });
    for (let day = 1; day < 7; day += 1) {
      later(86_400_000);
      expect(await ask(browser, server)).toMatchObject({ status: 200 });
    }
    later(86_400_000 + 60_000);
    const cookie = new Browser();
    cookie.keep(server.url, `waymark=${browser.cookie(server.url, "waymark") ?? ""}`);
    expect(await ask(cookie, server)).toMatchObject({ status: 401 });
  });

  test("ends with the account", async () => {
    const { server, north, browser } = await signedIn();
    server.accounts.shutOut.add(`${north.url}/ann`);
    expect(await ask(browser, server)).toMatchObject({ status: 401 });
  });

  test("ends by signing out, here and at the issuer", async () => {
    const { server, north, browser } = await signedIn();
    const before = browser.cookie(server.url, "waymark") ?? "";
    expect((await browser.open(`${server.url}/sign-in`)).text).toContain('action="/sign-out"');
    const out = await browser.send(`${server.url}/sign-out`, { method: "POST" });
    expect(browser.cookie(server.url, "waymark")).toBeUndefined();
    const [, there = ""] = /url=(.*)$/.exec(out.headers.get("refresh") ?? "") ?? [];
    expect(there).toMatch(new RegExp(`^${north.url}/session/end\\?`));
    const asked = await browser.open(there);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.text)?.[1] ?? "";
    const done = await browser.open(`${north.url}/session/end/confirm`, { method: "POST", body: new URLSearchParams({ xsrf, logout: "yes" }) });
    expect([new URL(done.address).pathname, new URL(done.address).origin]).toEqual(["/sign-in", server.url]);
    const old = new Browser();
    old.keep(server.url, `waymark=${before}`);
    expect(await ask(old, server)).toMatchObject({ status: 401 });
  });

  test("is ended by no page of another site", async () => {
    const { server, browser } = await signedIn();
    expect((await browser.send(`${server.url}/sign-out`, { method: "POST", headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
    expect((await browser.send(`${server.url}/sign-out`)).status).toBe(404);
    expect(await ask(browser, server)).toMatchObject({ status: 200 });
  });

  test("has a cookie that only https carries and no other host can set, where browsers come by https", async () => {
    const { server } = await openWorld({ PUBLIC_URL: "https://waymark.example.nhs.uk" });
    const leaving = await fetch(`${server.url}/sign-in/north`, { redirect: "manual" });
    expect(leaving.headers.get("set-cookie")).toMatch(/^__Host-waymark-signing-in=[\w-]+; Max-Age=600; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
    expect(new URL(leaving.headers.get("location") ?? "").searchParams.get("redirect_uri")).toBe("https://waymark.example.nhs.uk/sign-in/north/callback");
  });
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** An instant as tokens write it. */
const seconds = (after: number) => Math.floor(Date.now() / 1_000) + after;

describe("an access token", () => {
  test("of a configured issuer is taken, with roles by group", async () => {
    const { server, north } = await openWorld();
    const token = await north.token();
    expect(await post(server, rename, bearer(token))).toMatchObject({ status: 200, data: { rename: "renamed" } });
    expect(await post(server, hello, bearer(token))).toMatchObject({ status: 200 });
    // It came twice, and was recorded once.
    expect(server.accounts.people).toEqual([{ issuer: north.url, subject: "robot", displayName: "Board robot", grants: [{ role: "READER", holdsFor: null }] }]);
    expect(server.contexts.askers[0]).toEqual({ holderId: `${north.url}/robot`, isReadOnly: false });
  });

  test.each([
    ["made out for something else", async ({ north }: World) => north.token("urn:canteen"), "TOKEN_NOT_VALID"],
    ["of an issuer that is not configured", async ({ north }: World) => north.sign({ iss: "https://evil.example" }), "TOKEN_NOT_VALID"],
    ["of another issuer than it says", async ({ north, south }: World) => { await north.rotate(); return south.sign({ iss: north.url }); }, "TOKEN_NOT_VALID"],
    ["that somebody changed", async ({ north }: World) => changed(await north.token()), "TOKEN_NOT_VALID"],
    ["that nobody signed", async ({ north }: World) => unsigned(await north.token()), "TOKEN_NOT_VALID"],
    ["that tells a page who signed in", async ({ north }: World) => north.sign({ nonce: "n" }), "TOKEN_NOT_VALID"],
    ["without an end", async ({ north }: World) => north.sign({ exp: undefined }), "TOKEN_NOT_VALID"],
    ["for nobody", async ({ north }: World) => north.sign({ sub: undefined }), "TOKEN_NOT_VALID"],
    ["that ended over a minute ago", async ({ north }: World) => north.sign({ exp: seconds(-62) }), "TOKEN_EXPIRED"],
    ["that begins in over a minute", async ({ north }: World) => north.sign({ nbf: seconds(70) }), "TOKEN_NOT_VALID"],
  ])("%s is refused", async (_, make, code) => {
    const world = await openWorld();
    const refused = await post(world.server, hello, bearer(await make(world)));
    expect(refused).toMatchObject({ status: 401, code, data: undefined });
    expect(refused.text).not.toContain("127.0.0.1");
    expect(world.server.contexts.opened).toBe(0);
    expect(world.server.accounts.people).toEqual([]);
  });

  test.each([{ exp: -58 }, { nbf: 50 }])("is taken although its issuer's clock is %j seconds off", async (offset) => {
    const { server, north } = await openWorld();
    const claims = Object.fromEntries(Object.entries(offset).map(([name, after]) => [name, seconds(after)]));
    expect(await post(server, hello, bearer(await north.sign(claims)))).toMatchObject({ status: 200 });
  });

  test("signed with a new key is taken, and the old key no more; made-up keys fetch the list no more often than every half a minute", async () => {
    const { server, north } = await openWorld();
    const old = await north.token();
    expect(await post(server, hello, bearer(old))).toMatchObject({ status: 200 });
    expect(north.fetches()).toBe(1);
    await north.rotate();
    const renewed = await north.token();
    later(31_000);
    expect(await post(server, hello, bearer(renewed))).toMatchObject({ status: 200 });
    expect(north.fetches()).toBe(2);
    expect(await post(server, hello, bearer(old))).toMatchObject({ status: 401, code: "TOKEN_NOT_VALID" });
    for (const kid of ["one", "two", "three"]) expect(await post(server, hello, bearer(await north.sign({}, undefined, { kid })))).toMatchObject({ status: 401 });
    expect(north.fetches()).toBe(2);
  });

  test("of an issuer that is down can be sent again, and those of another are taken", async () => {
    const { server, north, south } = await openWorld();
    const token = await north.token();
    north.setDown(true);
    const refused = await fetch(`${server.url}/graphql`, { method: "POST", body: hello, headers: { "content-type": "application/json", ...bearer(token) } });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: "ISSUER_UNAVAILABLE" } }] });
    expect(await post(server, hello, bearer(await south.token()))).toMatchObject({ status: 200 });
  });
});

/** Where the issuer sends somebody back to, once they have said who they are. */
async function callbackOf(browser: Browser, server: Running): Promise<string> {
  browser.stopsAt = "/callback?";
  const stopped: unknown = await browser.signIn(`${server.url}/sign-in/north`, "ann").catch((error: unknown) => error);
  browser.stopsAt = undefined;
  if (!(stopped instanceof Stopped)) throw new Error("The issuer sent nobody back.");
  return stopped.address;
}

function changed(token: string): string {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const claims = Buffer.from(payload, "base64url").toString("utf8").replace('"robots"', '"leads"');
  return [header, Buffer.from(claims).toString("base64url"), signature].join(".");
}

function unsigned(token: string): string {
  const [, payload = ""] = token.split(".");
  return `${Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url")}.${payload}.x`;
}
