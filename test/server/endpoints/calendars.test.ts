import { describe, expect, it } from "vitest";
import type { Application } from "../../../src/server/application.ts";
import { ask, goodKey, post, start, type Running } from "../support.ts";

const SECRET = `wmc_${"s".repeat(43)}`;

/** A server with one calendar, which remembers what it was asked for. */
async function serve(settings: Readonly<Record<string, string>> = {}): Promise<{ readonly server: Running; readonly asked: string[]; readonly released: () => number }> {
  const asked: string[] = [];
  let released = 0;
  const calendar: Application["calendar"] = async (path) => {
    asked.push(path);
    if (path !== `/calendars/${SECRET}.ics`) return null;
    return {
      download: { type: "text/calendar; charset=utf-8", fileName: "waymark.ics" },
      open: { tag: '"a-tag"', entry: 7, content: pieces, release: () => { released += 1; } },
    };
  };
  return { server: await start({ settings, application: { calendar } }), asked, released: () => released };
}

async function* pieces(): AsyncGenerator<string> {
  yield "BEGIN:VCALENDAR\r\n";
}

const at = async ({ url }: Running, secret: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> => fetch(`${url}/calendars/${secret}.ics`, { headers });

describe("the address of a calendar", () => {
  it("opens without a sign-in where nothing else does, and no cookie or key beside it counts", async () => {
    const { server, released } = await serve({ PUBLIC_READ: "false" });
    expect((await ask(server, "{ hello }")).status).toBe(401);
    for (const headers of [{}, { authorization: "Bearer wmk_wrong" }, { cookie: "waymark=nothing" }]) {
      const answer = await at(server, SECRET, headers);
      expect([answer.status, await answer.text()]).toEqual([200, "BEGIN:VCALENDAR\r\n"]);
    }
    expect(released()).toBe(3);
  });

  it("stands in no log, whether it opens something or not", async () => {
    const { server } = await serve();
    await at(server, SECRET);
    await at(server, "wmc_wrong");
    await fetch(`${server.url}/calendars/${SECRET}.ics`, { method: "DELETE" });
    const text = JSON.stringify(server.logged);
    expect(server.logged.filter(({ msg }) => msg === "request").map(({ operation, status, outcome }) => [operation, status, outcome])).toEqual([["/calendars", 200, "OK"], ["/calendars", 404, "CALENDAR_NOT_FOUND"], ["/calendars", 405, "METHOD_NOT_ALLOWED"]]);
    expect(text).not.toContain("wmc_");
    expect(text).not.toContain("ssss");
  });

  it("cannot be guessed for long, and who tries keeps nobody from signing in", async () => {
    const { server, asked } = await serve({ LIMIT_FAILED_SIGN_INS: "3" });
    for (let count = 0; count < 3; count += 1) expect((await at(server, `wmc_${count}`)).status).toBe(404);
    const refused = await at(server, SECRET);
    expect([refused.status, Number(refused.headers.get("retry-after")) > 0, asked.length]).toEqual([429, true, 3]);
    expect((await post(server, JSON.stringify({ query: "{ hello }" }), { authorization: `Bearer ${goodKey}` })).status).toBe(200);
  });

  it("is not counted where it opens something", async () => {
    const { server } = await serve({ LIMIT_FAILED_SIGN_INS: "1" });
    for (let count = 0; count < 3; count += 1) expect((await at(server, SECRET)).status).toBe(200);
  });
});
