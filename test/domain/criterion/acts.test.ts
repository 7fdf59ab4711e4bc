import { describe, expect, it } from "vitest";
import type { Viewer } from "../../../src/api/access/viewer.ts";
import { londonDay } from "../../../src/kernel/day.ts";
import { holding, openWorld, type World } from "../../support/domain-world.ts";

const INPUTS = {
  add: "AddCriterionInput", reword: "RewordCriterionInput", supply: "SupplyCriterionInput", accept: "DecideCriterionInput", reject: "DecideCriterionInput",
  waive: "DecideCriterionInput", require: "DecideCriterionInput",
} as const;

type Verb = keyof typeof INPUTS;

const document = (verb: Verb): string => `mutation ($criterion: ${INPUTS[verb]}!, $reason: String) { ${verb}Criterion(criterion: $criterion, reason: $reason) {
  criterion { id version audience statement status evidence evidenceAddress decided { text earliest } decidedBy { name } supplier { name } gaps { field } }
  problems { code message path records { id } conflict { fields actor } }
} }`;

interface Answer {
  readonly criterion: { readonly id: string; readonly version: number; readonly status: string; readonly evidence: string | null } | null;
  readonly problems: readonly { readonly code: string; readonly message: string; readonly path: readonly string[] }[];
}

async function does(world: World, viewer: Viewer, verb: Verb, criterion: object, reason?: string): Promise<Answer> {
  const answer = await world.ask<Record<string, Answer>>(viewer, document(verb), { criterion, reason });
  const [one] = Object.values(answer);
  if (one === undefined) throw new Error("Nothing was answered.");
  return one;
}

const forbidden = async (world: World, viewer: Viewer, verb: Verb, criterion: object): Promise<readonly string[]> => world.refused(viewer, document(verb), { criterion, reason: "So it was agreed" });

async function opened() {
  const world = await openWorld();
  const system = await world.given.place({ level: "SYSTEM" });
  const programme = await world.given.programme({ systemId: system });
  const workstream = await world.given.workstream({ programmeId: programme, systemId: system, audience: "MEMBERS" });
  const [college, board] = [await world.given.organisation({ name: "College" }), await world.given.organisation({ name: "Board" })];
  const lead = holding("LEAD", workstream, system);
  const programmeLead = holding("LEAD", programme, system);
  return { world, system, programme, workstream, college, board, lead, programmeLead };
}

describe("a criterion", () => {
  it("is added, supplied, rejected with a reason, supplied better and accepted", async () => {
    const { world, workstream, college, board, lead, programmeLead } = await opened();
    const added = await does(world, lead, "add", { workstream, statement: "A training plan", supplier: college });
    expect(added).toMatchObject({ problems: [], criterion: { version: 1, status: "OUTSTANDING", audience: "MEMBERS", supplier: { name: "College" }, decided: { earliest: null } } });
    const id = added.criterion?.id;
    expect(await does(world, lead, "supply", { id, expectedVersion: 1, evidence: "A draft", evidenceAddress: "https://example.org/draft" })).toMatchObject({
      problems: [], criterion: { status: "SUPPLIED", evidence: "A draft", evidenceAddress: "https://example.org/draft", decided: { earliest: null } },
    });
    expect(await does(world, programmeLead, "reject", { id, expectedVersion: 2, decidedBy: board })).toMatchObject({ criterion: null, problems: [{ code: "MISSING_REASON", path: ["reason"] }] });
    expect(await does(world, programmeLead, "reject", { id, expectedVersion: 2, decidedBy: board }, "It says nothing of refreshers")).toMatchObject({
      problems: [], criterion: { status: "OUTSTANDING", evidence: null, evidenceAddress: null, decidedBy: { name: "Board" }, decided: { earliest: londonDay(new Date()) } },
    });
    expect(await does(world, lead, "supply", { id, expectedVersion: 3, evidence: "The plan" })).toMatchObject({ problems: [], criterion: { status: "SUPPLIED", decidedBy: null, decided: { earliest: null } } });
    expect(await does(world, holding("OFFICE", null), "accept", { id, expectedVersion: 4, decidedBy: board, decided: { text: "May 2023" } })).toMatchObject({ criterion: null, problems: [{ code: "NOT_FOUND" }] });
    expect(await does(world, programmeLead, "accept", { id, expectedVersion: 4, decidedBy: board, decided: { text: "May 2023" } })).toMatchObject({
      problems: [], criterion: { version: 5, status: "ACCEPTED", evidence: "The plan", decidedBy: { name: "Board" }, decided: { text: "May 2023" } },
    });
  });

  it("is waived and required again, each with a reason", async () => {
    const { world, workstream, programmeLead } = await opened();
    const id = await world.given.criterion({ workstreamId: workstream });
    const office = holding("OFFICE", null);
    expect(await does(world, office, "waive", { id, expectedVersion: 1 }, "  ")).toMatchObject({ problems: [{ code: "MISSING_REASON", path: ["reason"] }] });
    expect(await does(world, office, "waive", { id, expectedVersion: 1 }, "The board agreed")).toMatchObject({ problems: [], criterion: { status: "WAIVED" } });
    expect(await does(world, programmeLead, "require", { id, expectedVersion: 2 })).toMatchObject({ problems: [{ code: "MISSING_REASON" }] });
    expect(await does(world, programmeLead, "require", { id, expectedVersion: 2 }, "The board changed its mind")).toMatchObject({ problems: [], criterion: { status: "OUTSTANDING" } });
  });

  it("is decided on by the lead of its programme and the office, not by who leads the workstream, a deputy, a reader or another programme's lead", async () => {
    const { world, system, programme, workstream, lead } = await opened();
    const [supplied, waived] = [await world.given.criterion({ workstreamId: workstream, status: "SUPPLIED", evidence: "The plan" }), await world.given.criterion({ workstreamId: workstream, status: "WAIVED" })];
    const others = [lead, holding("DEPUTY", programme, system), holding("READER", programme, system), holding("LEAD", await world.given.programme(), system)];
    for (const viewer of others) {
      for (const verb of ["accept", "reject", "waive"] as const) expect(await forbidden(world, viewer, verb, { id: supplied, expectedVersion: 1 })).toEqual([expect.stringContaining("Nothing was changed")]);
      expect(await forbidden(world, viewer, "require", { id: waived, expectedVersion: 1 })).toHaveLength(1);
    }
    expect(await does(world, holding("OFFICE", system), "accept", { id: supplied, expectedVersion: 1 })).toMatchObject({ problems: [] });
  });

  it("is added, reworded and supplied by those who do the work", async () => {
    const { world, system, workstream } = await opened();
    const id = await world.given.criterion({ workstreamId: workstream });
    const reader = holding("READER", workstream, system);
    expect(await forbidden(world, reader, "add", { workstream, statement: "A plan" })).toHaveLength(1);
    expect(await forbidden(world, reader, "reword", { id, expectedVersion: 1, statement: "Two plans" })).toHaveLength(1);
    expect(await forbidden(world, reader, "supply", { id, expectedVersion: 1, evidence: "The plan" })).toHaveLength(1);
    expect(await does(world, holding("DEPUTY", workstream, system), "supply", { id, expectedVersion: 1, evidence: "The plan" })).toMatchObject({ problems: [] });
  });

  it("says all at once what stands in the way", async () => {
    const { world, workstream, lead, programmeLead } = await opened();
    const id = await world.given.criterion({ workstreamId: workstream });
    expect(await does(world, lead, "supply", { id, expectedVersion: 1, evidence: " ", evidenceAddress: "javascript:alert(1)" })).toMatchObject({
      criterion: null, problems: [{ code: "INVALID_TEXT", path: ["criterion", "evidenceAddress"] }, { code: "INVALID_TEXT", path: ["criterion", "evidence"] }],
    });
    expect(await does(world, programmeLead, "reject", { id, expectedVersion: 1, decided: { text: "soonish" } })).toMatchObject({
      problems: [{ code: "NOT_ALLOWED_NOW", path: ["criterion"] }, { code: "INVALID_DATE", path: ["criterion", "decided", "text"] }, { code: "MISSING_REASON", path: ["reason"] }],
    });
  });

  it("keeps what two people change in different fields, and tells the second of the same field", async () => {
    const { world, workstream, college, lead, programmeLead } = await opened();
    const id = await world.given.criterion({ workstreamId: workstream });
    expect(await does(world, programmeLead, "reword", { id, expectedVersion: 1, statement: "Two plans" })).toMatchObject({ problems: [] });
    expect(await does(world, lead, "reword", { id, expectedVersion: 1, supplier: college })).toMatchObject({ problems: [], criterion: { statement: "Two plans", supplier: { name: "College" } } });
    expect(await does(world, lead, "reword", { id, expectedVersion: 1, statement: "Three plans" })).toMatchObject({
      criterion: null, problems: [{ code: "STALE", records: [{ id }], conflict: { fields: ["statement"], actor: programmeLead.accountId } }],
    });
  });

  it("is not accepted for evidence that was exchanged in the meantime", async () => {
    const { world, workstream, lead, programmeLead } = await opened();
    const id = await world.given.criterion({ workstreamId: workstream, status: "SUPPLIED", evidence: "The plan" });
    expect(await does(world, lead, "supply", { id, expectedVersion: 1, evidence: "Another plan" })).toMatchObject({ problems: [] });
    expect(await does(world, programmeLead, "accept", { id, expectedVersion: 1 })).toMatchObject({ problems: [{ code: "STALE", conflict: { fields: ["evidence"] } }] });
    expect(await does(world, programmeLead, "accept", { id, expectedVersion: 2 })).toMatchObject({ problems: [] });
  });

  it("no longer says why a field is empty that is filled", async () => {
    const { world, workstream, college, lead } = await opened();
    const id = await world.given.criterion({ workstreamId: workstream, gaps: { supplierId: "NOT_STATED", evidenceAddress: "NOT_APPLICABLE" } });
    expect(await does(world, lead, "reword", { id, expectedVersion: 1, supplier: college })).toMatchObject({ problems: [], criterion: { gaps: [{ field: "evidenceAddress" }] } });
  });
});
