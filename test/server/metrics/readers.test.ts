import { describe, expect, it } from "vitest";
import { readSettings } from "../../../src/server/settings/config.ts";
import { start } from "../support.ts";

const TOKEN = "t".repeat(32);

async function status(settings: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const { url } = await start({ settings });
  return (await fetch(`${url}/metrics`, { headers })).status;
}

describe("metrics are read", () => {
  it("from this machine unless told otherwise, and from nowhere once that is said", async () => {
    expect(await status({})).toBe(200);
    expect(await status({ METRICS: "off" })).toBe(403);
    expect(await status({ METRICS: "10.20.0.0/16" })).toBe(403);
    expect(await status({ METRICS: "10.20.0.0/16,127.0.0.1" })).toBe(200);
  });

  it("by nobody whom a proxy passes on that is not trusted, and by whom a trusted one says", async () => {
    expect(await status({}, { "x-forwarded-for": "127.0.0.1" })).toBe(403);
    expect(await status({}, { forwarded: "for=127.0.0.1" })).toBe(403);
    expect(await status({ TRUSTED_PROXIES: "1" }, { "x-forwarded-for": "192.0.2.7" })).toBe(403);
    expect(await status({ TRUSTED_PROXIES: "1", METRICS: "192.0.2.0/24" }, { "x-forwarded-for": "127.0.0.1, 192.0.2.7" })).toBe(200);
    expect(await status({ TRUSTED_PROXIES: "1", METRICS: "192.0.2.0/24" }, { "x-forwarded-for": "::ffff:192.0.2.7" })).toBe(200);
    expect(await status({ TRUSTED_PROXIES: "1", METRICS: "2001:db8::/32" }, { "x-forwarded-for": "2001:db8::7" })).toBe(200);
  });

  it("by whoever sends the token, and whoever tries others is slowed down", async () => {
    const { url } = await start({ settings: { METRICS: "off", METRICS_TOKEN: TOKEN, LIMIT_FAILED_SIGN_INS: "2" } });
    const sending = async (authorization?: string): Promise<Response> => fetch(`${url}/metrics`, { headers: authorization === undefined ? {} : { authorization } });
    const without = await sending();
    expect([without.status, without.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="Waymark metrics"']);
    expect((await sending(`Bearer ${TOKEN}`)).status).toBe(200);
    const statuses = [];
    for (const authorization of ["Bearer x", `Bearer ${TOKEN}t`, "Bearer y"]) statuses.push((await sending(authorization)).status);
    expect(statuses).toEqual([401, 401, 429]);
  });

  it("with GET alone", async () => {
    const { url } = await start();
    const posted = await fetch(`${url}/metrics`, { method: "POST" });
    expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it.each([{ METRICS: "everywhere" }, { METRICS: "10.0.0.0/33" }, { METRICS: "" }, { METRICS: "10.0.0.0/8/8" }])("as nobody could set it: %o", (settings) => {
    expect(() => readSettings(settings)).toThrow(/^METRICS is .* It takes networks with commas between them/);
  });

  it("by a token that can be guessed never, and the refusal does not repeat it", () => {
    expect(() => readSettings({ METRICS_TOKEN: "letmein" })).toThrow(/^METRICS_TOKEN is not a token(?!.*letmein)/);
  });
});
