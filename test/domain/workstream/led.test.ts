import { describe, expect, it } from "vitest";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { holding, openWorld, type World } from "../../support/domain-world.ts";

async function led(world: World, viewer: Viewer, args = ""): Promise<readonly string[]> {
  const { viewer: { leads } } = await world.ask<{ readonly viewer: { readonly leads: { readonly nodes: readonly { readonly name: string }[] } } }>(viewer, `{ viewer { leads${args} { nodes { name } } } }`);
  return leads.nodes.map(({ name }) => name);
}

describe("what a viewer leads", () => {
  it("is every workstream for which, or for something that it is part of, they are lead or deputy", async () => {
    const world = await openWorld();
    const { given } = world;
    const [system, team] = [await given.place({ level: "SYSTEM" }), await given.healthIntegrationTeam()];
    const programme = await given.programme({ systemId: system });
    const training = await given.workstream({ name: "Training", programmeId: programme, systemId: system });
    await given.workstream({ name: "Principles", programmeId: programme, systemId: system });
    await given.workstream({ name: "Champions", leadHealthIntegrationTeamId: team });
    const governed = await given.programme();
    await given.programmeGovernance({ programmeId: governed, healthIntegrationTeamId: team });
    await given.workstream({ name: "Learning", programmeId: governed });

    expect(await led(world, holding("LEAD", training))).toEqual(["Training"]);
    expect((await led(world, holding("DEPUTY", programme))).toSorted()).toEqual(["Principles", "Training"]);
    expect((await led(world, holding("LEAD", team))).toSorted()).toEqual(["Champions", "Learning"]);
    expect((await led(world, holding("LEAD", system))).toSorted()).toEqual(["Principles", "Training"]);
    expect(await led(world, holding("LEAD", programme), `(filter: { nameContains: "Train" })`)).toEqual(["Training"]);
  });

  it("says of each when its next report is due", async () => {
    const world = await openWorld("2024-06-15");
    const programme = await world.given.programme({ reportingRhythm: "MONTHLY", start: "1 May 2024" });
    await world.given.workstream({ name: "Training", programmeId: programme });
    expect(await world.ask(holding("LEAD", programme), "{ viewer { leads { nodes { name freshness { status nextDueOn } } } } }")).toEqual({
      viewer: { leads: { nodes: [{ name: "Training", freshness: { status: "DUE", nextDueOn: "2024-06-30" } }] } },
    });
  });

  it("is nothing for those who read, keep order or look after, and nothing that they do not see", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const programme = await world.given.programme({ systemId: system });
    await world.given.workstream({ programmeId: programme, systemId: system });
    for (const viewer of [nobody, holding("READER", programme), holding("OFFICE", null), holding("STEWARD", null), holding("AUDITOR", null)]) expect(await led(world, viewer)).toEqual([]);
    await world.given.workstream({ name: "Members", programmeId: programme, systemId: system, audience: "MEMBERS" });
    await world.given.workstream({ name: "Draft", programmeId: programme, systemId: system, audience: "DRAFT" });
    expect(await led(world, holding("LEAD", programme))).not.toEqual(expect.arrayContaining(["Members"]));
    expect(await led(world, holding("LEAD", programme))).not.toEqual(expect.arrayContaining(["Draft"]));
    expect(await led(world, holding("LEAD", programme, system))).toHaveLength(3);
  });
});
