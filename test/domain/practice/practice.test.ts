import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { certainties, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { learningOf } from "../../support/given-learning.ts";

const seen = (id: string): unknown => ({ totalCount: 1, nodes: [{ id }] });

describe("practices and their maps", () => {
  it("are found by where, whose, what and since when", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const [town, programme] = [await world.given.place({ parentId: system }), await world.given.programme({ placeId: system })];
    const charity = await world.given.organisation({ sector: "VCSE" });
    const map = await make.practiceMap({ title: "A map", placeId: town, systemId: system, opened: "2024" });
    const closed = await make.practiceMap({ title: "B map", status: "CLOSED", ownerId: charity, programmeId: programme });
    const training = await make.practice({ title: "A training", themes: ["Training", "Schools"], placeId: town, mapId: map, systemId: system, since: "2022" });
    const circle = await make.practice({ title: "B circle", description: "Peers meet", status: "CONFIRMED", organisationId: charity, programmeId: programme, since: "not stated" });
    const cases: readonly Case[] = [
      [{}, training, circle],
      [{ place: system }, training, circle],
      [{ place: town }, training],
      [{ system }, training],
      [{ programme }, circle],
      [{ map }, training],
      [{ map: closed }],
      [{ organisation: charity }, circle],
      [{ sector: ["VCSE"] }, circle],
      [{ status: ["CONFIRMED", "ENDED"] }, circle],
      [{ theme: ["SCHOOLS"] }, training],
      [{ theme: ["school"] }],
      [{ contains: "PEERS" }, circle],
    ];
    expect(await foundByCase(world, "practices", "PracticeFilter", cases)).toEqual(hitsByCase("practices", cases));
    expect(await certainties(world, "practices", "PracticeFilter", { since: { financialYear: "2021-22" } })).toEqual(sure("practices", [training, "POSSIBLE"]));
    const maps: readonly Case[] = [
      [{}, map, closed],
      [{ place: town }, map],
      [{ system }, map],
      [{ programme }, closed],
      [{ owner: charity }, closed],
      [{ sector: ["VCSE"] }, closed],
      [{ status: ["OPEN"] }, map],
      [{ titleContains: "b m" }, closed],
    ];
    expect(await foundByCase(world, "practiceMaps", "PracticeMapFilter", maps)).toEqual(hitsByCase("practiceMaps", maps));
    expect(await certainties(world, "practiceMaps", "PracticeMapFilter", { opened: { from: "2024-01-01" } })).toEqual(sure("practiceMaps", [map, "CERTAIN"]));
  });

  it("say that none is recorded, and whom a map asks to come forward", async () => {
    const world = await openWorld();
    const placeId = await world.given.place({ name: "North Somerset" });
    await learningOf(world).practiceMap({ placeId, invited: ["Those who already work in this way"] });
    expect(await world.ask(nobody, "query ($place: ID!) { practiceMaps(filter: { place: $place }) { nodes { status invited practices { totalCount nodes { id } } } } }", { place: placeId })).toEqual({
      practiceMaps: { nodes: [{ status: "OPEN", invited: ["Those who already work in this way"], practices: none }] },
    });
  });

  it("are reached from either end, by those who may see them, one statement a relation", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const [organisation, place, programme, open] = [await world.given.organisation(), await world.given.place(), await world.given.programme(), await make.practiceMap()];
    const map = await make.practiceMap({ ...hidden, ownerId: organisation, placeId: place, programmeId: programme });
    const practice = await make.practice({ ...hidden, organisationId: organisation, placeId: place, programmeId: programme, mapId: open });
    const query = `query ($map: ID!, $practice: ID!, $open: ID!, $organisation: ID!, $place: ID!, $programme: ID!) {
      practiceMap(id: $map) { owner { id } place { id } programme { id } }
      practice(id: $practice) { organisation { id } place { id } programme { id } map { id } }
      nodes(ids: [$map, $practice]) { id }
      practices { totalCount nodes { id } }
      open: practiceMap(id: $open) { practices { totalCount nodes { id } } }
      organisation(id: $organisation) { practiceMaps { totalCount nodes { id } } practices { totalCount nodes { id } } }
      place: node(id: $place) { ... on Place { practiceMaps { totalCount nodes { id } } practices { totalCount nodes { id } } } }
      programme(id: $programme) { practiceMaps { totalCount nodes { id } } practices { totalCount nodes { id } } }
    }`;
    const ids = { map, practice, open, organisation, place, programme };
    const both = { practiceMaps: seen(map), practices: seen(practice) };
    const whose = { place: { id: place }, programme: { id: programme } };
    expect(await world.ask(memberOf(system), query, ids)).toEqual({
      practiceMap: { ...whose, owner: { id: organisation } }, practice: { ...whose, organisation: { id: organisation }, map: { id: open } }, nodes: [{ id: map }, { id: practice }],
      practices: seen(practice), open: { practices: seen(practice) }, organisation: both, place: both, programme: both,
    });
    const neither = { practiceMaps: none, practices: none };
    expect(await world.ask(nobody, query, ids)).toEqual({
      practiceMap: null, practice: null, nodes: [null, null], practices: none, open: { practices: none }, organisation: neither, place: neither, programme: neither,
    });
    for (let made = 0; made < 5; made += 1) await make.practice({ mapId: await make.practiceMap({ ownerId: await world.given.organisation() }), organisationId: await world.given.organisation() });
    // maps and practices, each which they are and what they say; owners, organisations
    expect((await world.answer(nobody, "{ practiceMaps { nodes { owner { name } practices { nodes { organisation { name } } } } } }")).statements).toBe(6);
  });
});
