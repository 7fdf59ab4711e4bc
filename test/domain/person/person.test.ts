import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, officeOf, openWorld, type World } from "../../support/domain-world.ts";

const PEOPLE = "{ people { totalCount nodes { name } edges { cursor } pageInfo { startCursor endCursor } } }";

async function names(world: World, ...[viewer, filter]: [Parameters<World["ask"]>[0], object?]): Promise<unknown> {
  return world.ask(viewer, "query ($filter: PersonFilter) { people(filter: $filter) { totalCount nodes { name visibility } } }", { filter });
}

const none = { people: { totalCount: 0, nodes: [] } };

describe("people", () => {
  it("lists those in public roles for everybody, by name", async () => {
    const world = await openWorld();
    await world.given.person({ name: "Tessa Munt" });
    await world.given.person({ name: "Billy Smith" });
    expect(await world.ask(nobody, "{ people { nodes { name visibility } } }")).toEqual({
      people: { nodes: [{ name: "Billy Smith", visibility: "PUBLIC_ROLE" }, { name: "Tessa Munt", visibility: "PUBLIC_ROLE" }] },
    });
  });

  it("finds by words in the name, whatever their capitals, by visibility and by system", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    await world.given.person({ name: "Tessa Munt", systemId: system });
    await world.given.person({ name: "Billy Smith" });
    const tessa = { people: { totalCount: 1, nodes: [{ name: "Tessa Munt", visibility: "PUBLIC_ROLE" }] } };
    expect(await names(world, nobody, { nameContains: "MUNT" })).toEqual(tessa);
    expect(await names(world, nobody, { system })).toEqual(tessa);
    expect(await names(world, nobody, { visibility: ["MEMBERS_ONLY"] })).toEqual(none);
  });

  it("are not there for a viewer who is not a member of the system of one who is MEMBERS_ONLY", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const other = await world.given.place({ level: "SYSTEM", name: "Somerset" });
    await world.given.person({ name: "Ada Hidden", visibility: "MEMBERS_ONLY", systemId: system });
    for (const viewer of [nobody, memberOf(other)]) {
      expect(await names(world, viewer)).toEqual(none);
      expect(await names(world, viewer, { nameContains: "hidden" })).toEqual(none);
    }
    expect(await names(world, memberOf(system))).toEqual({ people: { totalCount: 1, nodes: [{ name: "Ada Hidden", visibility: "MEMBERS_ONLY" }] } });
  });

  it("are there for nobody who is REDACTED, nor MEMBERS_ONLY without a system", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    await world.given.person({ name: "Ada Hidden", visibility: "REDACTED", systemId: system });
    await world.given.person({ name: "Ada Nowhere", visibility: "MEMBERS_ONLY" });
    for (const viewer of [nobody, memberOf(system), officeOf(system)]) {
      expect(await world.ask(viewer, PEOPLE)).toEqual({ people: { totalCount: 0, nodes: [], edges: [], pageInfo: { startCursor: null, endCursor: null } } });
    }
  });

  it("are seen by no more than their record's audience, whatever their visibility", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    await world.given.person({ name: "Ada Draft", audience: "DRAFT", visibility: "PUBLIC_ROLE", systemId: system });
    await world.given.person({ name: "Ben Draft", audience: "DRAFT", visibility: "MEMBERS_ONLY", systemId: system });
    expect(await names(world, memberOf(system))).toEqual(none);
    expect(await world.ask(officeOf(system), "{ people { nodes { name } } }")).toEqual({ people: { nodes: [{ name: "Ada Draft" }, { name: "Ben Draft" }] } });
  });

  it("cannot be reached by their id", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const members = await world.given.person({ visibility: "MEMBERS_ONLY", systemId: system });
    const redacted = await world.given.person({ visibility: "REDACTED", systemId: system });
    const query = "query ($a: ID!, $b: ID!) { node(id: $a) { id } person(id: $a) { id } nodes(ids: [$a, $b]) { id } }";
    const ids = { a: members, b: redacted };
    expect(await world.ask(nobody, query, ids)).toEqual({ node: null, person: null, nodes: [null, null] });
    expect(await world.ask(memberOf(system), query, ids)).toEqual({ node: { id: members }, person: { id: members }, nodes: [{ id: members }, null] });
  });
});
