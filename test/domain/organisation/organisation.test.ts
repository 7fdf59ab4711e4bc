import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { nameKinds } from "../../../src/domain/partners/organisation/table.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";

async function found(world: World, filter: object, viewer = nobody): Promise<readonly string[]> {
  const query = "query ($filter: OrganisationFilter) { organisations(filter: $filter) { totalCount nodes { name } } }";
  const { organisations } = await world.ask<{ organisations: { totalCount: number; nodes: { name: string }[] } }>(viewer, query, { filter });
  expect(organisations.totalCount).toBe(organisations.nodes.length);
  return organisations.nodes.map(({ name }) => name);
}

describe("organisations", () => {
  it("are found by any of their names, whatever the capitals, and once by however many", async () => {
    const world = await openWorld();
    const bristol = await world.given.organisation({ name: "University of Bristol" });
    await world.given.organisation({ name: "University of Bath" });
    const kinds = new Map(nameKinds.map((kind) => [kind, `Bristol ${kind.toLowerCase()}`]));
    for (const [kind, name] of kinds) await world.given.organisationName({ organisationId: bristol, name, kind, until: "2023" });
    for (const name of ["University of Bristol", "university of bristol", ...kinds.values(), "BRISTOL FORMER"]) expect(await found(world, { name })).toEqual(["University of Bristol"]);
    for (const name of ["Bristol", "University", "", " University of Bristol", "%", "University of Bristo_"]) expect(await found(world, { name })).toEqual([]);
    expect(await found(world, { nameContains: "bristol" })).toEqual(["University of Bristol"]);
    expect(await found(world, { nameContains: "UNIVERSITY OF" })).toEqual(["University of Bath", "University of Bristol"]);
    expect(await found(world, { nameContains: "as_written" })).toEqual(["University of Bristol"]);
    expect(await found(world, { nameContains: "%" })).toEqual([]);
  });

  it("are found by identifier, scheme and value together", async () => {
    const world = await openWorld();
    const trust = await world.given.organisation({ name: "North Bristol NHS Trust" });
    await world.given.organisationIdentifier({ organisationId: trust, scheme: "GB_NHS", value: "RVJ" });
    await world.given.organisationIdentifier({ organisationId: trust, scheme: "GB_COH", value: "01234567" });
    await world.given.organisationIdentifier({ organisationId: await world.given.organisation({ name: "Another" }), scheme: "GB_CHC", value: "1234567" });
    expect(await found(world, { identifier: { scheme: "GB_NHS", value: "RVJ" } })).toEqual(["North Bristol NHS Trust"]);
    expect(await found(world, { identifier: { scheme: "GB_LAE", value: "RVJ" } })).toEqual([]);
    expect(await found(world, { identifier: { scheme: "GB_COH", value: "1234567" } })).toEqual([]);
    const query = "query ($identifier: IdentifierInput!) { organisation(identifier: $identifier) { name } }";
    expect(await world.ask(nobody, query, { identifier: { scheme: "GB_COH", value: "01234567" } })).toEqual({ organisation: { name: "North Bristol NHS Trust" } });
    expect(await world.ask(nobody, query, { identifier: { scheme: "GB_COH", value: "7" } })).toEqual({ organisation: null });
  });

  it("are one by id or by identifier, and a request for neither or for both is refused", async () => {
    const world = await openWorld();
    const id = await world.given.organisation();
    expect(await world.refused(nobody, "{ organisation { name } }")).toEqual(["Which organisation? Give its id, or an identifier of the field."]);
    const both = 'query ($id: ID!) { organisation(id: $id, identifier: { scheme: GB_NHS, value: "RVJ" }) { name } }';
    expect(await world.refused(nobody, both, { id })).toEqual(["Give the organisation's id, or an identifier of the field, but not both."]);
  });

  it("are found by what and where they are", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const council = await world.given.organisation({ name: "Council", kind: "COUNCIL", sector: "LOCAL_GOVERNMENT", placeId: await world.given.place({ parentId: system }) });
    await world.given.organisation({ name: "Public Health", kind: "DEPARTMENT", parentId: council });
    await world.given.organisation({ name: "Old trust", kind: "NHS_TRUST", sector: "NHS", status: "DISSOLVED" });
    expect(await found(world, { kind: ["COUNCIL", "CHARITY"] })).toEqual(["Council"]);
    expect(await found(world, { sector: ["NHS"] })).toEqual(["Old trust"]);
    expect(await found(world, { status: ["DISSOLVED"] })).toEqual(["Old trust"]);
    expect(await found(world, { place: system })).toEqual(["Council"]);
    expect(await found(world, { parent: council })).toEqual(["Public Health"]);
    expect(await found(world, { isUnit: true })).toEqual(["Public Health"]);
    expect(await found(world, { isUnit: false })).toEqual(["Council", "Old trust"]);
    expect(await found(world, { isUnit: null })).toEqual(["Council", "Old trust", "Public Health"]);
  });

  it("show their names and identifiers, each with its validity and, of org-id lists, the joined form", async () => {
    const world = await openWorld();
    const id = await world.given.organisation({ name: "Somerset Council" });
    await world.given.organisationName({ organisationId: id, name: "SC", kind: "ABBREVIATION", basis: "INFERRED", since: "1 April 2023", until: "not applicable" });
    await world.given.organisationIdentifier({ organisationId: id, scheme: "GSS", value: "E06000066", since: "1 April 2023" });
    await world.given.organisationIdentifier({ organisationId: id, scheme: "GB_LAE", value: "SOM", until: "not stated", verified: "5 July 2024" });
    const query = `query ($id: ID!) { organisation(id: $id) {
      names { name kind basis since { plain } until { status } organisation { name } }
      identifiers { scheme value orgId since { plain } until { status } verified { status } organisation { name } }
    } }`;
    const organisation = { name: "Somerset Council" };
    expect(await world.ask(nobody, query, { id })).toEqual({
      organisation: {
        names: [{ name: "SC", kind: "ABBREVIATION", basis: "INFERRED", since: { plain: "1 April 2023" }, until: { status: "NOT_APPLICABLE" }, organisation }],
        identifiers: [
          { scheme: "GB_LAE", value: "SOM", orgId: "GB-LAE-SOM", since: { plain: "unknown" }, until: { status: "NOT_STATED" }, verified: { status: "KNOWN" }, organisation },
          { scheme: "GSS", value: "E06000066", orgId: null, since: { plain: "1 April 2023" }, until: { status: "UNKNOWN" }, verified: { status: "UNKNOWN" }, organisation },
        ],
      },
    });
  });

  it("have units and are units, are followed and follow", async () => {
    const world = await openWorld();
    const place = await world.given.place({ name: "Somerset" });
    const before = await world.given.organisation({ name: "Somerset County Council", status: "DISSOLVED" });
    const after = await world.given.organisation({ name: "Somerset Council", placeId: place });
    await world.given.organisation({ name: "Public Health", kind: "DEPARTMENT", parentId: after });
    await world.given.organisation({ name: "Housing", kind: "DEPARTMENT", parentId: after });
    await world.given.succession({ predecessorId: before, successorId: after, effective: "1 April 2023" });
    const query = `query ($before: ID!, $after: ID!, $place: ID!) {
      before: organisation(id: $before) { successors { effective { earliest } successor { name } predecessor { name } } predecessors { id } units { totalCount } }
      after: organisation(id: $after) {
        successors { id } predecessors { effective { earliest } predecessor { name } } place { name }
        units { nodes { name parent { name } } } health: units(filter: { name: "public health" }) { totalCount }
      }
      node(id: $place) { ... on Place { organisations { nodes { name } } } }
    }`;
    const effective = { earliest: "2023-04-01" };
    const parent = { name: "Somerset Council" };
    expect(await world.ask(nobody, query, { before, after, place })).toEqual({
      before: { successors: [{ effective, successor: { name: "Somerset Council" }, predecessor: { name: "Somerset County Council" } }], predecessors: [], units: { totalCount: 0 } },
      after: {
        successors: [], predecessors: [{ effective, predecessor: { name: "Somerset County Council" } }], place: { name: "Somerset" },
        units: { nodes: [{ name: "Housing", parent }, { name: "Public Health", parent }] }, health: { totalCount: 1 },
      },
      node: { organisations: { nodes: [{ name: "Somerset Council" }] } },
    });
  });

  it("are not found by names and identifiers that may not be seen, and those are not shown", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const organisationId = await world.given.organisation({ name: "Refuge" });
    await world.given.organisationName({ ...hidden, organisationId, name: "Secret address" });
    await world.given.organisationIdentifier({ ...hidden, organisationId, scheme: "GB_CHC", value: "123" });
    const secret = await world.given.organisation({ ...hidden, name: "Secret", kind: "CHARITY", parentId: organisationId });
    await world.given.organisationName({ organisationId: secret, name: "Public name of a secret" });
    await world.given.succession({ predecessorId: organisationId, successorId: secret });
    const probes: readonly (readonly [filter: object, finds: string])[] = [
      [{ name: "Secret address" }, "Refuge"], [{ nameContains: "address" }, "Refuge"], [{ identifier: { scheme: "GB_CHC", value: "123" } }, "Refuge"],
      [{ name: "Secret" }, "Secret"], [{ name: "Public name of a secret" }, "Secret"], [{ kind: ["CHARITY"] }, "Secret"], [{ isUnit: true }, "Secret"],
    ];
    for (const [filter, finds] of probes) {
      expect(await found(world, filter)).toEqual([]);
      expect(await found(world, filter, memberOf(system))).toEqual([finds]);
    }
    const query = `query ($id: ID!) {
      organisation(id: $id) { names { name } identifiers { value } units { totalCount nodes { id } } successors { successor { name } } }
      byIdentifier: organisation(identifier: { scheme: GB_CHC, value: "123" }) { name }
    }`;
    expect(await world.ask(nobody, query, { id: organisationId })).toEqual({
      organisation: { names: [], identifiers: [], units: { totalCount: 0, nodes: [] }, successors: [{ successor: null }] }, byIdentifier: null,
    });
  });

  it("take one statement for each relation, however many they are", async () => {
    const world = await openWorld();
    const query = "{ organisations(first: 100) { nodes { names { name } identifiers { value } place { name } parent { name } units { nodes { name } } successors { successor { name } } predecessors { predecessor { name } } } } }";
    const counts: number[] = [];
    for (const more of [1, 8]) {
      for (let made = 0; made < more; made += 1) {
        const organisationId = await world.given.organisation({ placeId: await world.given.place(), parentId: await world.given.organisation() });
        await world.given.organisationName({ organisationId });
        await world.given.organisationIdentifier({ organisationId, value: `R${counts.length}${made}` });
        await world.given.succession({ predecessorId: organisationId });
      }
      counts.push((await world.answer(nobody, query)).statements);
    }
    // The list and what it says, names, identifiers, places, parents, units, successions from and to: the organisations at either end are at hand by then.
    expect(counts).toEqual([9, 9]);
  });
});
