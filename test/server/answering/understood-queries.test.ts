import { ApolloServer } from "@apollo/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openWorld } from "../../support/domain-world.ts";
import { bearerFor } from "../../support/importing.ts";
import { served } from "../../support/served.ts";
import { post, read, type Asked } from "../support.ts";
import type { RunningServer } from "../../../src/server/http.ts";

/** Asked so often, a query is understood by the first answer, and what was asked is kept by the second. */
const TIMES = 5;

afterEach(() => { vi.restoreAllMocks(); });

/** What an answer says, but for what is another each time. */
function told({ status, headers, text }: Asked): unknown {
  const passing = new Set(["date", "ratelimit-remaining", "ratelimit-reset"]);
  const read = text.replace(/"remaining":\d+,"resetAt":"[^"]+"/, '"remaining"').replace(/"clock":"[^"]+"/, '"clock"');
  return { status, read, headers: Object.fromEntries([...headers].filter(([name]) => !passing.has(name))) };
}

async function get(server: RunningServer, query: string, variables: unknown): Promise<Asked> {
  const parts = new URLSearchParams({ query, ...(variables === null ? {} : { variables: JSON.stringify(variables) }) });
  return read(await fetch(`${server.url}/graphql?${parts.toString()}`, { headers: { "apollo-require-preflight": "1" } }));
}

/** What anybody and a member are answered, in turn. */
function toBoth(anybody: number, member: number): unknown[] {
  return Array.from({ length: TIMES }, () => [{ milestones: { totalCount: anybody } }, { milestones: { totalCount: member } }]).flat();
}

const COUNT = JSON.stringify({ query: "query Count { milestones { totalCount } }" });

const PAGE = "query Page($first: Int, $to: Day, $words: String, $status: [MilestoneStatus!]) { milestones(first: $first, filter: { due: { to: $to }, titleContains: $words, status: $status }) { nodes { title due { plain } programme { name } } pageInfo { hasNextPage endCursor } } }";
const ONE = "query One($id: ID!) { milestone(id: $id) { title status workstream { name } } }";
const PAST = "query Past($at: Moment) @asAt(at: $at) { milestones(first: 3) { totalCount nodes { title } } }";
const DEEP = Array.from({ length: 40 }).reduce((within) => [within], "x");

/** Queries, with variables under which each is answered, and others under which it is or is not. */
const QUERIES: readonly { readonly query: string; readonly right: Readonly<Record<string, unknown>>; readonly others: readonly (Readonly<Record<string, unknown>> | null)[] }[] = [
  {
    query: PAGE,
    right: { first: 3, to: "2024-07-05" },
    others: [
      { first: 20, to: "2024-07-05" }, { first: 3, to: "2023-01-01", words: "größe" }, { first: 3, to: "2024-07-05", status: [] }, { first: 3, to: "2024-07-05", status: ["MET", "HARDLY"] }, { first: 3, to: "2024-07-05", unheardOf: 1 },
      { first: 0, to: "2024-07-05" }, { first: 101, to: "2024-07-05" }, { first: "three", to: "2024-07-05" }, { first: 3, to: "2024-02-30" }, { first: 3 }, {}, null,
      { first: 3, to: "2024-07-05", words: "\u0000" }, { first: 3, to: "2024-07-05", words: "\ud800" }, { first: 3, to: "2024-07-05", status: DEEP },
      { first: 3, to: "2024-07-05", status: Array.from({ length: 5_000 }, () => "MET") },
    ],
  },
  { query: ONE, right: { id: "ms_0000000000000000" }, others: [{ id: "or_0000000000000000" }, { id: "no id" }, { id: "" }, { id: null }, { id: ["a", "b"] }, {}] },
  { query: PAST, right: { at: 3 }, others: [{ at: 5 }, { at: 1 }, { at: 0 }, { at: 1_000_000 }, { at: null }, {}, { at: "2999-01-01" }, { at: "long ago" }] },
  { query: "query Any($id: ID!) { node(id: $id) { id ... on Milestone { title } } }", right: { id: "ms_0000000000000000" }, others: [{ id: "no id" }, {}] },
  { query: "query Perhaps($yes: Boolean!, $first: Int!) { milestones(first: $first) { totalCount nodes @include(if: $yes) { title } } }", right: { yes: true, first: 5 }, others: [{ yes: false, first: 5 }, { yes: "yes", first: 5 }, { yes: true, first: 100 }] },
];

describe("A query that was understood", () => {
  it.each(QUERIES)("is answered as one that was not, whatever its variables: $query", async ({ query, right, others }) => {
    const world = await openWorld();
    const programmeId = await world.given.programme();
    for (let made = 0; made < 10; made += 1) await world.given.milestone({ programmeId, title: `Größe ${made}`, baseline: `2024-0${(made % 8) + 1}` });
    const server = await served(world.ledger);
    await post(server, JSON.stringify({ query, variables: right }));
    // What is worded otherwise has never been asked.
    let blanks = 0;
    for (const variables of [right, ...others, right]) {
      const [known, unknown] = [JSON.stringify({ query, variables }), JSON.stringify({ query: `${query}${" ".repeat((blanks += 1))}`, variables })];
      expect(told(await post(server, known)), known.slice(0, 300)).toEqual(told(await post(server, unknown)));
      // More than this no address holds.
      if (known.length > 5_000) continue;
      expect(told(await get(server, query, variables)), known.slice(0, 300)).toEqual(told(await get(server, `${query}${" ".repeat(blanks)}`, variables)));
    }
  });

  it("is not read by Apollo again, unless something is wrong with what is sent", async () => {
    const world = await openWorld();
    const server = await served(world.ledger);
    const read = vi.spyOn(ApolloServer.prototype, "executeHTTPGraphQLRequest");
    const readAfter = async (variables: Readonly<Record<string, unknown>>): Promise<number> => {
      await post(server, JSON.stringify({ query: PAGE, variables }));
      return read.mock.calls.length;
    };
    expect(await readAfter({ first: 3, to: "2024-07-05" })).toBe(1);
    expect(await readAfter({ first: 20, to: "2023-01-01" })).toBe(1);
    expect(await readAfter({ first: 3, to: "2024-02-30" })).toBe(2);
    expect(await readAfter({ first: 3, to: "2024-07-05" })).toBe(2);
    expect((await post(server, JSON.stringify({ query: `${PAGE}\n`, variables: { first: 3 } }))).status).toBe(200);
    expect(read.mock.calls.length).toBe(3);
  });

  it("stays understood as long as it is asked again before three hundred others", async () => {
    const world = await openWorld();
    const server = await served(world.ledger);
    const read = vi.spyOn(ApolloServer.prototype, "executeHTTPGraphQLRequest");
    const isRead = async (number: number): Promise<boolean> => {
      const before = read.mock.calls.length;
      await post(server, JSON.stringify({ query: `{ milestones { totalCount } }${" ".repeat(number)}` }));
      return read.mock.calls.length > before;
    };
    for (let number = 0; number < 300; number += 1) expect(await isRead(number)).toBe(true);
    expect([await isRead(0), await isRead(0), await isRead(2), await isRead(0)]).toEqual([false, false, false, false]);
    expect([await isRead(300), await isRead(0), await isRead(2), await isRead(1)]).toEqual([true, false, false, true]);
  });

  it("is refused where Apollo would refuse how it is sent", async () => {
    const world = await openWorld();
    const server = await served(world.ledger);
    const query = "{ milestones { totalCount } }";
    const [asked, preflight] = [encodeURIComponent(query), { "apollo-require-preflight": "1" }];
    const by = async (search: string, headers: Readonly<Record<string, string>> = preflight): Promise<number> => (await read(await fetch(`${server.url}/graphql?query=${asked}${search}`, { headers }))).status;
    expect([(await post(server, JSON.stringify({ query }))).status, await by("")]).toEqual([200, 200]);
    expect(await post(server, JSON.stringify({ query, operationName: "" }))).toMatchObject({ status: 400 });
    expect([await by("&operationName="), await by("&variables=null"), await by("&extensions=null"), await by("&variables=[]"), await by(`&query=${asked}`)]).toEqual([400, 400, 400, 400, 400]);
    expect([await by("", {}), await by("", { ...preflight, "content-type": "text/plain" }), await by("", { ...preflight, accept: "text/csv" })]).toEqual([400, 415, 406]);
  });

  it("costs once what its own variables come to, also where something is wrong with it", async () => {
    const world = await openWorld();
    const server = await served(world.ledger);
    const left = async (variables: Readonly<Record<string, unknown>>): Promise<number> => Number((await post(server, JSON.stringify({ query: PAGE, variables }))).headers.get("ratelimit-remaining"));
    const answers = [{ first: 3, to: "2024-07-05" }, { first: 3, to: "2024-07-05" }, { first: 100, to: "2024-07-05" }, { first: 3, to: "2024-02-30" }, { first: 3, to: "2024-07-05" }];
    const remaining: number[] = [];
    for (const variables of answers) remaining.push(await left(variables));
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = remaining;
    expect(b - c).toBeGreaterThan(a - b);
    // A day that is none is refused before what it would have cost is known.
    expect(c - d).toBeLessThanOrEqual(a - b);
    expect(d - e).toBe(a - b);
  });
});

describe("A request that is sent again to the letter", () => {
  it.each([
    ["by POST", COUNT, {}],
    ["by whoever takes the newer type of answer", COUNT, { accept: "application/graphql-response+json" }],
    ["with variables", JSON.stringify({ query: "query ($first: Int) { milestones(first: $first) { nodes { title } } }", variables: { first: 3 } }), {}],
    ["with a long answer", JSON.stringify({ query: "{ milestones(first: 50) { nodes { title } } }" }), {}],
    ["with two operations, by its name", JSON.stringify({ query: "query One { milestones { totalCount } } query Other { people { totalCount } }", operationName: "Other" }), {}],
  ])("is answered as it was before, %s", async (_, body, headers) => {
    const world = await openWorld();
    const programmeId = await world.given.programme();
    for (let made = 0; made < 30; made += 1) await world.given.milestone({ programmeId, title: `Größe — ${made} %, ${"à peu près ".repeat(15)}` });
    const server = await served(world.ledger);
    const answers: Asked[] = [];
    for (let asked = 0; asked < TIMES; asked += 1) answers.push(await post(server, body, headers));
    const [first, ...others] = answers.map(told);
    expect(answers[0]?.status).toBe(200);
    for (const other of others) expect(other).toEqual(first);
  });

  it("costs what it did, until nothing is left, and is refused as any other", async () => {
    const world = await openWorld();
    const server = await served(world.ledger, { LIMIT_COST_PER_MINUTE: "100" });
    const answers: Asked[] = [];
    while (answers.at(-1)?.status !== 429 && answers.length < 200) answers.push(await post(server, COUNT));
    const left = answers.map(({ headers }) => Number(headers.get("ratelimit-remaining")));
    const [first = 0, second = 0] = left;
    const each = first - second;
    expect(left.slice(0, -1)).toEqual(left.slice(0, -1).map((_, at) => 100 - each * (at + 1)));
    expect(answers.at(-2)?.extensions?.["cost"]).toMatchObject({ requested: each, limit: 100, remaining: left.at(-2) });
    expect(answers.length).toBe(Math.floor(100 / each) + 1);
    expect(answers.at(-1)).toMatchObject({ status: 429, code: "RATE_LIMITED" });
    expect(answers.at(-1)?.headers.get("retry-after")).not.toBeNull();
  });

  it("is answered to whoever asks, and of what has been recorded since", async () => {
    const world = await openWorld();
    const systemId = await world.given.place({ level: "SYSTEM" });
    const programmeId = await world.given.programme({ systemId });
    await world.given.milestone({ systemId, programmeId, audience: "MEMBERS" });
    const server = await served(world.ledger);
    const office = await bearerFor(world.ledger, "OFFICE");
    const counts = async (): Promise<unknown[]> => {
      const found: unknown[] = [];
      for (let asked = 0; asked < TIMES; asked += 1) found.push((await post(server, COUNT)).data, (await post(server, COUNT, office)).data);
      return found;
    };
    expect(await counts()).toEqual(toBoth(0, 1));
    await world.given.milestone({ systemId, programmeId });
    expect(await counts()).toEqual(toBoth(1, 2));
    expect(await post(server, COUNT, { authorization: "Bearer wmk_unknown" })).toMatchObject({ status: 401, code: "KEY_NOT_VALID" });
  });

  it("by GET keeps its tag, and is refused where it could be another site's", async () => {
    const world = await openWorld();
    const server = await served(world.ledger);
    const get = async (headers: Readonly<Record<string, string>>): Promise<Response> => fetch(`${server.url}/graphql?query=${encodeURIComponent("{ milestones { totalCount } }")}`, { headers });
    const tags = new Set<string | null>();
    for (let asked = 0; asked < TIMES; asked += 1) tags.add((await get({ "apollo-require-preflight": "1" })).headers.get("etag"));
    const [tag] = tags;
    expect(tags).toEqual(new Set([expect.stringMatching(/^W\/"/)]));
    expect((await get({ "apollo-require-preflight": "1", "if-none-match": tag ?? "" })).status).toBe(304);
    expect(await read(await get({}))).toMatchObject({ status: 400, code: "BAD_REQUEST" });
  });
});
