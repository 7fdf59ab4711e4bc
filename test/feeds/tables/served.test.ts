import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { nobody } from "../../../src/api/access/viewer.ts";
import { openContext } from "../../../src/api/context.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { tagOf } from "../../../src/feeds/tag.ts";
import { tableFeed } from "../../../src/feeds/tables/table-feed.ts";
import { formats } from "../../../src/feeds/tables/format.ts";
import { readDay } from "../../../src/kernel/day.ts";
import type { RunningServer } from "../../../src/server/http.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";
import { ownLedger, type OwnLedger } from "../../support/ledger-file.ts";
import { passwordFor, served, serverOver } from "../../support/served.ts";
import { tableNamed } from "../../support/tables.ts";

/** A programme of one system with a public milestone, one for members and a draft; and whoever reads it with a key. */
async function threeAudiences(): Promise<{ readonly world: World; readonly server: RunningServer; readonly system: string }> {
  const world = await openWorld();
  const system = await world.given.place({ name: "North", level: "SYSTEM" });
  const programmeId = await world.given.programme({ systemId: system });
  for (const audience of ["PUBLIC", "MEMBERS", "DRAFT"] as const) await world.given.milestone({ title: audience, audience, systemId: system, programmeId });
  return { world, system, server: await served(world.ledger) };
}

const rowsOf = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])));

async function rowsAt(server: RunningServer, path: string, headers: Readonly<Record<string, string>> = {}): Promise<z.output<typeof rowsOf>> {
  const answer = await fetch(`${server.url}${path}`, { headers });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status}: ${text}`);
  return rowsOf.parse(JSON.parse(text));
}

describe("a table at its address", () => {
  it("holds what whoever asks may see, known by the key that a spreadsheet sends", async () => {
    const { world, server, system } = await threeAudiences();
    const [reader, office] = [await passwordFor(world.ledger, "READER", system), await passwordFor(world.ledger, "OFFICE")];
    const titles = async (headers: Readonly<Record<string, string>>) => (await rowsAt(server, "/tables/milestones.json", headers)).map(({ title }) => String(title)).toSorted();
    expect([await titles({}), await titles(reader), await titles(office)]).toEqual([["PUBLIC"], ["MEMBERS", "PUBLIC"], ["DRAFT", "MEMBERS", "PUBLIC"]]);
    const closed = await served(world.ledger, { PUBLIC_READ: "false" });
    expect((await fetch(`${closed.url}/tables/milestones.csv`)).status).toBe(401);
    expect((await fetch(`${closed.url}/tables`)).status).toBe(200);
  });

  it("is the same in each of its forms", async () => {
    const { server } = await threeAudiences();
    const rows = await rowsAt(server, "/tables/programmes.json");
    const lines = await (await fetch(`${server.url}/tables/programmes.ndjson`)).text();
    expect(lines.trimEnd().split("\n").map((line) => rowsOf.element.parse(JSON.parse(line)))).toEqual(rows);
    expect(await rowsAt(server, "/tables/risks.json")).toEqual([]);
    expect(await (await fetch(`${server.url}/tables/risks.ndjson`)).text()).toBe("");
    const csv = await fetch(`${server.url}/tables/risks.csv`);
    expect([csv.headers.get("content-type"), (await csv.text()).split("\r\n").length]).toEqual(["text/csv; charset=utf-8; header=present", 2]);
  });

  it("is read as at a moment that has passed, by the rights of today", async () => {
    const { world, server, system } = await threeAudiences();
    const before = world.ledger.head();
    const member = await passwordFor(world.ledger, "READER", system);
    const [row] = await rowsAt(server, "/tables/milestones.json", member);
    await world.act((draft) => { draft.change(milestoneKind, String(row?.["id"]), { title: "Reworded" }); });
    const then = await rowsAt(server, `/tables/milestones.json?asAt=${before}`, member);
    const now = await rowsAt(server, "/tables/milestones.json", member);
    expect(then.map(({ title }) => title)).not.toContain("Reworded");
    expect(now.map(({ title }) => title)).toContain("Reworded");
    expect((await fetch(`${server.url}/tables/milestones.json?asAt=${before}`)).headers.get("waymark-entry")).toBe(String(before));
    expect((await fetch(`${server.url}/tables/milestones.json?asAt=2999-01-01`)).status).toBe(400);
  });

  it("lets go of what it reads", async () => {
    const { world, server } = await threeAudiences();
    for (const path of ["/tables/milestones.csv", "/tables/milestones.json?asAt=3", "/tables/milestones.json?statuss=x", "/tables/milestones.json?due.from=2024-02-01&due.to=2024-01-01"]) await (await fetch(`${server.url}${path}`)).text();
    expect(world.ledger.leased()).toBe(0);
  });

  it("is not there under another name or form", async () => {
    const { server } = await threeAudiences();
    for (const path of ["/tables/accounts.csv", "/tables/milestones.xml", "/tables/milestones", "/tables/", "/tables/Milestones.csv", "/tables/constructor.csv"]) expect((await fetch(`${server.url}${path}`)).status).toBe(404);
  });
});

describe("the tag of a table", () => {
  it("stays as long as nothing that it follows from changes", async () => {
    const { world, server } = await threeAudiences();
    const tag = async (path: string, headers: Readonly<Record<string, string>> = {}) => (await fetch(`${server.url}${path}`, { headers, method: "HEAD" })).headers.get("etag") ?? "";
    const first = await tag("/tables/organisations.csv");
    expect(await tag("/tables/organisations.csv")).toBe(first);
    expect((await fetch(`${server.url}/tables/organisations.csv`, { headers: { "if-none-match": first } })).status).toBe(304);
    expect(await tag("/tables/organisations.csv?kind=COUNCIL&sector=NHS")).toBe(await tag("/tables/organisations.csv?sector=NHS&kind=COUNCIL"));
    const others = [await tag("/tables/organisations.json"), await tag("/tables/organisations.csv?kind=COUNCIL"), await tag("/tables/places.csv"), await tag("/tables/organisations.csv", await passwordFor(world.ledger, "READER"))];
    const after = await tag("/tables/organisations.csv");
    expect(new Set([first, after, ...others]).size).toBe(6);
    expect((await fetch(`${server.url}/tables/organisations.csv`, { headers: { "if-none-match": first } })).status).toBe(200);
  });

  it("of what follows the day changes with the day, and of nothing else", async () => {
    const { world, system } = await threeAudiences();
    const lease = world.ledger.lease();
    const on = (table: string, query: string, day: string, viewer = nobody, smallNumber = 5): string =>
      formats.slice(0, 1).map((format) => tagOf(tableFeed(tableNamed(table), format, new URLSearchParams(query)), openContext({ moment: lease, viewer, smallNumber, today: readDay(day), deadline: Number.POSITIVE_INFINITY }))).join("");
    const changes = (table: string, query: string): boolean => on(table, query, "2024-07-05") !== on(table, query, "2024-07-06");
    expect([changes("milestones", ""), changes("workstreams", ""), changes("milestones", "timing=OVERDUE"), changes("dates", "")]).toEqual([true, true, true, true]);
    expect([changes("organisations", ""), changes("funding", ""), changes("dates", "to=2024-07-05"), changes("dictionary", ""), changes("provenance", "")]).toEqual([false, false, false, false, false]);
    const asSeenBy = [on("organisations", "", "2024-07-05"), on("organisations", "", "2024-07-05", memberOf(system)), on("organisations", "", "2024-07-05", nobody, 6)];
    expect(new Set(asSeenBy).size).toBe(3);
    lease.release();
  });
});

describe("over the five documents", () => {
  let own: OwnLedger;
  let server: RunningServer;
  beforeAll(async () => {
    own = await ownLedger("THE_DOCUMENTS");
    server = await serverOver(own.ledger);
  });
  afterAll(async () => {
    await server.close();
    await own.end();
  });

  async function ask<Data>(query: string): Promise<Data> {
    const answer = await fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query }) });
    const { data } = z.object({ data: z.unknown() }).parse(await answer.json());
    // A test that reads on says what it asked for.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    return data as Data;
  }

  it("the figures of the overview are what the tables add up to", async () => {
    const { overview } = await ask<{ overview: { milestones: { byTiming: { timing: string; count: number }[] }; funding: { awarded: { sum: { known: { pence: number | null }; knownCount: number; unknownCount: number } } } } }>(
      "{ overview { milestones { byTiming { timing count } } funding { awarded { sum { known { pence } knownCount unknownCount } } } } }");
    const milestones = await rowsAt(server, "/tables/milestones.json");
    const timings = overview.milestones.byTiming.filter(({ count }) => count > 0).map(({ timing, count }) => [timing, count]);
    expect(timings.length).toBeGreaterThan(0);
    expect(timings).toEqual(timings.map(([timing]) => [timing, milestones.filter((row) => row["timing"] === timing).length]));
    expect(milestones.length).toBe(overview.milestones.byTiming.reduce((sum, { count }) => sum + count, 0));
    const awards = await rowsAt(server, "/tables/funding.json?status=AWARDED");
    const known = awards.filter((row) => row["amount_status"] === "KNOWN");
    expect({ knownCount: known.length, unknownCount: awards.length - known.length }).toEqual({ knownCount: overview.funding.awarded.sum.knownCount, unknownCount: overview.funding.awarded.sum.unknownCount });
    const totals = await rowsAt(server, "/tables/funding_totals.json?financialYear=2022-23");
    expect(totals.map(({ amount, amount_status: status }) => [amount, status])).toEqual([[15_450, "KNOWN"]]);
  });

  it("each list of the graph counts as many as its table has rows", async () => {
    const lists = { organisations: "organisations", programmes: "programmes", workstreams: "workstreams", milestones: "milestones", fundingAwards: "funding", posts: "posts", measures: "measures", events: "events", outputs: "outputs", recommendations: "recommendations", outcomes: "outcomes", claims: "claims", sources: "sources", groups: "groups", memberships: "memberships" };
    const counts = await ask<Record<string, { totalCount: number }>>(`{ ${Object.keys(lists).map((list) => `${list} { totalCount }`).join(" ")} }`);
    for (const [list, table] of Object.entries(lists)) expect({ table, rows: (await rowsAt(server, `/tables/${table}.json`)).length }).toEqual({ table, rows: counts[list]?.totalCount });
  });

  it("a file opens Power BI on a table, at the address of this server", async () => {
    for (const [path, table] of [["/waymark.pbids", "milestones"], ["/tables/funding.pbids", "funding"]] as const) {
      const answer = await fetch(`${server.url}${path}`);
      expect([answer.headers.get("content-disposition"), await answer.json()]).toEqual([
        `attachment; filename="waymark-${table}.pbids"`,
        { version: "0.1", connections: [{ details: { protocol: "http", address: { url: `${server.url}/tables/${table}.csv` }, authentication: null, query: null }, options: {}, mode: "Import" }] },
      ]);
    }
    expect((await fetch(`${server.url}/tables/nothing.pbids`)).status).toBe(404);
  });

  it("there is a list of all addresses, for programs and for people", async () => {
    const index = z.object({ entries: z.array(z.object({ name: z.string(), about: z.string(), addresses: z.record(z.string(), z.string()) })) }).parse(await (await fetch(`${server.url}/tables`)).json());
    const milestones = index.entries.find(({ name }) => name === "milestones");
    expect(milestones?.addresses).toEqual({ csv: `${server.url}/tables/milestones.csv`, json: `${server.url}/tables/milestones.json`, ndjson: `${server.url}/tables/milestones.ndjson`, xlsx: `${server.url}/tables/milestones.xlsx`, pbids: `${server.url}/tables/milestones.pbids` });
    const page = await fetch(`${server.url}/tables`, { headers: { accept: "text/html,*/*;q=0.8" } });
    expect([page.headers.get("content-type"), await page.text()]).toEqual(["text/html; charset=utf-8", expect.stringContaining(`href="${server.url}/tables/milestones.csv"`)]);
  });
});
