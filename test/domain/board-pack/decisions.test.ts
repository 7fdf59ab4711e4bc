import { describe, expect, it } from "vitest";
import { freezeBoardPack, withdrawBoardPack, type Freezing } from "../../../src/domain/delivery/board-pack/decisions.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { notKnown } from "../../../src/kernel/partial-date.ts";

const unknown = notKnown("UNKNOWN");
const belonging = { version: 1, audience: "PUBLIC", systemId: "pl_0000000000000001", gaps: {}, isExample: null } as const;
const board: Freezing["board"] = {
  id: "gr_0000000000000001", ...belonging, audience: "MEMBERS", name: "Trauma Board", kind: "BOARD", status: "ACTIVE", purpose: null, since: unknown, until: unknown, parentId: null, hostId: null, healthIntegrationTeamId: null, placeId: null,
};
const programme = (id: string): Freezing["programmes"][number] => ({ id, ...belonging, name: "Kindness", aim: null, status: "ACTIVE", start: unknown, end: unknown, reportingRhythm: null, hostId: null, placeId: null, parentId: null });
const [ONE, OTHER] = ["pr_0000000000000001", "pr_0000000000000002"] as const;
const frozen = { asOn: readDay("2024-03-31"), entry: 12, entryAt: "2024-03-28T09:00:00.000Z", headHash: "hash" };
const freezing: Freezing = { board, meetsOn: readDay("2024-04-15"), programmes: [programme(ONE)], title: null, audience: null, frozen, others: [] };

describe("a board pack", () => {
  it("holds the moment, and is called after its board and the day of the meeting, and is for whom the board is for", () => {
    expect(freezeBoardPack(freezing)).toEqual({ fields: { systemId: board.systemId, audience: "MEMBERS", title: "Trauma Board, 15 April 2024", groupId: board.id, meetsOn: "2024-04-15", ...frozen }, problems: [] });
    expect(freezeBoardPack({ ...freezing, title: "March", audience: "PUBLIC" }).fields).toMatchObject({ title: "March", audience: "PUBLIC" });
    expect(freezeBoardPack({ ...freezing, board: { ...board, systemId: null } }).fields["systemId"]).toBe("pl_0000000000000001");
  });

  it.each([
    ["the same programme twice", { programmes: [programme(ONE), programme(ONE)] }, [["RULE", "programmes"]]],
    ["a second one about the same, for the same meeting", { others: [{ id: "bp_0000000000000001", programmeIds: [ONE] }] }, [["RULE", "meetsOn"]]],
    ["a second one about the same two, in another order", { programmes: [programme(OTHER), programme(ONE)], others: [{ id: "bp_0000000000000001", programmeIds: [ONE, OTHER] }] }, [["RULE", "meetsOn"]]],
    ["nothing where the other is about something else", { others: [{ id: "bp_0000000000000001", programmeIds: [ONE, OTHER] }, { id: "bp_0000000000000002", programmeIds: [] }] }, []],
  ] as const)("refuses %s", (_, more, problems) => {
    expect(freezeBoardPack({ ...freezing, ...more }).problems.map(({ code, path }) => [code, path?.join(".")])).toEqual(problems);
  });

  it("is withdrawn once, with a reason, and holds what it held", () => {
    const pack = { id: "bp_0000000000000001", ...belonging, title: "March", groupId: board.id, meetsOn: readDay("2024-04-15"), ...frozen, withdrawnOn: null, withdrawReason: null };
    expect(withdrawBoardPack(pack, "The wrong day", readDay("2024-04-02"))).toEqual({ fields: { withdrawnOn: "2024-04-02", withdrawReason: "The wrong day" }, problems: [] });
    expect(withdrawBoardPack({ ...pack, withdrawnOn: readDay("2024-04-02") }, "Again", readDay("2024-04-03")).problems).toMatchObject([{ code: "NOT_ALLOWED_NOW" }]);
  });
});
