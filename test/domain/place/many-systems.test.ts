import { describe, expect, it } from "vitest";
import type { Role } from "../../../src/api/access/role.ts";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { programmeKind } from "../../../src/domain/delivery/programme/table.ts";
import { makeKey, viewerOf } from "../../../src/domain/partners/access/signing-in.ts";
import { addDays, londonDay } from "../../../src/kernel/day.ts";
import { holding, openWorld, type World } from "../../support/domain-world.ts";

const today = londonDay(new Date());

/** More than anybody would give columns of their own. */
const SYSTEMS = 16;

const RECORD = "mutation ($records: [RecordInput!]!) { record(records: $records) { record { id } problems { code message } } }";
const SIDE_BY_SIDE = `query ($on: Day) { places(filter: { level: [SYSTEM] }, first: 100) {
  totalCount
  nodes { name overview(on: $on) { system { name } milestones { byTiming { timing count } } } }
} }`;

interface SideBySide {
  readonly places: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly name: string; readonly overview: { readonly system: { readonly name: string } | null; readonly milestones: { readonly byTiming: readonly { readonly timing: string; readonly count: number }[] } } }[];
  };
}

const steward: Viewer = holding("STEWARD", null);

async function systemCalled(world: World, name: string): Promise<string> {
  const { record: { record, problems } } = await world.ask<{ record: { record: { id: string } | null; problems: unknown[] } }>(steward, RECORD, { records: [{ record: { place: { name, level: "SYSTEM" } } }] });
  expect(problems).toEqual([]);
  return record?.id ?? "";
}

/** A key for a system, and whoever comes with it today. */
async function keyFor(world: World, role: Role, holdsFor: string | null): Promise<Viewer> {
  const { id } = await makeKey(world.ledger, { name: `${role} of ${holdsFor ?? "everything"}`, role, holdsFor, expiresOn: addDays(today, 30), actor: "test" });
  const lease = world.ledger.lease();
  try {
    return viewerOf(lease.graph, id, today);
  } finally {
    lease.release();
  }
}

/** A programme for everybody, one for members and one that is being drafted; each with a milestone that is past due. */
async function threeProgrammes(world: World, systemId: string, name: string): Promise<void> {
  await world.act((draft) => {
    for (const audience of ["PUBLIC", "MEMBERS", "DRAFT"] as const) {
      const programmeId = draft.create(programmeKind, { audience, systemId, name: `${name} ${audience}`, status: "ACTIVE" });
      draft.create(milestoneKind, { audience, systemId, programmeId, title: `${name} ${audience}`, type: "LAUNCH", status: "SCHEDULED", firstBaseline: "June 2024", baseline: "June 2024", forecast: "June 2024" });
    }
  });
}

async function programmesSeen(world: World, viewer: Viewer): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  for (let after: string | null = null; ;) {
    const { programmes }: { programmes: { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } = await world.ask(viewer, "query ($after: String) { programmes(first: 100, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }", { after });
    for (const { name } of programmes.nodes) seen.add(name);
    if (!programmes.pageInfo.hasNextPage) return seen;
    after = programmes.pageInfo.endCursor;
  }
}

/** By system, how many of its milestones are past due, as far as somebody sees them. */
async function pastDue(world: World, viewer: Viewer): Promise<Record<string, number>> {
  const { places: { nodes } } = await world.ask<SideBySide>(viewer, SIDE_BY_SIDE, { on: "2024-07-05" });
  for (const { name, overview } of nodes) expect(overview.system).toEqual({ name });
  return Object.fromEntries(nodes.map(({ name, overview }) => [name, overview.milestones.byTiming.find(({ timing }) => timing === "PAST_DUE_NOT_REPORTED")?.count ?? 0]));
}

describe("many systems in one tracker", () => {
  it("each see their own drafts and members' records and what is everybody's of all, and stand side by side for whoever looks; one more is a record more", async () => {
    const world = await openWorld();
    const names = Array.from({ length: SYSTEMS }, (_, index) => `System ${String(index + 1).padStart(2, "0")}`);
    const ids = new Map<string, string>();
    for (const name of names) {
      const id = await systemCalled(world, name);
      ids.set(name, id);
      await threeProgrammes(world, id, name);
    }
    const everybodys = names.map((name) => `${name} PUBLIC`);
    for (const name of [names[0], names[8], names.at(-1)].filter((one) => one !== undefined)) {
      const id = ids.get(name) ?? "";
      const [reader, office] = [await keyFor(world, "READER", id), await keyFor(world, "OFFICE", id)];
      expect(await programmesSeen(world, reader)).toEqual(new Set([...everybodys, `${name} MEMBERS`]));
      expect(await programmesSeen(world, office)).toEqual(new Set([...everybodys, `${name} MEMBERS`, `${name} DRAFT`]));
      expect(await pastDue(world, office)).toEqual(Object.fromEntries(names.map((one) => [one, one === name ? 3 : 1])));
      expect(await pastDue(world, reader)).toEqual(Object.fromEntries(names.map((one) => [one, one === name ? 2 : 1])));
    }
    expect(await programmesSeen(world, nobody)).toEqual(new Set(everybodys));
    expect(await pastDue(world, nobody)).toEqual(Object.fromEntries(names.map((one) => [one, 1])));
    expect(await programmesSeen(world, await keyFor(world, "AUDITOR", null))).toEqual(new Set(names.flatMap((name) => [`${name} PUBLIC`, `${name} MEMBERS`, `${name} DRAFT`])));

    const one = await systemCalled(world, "System 43");
    await threeProgrammes(world, one, "System 43");
    expect(await pastDue(world, await keyFor(world, "OFFICE", one))).toEqual({ ...Object.fromEntries(names.map((name) => [name, 1])), "System 43": 3 });
  });
});
