import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";

async function found(world: World, filter: object): Promise<readonly string[]> {
  const { criteria } = await world.ask<{ criteria: { nodes: { statement: string }[] } }>(nobody, "query ($filter: CriterionFilter) { criteria(filter: $filter) { nodes { statement } } }", { filter });
  return criteria.nodes.map(({ statement }) => statement);
}

describe("criteria", () => {
  it("are found by workstream, status and supplier, sorted by what has to be shown", async () => {
    const world = await openWorld();
    const [workstream, supplier] = [await world.given.workstream(), await world.given.organisation()];
    await world.given.criterion({ statement: "b: a plan", workstreamId: workstream, status: "ACCEPTED" });
    await world.given.criterion({ statement: "A: places", supplierId: supplier, status: "SUPPLIED" });
    expect(await found(world, { workstream })).toEqual(["b: a plan"]);
    expect(await found(world, { status: ["SUPPLIED", "OUTSTANDING"] })).toEqual(["A: places"]);
    expect(await found(world, { supplier })).toEqual(["A: places"]);
    expect(await found(world, { workstream, supplier })).toEqual([]);
    expect(await found(world, {})).toEqual(["A: places", "b: a plan"]);
  });

  it("say what was shown, by whom, and who decided on it when", async () => {
    const world = await openWorld();
    const [workstreamId, supplierId, decidedById] = [await world.given.workstream({ name: "W" }), await world.given.organisation({ name: "College" }), await world.given.organisation({ name: "Board" })];
    await world.given.criterion({ statement: "A plan", status: "ACCEPTED", workstreamId, supplierId, decidedById, evidence: "The plan of May", evidenceAddress: "https://example.org/plan", decided: "May 2023" });
    const data = await world.ask(
      nobody,
      `fragment Statements on CriterionConnection { nodes { statement } }
      query ($workstream: ID!, $supplier: ID!) {
        criteria { nodes { statement status evidence evidenceAddress decided { plain } workstream { name } supplier { name } decidedBy { name } } }
        workstream(id: $workstream) { criteria { ...Statements } open: criteria(filter: { status: [OUTSTANDING] }) { ...Statements } }
        organisation(id: $supplier) { criteriaToSupply { ...Statements } }
      }`,
      { workstream: workstreamId, supplier: supplierId },
    );
    const plan = { nodes: [{ statement: "A plan" }] };
    expect(data).toEqual({
      criteria: {
        nodes: [
          {
            statement: "A plan", status: "ACCEPTED", evidence: "The plan of May", evidenceAddress: "https://example.org/plan", decided: { plain: "May 2023" },
            workstream: { name: "W" }, supplier: { name: "College" }, decidedBy: { name: "Board" },
          },
        ],
      },
      workstream: { criteria: plan, open: { nodes: [] } },
      organisation: { criteriaToSupply: plan },
    });
  });

  it("are not there for those whom they are not for", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const [workstreamId, supplierId] = [await world.given.workstream(), await world.given.organisation()];
    await world.given.criterion({ audience: "MEMBERS", systemId: system, workstreamId, supplierId });
    const query = `query ($workstream: ID!, $supplier: ID!) {
      criteria { totalCount } workstream(id: $workstream) { criteria { totalCount } } organisation(id: $supplier) { criteriaToSupply { totalCount } }
    }`;
    for (const [viewer, totalCount] of [[nobody, 0], [memberOf(system), 1]] as const) {
      expect(await world.ask(viewer, query, { workstream: workstreamId, supplier: supplierId })).toEqual({
        criteria: { totalCount }, workstream: { criteria: { totalCount } }, organisation: { criteriaToSupply: { totalCount } },
      });
    }
  });
});
