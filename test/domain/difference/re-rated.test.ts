import { describe, expect, it } from "vitest";
import { judgementKind, statusReportKind } from "../../../src/domain/delivery/status-report/table.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";
import { deliveryOf } from "../../support/given-delivery.ts";
import { differenceIn, inShort, type DifferenceAnswer } from "./difference-query.ts";

const ONLY = { filter: { group: ["RE_RATED"] } } as const;

async function ratings(world: World, moments: { from?: number; to?: number }): Promise<DifferenceAnswer> {
  return differenceIn(world, { ...moments, ...ONLY });
}

/** A published report on a programme with a judgement of the whole, and the entry after it. */
async function judged(world: World, programmeId: string, rating: string, published: string, more: object = {}): Promise<{ report: string; judgement: string; entry: number }> {
  const made = deliveryOf(world);
  const report = await made.statusReport({ programmeId, title: `Report of ${published}`, period: published, published });
  const judgement = await made.judgement({ reportId: report, rating, ...more });
  return { report, judgement, entry: world.ledger.head() };
}

describe("what is judged otherwise between two moments", () => {
  it("is the judgement that stood beside the one that stands, of what they judge", async () => {
    const world = await openWorld();
    const programme = await world.given.programme({ name: "Kindness" });
    const before = world.ledger.head();
    const first = await judged(world, programme, "Amber", "May 2023");
    const second = await judged(world, programme, "Red", "June 2023");
    const third = await judged(world, programme, "Green", "July 2023");
    const answer = await ratings(world, { from: first.entry });
    expect(answer.items.nodes).toEqual([expect.objectContaining({
      id: `RE_RATED ${third.judgement}`, group: "RE_RATED", title: "Kindness", isNew: false, isGone: false, record: { id: third.judgement }, says: ["rating: Amber → Green"],
    })]);
    expect(answer.items.nodes[0]?.fields[0]).toEqual({ field: "rating", before: { plain: "Amber" }, after: { plain: "Green" } });
    expect(answer.items.nodes[0]?.acts.nodes.map(({ entry }) => entry)).toContain(third.entry);
    expect(inShort(await ratings(world, { from: before, to: second.entry }))).toEqual([["RE_RATED", "Kindness", "rating: Red"]]);
    expect((await ratings(world, { from: third.entry })).count).toBe(0);
  });

  it("is not what says the same again, but is what says so under another scheme, and each dimension on its own", async () => {
    const world = await openWorld();
    const programme = await world.given.programme({ name: "Kindness" });
    const { entry } = await judged(world, programme, "Amber", "May 2023");
    await judged(world, programme, "amber", "June 2023");
    expect((await ratings(world, { from: entry })).count).toBe(0);
    const made = deliveryOf(world);
    const report = await made.statusReport({ programmeId: programme, period: "July 2023", published: "July 2023" });
    await made.judgement({ reportId: report, rating: "Amber", scheme: "DELIVERY_CONFIDENCE_5" });
    await made.judgement({ reportId: report, rating: "Red", dimension: "COST" });
    expect(inShort(await ratings(world, { from: entry }))).toEqual([
      ["RE_RATED", "Kindness", "rating: Amber → Amber", "scheme: delivery confidence 3 → delivery confidence 5"], ["RE_RATED", "Kindness: cost", "rating: Red"],
    ]);
  });

  it("counts once its report is published, and no more once that is corrected or gone, read back from anywhere", async () => {
    const world = await openWorld();
    const programme = await world.given.programme({ name: "Kindness" });
    const first = await judged(world, programme, "Amber", "May 2023");
    const made = deliveryOf(world);
    const draft = await made.statusReport({ programmeId: programme, status: "DRAFT", period: "June 2023" });
    await made.judgement({ reportId: draft, rating: "Red" });
    expect((await ratings(world, { from: first.entry })).count).toBe(0);
    const drafted = world.ledger.head();
    await world.act((act) => { act.change(statusReportKind, draft, { status: "PUBLISHED", published: "June 2023" }); return draft; });
    const published = world.ledger.head();
    expect(inShort(await ratings(world, { from: drafted }))).toEqual([["RE_RATED", "Kindness", "rating: Amber → Red"]]);
    const correction = await made.statusReport({ programmeId: programme, correctsId: draft, period: "June 2023", published: "July 2023" });
    expect(inShort(await ratings(world, { from: published }))).toEqual([["RE_RATED", "Kindness", "rating: Red → Amber"]]);
    const corrected = world.ledger.head();
    await world.act((act) => { act.remove(judgementKind, first.judgement); return correction; });
    expect(inShort(await ratings(world, { from: corrected }))).toEqual([["RE_RATED", "Kindness", "rating: Amber"]]);
    // What was removed since stood at both of these moments.
    expect(inShort(await ratings(world, { from: published, to: corrected }))).toEqual([["RE_RATED", "Kindness", "rating: Red → Amber"]]);
    expect(inShort(await ratings(world, { from: drafted, to: published }))).toEqual([["RE_RATED", "Kindness", "rating: Amber → Red"]]);
  });

  it("tells nobody of a judgement that they may not see, on either side", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const programme = await world.given.programme({ name: "Kindness", systemId: system });
    const { entry } = await judged(world, programme, "Amber", "May 2023");
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const report = await deliveryOf(world).statusReport({ programmeId: programme, period: "June 2023", published: "June 2023", ...hidden });
    await deliveryOf(world).judgement({ reportId: report, rating: "Red", ...hidden });
    expect((await ratings(world, { from: entry })).count).toBe(0);
    expect(inShort(await differenceIn(world, { from: entry, ...ONLY }, memberOf(system)))).toEqual([["RE_RATED", "Kindness", "rating: Amber → Red"]]);
  });

  it("names no programme to whoever may not see it, though they may see what it is judged", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const programme = await world.given.programme({ name: "Kindness", audience: "MEMBERS", systemId: system });
    const { entry } = await judged(world, programme, "Amber", "May 2023");
    const second = await judged(world, programme, "Red", "June 2023");
    const answer = await ratings(world, { from: entry });
    expect(answer.items.nodes).toEqual([expect.objectContaining({ id: `RE_RATED ${second.judgement}`, title: "(not shown)", says: ["rating: Amber → Red"] })]);
    expect(JSON.stringify(answer)).not.toContain(programme);
  });
});
