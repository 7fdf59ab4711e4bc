import { describe, expect, it } from "vitest";
import { openWorld } from "../../support/domain-world.ts";
import { bearerFor } from "../../support/importing.ts";
import { served } from "../../support/served.ts";
import { post, read, type Asked } from "../support.ts";

/** Asked so often, a question is kept by the second answer, known by the third, and answered by what is known from then on. */
const TIMES = 5;

/** What an answer says, but for what is another each time. */
function told({ status, headers, text }: Asked): unknown {
  const passing = new Set(["date", "ratelimit-remaining", "ratelimit-reset"]);
  const read = text.replace(/"remaining":\d+,"resetAt":"[^"]+"/, '"remaining"').replace(/"clock":"[^"]+"/, '"clock"');
  return { status, read, headers: Object.fromEntries([...headers].filter(([name]) => !passing.has(name))) };
}

/** What anybody and a member are answered, in turn. */
function toBoth(anybody: number, member: number): unknown[] {
  return Array.from({ length: TIMES }, () => [{ milestones: { totalCount: anybody } }, { milestones: { totalCount: member } }]).flat();
}

const COUNT = JSON.stringify({ query: "query Count { milestones { totalCount } }" });

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
