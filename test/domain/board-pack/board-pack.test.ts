import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { programmeKind } from "../../../src/domain/delivery/programme/table.ts";
import { holding, memberOf, openWorld, type World } from "../../support/domain-world.ts";
import { tamper } from "../../support/ledger.ts";

const SAID = "boardPack { id version title meetsOn asOn entry entryAt headHash withdrawnOn withdrawReason audience group { name } programmes { name } matchesLedger } problems { code message path records { id } }";
const FREEZE = `mutation ($pack: FreezeBoardPackInput!) { freezeBoardPack(boardPack: $pack) { entry ${SAID} } }`;
const WITHDRAW = `mutation ($pack: RecordAsReadInput!, $reason: String) { withdrawBoardPack(boardPack: $pack, reason: $reason) { ${SAID} } }`;
const SINCE = "query ($id: ID!, $until: Moment, $filter: DifferenceFilter) { boardPack(id: $id) { changesSince(until: $until, filter: $filter) { from { entry day } to { entry } count items { nodes { group title } } markdown } } }";

interface Pack {
  readonly id: string;
  readonly version: number;
  readonly entry: number;
  readonly headHash: string;
}

interface Since {
  readonly boardPack: { readonly changesSince: { readonly count: number; readonly markdown: string; readonly items: { readonly nodes: readonly { readonly title: string }[] } } };
}

async function boardWorld() {
  const world = await openWorld();
  const system = await world.given.place({ level: "SYSTEM" });
  const [group, programme] = [await world.given.group({ name: "Trauma Board", kind: "BOARD", systemId: system }), await world.given.programme({ name: "Kindness", systemId: system })];
  const milestone = await world.given.milestone({ title: "Launch", programmeId: programme, systemId: system, forecast: "April 2023" });
  return { world, system, group, programme, milestone, lead: holding("LEAD", programme, system), office: holding("OFFICE", system, system) };
}

async function frozen({ world, group, programme, lead }: Awaited<ReturnType<typeof boardWorld>>, more: object = {}): Promise<Pack> {
  const { freezeBoardPack: { boardPack, problems } } = await world.ask<{ freezeBoardPack: { boardPack: Pack | null; problems: unknown[] } }>(lead, FREEZE, { pack: { group, meetsOn: "2024-04-15", programmes: [programme], ...more } });
  if (boardPack === null) throw new Error(JSON.stringify(problems));
  return boardPack;
}

async function since(world: World, id: string, more: object = {}, viewer = nobody): Promise<Since["boardPack"]["changesSince"]> {
  return (await world.ask<Since>(viewer, SINCE, { id, ...more })).boardPack.changesSince;
}

describe("freezeBoardPack", () => {
  it("freezes the last entry with its hash, and is found by its board and its programmes", async () => {
    const at = await boardWorld();
    const { world, group, programme } = at;
    const head = world.ledger.head();
    const pack = await frozen(at);
    expect(pack).toMatchObject({ version: 1, title: "Trauma Board, 15 April 2024", meetsOn: "2024-04-15", entry: head, headHash: world.ledger.hashOf(head), withdrawnOn: null, group: { name: "Trauma Board" }, programmes: [{ name: "Kindness" }], matchesLedger: true });
    const other = await world.given.programme();
    const found = `query ($group: ID!, $programme: ID!, $other: ID!) { group(id: $group) { boardPacks { nodes { id } } } programme(id: $programme) { boardPacks { totalCount nodes { id } } } none: programme(id: $other) { boardPacks { totalCount } }
      boardPacks(filter: { group: $group, programme: $programme, meetsOn: { from: "2024-04-15", to: "2024-04-15" }, standing: true }) { edges { certainty node { id } } } later: boardPacks(filter: { meetsOn: { from: "2024-04-16" } }) { totalCount } }`;
    expect(await world.ask(nobody, found, { group, programme, other })).toEqual({
      group: { boardPacks: { nodes: [{ id: pack.id }] } }, programme: { boardPacks: { totalCount: 1, nodes: [{ id: pack.id }] } }, none: { boardPacks: { totalCount: 0 } },
      boardPacks: { edges: [{ certainty: "CERTAIN", node: { id: pack.id } }] }, later: { totalCount: 0 },
    });
  });

  it("freezes a moment that has passed, and none that has not", async () => {
    const at = await boardWorld();
    expect(await frozen(at, { asAt: 2 })).toMatchObject({ entry: 2, headHash: at.world.ledger.hashOf(2) });
    const asAt = new Date(Date.now() + 60_000).toISOString();
    expect(await at.world.ask(at.lead, FREEZE, { pack: { group: at.group, meetsOn: "2024-05-15", programmes: [at.programme], asAt } })).toMatchObject({ freezeBoardPack: { boardPack: null, problems: [{ code: "NOT_YET" }] } });
  });

  it("is for those who lead each of its programmes, or its board where it is about all", async () => {
    const at = await boardWorld();
    const { world, system, group, programme, lead, office } = at;
    const other = await world.given.programme({ systemId: system });
    const asking = (programmes: readonly string[]) => ({ pack: { group, meetsOn: "2024-04-15", programmes } });
    for (const viewer of [holding("DEPUTY", programme, system), holding("READER", system, system), holding("STEWARD", system, system), holding("LEAD", other, system)]) expect(await world.refused(viewer, FREEZE, asking([programme]))).toHaveLength(1);
    expect(await world.refused(lead, FREEZE, asking([programme, other]))).toEqual([expect.stringContaining("a lead or the programme office")]);
    expect(await world.refused(lead, FREEZE, asking([]))).toHaveLength(1);
    expect(await world.ask(office, FREEZE, asking([programme, other]))).toMatchObject({ freezeBoardPack: { problems: [], boardPack: { programmes: [{}, {}] } } });
    expect(await world.ask(office, FREEZE, asking([]))).toMatchObject({ freezeBoardPack: { problems: [], boardPack: { programmes: [] } } });
  });

  it("refuses a second pack about the same, until the first is withdrawn", async () => {
    const at = await boardWorld();
    const first = await frozen(at);
    const again = { pack: { group: at.group, meetsOn: "2024-04-15", programmes: [at.programme] } };
    expect(await at.world.ask(at.lead, FREEZE, again)).toMatchObject({ freezeBoardPack: { boardPack: null, problems: [{ code: "RULE", path: ["boardPack", "meetsOn"], records: [{ id: first.id }] }] } });
    expect(await at.world.ask(at.lead, WITHDRAW, { pack: { id: first.id, expectedVersion: 1 } })).toMatchObject({ withdrawBoardPack: { problems: [{ code: "MISSING_REASON" }] } });
    expect(await at.world.ask(at.lead, WITHDRAW, { pack: { id: first.id, expectedVersion: 1 }, reason: "The wrong day" })).toMatchObject({
      withdrawBoardPack: { problems: [], boardPack: { version: 2, withdrawReason: "The wrong day", entry: first.entry, headHash: first.headHash, matchesLedger: true } },
    });
    expect(await at.world.ask(at.lead, FREEZE, again)).toMatchObject({ freezeBoardPack: { problems: [] } });
  });

  it("makes what nobody changes: it can be neither amended nor removed", async () => {
    const at = await boardWorld();
    const { id } = await frozen(at);
    const remove = "mutation ($id: ID!) { remove(id: $id, expectedVersion: 1) { problems { message } } }";
    expect(JSON.stringify(await at.world.ask(holding("OFFICE", null, at.system), remove, { id }))).toContain("verbs of their own");
  });
});

describe("a board pack's changesSince", () => {
  it("tells what has moved since in its programmes, and not that it was frozen", async () => {
    const at = await boardWorld();
    const { world, milestone, system } = at;
    const { id, entry } = await frozen(at);
    expect((await since(world, id)).count).toBe(0);
    const other = await world.given.milestone({ title: "Elsewhere", programmeId: await world.given.programme({ name: "Calm", systemId: system }) });
    const until = world.ledger.head();
    await world.act((draft) => { draft.change(milestoneKind, milestone, { forecast: "June 2023" }); draft.change(milestoneKind, other, { title: "Elsewhere still" }); return id; });
    expect(await since(world, id, { filter: { group: ["SLIPPED"] } })).toMatchObject({ from: { entry }, count: 1, items: { nodes: [{ group: "SLIPPED", title: "Launch" }] } });
    expect((await since(world, id, { until, filter: { group: ["SLIPPED", "NEW"] } })).count).toBe(0);
    expect((await since(world, id)).markdown).toContain(" About Kindness.\n");
    expect(JSON.stringify(await since(world, id))).not.toContain("Elsewhere");
    const all = await world.ask<{ freezeBoardPack: { boardPack: Pack } }>(at.office, FREEZE, { pack: { group: at.group, meetsOn: "2024-04-15", asAt: entry } });
    expect(JSON.stringify(await since(world, all.freezeBoardPack.boardPack.id))).toContain("Elsewhere");
  });

  it("keeps what its viewer may not see, a programme of the pack included", async () => {
    const at = await boardWorld();
    const { world, system, programme, milestone } = at;
    const { id } = await frozen(at);
    await world.act((draft) => { draft.change(milestoneKind, milestone, { forecast: "June 2023", audience: "MEMBERS" }); return id; });
    expect((await since(world, id, { filter: { group: ["SLIPPED"] } })).count).toBe(0);
    expect((await since(world, id, { filter: { group: ["SLIPPED"] } }, memberOf(system))).count).toBe(1);
    await world.act((draft) => { draft.change(programmeKind, programme, { audience: "MEMBERS" }); return id; });
    expect(await world.ask(nobody, "query ($id: ID!) { boardPack(id: $id) { programmes { id } changesSince { count markdown } } }", { id })).toMatchObject({ boardPack: { programmes: [], changesSince: { count: 0 } } });
  });
});

describe("a board pack's matchesLedger", () => {
  it("holds while the ledger has its hash, and tells a copy that was printed from a ledger that was rewritten since", async () => {
    const at = await boardWorld();
    const { id, entry, headHash } = await frozen(at);
    const matches = async (printed?: string): Promise<unknown> => at.world.ask(nobody, "query ($id: ID!, $printed: String) { boardPack(id: $id) { matchesLedger(printed: $printed) } }", { id, printed });
    expect(await matches()).toEqual({ boardPack: { matchesLedger: true } });
    expect(await matches(headHash)).toEqual({ boardPack: { matchesLedger: true } });
    expect(await matches("another")).toEqual({ boardPack: { matchesLedger: false } });
    const lease = at.world.ledger.lease();
    const file = lease.ledger.sqlite.name;
    lease.release();
    tamper(file, "update entries set hash = 'rewritten' where number = ?", entry);
    await at.world.given.place();
    expect(await matches()).toEqual({ boardPack: { matchesLedger: false } });
  });
});
