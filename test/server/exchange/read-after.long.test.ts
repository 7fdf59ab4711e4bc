import { describe, expect, it } from "vitest";
import { z } from "zod";
import { usePostgres } from "../../support/postgres.ts";
import { passwordFor } from "../../support/served.ts";
import { trackerOver, type Tracker } from "../../support/several-servers.ts";
import { makeKey } from "../../../src/domain/partners/access/signing-in.ts";
import { readDay } from "../../../src/kernel/day.ts";

const postgres = usePostgres();

/** Two servers, each with a copy of its own of one ledger in PostgreSQL. */
async function twoServers(settings: Readonly<Record<string, string>> = {}): Promise<readonly [Tracker, Tracker]> {
  const journal = await postgres.freshDatabase();
  return [await trackerOver(journal, settings), await trackerOver(journal, settings)];
}

const zAnswer = z.looseObject({ data: z.looseObject({ groups: z.object({ totalCount: z.number() }).optional() }).nullish(), errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).optional() });

async function asked({ server }: Tracker, query: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify({ query }) });
  const { data, errors } = zAnswer.parse(await answer.json());
  return { status: answer.status, entry: Number(answer.headers.get("waymark-entry")), groups: data?.groups?.totalCount, code: errors?.[0]?.extensions.code, headers: answer.headers };
}

const GROUPS = "{ groups(first: 1) { totalCount } }";
const make = (name: string): string => `mutation { record(records: [{ record: { group: { name: "${name}", kind: NETWORK, status: ACTIVE, audience: PUBLIC } } }]) { entry problems { message } } }`;

describe("whoever wrote", () => {
  it("reads what they wrote on whichever server, as the answer said at which entry it stands", async () => {
    const [one, other] = await twoServers();
    const { secret } = await makeKey(one.ledger, { name: "Tool", role: "OFFICE", holdsFor: null, expiresOn: readDay("2100-01-01"), actor: "test" });
    const authorization = `Bearer ${secret}`;
    for (let count = 1; count <= 20; count += 1) {
      const [writer, reader] = count % 2 === 0 ? [one, other] : [other, one];
      // The key itself has to have come there.
      const written = await asked(writer, make(`Group ${count}`), { authorization, "waymark-entry": "1" });
      expect(written.entry).toBe(count + 1);
      expect(await asked(reader, GROUPS, { "waymark-entry": String(written.entry) })).toMatchObject({ groups: count });
    }
  });

  it("and sends it again under the same key is told that it is a repeat, and refused where it is something else, on whichever server", async () => {
    const [one, other] = await twoServers();
    const { secret } = await makeKey(one.ledger, { name: "Tool", role: "OFFICE", holdsFor: null, expiresOn: readDay("2100-01-01"), actor: "test" });
    const headers = { "content-type": "application/json", authorization: `Bearer ${secret}`, "idempotency-key": "k1", "waymark-entry": "1" };
    const send = async ({ server }: Tracker, name: string): Promise<unknown> => {
      const answer = await fetch(`${server.url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query: "mutation ($name: String!) { record(records: [{ record: { group: { name: $name, kind: NETWORK, status: ACTIVE } } }]) { entry isRepeat problems { code } } }", variables: { name } }) });
      return z.object({ data: z.object({ record: z.unknown() }) }).parse(await answer.json()).data.record;
    };
    expect(await send(one, "A network")).toEqual({ entry: 2, isRepeat: false, problems: [] });
    expect(await send(other, "Another")).toEqual({ entry: null, isRepeat: false, problems: [{ code: "KEY_REUSED" }] });
    expect(await send(other, "A network")).toEqual({ entry: 2, isRepeat: true, problems: [] });
  });

  it("is waited for, by a table too, and told where a server does not get there in time", async () => {
    const [one, other] = await twoServers({ LIMIT_OPERATION_SECONDS: "1" });
    const { entry } = await asked(other, GROUPS);
    const reads = asked(other, GROUPS, { "waymark-entry": String(entry + 1) });
    const table = fetch(`${other.server.url}/tables/groups.csv`, { headers: { "waymark-entry": String(entry + 1) } });
    await one.ledger.commit({ name: "test:key", actor: "test" }, () => null);
    await passwordFor(one.ledger, "READER");
    expect(await reads).toMatchObject({ status: 200, groups: 0 });
    expect((await reads).entry).toBeGreaterThanOrEqual(entry + 1);
    expect([(await table).status, Number((await table).headers.get("waymark-entry"))]).toEqual([200, entry + 1]);

    const behind = await asked(other, GROUPS, { "waymark-entry": String(entry + 100) });
    expect([behind.status, behind.code, behind.headers.get("retry-after")]).toEqual([503, "NOT_THERE_YET", "1"]);
    expect(await asked(other, GROUPS, { "waymark-entry": "soon" })).toMatchObject({ status: 400, code: "INVALID_ENTRY" });
  });

  it("need not say so in a browser: for a minute after an act it does by itself", async () => {
    const [one] = await twoServers();
    const link = (await one.server.newLinks()).find(({ label }) => label === "office");
    const signedIn = await fetch(link?.url ?? "", { redirect: "manual" });
    const session = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const browser = { cookie: session, "sec-fetch-site": "same-origin", origin: one.server.url };
    const { headers, entry } = await asked(one, make("From a page"), browser);
    expect(entry).toBeGreaterThan(1);
    expect(headers.getSetCookie()).toEqual([expect.stringMatching(new RegExp(`^waymark-entry=${entry}; Max-Age=60; Path=/; .*HttpOnly; SameSite=Lax$`))]);
    expect((await asked(one, GROUPS, { ...browser, cookie: `${session}; waymark-entry=${entry}` })).headers.getSetCookie()).toEqual([]);
    expect(await asked(one, GROUPS, { ...browser, cookie: `${session}; waymark-entry=${entry + 100}` })).toMatchObject({ status: 503, code: "NOT_THERE_YET" });
  });
});
