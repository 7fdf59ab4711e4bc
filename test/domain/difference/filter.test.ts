import { describe, expect, it } from "vitest";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { deliveryOf } from "../../support/given-delivery.ts";
import { claimKind } from "../../../src/domain/claim/table.ts";
import { differenceIn } from "./difference-query.ts";

describe("a difference of something", () => {
  it("has what belongs there, directly or by what it is a part of, and nothing else", async () => {
    const world = await openWorld();
    const made = deliveryOf(world);
    const system = await world.given.place({ name: "North", level: "SYSTEM" });
    const place = await world.given.place({ name: "Town", level: "PLACE", parentId: system });
    const [trust, council] = [await world.given.organisation({ name: "Trust" }), await world.given.organisation({ name: "Council" })];
    const team = await world.given.healthIntegrationTeam({ name: "Kind HIT" });
    const programme = await world.given.programme({ name: "Kindness", placeId: place, hostId: trust });
    const [training, delivery] = [await world.given.workstream({ programmeId: programme, name: "Training" }), await world.given.workstream({ programmeId: programme, name: "Delivery", theme: "SERVICE_DELIVERY" })];
    await world.given.programmeGovernance({ programmeId: programme, healthIntegrationTeamId: team });
    const other = await world.given.programme({ name: "Calm", systemId: system });
    const from = world.ledger.head();
    await world.given.criterion({ workstreamId: training, statement: "In training" });
    await world.given.milestone({ programmeId: programme, workstreamId: delivery, title: "In delivery" });
    await world.given.milestone({ programmeId: programme, title: "In kindness" });
    await world.given.milestone({ programmeId: other, title: "In calm", ownerOrganisationId: council, systemId: system });
    await world.given.milestone({ programmeId: other, title: "Of the HIT", ownerHealthIntegrationTeamId: team });
    const award = await world.given.award({ title: "Award" });
    await world.given.awardParty({ awardId: award, organisationId: council });
    await made.risk({ title: "Risk of delivery", programmeId: programme, workstreamId: delivery });
    await world.record(claimKind, { subject: "Claim on training", kind: "STATEMENT", value: "It works", status: "CLAIMED", recordId: training });
    const of = async (filter: object): Promise<readonly string[]> => (await differenceIn(world, { from, filter })).items.nodes.map(({ title }) => title).toSorted();
    const ofKindness = ["Claim on training", "In delivery", "In kindness", "In training", "Risk of delivery"];
    expect(await of({})).toEqual(["Award", ...ofKindness, "In calm", "Of the HIT"].toSorted());
    expect(await of({ programme })).toEqual(ofKindness);
    expect(await of({ place })).toEqual(ofKindness);
    expect(await of({ place: system })).toEqual(ofKindness);
    expect(await of({ system })).toEqual(["In calm"]);
    expect(await of({ workstream: training })).toEqual(["Claim on training", "In training"]);
    expect(await of({ theme: ["SERVICE_DELIVERY"] })).toEqual(["In delivery", "Risk of delivery"]);
    expect(await of({ healthIntegrationTeam: team })).toEqual([...ofKindness, "Of the HIT"].toSorted());
    expect(await of({ organisation: trust })).toEqual(ofKindness);
    expect(await of({ organisation: council })).toEqual(["Award", "In calm"]);
    expect(await of({ programme, theme: ["TRAINING"], group: ["EVIDENCE"] })).toEqual(["Claim on training", "In training"]);
    expect(await of({ programme, workstream: training, place: system, organisation: council })).toEqual([]);
    expect((await differenceIn(world, { from, filter: { programme, healthIntegrationTeam: team } })).markdown).toContain(" About Kindness, Kind HIT.\n");
  });

  it("has what was moved away from there, too", async () => {
    const world = await openWorld();
    const [one, other] = [await world.given.programme({ name: "Kindness" }), await world.given.programme({ name: "Calm" })];
    const milestone = await world.given.milestone({ programmeId: one });
    const from = world.ledger.head();
    await world.act((draft) => { draft.change(world.ledger.kinds.find(({ type }) => type === "Milestone") ?? claimKind, milestone, { programmeId: other }); return milestone; });
    for (const programme of [one, other]) expect((await differenceIn(world, { from, filter: { programme } })).items.nodes.map(({ says }) => says)).toEqual([["programme: Kindness → Calm"]]);
  });

  it("does not tell that a record belongs to something that its viewer may not see, nor by way of that", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const trust = await world.given.organisation({ name: "Trust" });
    const hidden = await world.given.programme({ name: "Hidden", audience: "MEMBERS", systemId: system, hostId: trust });
    const from = world.ledger.head();
    await world.given.milestone({ title: "Open", programmeId: hidden });
    expect((await differenceIn(world, { from, filter: { organisation: trust } })).count).toBe(0);
    expect((await differenceIn(world, { from, filter: { organisation: trust } }, memberOf(system))).count).toBe(1);
    await expect(differenceIn(world, { from, filter: { programme: hidden } })).rejects.toThrow("none that you may see");
  });
});
