import { array, assert, asyncProperty, constant, constantFrom, integer, nat, oneof, record } from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { personKind } from "../../../src/domain/partners/person/table.ts";
import type { Role } from "../../../src/api/access/role.ts";
import { makeKey } from "../../../src/domain/partners/access/signing-in.ts";
import { addDays, londonDay } from "../../../src/kernel/day.ts";
import { openWorld } from "../../support/domain-world.ts";
import { bearerFor } from "../../support/importing.ts";
import { served } from "../../support/served.ts";
import { ask, type Asked } from "../support.ts";
import type { RunningServer } from "../../../src/server/http.ts";

afterEach(() => { vi.useRealTimers(); });

const DOCUMENTS = [
  "{ milestones(first: 20) { totalCount nodes { title timing due { plain } programme { name } } } }",
  "query One($title: String!) { milestones(filter: { titleContains: $title }) { nodes { title status } } }",
  "{ people(first: 20) { nodes { name } } programmes(first: 5) { nodes { name viewerCan { act allowed } } } }",
  '{ overview { milestones { byTiming { timing count } } } search(query: "launch") { nodes { match record { id } } } }',
];

/** What can happen: something is written, somebody erased, a day passes, and somebody asks. */
const happening = oneof(
  { weight: 3, arbitrary: record({ what: constant("WRITE" as const), month: integer({ min: 1, max: 12 }), words: constantFrom("Launch", "Review", "Training") }) },
  { weight: 1, arbitrary: record({ what: constant("ERASE" as const) }) },
  { weight: 2, arbitrary: record({ what: constant("DAYS" as const), days: integer({ min: 1, max: 5 }) }) },
  { weight: 10, arbitrary: record({ what: constant("ASK" as const), document: nat(DOCUMENTS.length - 1), who: nat(2), title: constantFrom("Launch", "Review") }) },
);

const data = async (server: RunningServer, document: number, title: string, headers: Readonly<Record<string, string>>): Promise<unknown> => {
  const answer: Asked = await ask(server, DOCUMENTS[document] ?? "", document === 1 ? { title } : {}, headers);
  return { status: answer.status, data: answer.data, errors: answer.errors };
};

it("what is kept is what would be answered anew, whoever asks, whatever is written or erased, and whichever day it is", { timeout: 300_000 }, async () => {
  const world = await openWorld();
  const systemId = await world.given.place({ level: "SYSTEM" });
  const programmeId = await world.given.programme({ systemId });
  const keeping = await served(world.ledger, { LIMIT_COST_PER_MINUTE: "1000000000" });
  const anew = await served(world.ledger, { LIMIT_COST_PER_MINUTE: "1000000000", KEPT_MEGABYTES: "0" });
  // Only the day passes: what waits for time waits for the real one.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2024-07-05T12:00:00Z") });
  let made = 0;
  await assert(
    asyncProperty(array(happening, { minLength: 5, maxLength: 30 }), async (all) => {
      const until = addDays(londonDay(new Date()), 200);
      const keyFor = async (role: Role): Promise<Readonly<Record<string, string>>> => {
        const { secret } = await makeKey(world.ledger, { name: `A ${role}`, role, holdsFor: systemId, expiresOn: until, actor: "test" });
        return { authorization: `Bearer ${secret}` };
      };
      const people = [{}, await keyFor("READER"), await keyFor("OFFICE")];
      const answers: { readonly kept: unknown; readonly again: unknown; readonly fresh: unknown }[] = [];
      for (const one of all) {
        if (one.what === "WRITE") {
          made += 1;
          const due = `2024-${String(one.month).padStart(2, "0")}`;
          await world.record(milestoneKind, { systemId, programmeId, title: `${one.words} ${made}`, type: "LAUNCH", status: "SCHEDULED", baseline: due, firstBaseline: due, audience: made % 2 === 0 ? "MEMBERS" : "PUBLIC" });
        } else if (one.what === "ERASE") {
          const id = await world.record(personKind, { name: `Somebody ${(made += 1)}`, visibility: "PUBLIC_ROLE", systemId });
          for (const headers of people) await data(keeping, 2, "", headers);
          await world.act((draft) => { draft.erase(personKind, id); });
        } else if (one.what === "DAYS") {
          vi.setSystemTime(Date.now() + one.days * 86_400_000);
        } else {
          const headers = people[one.who] ?? {};
          const kept = await data(keeping, one.document, one.title, headers);
          answers.push({ kept, again: await data(keeping, one.document, one.title, headers), fresh: await data(anew, one.document, one.title, headers) });
        }
      }
      expect(answers.map(({ fresh }) => ({ kept: fresh, again: fresh, fresh }))).toEqual(answers);
    }),
    { numRuns: Number(process.env["ROUNDS"] ?? 6), endOnFailure: true },
  );
  vi.useRealTimers();
  const metrics = await (await fetch(`${keeping.url}/metrics`)).text();
  expect(Number(/^waymark_kept_answers_total\{outcome="hit"\} (\d+)$/m.exec(metrics)?.[1])).toBeGreaterThan(0);
});

it("what depends on the day is answered anew on the next", async () => {
  const world = await openWorld();
  await world.given.milestone({ baseline: "2024-07-05", firstBaseline: "2024-07-05" });
  const server = await served(world.ledger);
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2024-07-05T22:59:59Z") });
  const timing = "{ milestones { nodes { timing } } }";
  expect((await ask(server, timing)).data).toEqual({ milestones: { nodes: [{ timing: "IN_WINDOW" }] } });
  vi.setSystemTime(new Date("2024-07-05T23:00:01Z"));
  expect((await ask(server, timing)).data).toEqual({ milestones: { nodes: [{ timing: "PAST_DUE_NOT_REPORTED" }] } });
});

it("what is not read from the ledger, and the past, are answered anew each time", async () => {
  const world = await openWorld();
  const server = await served(world.ledger);
  const hits = async (): Promise<number> => Number(/^waymark_kept_answers_total\{outcome="hit"\} (\d+)$/m.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1]);
  await world.given.milestone();
  const headers = await bearerFor(world.ledger, "STEWARD");
  const times = async (query: string): Promise<number> => {
    const before = await hits();
    for (let asked = 0; asked < 4; asked += 1) expect(await ask(server, query, {}, headers)).toMatchObject({ status: 200 });
    return (await hits()) - before;
  };
  expect(await times("{ milestones { totalCount } }")).toBe(2);
  expect(await times("{ webhooks { nodes { deliveries { totalCount } } } }")).toBe(0);
  expect(await times(`query @asAt(at: "${new Date().toISOString()}") { milestones { totalCount } }`)).toBe(0);
});

it("keeps nothing for a question until it is asked again, also once something else has been recorded", async () => {
  const world = await openWorld();
  const server = await served(world.ledger);
  const kept = async (): Promise<number> => Number(/^waymark_kept_answers (\d+)$/m.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1]);
  await ask(server, "{ milestones { totalCount } }");
  expect(await kept()).toBe(0);
  await world.given.milestone();
  await ask(server, "{ milestones { totalCount } }");
  expect(await kept()).toBe(1);
});

it("whoever asks by GET and has the answer already is told so, until it is another", async () => {
  const world = await openWorld();
  await world.given.milestone({ title: "Launch" });
  const server = await served(world.ledger);
  const get = async (tag?: string): Promise<Response> => fetch(`${server.url}/graphql?query=${encodeURIComponent("{ milestones { nodes { title } } }")}`, { headers: { "apollo-require-preflight": "1", ...(tag === undefined ? {} : { "if-none-match": tag }) } });
  const first = await get();
  const tag = first.headers.get("etag") ?? "";
  expect(first.headers.get("cache-control")).toBe("private, no-cache");
  expect(first.headers.get("vary")).toContain("Authorization");
  const again = await get(tag);
  expect({ status: again.status, text: await again.text(), tag: again.headers.get("etag"), entry: again.headers.get("waymark-entry") }).toEqual({ status: 304, text: "", tag, entry: first.headers.get("waymark-entry") });
  await world.given.organisation();
  expect((await get(tag)).status).toBe(304);
  await world.given.milestone({ title: "Review" });
  const other = await get(tag);
  expect(other.status).toBe(200);
  expect(other.headers.get("etag")).not.toBe(tag);
});
