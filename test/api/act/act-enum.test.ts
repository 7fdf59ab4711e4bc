import { describe, expect, it } from "vitest";
import { schema } from "../../support/schema.ts";
import { isEnumType } from "graphql";
import { actName, knownAct } from "../../../src/api/act/act-enum.ts";
import { nobody } from "../../../src/api/access/viewer.ts";
import { programmeKind } from "../../../src/domain/delivery/programme/table.ts";
import { permissions } from "../../../src/domain/partners/access/permissions.ts";
import { freshLedger, holding, openWorld } from "../../support/domain-world.ts";

const type = schema.getType("Act");
const names = isEnumType(type) ? new Map(type.getValues().map(({ name, value, description }) => [name, { value: String(value), description: description ?? "" }])) : new Map<string, never>();

describe("Act", () => {
  it("names every act of the table, each by a name of its own, and says who may do it", () => {
    for (const act of Object.keys(permissions)) expect([act, names.get(actName(act))?.value]).toEqual([act, act]);
    expect(names.get("CRITERION_ACCEPT")?.description).toBe("“criterion:accept” in the ledger, on Criterion. It takes a lead or the programme office of the programme that it is part of, or of what that is part of.");
    expect(names.get("MILESTONE_PLAN")?.description).toMatch(/on Programme or Workstream\. It takes a lead, a deputy lead or the programme office/);
    expect(names.get("PERSON_ERASE")?.description).toMatch(/It takes a steward of everything/);
  });

  it("names all that the five documents and the reference facts were recorded by", async () => {
    const ledger = await freshLedger("THE_DOCUMENTS");
    const lease = ledger.lease();
    try {
      const acts = lease.ledger.run("select distinct act from entries", []).map(({ act }) => String(act));
      expect(acts.length).toBeGreaterThan(20);
      expect(acts.filter((act) => knownAct(act) !== act)).toEqual([]);
    } finally {
      lease.release();
    }
  });

  it("is what a history, and what one may do, are asked by", async () => {
    const world = await openWorld();
    const programme = await world.given.programme({ name: "Before" });
    await world.act((draft) => { draft.change(programmeKind, programme, { name: "After" }); return programme; }, { name: "programme:amend" });
    const query = "query ($id: ID!, $acts: [Act!]) { node(id: $id) { ... on Record { history(acts: $acts) { totalCount nodes { act } } viewerCan(acts: $acts) { act allowed } } } }";
    const answer = async (acts: readonly string[] | null) => world.ask(holding("OFFICE", null), query, { id: programme, acts });
    expect(await answer(["PROGRAMME_AMEND"])).toEqual({ node: { history: { totalCount: 1, nodes: [{ act: "PROGRAMME_AMEND" }] }, viewerCan: [{ act: "PROGRAMME_AMEND", allowed: true }] } });
    expect(await answer(["MILESTONE_PLAN", "PLACE_RECORD"])).toMatchObject({ node: { history: { totalCount: 0 }, viewerCan: [{ act: "MILESTONE_PLAN" }] } });
    // What was done under a name that the schema does not have is there all the same.
    expect(await world.ask(nobody, query, { id: programme, acts: ["OTHER"] })).toMatchObject({ node: { history: { nodes: [{ act: "OTHER" }] }, viewerCan: [] } });
    expect(await answer(null)).toMatchObject({ node: { history: { totalCount: 2 } } });
  });
});
