import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { placeKind } from "../../../src/domain/foundation/place/table.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";

async function found(world: World, filter: object, viewer = nobody): Promise<readonly string[]> {
  const { places } = await world.ask<{ places: { nodes: { name: string }[] } }>(viewer, "query ($filter: PlaceFilter) { places(filter: $filter) { nodes { name } } }", { filter });
  return places.nodes.map(({ name }) => name);
}

describe("places", () => {
  it("are found by size, by name, directly in another, and within it however deep", async () => {
    const world = await openWorld();
    const system = await world.given.place({ name: "BNSSG", level: "SYSTEM" });
    const bristol = await world.given.place({ name: "Bristol", parentId: system });
    const east = await world.given.place({ name: "East Bristol", level: "NEIGHBOURHOOD", parentId: bristol });
    await world.given.place({ name: "Easton", level: "NEIGHBOURHOOD", parentId: east });
    await world.given.place({ name: "Somerset", level: "SYSTEM" });
    expect(await found(world, { level: ["SYSTEM", "PLACE"] })).toEqual(["BNSSG", "Bristol", "Somerset"]);
    expect(await found(world, { nameContains: "bristol" })).toEqual(["Bristol", "East Bristol"]);
    expect(await found(world, { name: "bristol" })).toEqual(["Bristol"]);
    expect(await found(world, { parent: bristol })).toEqual(["East Bristol"]);
    expect(await found(world, { within: system })).toEqual(["BNSSG", "Bristol", "East Bristol", "Easton"]);
    expect(await found(world, { within: east })).toEqual(["East Bristol", "Easton"]);
    expect(await found(world, { within: "pl_0000000000000000" })).toEqual([]);
    expect(await found(world, { within: system, level: ["NEIGHBOURHOOD"] })).toEqual(["East Bristol", "Easton"]);
  });

  it("are not found by way of a place that the viewer may not see", async () => {
    const world = await openWorld();
    const system = await world.given.place({ name: "BNSSG", level: "SYSTEM" });
    const hidden = await world.given.place({ name: "Bristol", parentId: system, audience: "MEMBERS", systemId: system });
    await world.given.place({ name: "East Bristol", level: "NEIGHBOURHOOD", parentId: hidden });
    expect(await found(world, { within: system })).toEqual(["BNSSG"]);
    expect(await found(world, { within: hidden })).toEqual([]);
    expect(await found(world, { within: system }, memberOf(system))).toEqual(["BNSSG", "Bristol", "East Bristol"]);
  });

  it("that lie in each other are found all the same", async () => {
    const world = await openWorld();
    const [a, b] = await world.act((draft) => {
      const kind = { audience: "PUBLIC", level: "PLACE" };
      const a = draft.create(placeKind, { ...kind, name: "a" });
      const b = draft.create(placeKind, { ...kind, name: "b", parentId: a });
      draft.change(placeKind, a, { parentId: b });
      return [a, b];
    });
    expect(await found(world, { within: a })).toEqual(["a", "b"]);
    expect(await found(world, { within: b })).toEqual(["a", "b"]);
  });

  it("know what is in them and what they are in, and which system a record belongs to", async () => {
    const world = await openWorld();
    const system = await world.given.place({ name: "BNSSG", level: "SYSTEM" });
    const id = await world.given.place({ name: "Bristol", parentId: system, systemId: system, gssCode: "E06000023", since: "not stated" });
    const programme = await world.given.programme({ systemId: system });
    const query = `query ($system: ID!, $id: ID!, $programme: ID!) {
      system: node(id: $system) { ... on Place { children { totalCount nodes { name } } parent { name } system { name } } }
      node(id: $id) { ... on Place { level gssCode since { status } parent { name } children { totalCount } system { name } } }
      programme(id: $programme) { system { name } }
    }`;
    expect(await world.ask(nobody, query, { system, id, programme })).toEqual({
      system: { children: { totalCount: 1, nodes: [{ name: "Bristol" }] }, parent: null, system: null },
      node: { level: "PLACE", gssCode: "E06000023", since: { status: "NOT_STATED" }, parent: { name: "BNSSG" }, children: { totalCount: 0 }, system: { name: "BNSSG" } },
      programme: { system: { name: "BNSSG" } },
    });
  });

  it("are not there for those whom they are not for", async () => {
    const world = await openWorld();
    const system = await world.given.place({ name: "BNSSG", level: "SYSTEM" });
    const hidden = await world.given.place({ name: "Refuge", level: "NEIGHBOURHOOD", parentId: system, audience: "MEMBERS", systemId: system });
    const programme = await world.given.programme({ placeId: hidden });
    const query = "query ($system: ID!, $programme: ID!) { node(id: $system) { ... on Place { children { totalCount } } } programme(id: $programme) { place { name } valueStatus(field: \"place\") } }";
    expect(await world.ask(nobody, query, { system, programme })).toEqual({ node: { children: { totalCount: 0 } }, programme: { place: null, valueStatus: "WITHHELD" } });
    expect(await found(world, { within: system })).toEqual(["BNSSG"]);
    expect(await found(world, { within: system }, memberOf(system))).toEqual(["BNSSG", "Refuge"]);
  });
});
