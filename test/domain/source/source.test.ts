import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { openWorld, officeOf, type World } from "../../support/domain-world.ts";

async function found(world: World, filter: object): Promise<readonly (readonly [title: string, certainty: string | null])[]> {
  const query = "query ($filter: SourceFilter) { sources(filter: $filter) { edges { certainty node { title } } } }";
  const { sources } = await world.ask<{ sources: { edges: { certainty: string | null; node: { title: string } }[] } }>(nobody, query, { filter });
  return sources.edges.map(({ certainty, node }) => [node.title, certainty]);
}

describe("sources", () => {
  it("are found by what they are, by title, and by when they were published or why that is not known", async () => {
    const world = await openWorld();
    await world.given.source({ title: "Annual report", kind: "REPORT", published: "5 July 2024" });
    await world.given.source({ title: "The pledge", kind: "PLEDGE", published: "2024" });
    await world.given.source({ title: "A page", kind: "WEB_PAGE", published: "not stated" });
    expect(await found(world, { kind: ["PLEDGE", "REGISTER"] })).toEqual([["The pledge", null]]);
    expect(await found(world, { titleContains: "REPORT" })).toEqual([["Annual report", null]]);
    expect(await found(world, { published: { financialYear: "2024-25" } })).toEqual([["Annual report", "CERTAIN"], ["The pledge", "POSSIBLE"]]);
    expect(await found(world, { published: { from: "2024-01-01", to: "2024-12-31", certainty: "CERTAIN" } })).toEqual([["Annual report", "CERTAIN"], ["The pledge", "CERTAIN"]]);
    expect(await found(world, { publishedStatus: ["NOT_STATED", "UNKNOWN"] })).toEqual([["A page", null]]);
    expect(await found(world, {})).toEqual([["A page", null], ["Annual report", null], ["The pledge", null]]);
  });

  it("are sorted by when they became known, those of which that is not known last", async () => {
    const world = await openWorld();
    for (const [title, becameKnown] of [["a", "unknown"], ["b", "5 July 2024"], ["c", "31 December 2022"]] as const) await world.given.source({ title, becameKnown });
    expect(await world.ask(nobody, "{ sources(orderBy: BECAME_KNOWN) { nodes { title publisher address period { status } sha256 } } }")).toEqual({
      sources: { nodes: ["c", "b", "a"].map((title) => ({ title, publisher: null, address: null, period: { status: "UNKNOWN" }, sha256: null })) },
    });
  });

  it("are not there for those whom they are not for", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const id = await world.given.source({ audience: "DRAFT", systemId: system });
    const query = "query ($id: ID!) { sources { totalCount } node(id: $id) { id } }";
    expect(await world.ask(nobody, query, { id })).toEqual({ sources: { totalCount: 0 }, node: null });
    expect(await world.ask(officeOf(system), query, { id })).toEqual({ sources: { totalCount: 1 }, node: { id } });
  });
});
