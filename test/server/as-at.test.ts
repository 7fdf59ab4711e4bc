import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { milestoneKind } from "../../src/domain/delivery/milestone/table.ts";
import { makeKey } from "../../src/domain/partners/access/signing-in.ts";
import { placeKind } from "../../src/domain/foundation/place/table.ts";
import { roleGrantKind } from "../../src/domain/partners/access/table.ts";
import { addDays, londonDay } from "../../src/kernel/day.ts";
import { readSettings } from "../../src/server/settings/config.ts";
import { startServer } from "../../src/server/http.ts";
import { createLog } from "../../src/server/log/log.ts";
import { applicationOver } from "../../src/serve/tracker.ts";
import { openWorld, type World } from "../support/domain-world.ts";
import { read, type Asked } from "./support.ts";

interface Tracker {
  readonly world: World;
  readonly ask: (query: string, more?: { readonly variables?: object; readonly operationName?: string; readonly key?: string }) => Promise<Asked>;
  readonly get: (query: string) => Promise<Asked>;
}

/** The tracker itself, over a place that was recorded on 1 March 2024 and is called otherwise since 1 April. */
async function openTracker(settings: Readonly<Record<string, string>> = {}): Promise<Tracker> {
  const world = await openWorld();
  const place = await world.act((draft) => draft.create(placeKind, { audience: "PUBLIC", name: "Somerset County", level: "SYSTEM" }), { founding: "2024-03-01T09:00:00.000Z" });
  await world.act((draft) => { draft.change(placeKind, place, { name: "Somerset" }); }, { founding: "2024-04-01T09:00:00.000Z" });
  const chosen = readSettings({ PORT: "0", ...settings });
  const server = await startServer(await applicationOver(world.ledger, chosen), chosen, createLog("silent"));
  onTestFinished(() => server.close());
  const url = `${server.url}/graphql`;
  return {
    world,
    ask: async (query, { key, ...more } = {}) =>
      read(await fetch(url, { method: "POST", body: JSON.stringify({ query, ...more }), headers: { "content-type": "application/json", ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) } })),
    get: async (query) => read(await fetch(`${url}?${new URLSearchParams({ query }).toString()}`, { headers: { "apollo-require-preflight": "true" } })),
  };
}

const NAMES = "places { nodes { name } }";

const then = { places: { nodes: [{ name: "Somerset County" }] } };

describe("a query as at a moment, sent to the server", () => {
  test("is answered as it was, and told at which entry, when that counts from, and until when nothing else was recorded", async () => {
    const { ask, get } = await openTracker();
    const query = `query @asAt(at: "2024-03-31") { ${NAMES} }`;
    const ledger = { entry: 1, moment: "2024-03-01T09:00:00.000Z", clock: "2024-03-31T22:59:59.999Z" };
    expect(await ask(query)).toMatchObject({ status: 200, data: then, extensions: { ledger } });
    expect(await get(query)).toMatchObject({ status: 200, data: then, extensions: { ledger } });
    expect(await ask(`query ($at: Moment) @asAt(at: $at) { ${NAMES} }`, { variables: { at: "2024-03-05T10:00:00+01:00" } })).toMatchObject({ data: then, extensions: { ledger: { ...ledger, clock: "2024-03-05T09:00:00.000Z" } } });
    expect(await ask(`query ($at: Moment) @asAt(at: $at) { ${NAMES} }`, { variables: { at: 1 } })).toMatchObject({ data: then, extensions: { ledger: { ...ledger, clock: ledger.moment } } });
  });

  test("and what is answered now says until when that is so: asked for again, it is the same", async () => {
    const { ask, world } = await openTracker();
    const begun = new Date().toISOString();
    const now = await ask(`{ ${NAMES} }`);
    expect(now).toMatchObject({ data: { places: { nodes: [{ name: "Somerset" }] } }, extensions: { ledger: { entry: 2, moment: "2024-04-01T09:00:00.000Z" } } });
    const { clock } = z.object({ clock: z.string() }).parse(now.extensions?.["ledger"]);
    expect(clock >= new Date(Date.parse(begun) - 1).toISOString() && clock <= new Date().toISOString()).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await world.given.place({ name: "Devon" });
    expect(await ask(`query ($at: Moment) @asAt(at: $at) { ${NAMES} }`, { variables: { at: clock } })).toMatchObject({ data: now.data, extensions: { ledger: now.extensions?.["ledger"] } });
  });

  test("is the one of a document that is asked for by its name", async () => {
    const { ask } = await openTracker();
    const query = `query Then @asAt(at: 1) { ${NAMES} } query Now { ${NAMES} }`;
    expect(await ask(query, { operationName: "Then" })).toMatchObject({ data: then, extensions: { ledger: { entry: 1 } } });
    expect(await ask(query, { operationName: "Now" })).toMatchObject({ data: { places: { nodes: [{ name: "Somerset" }] } }, extensions: { ledger: { entry: 2 } } });
  });

  test.each([
    ["has not passed", '"2999-01-01"', 400, "BAD_USER_INPUT", /has not passed yet/],
    ["was before the first entry", '"2024-02-29"', 400, "BAD_USER_INPUT", /the first entry counts from 2024-03-01T09:00:00.000Z/],
    ["is none", '"soon"', 400, "GRAPHQL_VALIDATION_FAILED", /“soon” is not a moment/],
  ])("is refused for a moment that %s", async (_, at, status, code, message) => {
    const { ask, world } = await openTracker();
    const answer = await ask(`query @asAt(at: ${at}) { ${NAMES} }`);
    expect(answer).toMatchObject({ status, code });
    expect(answer.message).toMatch(message);
    expect(answer.data ?? null).toBeNull();
    expect(world.ledger.leased()).toBe(0);
  });

  test("is refused for what is no moment in a variable, and answers nothing", async () => {
    const { ask } = await openTracker();
    const answer = await ask(`query ($at: Moment) @asAt(at: $at) { ${NAMES} }`, { variables: { at: "soon" } });
    expect(answer).toMatchObject({ status: 400, code: "BAD_USER_INPUT" });
    expect(answer.message).toMatch(/“soon” is not a moment/);
    expect(answer.data ?? null).toBeNull();
  });

  test("is for queries alone", async () => {
    const { ask, world } = await openTracker();
    expect(await ask("mutation @asAt(at: 1) { __typename }")).toMatchObject({ status: 400, code: "GRAPHQL_VALIDATION_FAILED" });
    expect(world.ledger.head()).toBe(2);
  });

  test("gives up where the past is not there in time, and holds nothing afterwards", async () => {
    const { ask, world } = await openTracker({ LIMIT_OPERATION_SECONDS: "1" });
    for (let made = 0; made < 8; made += 1) await world.given.place();
    const held = await Promise.all([2, 3, 4, 5, 6, 7, 8, 9].map(async (entry) => world.ledger.past(entry)));
    expect(await ask(`query @asAt(at: 1) { ${NAMES} }`)).toMatchObject({ status: 503, code: "OPERATION_TIMED_OUT" });
    for (const past of held) past.release();
    expect(await ask(`query @asAt(at: 1) { ${NAMES} }`)).toMatchObject({ data: then });
    expect(world.ledger.leased()).toBe(0);
  });

  test("judges who asks by the roles that they have today, also in a system that is there no more", async () => {
    const { ask, world } = await openTracker();
    const gone = await world.given.place({ name: "Gone", level: "SYSTEM" });
    const milestone = await world.given.milestone({ title: "Secret", audience: "DRAFT", systemId: gone });
    const before = world.ledger.head();
    const { id, secret } = await makeKey(world.ledger, { name: "Office", role: "STEWARD", holdsFor: null, expiresOn: addDays(londonDay(new Date()), 9), actor: "test" });
    await world.act((draft) => {
      draft.remove(milestoneKind, milestone);
      draft.remove(placeKind, gone);
    });
    const query = `query @asAt(at: ${before}) { milestones { totalCount } viewer { accessKey { id } } }`;
    expect(await ask(query, { key: secret })).toMatchObject({ data: { milestones: { totalCount: 1 }, viewer: { accessKey: null } } });
    expect(await ask(query)).toMatchObject({ data: { milestones: { totalCount: 0 } } });
    await world.act((draft) => {
      for (const row of draft.graph.run("select id from role_grants where keyId = ?", [id])) draft.remove(roleGrantKind, String(row["id"]));
    });
    expect(await ask(query, { key: secret })).toMatchObject({ data: { milestones: { totalCount: 0 } } });
  });
});
