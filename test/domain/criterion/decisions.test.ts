import { describe, expect, it } from "vitest";
import type { Ruled } from "../../../src/api/act/ruled.ts";
import {
  acceptCriterion, addCriterion, rejectCriterion, requireCriterion, rewordCriterion, supplyCriterion, waiveCriterion, type Decided,
} from "../../../src/domain/delivery/criterion/decisions.ts";
import type { criteria } from "../../../src/domain/delivery/criterion/table.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { notKnown } from "../../../src/kernel/partial-date.ts";
import { aWorkstream } from "../milestone/sketches.ts";

type Criterion = typeof criteria.$inferSelect;

const today = readDay("2023-07-05");
const board: Decided = { decidedById: "or_board", decided: null };

const decided = (text: string): Decided => ({ ...board, decided: { text } });

/** With evidence where there would be some. */
const criterion = (status: Criterion["status"], evidence: string | null = status === "OUTSTANDING" ? null : "The plan"): Criterion => ({
  id: "cr_1", version: 1, audience: "PUBLIC", systemId: null, gaps: {}, isExample: null, workstreamId: "ws_1", statement: "A plan", supplierId: null, status, evidence,
  evidenceAddress: null, decided: notKnown("UNKNOWN"), decidedById: null,
});

const found = ({ problems }: Ruled): string[] => problems.map(({ code, path }) => [code, ...(path ?? [])].join(" "));

/** The status that it comes to, or what stands in the way. */
const came = (ruled: Ruled): unknown => (ruled.problems.length > 0 ? found(ruled) : ruled.fields["status"]);

const NOT_NOW = ["NOT_ALLOWED_NOW"];

describe("from each status", () => {
  it.each<{ status: Criterion["status"]; supply: unknown; accept: unknown; reject: unknown; waive: unknown; require: unknown; reword: string[] }>([
    { status: "OUTSTANDING", supply: "SUPPLIED", accept: NOT_NOW, reject: NOT_NOW, waive: "WAIVED", require: NOT_NOW, reword: [] },
    { status: "SUPPLIED", supply: "SUPPLIED", accept: "ACCEPTED", reject: "OUTSTANDING", waive: "WAIVED", require: NOT_NOW, reword: ["NOT_ALLOWED_NOW statement"] },
    { status: "ACCEPTED", supply: NOT_NOW, accept: NOT_NOW, reject: "OUTSTANDING", waive: NOT_NOW, require: NOT_NOW, reword: ["NOT_ALLOWED_NOW statement"] },
    { status: "WAIVED", supply: NOT_NOW, accept: NOT_NOW, reject: NOT_NOW, waive: NOT_NOW, require: "SUPPLIED", reword: ["NOT_ALLOWED_NOW statement"] },
  ])("$status", ({ status, supply, accept, reject, waive, require, reword }) => {
    const one = criterion(status);
    expect({
      supply: came(supplyCriterion(one, "The plan", null)), accept: came(acceptCriterion(one, board, today)), reject: came(rejectCriterion(one, board, today)),
      waive: came(waiveCriterion(one, board, today)), require: came(requireCriterion(one, board, today)), reword: found(rewordCriterion(one, { statement: "Two plans" })),
    }).toEqual({ supply, accept, reject, waive, require, reword });
  });

  it.each<Criterion["status"]>(["OUTSTANDING", "SUPPLIED", "ACCEPTED", "WAIVED"])("%s, another may supply it", (status) => {
    expect(rewordCriterion(criterion(status), { supplierId: "or_1" })).toEqual({ fields: { supplierId: "or_1" }, problems: [] });
  });
});

describe("addCriterion", () => {
  it("is outstanding, and for those whom its workstream is for unless it says for whom", () => {
    const workstream = aWorkstream("ws_1", "pr_1");
    expect(addCriterion({ statement: "A plan" }, workstream).fields).toEqual({ statement: "A plan", status: "OUTSTANDING", audience: "MEMBERS", systemId: "pl_bristol" });
    expect(addCriterion({ audience: "PUBLIC" }, workstream).fields).toMatchObject({ audience: "PUBLIC" });
  });
});

describe("supplyCriterion", () => {
  it.each<{ address: string | null; is: string[] }>([
    { address: null, is: [] },
    { address: "https://example.org/plan", is: [] },
    { address: "http://example.org/plan", is: [] },
    { address: "example.org/plan", is: ["INVALID_TEXT evidenceAddress"] },
    { address: "javascript:alert(1)", is: ["INVALID_TEXT evidenceAddress"] },
    { address: "file:///plan.pdf", is: ["INVALID_TEXT evidenceAddress"] },
    { address: " ", is: ["INVALID_TEXT evidenceAddress"] },
  ])("of the link $address says $is", ({ address, is }) => {
    expect(found(supplyCriterion(criterion("OUTSTANDING"), "The plan", address))).toEqual(is);
  });

  it("takes away what was decided on evidence before", () => {
    expect(supplyCriterion(criterion("SUPPLIED"), "Another plan", null).fields).toMatchObject({ evidence: "Another plan", decided: null, decidedById: null });
  });
});

describe("each decision", () => {
  it.each([
    { verb: "acceptCriterion", decide: acceptCriterion, from: "SUPPLIED" }, { verb: "rejectCriterion", decide: rejectCriterion, from: "SUPPLIED" },
    { verb: "waiveCriterion", decide: waiveCriterion, from: "OUTSTANDING" }, { verb: "requireCriterion", decide: requireCriterion, from: "WAIVED" },
  ] as const)("says who decided and when, and not for a day to come: $verb", ({ decide, from }) => {
    expect(decide(criterion(from), board, today).fields).toMatchObject({ decidedById: "or_board", decided: { earliest: "2023-07-05", latest: "2023-07-05" } });
    expect(decide(criterion(from), decided("June 2023"), today).fields).toMatchObject({ decided: { text: "June 2023" } });
    expect(found(decide(criterion(from), decided("August 2023"), today))).toEqual(["NOT_YET decided"]);
    expect(found(decide(criterion(from), decided("soonish"), today))).toEqual(["INVALID_DATE decided text"]);
  });

  it("takes away evidence that was rejected, and keeps evidence of what was waived", () => {
    expect(rejectCriterion(criterion("SUPPLIED"), board, today).fields).toMatchObject({ evidence: null, evidenceAddress: null });
    expect(waiveCriterion(criterion("SUPPLIED"), board, today).fields).not.toHaveProperty("evidence");
  });

  it("puts what was waived back to where it stood", () => {
    expect(requireCriterion(criterion("WAIVED", null), board, today).fields).toMatchObject({ status: "OUTSTANDING" });
    expect(requireCriterion(criterion("WAIVED", "The plan"), board, today).fields).toMatchObject({ status: "SUPPLIED" });
  });
});
