import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { usePostgres } from "../../support/postgres.ts";
import { trackerOver, type Tracker } from "../../support/several-servers.ts";
import { until } from "../../ledger/contract/store.ts";

const postgres = usePostgres();

/** So long another server may go on taking a session that was ended, in milliseconds, and what a busy machine adds. */
const WITHIN = 2_000 + 500;

async function twoServers(): Promise<{ readonly journal: string; readonly one: Tracker; readonly other: Tracker }> {
  const journal = await postgres.freshDatabase();
  return { journal, one: await trackerOver(journal), other: await trackerOver(journal) };
}

/** Signs in with a link that a server gave, on this one or another, and gives the session's cookie; null where nobody was signed in. */
async function signedIn(given: Tracker, on: Tracker = given, label = "office"): Promise<string | null> {
  const link = (await given.server.newLinks()).find((one) => one.label === label)?.url ?? "";
  return opened(link.replace(given.server.url, on.server.url));
}

async function opened(link: string): Promise<string | null> {
  const answer = await fetch(link, { redirect: "manual" });
  return answer.status === 303 ? (answer.headers.getSetCookie()[0]?.split(";")[0] ?? null) : null;
}

const zAnswer = z.looseObject({ data: z.looseObject({ viewer: z.object({ roles: z.array(z.object({ role: z.string() })) }) }).nullish(), errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional() });

async function asks({ server }: Tracker, cookie: string | null): Promise<{ readonly status: number; readonly role: string | undefined; readonly code: string | undefined; readonly headers: Headers }> {
  const answer = await fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...(cookie === null ? {} : { cookie }) }, body: JSON.stringify({ query: "{ viewer { roles { role } } }" }) });
  const { data, errors } = zAnswer.parse(await answer.json());
  return { status: answer.status, role: data?.viewer.roles[0]?.role, code: errors?.[0]?.extensions.code, headers: answer.headers };
}

async function signOut({ server }: Tracker, cookie: string | null): Promise<Response> {
  return fetch(`${server.url}/sign-out`, { method: "POST", redirect: "manual", headers: { cookie: cookie ?? "", origin: server.url, "sec-fetch-site": "same-origin" } });
}

/** The account of whoever signs in for the first time is an entry, which the other server has to have. */
async function sameHead({ one, other }: { readonly one: Tracker; readonly other: Tracker }): Promise<void> {
  await until(() => one.ledger.head() === other.ledger.head());
}

describe("whoever is signed in on one of several servers", () => {
  it("is so on the others, and signed out of all of them: at once where they did it, and on the others within moments", async () => {
    const both = await twoServers();
    const { one, other } = both;
    const cookie = await signedIn(one);
    await sameHead(both);
    expect([await asks(one, cookie), await asks(other, cookie)]).toMatchObject([{ status: 200, role: "OFFICE" }, { status: 200, role: "OFFICE" }]);
    expect((await signOut(one, cookie)).status).toBe(303);
    const ended = performance.now();
    expect(await asks(one, cookie)).toMatchObject({ status: 401, code: "SESSION_ENDED" });
    let last = 200;
    while (last === 200 && performance.now() < ended + WITHIN) last = (await asks(other, cookie)).status;
    expect(last).toBe(401);
  });

  it("came in by a link that works once, whichever of them it is opened on", async () => {
    const both = await twoServers();
    const { one, other } = both;
    expect(await signedIn(one, other)).not.toBeNull();
    const link = (await one.server.newLinks()).find(({ label }) => label === "reader")?.url ?? "";
    const links = [link, link.replace(one.server.url, other.server.url)];
    const cookies = await Promise.all([...links, ...links].map(opened));
    expect(cookies.filter((cookie) => cookie !== null)).toHaveLength(1);
  });

  it("costs PostgreSQL next to nothing, however often they ask", async () => {
    const both = await twoServers();
    const { journal, one, other } = both;
    const cookie = await signedIn(one);
    await sameHead(both);
    const looks = async (): Promise<number> => Number((await postgres.run(journal, "select (coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::int as looks from pg_stat_user_tables where relname = 'aside'"))[0]?.["looks"]);
    await pause(1_200);
    const before = await looks();
    const begun = performance.now();
    for (let turn = 0; turn < 100; turn += 1) expect((await Promise.all([asks(one, cookie), asks(other, cookie)])).map(({ status }) => status)).toEqual([200, 200]);
    const seconds = (performance.now() - begun) / 1_000;
    await pause(1_200);
    // Each server looks once in two seconds; and PostgreSQL counts at its own time what signing in took.
    expect((await looks()) - before).toBeLessThanOrEqual(2 * (1 + seconds / 2) + 6);
  });

  it("reads on while PostgreSQL is gone, where they were known; others are told that nobody can say, and nobody is signed out by it", async () => {
    const both = await twoServers();
    const { one, other } = both;
    const [known, unknown] = [await signedIn(one), await signedIn(one, one, "reader")];
    await sameHead(both);
    expect((await asks(other, known)).status).toBe(200);
    const link = (await one.server.newLinks())[0]?.url ?? "";
    await postgres.kill();
    const gone = performance.now();
    while (performance.now() < gone + 2_200) {
      expect([(await asks(one, known)).status, (await asks(other, known)).status]).toEqual([200, 200]);
      await pause(100);
    }
    const refused = await asks(other, unknown);
    expect(refused).toMatchObject({ status: 503, code: "SIGN_IN_NOT_KNOWN" });
    expect([refused.headers.get("retry-after"), refused.headers.getSetCookie()]).toEqual(["2", []]);
    const tried = await fetch(link, { redirect: "manual" });
    expect([tried.status, await tried.text()]).toEqual([503, expect.stringContaining("Nobody can be signed in or out here for the moment")]);
    expect((await signOut(other, known)).status).toBe(503);
    await postgres.start();
    await until(() => one.ledger.apartSince() === null && other.ledger.apartSince() === null);
    const giveUp = Date.now() + 5_000;
    while ((await asks(other, unknown)).status === 503 && Date.now() < giveUp) await pause(50);
    expect([(await asks(other, unknown)).status, (await asks(other, known)).status]).toEqual([200, 200]);
    expect(await opened(link)).not.toBeNull();
  });
});
