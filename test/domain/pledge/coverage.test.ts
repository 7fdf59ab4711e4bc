import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";
import { promisesOf } from "../../support/given-promises.ts";

interface List {
  readonly nodes: readonly { readonly id: string }[];
}

const ids = ({ nodes }: List): string[] => nodes.map(({ id }) => id).toSorted();

const PARTS = "all { signatories signatures { totalCount } } bySector { value status signatories signatures { nodes { id } } } byPlace { value { name } status signatories } bySignatoryKind { value status signatories }";

async function givenSignatures(world: World): Promise<{ pledge: string; system: string; first: string; again: string; council: string }> {
  const make = promisesOf(world);
  const system = await world.given.place({ level: "SYSTEM", name: "BNSSG" });
  const [bristol, weston] = [await world.given.place({ parentId: system }), await world.given.place({ name: "Weston", parentId: system })];
  const pledge = await make.pledge();
  const council = await world.given.organisation({ name: "Council", sector: "LOCAL_GOVERNMENT", placeId: bristol });
  const first = await make.signature({ pledgeId: pledge, organisationId: council, signed: "July 2022", signatoryKind: "ORGANISATION" });
  const again = await make.signature({ pledgeId: pledge, organisationId: council, signed: "July 2023", signatoryKind: "ORGANISATION" });
  await make.signature({ pledgeId: pledge, organisationId: await world.given.organisation({ sector: "LOCAL_GOVERNMENT" }), placeId: weston, signatoryKind: "ORGANISATION" });
  await make.signature({ pledgeId: pledge, organisationId: await world.given.organisation({ audience: "MEMBERS", systemId: system, sector: "NHS", placeId: weston }) });
  await make.signature({ pledgeId: pledge, groupId: await world.given.group({ placeId: bristol }), signatoryKind: "GROUP" });
  await make.signature({ pledgeId: pledge, description: "North Somerset", gaps: { placeId: "NOT_STATED" } });
  await make.signature({ pledgeId: pledge, description: "Hidden", audience: "MEMBERS", systemId: system });
  return { pledge, system, first, again, council };
}

describe("pledge coverage", () => {
  it("counts each body once, by sector, place and kind, and says why where that is not known", async () => {
    const world = await openWorld();
    const { pledge, first, again } = await givenSignatures(world);
    const data = await world.ask<{ pledgeCoverage: unknown }>(nobody, `query ($pledge: ID!) { pledgeCoverage { ${PARTS} } pledge(id: $pledge) { coverage { ${PARTS} } } }`, { pledge });
    expect(data).toMatchObject({
      pledgeCoverage: {
        all: { signatories: 5, signatures: { totalCount: 6 } },
        bySector: [
          { value: "LOCAL_GOVERNMENT", status: "KNOWN", signatories: 2, signatures: { nodes: [{ id: first }, { id: again }, {}] } },
          { value: null, status: "NOT_APPLICABLE", signatories: 2 },
          { value: null, status: "WITHHELD", signatories: 1 },
        ],
        byPlace: [
          { value: { name: "Bristol" }, status: "KNOWN", signatories: 2 },
          { value: { name: "Weston" }, status: "KNOWN", signatories: 1 },
          { value: null, status: "NOT_STATED", signatories: 1 },
          { value: null, status: "WITHHELD", signatories: 1 },
        ],
        bySignatoryKind: [
          { value: "ORGANISATION", status: "KNOWN", signatories: 2 },
          { value: "GROUP", status: "KNOWN", signatories: 1 },
          { value: null, status: "UNKNOWN", signatories: 2 },
        ],
      },
    });
    expect(data).toHaveProperty("pledge.coverage", data.pledgeCoverage);
  });

  it("agrees with the list of signatures for the same filter", async () => {
    const world = await openWorld();
    const { council, system } = await givenSignatures(world);
    for (const filter of [{ organisation: council }, { place: system }, { sector: ["NHS"] }, { signed: { from: "2023-01-01" } }]) {
      for (const viewer of [nobody, memberOf(system)]) {
        const { pledgeCoverage, pledgeSignatures } = await world.ask<{ pledgeCoverage: { all: { signatures: List } }; pledgeSignatures: List }>(
          viewer,
          "query ($filter: PledgeSignatureFilter) { pledgeCoverage(filter: $filter) { all { signatures(first: 100) { nodes { id } } } } pledgeSignatures(filter: $filter, first: 100) { nodes { id } } }",
          { filter },
        );
        expect(ids(pledgeCoverage.all.signatures)).toEqual(ids(pledgeSignatures));
      }
    }
  });

  it("shows members what is withheld from others", async () => {
    const world = await openWorld();
    const { system } = await givenSignatures(world);
    const data = await world.ask(memberOf(system), "{ pledgeCoverage { all { signatories } bySector { value status signatories } byPlace { value { name } signatories } } }");
    expect(data).toMatchObject({
      pledgeCoverage: {
        all: { signatories: 6 },
        bySector: [{ value: "LOCAL_GOVERNMENT", signatories: 2 }, { value: "NHS", signatories: 1 }, { value: null, status: "NOT_APPLICABLE", signatories: 3 }],
      },
    });
  });

  it("of many pledges takes as many statements as that of one", async () => {
    const world = await openWorld();
    const query = "{ pledges(first: 100) { nodes { coverage { bySector { signatories } byPlace { value { name } } } } } }";
    await givenSignatures(world);
    const few = await world.answer(nobody, query);
    await givenSignatures(world);
    await givenSignatures(world);
    const many = await world.answer(nobody, query);
    expect(many.errors).toBeUndefined();
    expect(many.statements).toBe(few.statements);
  });
});
