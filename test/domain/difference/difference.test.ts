import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { criterionKind } from "../../../src/domain/delivery/criterion/table.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { programmeKind } from "../../../src/domain/delivery/programme/table.ts";
import { workstreamKind } from "../../../src/domain/delivery/workstream/table.ts";
import { fundingAwardKind } from "../../../src/domain/resources/funding/table.ts";
import { measureActualKind } from "../../../src/domain/resources/measure/table.ts";
import { readQuantity } from "../../../src/kernel/read-quantity.ts";
import { personKind } from "../../../src/domain/partners/person/table.ts";
import type { RecordKind } from "../../../src/ledger/concept.ts";
import type { FieldValues } from "../../../src/ledger/record.ts";
import { memberOf, officeOf, openWorld, type World } from "../../support/domain-world.ts";
import { deliveryOf } from "../../support/given-delivery.ts";
import { differenceIn, inShort } from "./difference-query.ts";

async function change(world: World, kind: RecordKind, id: string, values: FieldValues, reason?: string): Promise<void> {
  await world.act((draft) => { draft.change(kind, id, values); return id; }, { name: `${kind.type}:change`, actor: "office", reason });
}

const planned = { baseline: "April 2023", forecast: "April 2023", firstBaseline: "April 2023" } as const;

describe("the difference between two moments", () => {
  it("draws several moves together into the net one, with their number, the acts behind it and the reason", async () => {
    const world = await openWorld();
    const programme = await world.given.programme({ name: "Kindness" });
    const milestone = await world.given.milestone({ title: "Launch", programmeId: programme, ...planned });
    const from = world.ledger.head();
    await change(world, milestoneKind, milestone, { forecast: "May 2023" }, "The venue fell through");
    await change(world, milestoneKind, milestone, { forecast: "July 2023" });
    await change(world, milestoneKind, milestone, { forecast: "June 2023", saidNotDoneOn: "2023-05-02" }, "Another venue was found");
    const answer = await differenceIn(world, { from });
    expect(answer.items.nodes).toEqual([{
      id: `SLIPPED ${milestone}`, group: "SLIPPED", title: "Launch", isNew: false, isGone: false, moves: 3, record: { id: milestone }, about: { id: programme },
      says: ["expected: April 2023 → June 2023", "32 to 90 days later"], slip: { least: 32, most: 90 },
      fields: [{ field: "forecast", before: { plain: "April 2023" }, after: { plain: "June 2023" } }, { field: "saidNotDoneOn", before: null, after: { plain: "2 May 2023" } }],
      acts: { nodes: [[from + 3, "Another venue was found"], [from + 2, null], [from + 1, "The venue fell through"]].map(([entry, reason]) => ({ entry, act: "OTHER", actor: "office", reason })) },
      parts: { nodes: [] },
    }]);
    expect(answer.markdown).toContain("- **Launch** (Kindness) – expected: April 2023 → June 2023; 32 to 90 days later; changed 3 times; “Another venue was found”\n");
  });

  it("lists nothing that says again what it said, and counts it", async () => {
    const world = await openWorld();
    const [moved, kept] = [await world.given.programme({ name: "Kindness" }), await world.given.programme({ name: "Calm" })];
    const from = world.ledger.head();
    await change(world, programmeKind, moved, { name: "Kindness first" });
    await change(world, programmeKind, moved, { name: "Kindness" });
    expect(await differenceIn(world, { from })).toMatchObject({ count: 0, unmovedCount: 1, groups: [], items: { nodes: [] } });
    expect((await differenceIn(world, { from })).markdown).toContain("Nothing changed.");
    expect(await differenceIn(world, { from, to: from + 1 })).toMatchObject({ count: 1, unmovedCount: 0 });
    await change(world, programmeKind, kept, { name: "Calm first" });
    expect(await differenceIn(world, { from })).toMatchObject({ count: 1, unmovedCount: 1 });
  });

  it("gives each value as what it is, and says it in words", async () => {
    const world = await openWorld();
    const [one, other] = [await world.given.organisation({ name: "Trust" }), await world.given.organisation({ name: "Council" })];
    const programme = await world.given.programme({ name: "Kindness", hostId: one, status: "PROPOSED", start: "April 2023" });
    const award = await world.given.award({ title: "Champions", amount: "£5,000" });
    const from = world.ledger.head();
    await change(world, programmeKind, programme, { hostId: other, status: "ACTIVE", start: "May 2023", gaps: { aim: "NOT_STATED" } });
    await change(world, fundingAwardKind, award, { amount: "£7,500.50", purposes: ["Training", "Travel"] });
    const { changesBetween } = await world.ask<{ changesBetween: { items: { nodes: readonly { group: string; fields: readonly unknown[] }[] } } }>(nobody, `query ($from: Moment!) { changesBetween(from: $from) { items { nodes { group fields {
      field words before { ...value } after { ...value }
    } } } } } fragment value on ChangedValue { plain date { earliest latest } money { pence } quantity { value } choice day number yes text texts record { id ... on Organisation { name } } }`, { from });
    const nothing = { date: null, money: null, quantity: null, choice: null, day: null, number: null, yes: null, text: null, texts: null, record: null };
    expect(changesBetween.items.nodes).toEqual([
      { group: "WORKSTREAMS", fields: [{ field: "status", words: "status", before: { ...nothing, plain: "proposed", choice: "PROPOSED" }, after: { ...nothing, plain: "active", choice: "ACTIVE" } }] },
      { group: "MONEY", fields: [
        { field: "amount", words: "amount", before: { ...nothing, plain: "£5,000", money: { pence: 500_000 } }, after: { ...nothing, plain: "£7,500.50", money: { pence: 750_050 } } },
        { field: "purposes", words: "purposes", before: null, after: { ...nothing, plain: "Training; Travel", texts: ["Training", "Travel"] } },
      ] },
      { group: "OTHER", fields: [
        { field: "start", words: "start", before: { ...nothing, plain: "April 2023", date: { earliest: "2023-04-01", latest: "2023-04-30" } }, after: { ...nothing, plain: "May 2023", date: { earliest: "2023-05-01", latest: "2023-05-31" } } },
        { field: "host", words: "host", before: { ...nothing, plain: "Trust", record: { id: one, name: "Trust" } }, after: { ...nothing, plain: "Council", record: { id: other, name: "Council" } } },
        { field: "gaps", words: "gaps", before: null, after: { ...nothing, plain: "aim not stated", texts: ["aim not stated"] } },
      ] },
    ]);
  });

  it("tells what is new or gone as a whole, with its parts, and what it was", async () => {
    const world = await openWorld();
    const [trust, old] = [await world.given.organisation({ name: "Trust" }), await world.given.award({ title: "Old award", amount: "£10" })];
    const party = await world.given.awardParty({ awardId: old, organisationId: trust });
    const from = world.ledger.head();
    const award = await world.given.award({ title: "New award", amount: "£20" });
    const [funder, spend] = [await world.given.awardParty({ awardId: award, organisationId: trust }), await world.given.awardSpend({ awardId: award, amount: "£3" })];
    await world.act((draft) => { for (const [kind, id] of [[world.ledger.kinds.find(({ type }) => type === "AwardParty"), party], [fundingAwardKind, old]] as const) if (kind !== undefined) draft.remove(kind, id); return old; }, { reason: "It was never given" });
    const answer = await differenceIn(world, { from });
    expect(inShort(answer)).toEqual([["MONEY", "New award", "amount: £20", "awarded", "with 1 party, 1 spending"], ["REMOVED", "Old award", "amount: £10", "awarded", "with 1 party"]]);
    expect(answer.items.nodes[0]).toMatchObject({ isNew: true, isGone: false, parts: { nodes: [{ title: "Trust", record: { id: funder } }, { title: "New award, spent in 2022-23", record: { id: spend } }] } });
    expect(answer.items.nodes[1]).toMatchObject({ isNew: false, isGone: true, record: { id: old }, acts: { nodes: [{ reason: "It was never given" }] }, parts: { nodes: [{ title: "Trust", record: { id: party } }] } });
    // A party that comes later stands on its own.
    const later = world.ledger.head();
    await world.given.awardParty({ awardId: award, role: "RECIPIENT" });
    expect(inShort(await differenceIn(world, { from: later }))).toContainEqual(["MONEY", "Second Step", "recipient"]);
  });

  it("reads page by page in one order, and by heading with its count", async () => {
    const world = await openWorld();
    const programme = await world.given.programme();
    const from = world.ledger.head();
    for (const title of ["C", "A", "B"]) await world.given.milestone({ title, programmeId: programme, ...planned });
    await world.given.award({ title: "Award" });
    const all = await differenceIn(world, { from });
    expect(all).toMatchObject({ count: 4, groups: [{ group: "MONEY", count: 1 }, { group: "NEW", count: 3 }] });
    const titles: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { items } = await differenceIn(world, { from, first: 2, after });
      titles.push(...items.nodes.map(({ title }) => title));
      [after, more] = [items.pageInfo.endCursor, items.pageInfo.hasNextPage];
    }
    expect(titles).toEqual(["Award", "A", "B", "C"]);
    expect(await differenceIn(world, { from, filter: { group: ["MONEY", "MET"] } })).toMatchObject({ count: 1, groups: [{ group: "MONEY", count: 1 }] });
  });

  it("stands under the heading that its concept names", async () => {
    const world = await openWorld();
    const made = deliveryOf(world);
    const workstream = await world.given.workstream({ name: "Training", status: "NOT_STARTED" });
    const [waived, supplied] = [await world.given.criterion({ workstreamId: workstream, statement: "Plan agreed" }), await world.given.criterion({ workstreamId: workstream, statement: "Venue found" })];
    const measure = await made.measure({ title: "People trained" });
    const actual = await made.measureActual({ measureId: measure, value: readQuantity("50 people") });
    const from = world.ledger.head();
    await change(world, workstreamKind, workstream, { status: "IN_PROGRESS" });
    await change(world, criterionKind, waived, { status: "WAIVED" }, "The board takes the risk");
    await change(world, criterionKind, supplied, { status: "SUPPLIED", evidence: "The contract" });
    await change(world, measureActualKind, actual, { value: readQuantity("60 people") });
    await made.measureActual({ measureId: measure, value: readQuantity("120 people"), asAt: "March 2024" });
    await made.risk({ title: "No post holder", impact: "HIGH" });
    await made.post({ title: "Coordinator", status: "APPROVED" });
    await world.given.dependencyWaiver({ reason: "Agreed by the board", until: "July 2024" });
    expect(inShort(await differenceIn(world, { from })).filter(([group]) => group !== "NEW")).toEqual([
      ["WAIVED", "Plan agreed", "status: outstanding → waived"],
      ["WAIVED", "Service delivery waits for Training: it may go on all the same", "reason: Agreed by the board", "until: July 2024"],
      ["WORKSTREAMS", "Training", "status: not started → in progress"],
      ["RISKS", "No post holder", "impact: high", "open"],
      ["POSTS", "Coordinator", "approved"],
      ["MEASURES", "People trained", "counted: 50 people → 60 people"],
      ["MEASURES", "People trained", "counted: 120 people", "as at: March 2024"],
      ["EVIDENCE", "Venue found", "status: outstanding → supplied", "evidence: The contract"],
    ]);
  });

  it("refuses moments in the wrong order, one that has not passed, and a filter by what is not there", async () => {
    const world = await openWorld();
    const programme = await world.given.programme();
    const refused = async (variables: object): Promise<string> => (await world.refused(nobody, "query ($from: Moment, $to: Moment, $filter: DifferenceFilter) { changesBetween(from: $from, to: $to, filter: $filter) { count } }", { ...variables })).join();
    await world.given.programme();
    expect(await refused({ from: 2, to: 1 })).toContain("Exchange the two");
    expect(await refused({ from: 99 })).toContain("There is no entry 99 here yet");
    expect(await refused({ filter: { programme: "pr_0000000000000000" } })).toContain("There is no Programme with the id pr_0000000000000000");
    expect(await refused({ filter: { workstream: programme } })).toContain("There is no Workstream");
    expect((await differenceIn(world, {})).count).toBe(2);
    expect((await differenceIn(world, {})).markdown).toMatch(/^# What changed up to 5 July 2024\n\nFrom the beginning, to how things stood on 5 July 2024 \(entry 2\)\.\n/);
  });
});

describe("a difference, for those who may not see everything,", () => {
  it("says nothing anywhere of what they may not see, neither counts, acts, reasons nor titles", async () => {
    const world = await openWorld();
    const system = await world.given.place({ name: "North", level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const drafted = { audience: "DRAFT", systemId: system } as const;
    const [members, draft] = [await world.given.programme({ name: "Secret members", ...hidden }), await world.given.programme({ name: "Secret draft", ...drafted })];
    const gone = await world.given.programme({ name: "Secret gone", ...hidden });
    const from = world.ledger.head();
    await change(world, programmeKind, members, { status: "PAUSED" }, "Secret reason");
    await change(world, programmeKind, draft, { status: "PAUSED" }, "Secret reason");
    await world.act((act) => { act.remove(programmeKind, gone); return gone; }, { reason: "Secret reason" });
    await world.given.award({ title: "Secret award", ...hidden });
    await world.given.milestone({ title: "Secret milestone", programmeId: members, ...hidden });
    const answer = await differenceIn(world, { from });
    expect(answer).toMatchObject({ count: 0, unmovedCount: 0, groups: [] });
    expect(JSON.stringify(answer)).not.toContain("Secret");
    expect((await differenceIn(world, { from }, memberOf(system))).count).toBe(4);
    expect((await differenceIn(world, { from }, officeOf(system))).count).toBe(5);
  });

  it("has a record that was opened to them as new, without what it said and who did what before", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const programme = await world.given.programme({ name: "Secret name", audience: "MEMBERS", systemId: system });
    const from = world.ledger.head();
    await change(world, programmeKind, programme, { name: "Secret plan" }, "Secret reason");
    await change(world, programmeKind, programme, { name: "Kindness", audience: "PUBLIC" }, "Secret reason too");
    await change(world, programmeKind, programme, { status: "PAUSED" }, "Told to all");
    const answer = await differenceIn(world, { from });
    expect(inShort(answer)).toEqual([["NEW", "Kindness", "paused"]]);
    expect(answer.items.nodes[0]).toMatchObject({ isNew: true, acts: { nodes: [{ reason: "Told to all" }] } });
    expect(JSON.stringify(answer)).not.toContain("Secret");
    expect(inShort(await differenceIn(world, { from }, memberOf(system)))).toEqual([["WORKSTREAMS", "Kindness", "status: active → paused"], ["OTHER", "Kindness", "audience: members → public", "name: Secret name → Kindness"]]);
  });

  it("has no word of a record that was taken out of their sight, nor of its going afterwards", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const [one, other] = [await world.given.programme({ name: "Mistake", systemId: system }), await world.given.programme({ name: "Error", systemId: system })];
    const from = world.ledger.head();
    for (const id of [one, other]) await change(world, programmeKind, id, { audience: "MEMBERS" });
    await world.act((draft) => { draft.remove(programmeKind, other); return other; });
    expect(await differenceIn(world, { from })).toMatchObject({ count: 0, unmovedCount: 0 });
    expect((await differenceIn(world, { from }, memberOf(system))).count).toBe(2);
  });

  it("does not count what only came back after they were not to see it", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const programme = await world.given.programme({ name: "Kindness", systemId: system });
    const from = world.ledger.head();
    await change(world, programmeKind, programme, { audience: "DRAFT" });
    await change(world, programmeKind, programme, { audience: "PUBLIC" });
    expect(await differenceIn(world, { from })).toMatchObject({ count: 0, unmovedCount: 0 });
    expect(await differenceIn(world, { from }, officeOf(system))).toMatchObject({ count: 0, unmovedCount: 1 });
  });

  it("keeps whom a field points at, and what a part is called after, to those who may see that", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const host = await world.given.organisation({ name: "Secret trust", audience: "MEMBERS", systemId: system });
    const [programme, award] = [await world.given.programme({ name: "Kindness" }), await world.given.award()];
    const from = world.ledger.head();
    await change(world, programmeKind, programme, { hostId: host, aim: "Kindness for all" });
    await world.given.awardParty({ awardId: award, organisationId: host });
    const answer = await differenceIn(world, { from });
    expect(answer.items.nodes.map(({ title, fields }) => [title, ...fields.map(({ field, after }) => [field, after?.plain])])).toEqual([["(not shown)", ["role", "funder"], ["award", "Community champions"], ["organisation", undefined]], ["Kindness", ["aim", "Kindness for all"], ["host", undefined]]]);
    expect(JSON.stringify(answer)).not.toContain("Secret");
    expect(JSON.stringify(answer)).not.toContain(host);
    expect(JSON.stringify(await differenceIn(world, { from }, memberOf(system)))).toContain("Secret trust");
  });

  it("withholds small counts of people on both sides, in words too", async () => {
    const world = await openWorld();
    const made = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const actual = await made.measureActual({ value: readQuantity("3 people"), systemId: system });
    const from = world.ledger.head();
    await change(world, measureActualKind, actual, { value: readQuantity("4 people") });
    const answer = await differenceIn(world, { from });
    expect(answer.items.nodes[0]?.fields).toEqual([{ field: "value", before: { plain: "withheld" }, after: { plain: "withheld" } }]);
    expect(answer.markdown).not.toMatch(/[34] people/);
    expect((await differenceIn(world, { from }, memberOf(system))).markdown).toContain("3 people → 4 people");
  });

  it("names a person only where their visibility allows it, and no one who was erased", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const from = world.ledger.head();
    const [open, closed] = [await world.given.person({ name: "Ada Example", systemId: system }), await world.given.person({ name: "Berta Beispiel", visibility: "MEMBERS_ONLY", systemId: system })];
    expect(inShort(await differenceIn(world, { from }))).toEqual([["OTHER", "Ada Example"]]);
    expect((await differenceIn(world, { from }, memberOf(system))).count).toBe(2);
    const to = world.ledger.head();
    await world.act((draft) => { draft.erase(personKind, open); return open; }, { name: "person:erase" });
    const answer = await differenceIn(world, { from, to }, memberOf(system));
    expect(JSON.stringify(answer)).not.toContain("Ada");
    expect(answer.items.nodes.map(({ record }) => record.id)).toEqual([closed]);
  });
});
