import { describe, expect, it } from "vitest";
import { readAt } from "../../../src/api/moment/as-at.ts";
import { acting } from "../../../src/api/act/acting.ts";
import { openContext, type Context } from "../../../src/api/context.ts";
import { Standpoint } from "../../../src/api/moment/standpoint.ts";
import { nobody } from "../../../src/api/access/viewer.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { programmeKind } from "../../../src/domain/delivery/programme/table.ts";
import { placeById } from "../../../src/domain/foundation/place/loaders.ts";
import { placeKind } from "../../../src/domain/foundation/place/table.ts";
import { sourceKind } from "../../../src/domain/foundation/source/table.ts";
import { organisationKind, organisationNameKind } from "../../../src/domain/partners/organisation/table.ts";
import { permissions } from "../../../src/domain/partners/access/permissions.ts";
import { personKind } from "../../../src/domain/partners/person/table.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { standards } from "../../../src/schema.ts";
import { holding, memberOf, officeOf, openWorld, type World } from "../../support/domain-world.ts";

/** A world of which three days are told: what was recorded on 1 March, changed on 1 April and removed on 1 May 2024. */
interface Story {
  readonly world: World;
  readonly council: string;
  readonly alias: string;
  readonly milestone: string;
}

/** The founding history, from before anything is recorded live. */
const on = (day: string) => ({ founding: `${day}T09:00:00.000Z` });

async function tell(): Promise<Story> {
  const world = await openWorld();
  const [council, alias, milestone] = await world.act((draft) => {
    const source = draft.create(sourceKind, { audience: "PUBLIC", title: "Annual report", kind: "REPORT" });
    const council = draft.create(organisationKind, { audience: "PUBLIC", name: "Somerset County Council", status: "ACTIVE" });
    const alias = draft.create(organisationNameKind, { audience: "PUBLIC", organisationId: council, name: "The County", kind: "ALIAS", basis: "STATED" });
    const programme = draft.create(programmeKind, { audience: "PUBLIC", name: "Kindness", status: "ACTIVE", hostId: council });
    const milestone = draft.create(milestoneKind, { audience: "PUBLIC", title: "Launch", type: "LAUNCH", status: "SCHEDULED", baseline: "April 2024", programmeId: programme });
    draft.cite({ sourceId: source, recordId: milestone, fields: ["baseline"], line: 1, quote: "launch in April" });
    return [council, alias, milestone] as const;
  }, on("2024-03-01"));
  await world.act((draft) => {
    draft.change(organisationKind, council, { name: "Somerset Council" });
    draft.change(milestoneKind, milestone, { forecast: "June 2024" });
  }, on("2024-04-01"));
  await world.act((draft) => {
    draft.remove(organisationNameKind, alias);
    draft.remove(milestoneKind, milestone);
  }, on("2024-05-01"));
  return { world, council, alias, milestone };
}

describe("@asAt", () => {
  it("reads the whole operation as it was: lists, counts, records by id, removed ones, search and overview", async () => {
    const { world, council, alias, milestone } = await tell();
    const read = async (directive: string): Promise<unknown> => world.ask(nobody, `query Then($council: ID!, $ids: [ID!]!) ${directive} {
      organisations { totalCount nodes { name names { name } } }
      milestones { totalCount nodes { title due { plain } } }
      node(id: $council) { ... on Organisation { name version } }
      nodes(ids: $ids) { id }
      search(query: "county") { totalCount nodes { title matchedText } }
      overview(on: "2024-05-15") { milestones { byTiming { timing count } } }
    }`, { council, ids: [alias, milestone] });
    const march = await read('@asAt(at: "2024-03-31")');
    expect(march).toMatchObject({
      organisations: { totalCount: 1, nodes: [{ name: "Somerset County Council" }] },
      milestones: { totalCount: 1, nodes: [{ title: "Launch", due: { plain: "April 2024" } }] },
      node: { name: "Somerset County Council", version: 1 },
      nodes: [{ id: alias }, { id: milestone }],
      search: { nodes: [{ title: "Somerset County Council" }] },
    });
    const april = await read('@asAt(at: "2024-04-01T09:00:00Z")');
    expect(april).toMatchObject({
      organisations: { nodes: [{ name: "Somerset Council" }] },
      milestones: { nodes: [{ due: { plain: "June 2024" } }] },
      search: { totalCount: 1, nodes: [{ title: "Somerset Council", matchedText: "The County" }] },
      nodes: [{ id: alias }, { id: milestone }],
    });
    expect([await read("@asAt(at: 2)"), await read('@asAt(at: "2")'), await read('@asAt(at: "2024-04-30")')]).toEqual([april, april, april]);
    const now = await read("");
    expect(now).toMatchObject({ milestones: { totalCount: 0 }, nodes: [null, null], search: { totalCount: 0 } });
    expect([await read("@asAt"), await read("@asAt(at: null)"), await read('@asAt(at: "2024-05-01")')]).toEqual([now, now, now]);
  });

  it("counts in the overview what there was, and asks on the day that is asked for", async () => {
    const { world } = await tell();
    const timings = async (at: string, on: string): Promise<unknown> => {
      const { overview } = await world.ask<{ overview: { milestones: { byTiming: { timing: string; count: number }[] } } }>(nobody, `query { overview(on: "${on}") { milestones { byTiming { timing count } } } }`.replace("query", `query @asAt(at: "${at}")`));
      return Object.fromEntries(overview.milestones.byTiming.flatMap(({ timing, count }) => (count > 0 ? [[timing, count]] : [])));
    };
    expect(await timings("2024-03-31", "2024-03-31")).toEqual({ UPCOMING: 1 });
    expect(await timings("2024-03-31", "2024-05-15")).toEqual({ PAST_DUE_NOT_REPORTED: 1 });
    expect(await timings("2024-04-30", "2024-05-15")).toEqual({ UPCOMING: 1 });
    expect(await timings("2024-05-31", "2024-05-15")).toEqual({});
  });

  it("leaves today to be today", async () => {
    const { world } = await tell();
    const asked = await world.ask(nobody, 'query @asAt(at: "2024-03-31") { milestones { nodes { today: timing march: timing(on: "2024-03-31") } } }');
    expect(asked).toEqual({ milestones: { nodes: [{ today: "PAST_DUE_NOT_REPORTED", march: "UPCOMING" }] } });
  });

  it("tells of history and sources up to then, and no further", async () => {
    const { world, milestone } = await tell();
    const query = (at: string): string => `query @asAt(at: "${at}") { node(id: "${milestone}") { ... on Milestone { history { totalCount nodes { entry } } provenance { entry quote } } } }`;
    expect(await world.ask(nobody, query("2024-03-31"))).toEqual({ node: { history: { totalCount: 1, nodes: [{ entry: 1 }] }, provenance: [{ entry: 1, quote: "launch in April" }] } });
    expect(await world.ask(nobody, query("2024-04-30"))).toMatchObject({ node: { history: { totalCount: 2, nodes: [{ entry: 2 }, { entry: 1 }] }, provenance: [{ entry: 2, quote: null }, { entry: 1 }] } });
  });

  it("takes its moment from a variable", async () => {
    const { world } = await tell();
    const titles = async (variables: Readonly<Record<string, unknown>>, type = "Moment"): Promise<unknown> => world.ask(nobody, `query ($at: ${type}) @asAt(at: $at) { milestones { totalCount } }`, variables);
    expect(await titles({ at: "2024-04-30" })).toEqual({ milestones: { totalCount: 1 } });
    expect(await titles({ at: 1 })).toEqual({ milestones: { totalCount: 1 } });
    expect([await titles({ at: null }), await titles({})]).toEqual(Array.from({ length: 2 }, () => ({ milestones: { totalCount: 0 } })));
    expect(await titles({}, 'Moment = "2024-04-30"')).toEqual({ milestones: { totalCount: 1 } });
    expect(await world.refused(nobody, "query ($at: Moment) @asAt(at: $at) { milestones { totalCount } }", { at: "soon" })).toEqual([expect.stringMatching(/“soon” is not a moment/)]);
  });

  it("is refused for what has not passed, for what was before the first entry, and on a mutation", async () => {
    const { world } = await tell();
    const refused = async (at: string): Promise<readonly string[]> => world.refused(nobody, `query @asAt(at: ${at}) { __typename }`);
    expect(await refused('"2999-01-01"')).toEqual(["That moment has not passed yet. Ask for one that has; a day has passed when it ends in London."]);
    expect(await refused("4")).toEqual(["There is no entry 4 here yet: the last one is 3. Ask for that one, or an earlier one."]);
    expect(await refused('"2024-02-29"')).toEqual(["Nothing had been recorded by then: the first entry counts from 2024-03-01T09:00:00.000Z. Ask for that moment, or a later one."]);
    expect(await refused('"March"')).toEqual([expect.stringMatching(/“March” is not a moment/)]);
    expect(await world.refused(holding("STEWARD", null), "mutation @asAt(at: 1) { __typename }")).toEqual(['Directive "@asAt" may not be used on MUTATION.']);
    expect(world.ledger.leased()).toBe(0);
  });

  it("shows each record to those for whom it was then, by the roles that they have today", async () => {
    const world = await openWorld();
    const system = await world.given.place({ name: "The system", level: "SYSTEM" });
    const milestone = await world.given.milestone({ title: "Secret", audience: "DRAFT", systemId: system });
    const drafted = world.ledger.head();
    const show = async (audience: string): Promise<number> => {
      await world.act((draft) => { draft.change(milestoneKind, milestone, { audience, title: audience }); });
      return world.ledger.head();
    };
    const [members, open] = [await show("MEMBERS"), await show("PUBLIC")];
    await show("DRAFT");
    const seen = async (viewer: Parameters<World["ask"]>[0], at: number): Promise<unknown> => {
      const { node, milestones, search } = await world.ask<Record<string, unknown>>(viewer, `query @asAt(at: ${at}) { node(id: "${milestone}") { id } milestones { totalCount } search(query: "${at === drafted ? "secret" : at === members ? "members" : "public"}") { totalCount } }`);
      return [node !== null, milestones, search];
    };
    const [all, none] = [[true, { totalCount: 1 }, { totalCount: 1 }], [false, { totalCount: 0 }, { totalCount: 0 }]];
    expect([await seen(nobody, drafted), await seen(memberOf(system), drafted), await seen(officeOf(system), drafted)]).toEqual([none, none, all]);
    expect([await seen(nobody, members), await seen(memberOf(system), members), await seen(officeOf(system), members)]).toEqual([none, all, all]);
    expect([await seen(nobody, open), await seen(memberOf(system), open)]).toEqual([all, all]);
    expect(await world.ask(nobody, `{ node(id: "${milestone}") { id } }`)).toEqual({ node: null });
  });

  it("shows nothing of somebody who was erased since", async () => {
    const world = await openWorld();
    const person = await world.given.person({ name: "Ottoline Fenwick" });
    await world.given.milestone({ title: "Ask Ottoline Fenwick" });
    const before = world.ledger.head();
    const query = `query @asAt(at: ${before}) { node(id: "${person}") { ... on Person { name history { nodes { changes { after } } } } } milestones { nodes { title } } search(query: "ottoline") { totalCount } }`;
    expect(JSON.stringify(await world.ask(nobody, query))).toContain("Ottoline");
    await world.act((draft) => { draft.erase(personKind, person); }, { name: "person:erase", actor: "steward" });
    const after = await world.ask(nobody, query);
    expect(JSON.stringify(after)).not.toMatch(/ottoline|fenwick/i);
    expect(after).toMatchObject({ milestones: { nodes: [{ title: "Ask [erased]" }] }, search: { totalCount: 0 } });
  });

  it("offers nothing that could be done there", async () => {
    const { world } = await tell();
    const query = "{ organisations { nodes { viewerCan { act } } } }";
    const can = async (directive: string): Promise<number> => {
      const { organisations } = await world.ask<{ organisations: { nodes: { viewerCan: unknown[] }[] } }>(holding("STEWARD", null), `query ${directive} ${query}`);
      return organisations.nodes.flatMap(({ viewerCan }) => viewerCan).length;
    };
    expect(await can("")).toBeGreaterThan(3);
    expect(await can("@asAt(at: 1)")).toBe(0);
    // Nor where nothing has been recorded since.
    expect(await can("@asAt(at: 3)")).toBe(0);
  });
});

function contextOf({ ledger }: World, deadline = Number.POSITIVE_INFINITY): { readonly context: Context; readonly standpoint: Standpoint } {
  const standpoint = new Standpoint(ledger.lease());
  const viewer = holding("STEWARD", null);
  return { standpoint, context: openContext({ moment: standpoint, viewer, smallNumber: 5, today: readDay("2024-07-05"), deadline, desk: { ledger, standpoint, viewerIn: () => viewer, permissions, standards, key: null } }) };
}

describe("a request that reads in the past", () => {
  it("writes nothing, whatever asks it to", async () => {
    const { world } = await tell();
    const { context, standpoint } = contextOf(world);
    await readAt(context, { entry: 1 }, () => context.viewer);
    const act = { name: "place:record" as const, args: { dryRun: false }, sent: {}, kind: placeKind, load: placeById };
    await expect(acting(context, act, (draft) => draft.create(placeKind, { fields: { audience: "PUBLIC", name: "Devon", level: "SYSTEM" }, problems: [] }))).rejects.toMatchObject({ extensions: { code: "READ_ONLY" } });
    expect(world.ledger.head()).toBe(3);
    standpoint.release();
  });

  it("waits for the past no longer than it may take itself", async () => {
    const { world } = await tell();
    for (let made = 0; made < 8; made += 1) await world.given.place();
    // Eight are kept, and where all are held, a ninth has to wait.
    const held = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(async (entry) => world.ledger.past(entry)));
    const { context, standpoint } = contextOf(world, performance.now() + 20);
    await expect(readAt(context, { entry: 9 }, () => context.viewer)).rejects.toMatchObject({ extensions: { code: "OPERATION_TIMED_OUT" } });
    for (const past of held) past.release();
    standpoint.release();
    expect(world.ledger.leased()).toBe(0);
  });

  it("holds nothing of the past where it ended before the past was there", async () => {
    const { world } = await tell();
    const { context, standpoint } = contextOf(world);
    const moving = readAt(context, { entry: 1 }, () => context.viewer);
    standpoint.release();
    await moving;
    expect(() => context.moment.graph).toThrow("released");
    expect(world.ledger.leased()).toBe(0);
  });
});
