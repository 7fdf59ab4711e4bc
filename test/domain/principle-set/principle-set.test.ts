import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { editionsOf } from "../../../src/domain/learning/principle-set/rules.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { certainties, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { learningOf } from "../../support/given-learning.ts";

const set = (id: string, { name = "Charter", ownerOrganisationId = null, ownerGroupId = null, adopted = "not stated" }: Partial<Record<"name" | "adopted", string> & Record<"ownerOrganisationId" | "ownerGroupId", string | null>> = {}) => ({
  id, name, ownerOrganisationId, ownerGroupId, adopted: readPartialDate(adopted),
});

describe("editionsOf", () => {
  const old = set("old", { adopted: "2020" });
  const present = set("present", { adopted: "May 2024" });
  const undated = set("undated");
  it.each([
    ["puts the earliest first and those without a date last", [undated, present, old], ["old", "present", "undated"]],
    ["leaves out sets of another name", [old, set("other", { name: "Pledge" })], ["old"]],
    ["leaves out sets of another organisation", [old, set("other", { ownerOrganisationId: "or_1" })], ["old"]],
    ["leaves out sets of another group", [old, set("other", { ownerGroupId: "gr_1" })], ["old"]],
  ])("%s", (_, among, ids) => {
    expect(editionsOf(present, among).map(({ id }) => id)).toEqual(ids);
  });
});

describe("sets of principles", () => {
  it("are found by whose they are, where, when and what they say", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const [programme, output] = [await world.given.programme({ placeId: system }), await make.output()];
    const [council, group] = [await world.given.organisation({ sector: "LOCAL_GOVERNMENT" }), await world.given.group()];
    const charter = await make.principleSet({ name: "Charter", edition: "2024", adopted: "2024", placeId: system, systemId: system, ownerOrganisationId: council });
    const principles = await make.principleSet({ name: "Principles", programmeId: programme, ownerGroupId: group, adopted: "May 2023" });
    const working = await make.principleSet({ name: "Working definition", outputId: output });
    await make.principle({ principleSetId: working, kind: "DEFINITION", statement: "Trauma comes of harm" });
    const cases: readonly Case[] = [
      [{}, charter, principles, working],
      [{ place: system }, charter, principles],
      [{ system }, charter],
      [{ programme }, principles],
      [{ output }, working],
      [{ ownerOrganisation: council }, charter],
      [{ ownerGroup: group }, principles],
      [{ sector: ["LOCAL_GOVERNMENT"] }, charter],
      [{ edition: "2024" }, charter],
      [{ principle: { kind: ["DEFINITION"] } }, working],
      [{ principle: { kind: ["DEFINITION"], isPart: true } }],
      [{ principle: { statementContains: "HARM" } }, working],
      [{ nameContains: "princ" }, principles],
    ];
    expect(await foundByCase(world, "principleSets", "PrincipleSetFilter", cases)).toEqual(hitsByCase("principleSets", cases));
    expect(await certainties(world, "principleSets", "PrincipleSetFilter", { adopted: { from: "2023-05-01", to: "2024-03-31" } })).toEqual(sure("principleSets", [charter, "POSSIBLE"], [principles, "CERTAIN"]));
  });

  it("give their statements in order, each with its parts, and are reached from either end", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const [organisation, group, place, programme, output] = [await world.given.organisation(), await world.given.group(), await world.given.place(), await world.given.programme(), await make.output()];
    const set = await make.principleSet({ ownerOrganisationId: organisation, ownerGroupId: group, placeId: place, programmeId: programme, outputId: output, edition: "2" });
    await make.principleSet({ ownerOrganisationId: organisation, ownerGroupId: group, edition: "1", adopted: "2020" });
    const recognise = await make.principle({ principleSetId: set, position: 2, kind: "PART", statement: "Recognise" });
    await make.principle({ principleSetId: set, position: 1, statement: "Realise" });
    await make.principle({ principleSetId: set, position: 3, kind: "AIM", statement: "Aim", partOfId: recognise });
    const query = `query ($set: ID!, $organisation: ID!, $group: ID!, $place: ID!, $programme: ID!, $output: ID!) {
      principleSet(id: $set) {
        ownerOrganisation { id } ownerGroup { id } place { id } programme { id } output { id } editions { edition }
        principles(filter: { isPart: false }) { totalCount nodes { statement parts { nodes { statement partOf { statement } principleSet { id } } } } }
      }
      organisation(id: $organisation) { principleSets { totalCount } }
      group(id: $group) { principleSets { totalCount } }
      place: node(id: $place) { ... on Place { principleSets { nodes { id } } } }
      programme(id: $programme) { principleSets { nodes { id } } }
      output(id: $output) { principleSets { nodes { id } } }
    }`;
    const there = { nodes: [{ id: set }] };
    expect(await world.ask(nobody, query, { set, organisation, group, place, programme, output })).toEqual({
      principleSet: {
        ownerOrganisation: { id: organisation }, ownerGroup: { id: group }, place: { id: place }, programme: { id: programme }, output: { id: output }, editions: [{ edition: "1" }, { edition: "2" }],
        principles: {
          totalCount: 2,
          nodes: [{ statement: "Realise", parts: { nodes: [] } }, { statement: "Recognise", parts: { nodes: [{ statement: "Aim", partOf: { statement: "Recognise" }, principleSet: { id: set } }] } }],
        },
      },
      organisation: { principleSets: { totalCount: 2 } }, group: { principleSets: { totalCount: 2 } }, place: { principleSets: there }, programme: { principleSets: there }, output: { principleSets: there },
    });
  });

  it("of the members only are there for nobody else, not even as an edition; statements do not grow with them", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const place = await world.given.place();
    const set = await make.principleSet({ ...hidden, placeId: place, edition: "2" });
    const open = await make.principleSet({ edition: "1", adopted: "2020" });
    await make.principle({ ...hidden, principleSetId: open, statement: "Secret" });
    const query = `query ($set: ID!, $open: ID!, $place: ID!) {
      principleSets { totalCount }
      says: principleSets(filter: { principle: { statementContains: "secret" } }) { totalCount nodes { id } }
      principleSet(id: $set) { id }
      node(id: $set) { id }
      open: principleSet(id: $open) { editions { edition } principles { totalCount nodes { id } } }
      place: node(id: $place) { ... on Place { principleSets { totalCount nodes { id } } } }
    }`;
    const ids = { set, open, place };
    expect(await world.ask(nobody, query, ids)).toEqual({
      principleSets: { totalCount: 1 }, says: none, principleSet: null, node: null, open: { editions: [{ edition: "1" }], principles: none }, place: { principleSets: none },
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({ principleSets: { totalCount: 2 }, says: { totalCount: 1 }, open: { editions: [{ edition: "1" }, { edition: "2" }], principles: { totalCount: 1 } } });
    for (let made = 0; made < 5; made += 1) await make.principle({ principleSetId: await make.principleSet({ name: `Set ${made}`, ownerOrganisationId: await world.given.organisation() }) });
    // sets and statements, each which they are and what they say; owners, editions, parts
    expect((await world.answer(nobody, "{ principleSets { nodes { ownerOrganisation { name } editions { edition } principles { nodes { parts { nodes { id } } } } } } }")).statements).toBe(7);
  });
});
