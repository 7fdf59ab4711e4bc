import { describe, expect, test } from "vitest";
import { goodKey, start, type Running } from "../support.ts";

const DASHBOARD = "https://dashboard.example.nhs.uk";

async function open(): Promise<Running> {
  return start({ settings: { ALLOWED_ORIGINS: DASHBOARD, PUBLIC_READ: "false" } });
}

/** What a browser asks before it lets a page of another origin send JSON with a key. */
async function preflight({ url }: Running, origin: string): Promise<Response> {
  return fetch(`${url}/graphql`, { method: "OPTIONS", headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "authorization,content-type" } });
}

async function hello({ url }: Running, headers: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`${url}/graphql`, { method: "POST", body: JSON.stringify({ query: "{ hello }" }), headers: { "content-type": "application/json", origin: DASHBOARD, "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors", ...headers } });
}

describe("a page at another origin", () => {
  test("that is allowed may ask with a key, and read the answer, without cookies", async () => {
    const server = await open();
    const asked = await preflight(server, DASHBOARD);
    expect([asked.status, asked.headers.get("access-control-allow-origin"), asked.headers.get("access-control-allow-credentials")]).toEqual([204, DASHBOARD, null]);
    expect(asked.headers.get("access-control-allow-headers")).toBe("authorization,content-type,idempotency-key,last-event-id,waymark-entry");
    const answer = await hello(server, { authorization: `Bearer ${goodKey}` });
    expect([answer.status, answer.headers.get("access-control-allow-origin"), answer.headers.get("vary")]).toEqual([200, DASHBOARD, "Origin"]);
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
  });

  test("that is allowed may read why it is refused, and is not taken for whoever is signed in here", async () => {
    const server = await open();
    for (const [headers, status] of [[{ authorization: "Bearer wmk_bad" }, 401], [{ cookie: "waymark=anything" }, 403]] as const) {
      const refused = await hello(server, headers);
      expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([status, DASHBOARD]);
    }
  });

  test("that is not allowed may not, nor anywhere but at the graph", async () => {
    const server = await open();
    for (const origin of ["https://elsewhere.example", "null", `${DASHBOARD}.elsewhere.example`, "http://dashboard.example.nhs.uk"]) {
      expect((await preflight(server, origin)).headers.get("access-control-allow-origin")).toBeNull();
    }
    for (const path of ["/sign-in", "/", "/health/ready", "/tables"]) {
      expect((await fetch(`${server.url}${path}`, { headers: { origin: DASHBOARD } })).headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  test("is never allowed where none is named", async () => {
    const server = await start();
    expect((await preflight(server, DASHBOARD)).status).toBe(405);
    expect((await hello(server, {})).headers.get("access-control-allow-origin")).toBeNull();
  });
});
