import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openWorld, memberOf, officeOf, holding, worldOver, type World } from "../../support/domain-world.ts";
import { CHANGES, Copy, type ToldChange, type ToldPage } from "../../support/copy.ts";
import type { Draft } from "../../../src/ledger/draft.ts";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { claimKind } from "../../../src/domain/claim/table.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { programmeKind } from "../../../src/domain/delivery/programme/table.ts";
import { makeKey, signedIn } from "../../../src/domain/partners/access/signing-in.ts";
import { organisationKind } from "../../../src/domain/partners/organisation/table.ts";
import { personKind, personRoleKind } from "../../../src/domain/partners/person/table.ts";
import { measureKind } from "../../../src/domain/resources/measure/table.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { readQuantity } from "../../../src/kernel/read-quantity.ts";

/** A page of the feed, as somebody. */
async function page(world: World, viewer: Viewer, variables: { after?: string | null; types?: readonly string[]; first?: number } = {}): Promise<ToldPage> {
  return (await world.ask<{ changes: ToldPage }>(viewer, CHANGES, variables)).changes;
}

/** Where somebody stands who has read everything. */
async function here(world: World, viewer: Viewer): Promise<string> {
  return (await world.ask<{ cursor: string }>(viewer, "{ cursor }")).cursor;
}

/** What is told behind a cursor, in short. */
async function told(world: World, viewer: Viewer, after: string | null): Promise<readonly ToldChange[]> {
  const copy = new Copy();
  copy.cursor = after;
  copy.apply = () => {};
  return copy.follow(world, viewer);
}

function inShort(changes: readonly ToldChange[]): unknown[] {
  return changes.map(({ op, id, changedFields }) => [op, id, changedFields]);
}

async function code(world: World, viewer: Viewer, variables: { after?: string; first?: number }): Promise<unknown> {
  const { errors } = await world.answer(viewer, CHANGES, variables);
  return errors?.map(({ extensions }) => extensions["code"]).join();
}

describe("the feed of changes", () => {
  it("tells each change with its act, the fields that it changed, and the whole record before and after", async () => {
    const world = await openWorld();
    const host = await world.given.organisation({ name: "Trust" });
    const id = await world.given.milestone({ title: "Launch", baseline: "April / May 2023", gaps: { workstreamId: "NOT_STATED" } });
    const after = await here(world, nobody);
    await world.act((draft) => { draft.change(milestoneKind, id, { title: "Charter", ownerOrganisationId: host }); return id; }, { name: "milestone:reword", actor: "ac_0000000000000009", reason: "Clearer" });
    await world.act((draft) => { draft.remove(milestoneKind, id); return id; });
    const [changed, removed] = await told(world, nobody, after);
    expect(changed).toMatchObject({
      act: "MILESTONE_REWORD", actor: "ac_0000000000000009", reason: "Clearer", type: "MILESTONE", id, op: "CHANGE", changedFields: ["ownerOrganisation", "title"],
      before: { id, version: 1, audience: "PUBLIC", title: "Launch", ownerOrganisation: null, withheld: [] },
      after: {
        id, version: 2, title: "Charter", ownerOrganisation: host, ownerHealthIntegrationTeam: null, gaps: [{ field: "workstream", status: "NOT_STATED" }],
        baseline: { text: "April / May 2023", earliest: "2023-04-01", latest: "2023-05-31", edtf: "2023-04/2023-05", status: "KNOWN", plain: "April to May 2023" },
      },
    });
    expect(removed).toMatchObject({ op: "REMOVE", id, before: { title: "Charter" }, after: null });
    expect(removed?.seq).toBe((changed?.seq ?? 0) + 1);
  });

  it("removes what is hidden from a viewer and makes what is opened to them, and tells whoever points at it again, without the act", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const host = await world.given.organisation({ systemId: system });
    const programme = await world.given.programme({ hostId: host });
    const show = async (audience: string): Promise<string> => world.act((draft) => { draft.change(organisationKind, host, { audience }); return host; }, { name: "organisation:amend", reason: "A secret reason" });
    const [open, members] = [await here(world, nobody), await here(world, memberOf(system))];
    await show("MEMBERS");
    const hidden = await told(world, nobody, open);
    expect(hidden).toMatchObject([
      { op: "REMOVE", id: host, act: null, actor: null, reason: null, after: null },
      { op: "CHANGE", id: programme, act: null, changedFields: ["host"], before: { host, withheld: [] }, after: { host: null, withheld: ["host"], version: 1 } },
    ]);
    expect(hidden[0]?.seq).toBe(hidden[1]?.seq);
    expect(await told(world, memberOf(system), members)).toMatchObject([{ op: "CHANGE", id: host, act: "ORGANISATION_AMEND", reason: "A secret reason", changedFields: ["audience"] }]);
    const between = await here(world, nobody);
    await show("DRAFT");
    expect(await told(world, nobody, between)).toEqual([]);
    await show("PUBLIC");
    expect(await told(world, nobody, between)).toMatchObject([
      { op: "CREATE", id: host, act: null, before: null, after: { name: "Second Step" } },
      { op: "CHANGE", id: programme, changedFields: ["host"], before: { host: null }, after: { host } },
    ]);
  });

  it("tells again of a claim whose record is removed or restored, though no foreign key holds it", async () => {
    const world = await openWorld();
    const programme = await world.given.programme();
    const claim = await world.record(claimKind, { subject: "Reach", kind: "STATEMENT", value: "First of its kind", status: "STATED", recordId: programme });
    const before = await here(world, nobody);
    await world.act((draft) => { draft.remove(programmeKind, programme); return programme; });
    expect(inShort(await told(world, nobody, before))).toMatchObject([["REMOVE", programme, {}], ["CHANGE", claim, ["record"]]]);
    const removed = await here(world, nobody);
    await world.act((draft) => { draft.restore(programmeKind, programme); return programme; });
    expect(inShort(await told(world, nobody, removed))).toMatchObject([["CREATE", programme, {}], ["CHANGE", claim, ["record"]]]);
  });

  it("says nothing of fields that point from one hidden record to another, but that the version rose", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const [one, other] = [await world.given.organisation({ audience: "MEMBERS", systemId: system }), await world.given.organisation({ audience: "MEMBERS", systemId: system })];
    const programme = await world.given.programme({ hostId: one });
    const after = await here(world, nobody);
    await world.act((draft) => { draft.change(programmeKind, programme, { hostId: other }); return programme; });
    const [change] = await told(world, nobody, after);
    expect(change).toMatchObject({ op: "CHANGE", changedFields: [], before: { version: 1, withheld: ["host"] }, after: { version: 2, withheld: ["host"] } });
    expect(JSON.stringify(change)).not.toMatch(new RegExp(`${one}|${other}`));
  });

  it("withholds small counts of people as the graph does, and does not say that one became another", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const id = await world.record(measureKind, { title: "Champions", kind: "RECRUITMENT", unit: "CHAMPIONS", systemId: system, baseline: readQuantity("3 champions"), target: readQuantity("20 champions") });
    const [open, members] = [await here(world, nobody), await here(world, memberOf(system))];
    await world.act((draft) => { draft.change(measureKind, id, { baseline: "4 champions" }); return id; });
    expect(await told(world, nobody, open)).toMatchObject([{ changedFields: [], after: { baseline: { text: "withheld", value: null, status: "WITHHELD" }, target: { value: 20 } } }]);
    expect(await told(world, memberOf(system), members)).toMatchObject([{ changedFields: ["baseline"], before: { baseline: { value: 3 } }, after: { baseline: { value: 4 } } }]);
  });

  it("never tells of accounts, keys and roles, to nobody whosoever", async () => {
    const world = await openWorld();
    const account = await signedIn(world.ledger, { issuer: "https://login.example", subject: "1", displayName: "Sam Secret", grants: [{ role: "AUDITOR", holdsFor: null }] });
    const key = await makeKey(world.ledger, { name: "Board dashboard", role: "STEWARD", holdsFor: null, expiresOn: readDay("2099-01-01"), actor: "test" });
    for (const viewer of [nobody, { ...holding("AUDITOR", null), accountId: account }, { ...holding("STEWARD", null), accountId: key.id }]) {
      expect(await page(world, viewer)).toMatchObject({ hasNextPage: false, nodes: [] });
    }
    const refused = await world.refused(nobody, `{ changes(types: [ACCOUNT]) { cursor } }`);
    expect(refused.join()).toContain("RecordType");
  });

  it("reads what was erased as erased, also where it stood long before", async () => {
    const world = await openWorld();
    const person = await world.given.person({ name: "Ottoline Fenwick" });
    const role = await world.record(personRoleKind, { personId: person, capacity: "LEAD", title: "Lead" });
    const programme = await world.given.programme({ aim: "As Ottoline Fenwick wished" });
    const copy = new Copy();
    await copy.follow(world, nobody);
    expect(JSON.stringify([...copy.records])).toContain("Ottoline");
    await world.act((draft) => { draft.erase(personKind, person); return person; });
    await copy.follow(world, nobody);
    expect(copy.records.has(person)).toBe(false);
    expect(copy.records.get(role)).toMatchObject({ person: null, withheld: ["person"] });
    expect(copy.records.get(programme)).toMatchObject({ aim: "As [erased] wished" });
    expect(JSON.stringify(await told(world, nobody, null))).not.toContain("Ottoline");
  });

  it.each<[string, (draft: Draft, person: string) => void]>([
    ["hidden", (draft, person) => { draft.change(personKind, person, { audience: "DRAFT" }); }],
    ["removed", (draft, person) => { draft.remove(personKind, person); }],
  ])("removes somebody who was %s and then erased from a copy that had them, also where it reads of both at once", async (_, goes) => {
    const world = await openWorld();
    const person = await world.given.person({ name: "Ottoline Fenwick" });
    const [inSteps, atOnce] = [new Copy(), new Copy()];
    for (const copy of [inSteps, atOnce]) await copy.follow(world, nobody);
    await world.act((draft) => { goes(draft, person); return person; });
    await inSteps.follow(world, nobody);
    await world.act((draft) => { draft.erase(personKind, person); return person; });
    for (const copy of [inSteps, atOnce]) {
      await copy.follow(world, nobody);
      expect(copy.records.has(person)).toBe(false);
    }
    expect(JSON.stringify(await told(world, nobody, null))).not.toContain("Ottoline");
  });

  it("tells of some types only, where these are asked for", async () => {
    const world = await openWorld();
    const milestone = await world.given.milestone();
    expect(inShort((await page(world, nobody, { types: ["MILESTONE"] })).nodes)).toMatchObject([["CREATE", milestone, {}]]);
  });
});

describe("a page of it", () => {
  it("holds as many as are asked for, ends within an entry where it has to, and leaves nothing out between two", async () => {
    const world = await openWorld();
    const ids = await world.act((draft) => Array.from({ length: 7 }, () => draft.create(organisationKind, { audience: "PUBLIC", name: "Second Step", status: "ACTIVE" })));
    const all: ToldChange[] = [];
    let after: string | null = null;
    for (const expected of [3, 3, 1]) {
      const { cursor, hasNextPage, nodes }: ToldPage = await page(world, nobody, { after, first: 3 });
      expect(nodes).toHaveLength(expected);
      expect(hasNextPage).toBe(expected === 3);
      // Each change says itself where to go on behind it.
      const behindFirst = await page(world, nobody, { after: nodes[0]?.cursor ?? "", first: expected });
      expect(behindFirst.nodes.slice(0, expected - 1)).toEqual(nodes.slice(1));
      all.push(...nodes);
      after = cursor;
    }
    expect(all.map(({ id }) => id)).toEqual(ids);
    expect(await page(world, nobody, { after })).toMatchObject({ cursor: after, hasNextPage: false, nodes: [] });
  });

  it("goes on among the records that are told again because of one", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const host = await world.given.organisation({ systemId: system });
    const programmes = await world.act((draft) => Array.from({ length: 130 }, () => draft.create(programmeKind, { audience: "PUBLIC", name: "P", status: "ACTIVE", hostId: host })));
    const copy = new Copy();
    await copy.follow(world, nobody);
    await world.act((draft) => { draft.change(organisationKind, host, { audience: "MEMBERS" }); return host; });
    const again = await copy.follow(world, nobody, 60);
    expect(again.map(({ id }) => id)).toEqual([host, ...programmes.toSorted()]);
    expect([...copy.records.values()].filter((values) => values["host"] === host)).toEqual([]);
  });

  it("is short where little of much may be told, has a next one, and costs no more than another", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    for (let act = 0; act < 2; act += 1) {
      await world.act((draft) => { for (let number = 0; number < 600; number += 1) draft.create(organisationKind, { audience: "DRAFT", systemId: system, name: "Hidden", status: "ACTIVE" }); return system; });
    }
    const seen = await world.given.organisation({ name: "Seen" });
    let [after, pages, found]: [string | null, number, string[]] = [null, 0, []];
    for (let hasNext = true; hasNext; pages += 1) {
      expect((await world.answer(nobody, CHANGES, { after, first: 10 })).statements).toBeLessThan(80);
      const { cursor, hasNextPage, nodes } = await page(world, nobody, { after, first: 10 });
      found.push(...nodes.map(({ id }) => id));
      [after, hasNext] = [cursor, hasNextPage];
    }
    expect(found).toEqual([system, seen]);
    expect(pages).toBe(2);
  });

  it.each([0, 101, -1])("of %i changes is refused", async (first) => {
    expect(await code(await openWorld(), nobody, { first })).toBe("BAD_USER_INPUT");
  });
});

describe("a cursor", () => {
  it("is carried by every mutation that wrote something, and by none that did not", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const programme = await world.given.programme({ systemId: system });
    const office = holding("OFFICE", system, system);
    const plan = `mutation ($programme: ID!, $dryRun: Boolean!, $title: String!) { planMilestone(milestone: { programme: $programme, title: $title, type: LAUNCH, baseline: { text: "2027" } }, dryRun: $dryRun) { entry cursor problems { code } milestone { id } } }`;
    const variables = { programme, dryRun: false, title: "Launch" };
    const { planMilestone } = await world.ask<{ planMilestone: { cursor: string; milestone: { id: string } } }>(office, plan, variables);
    expect(await told(world, office, planMilestone.cursor)).toEqual([]);
    expect(planMilestone.cursor).toBe(await here(world, office));
    expect(await world.ask(office, plan, { ...variables, dryRun: true })).toMatchObject({ planMilestone: { entry: null, cursor: null } });
    expect(await world.ask(office, plan, { ...variables, title: " " })).toMatchObject({ planMilestone: { entry: null, cursor: null, problems: [{}] } });
    await world.act((draft) => { draft.change(milestoneKind, planMilestone.milestone.id, { title: "Charter" }); return ""; });
    expect(await told(world, office, planMilestone.cursor)).toMatchObject([{ changedFields: ["title"] }]);
  });

  it("is refused once its holder may see more, or less, or counts are withheld otherwise, and says to begin anew", async () => {
    const world = await openWorld();
    const [system, other] = [await world.given.place({ level: "SYSTEM" }), await world.given.place({ level: "SYSTEM" })];
    const after = await here(world, memberOf(system));
    expect(await code(world, memberOf(system), { after })).toBeUndefined();
    expect(await code(world, { ...memberOf(system, system), accountId: "ac_0000000000000007" }, { after })).toBeUndefined();
    for (const viewer of [nobody, memberOf(other), memberOf(system, other), officeOf(system)]) {
      expect(await code(world, viewer, { after })).toBe("RIGHTS_CHANGED");
    }
    expect(await code(worldOver(world.ledger, "2024-07-05", 6), memberOf(system), { after })).toBe("RIGHTS_CHANGED");
    expect(await world.refused(nobody, CHANGES, { after })).toEqual([expect.stringContaining("Begin anew")]);
  });

  it("is refused where it is from further on, or from a ledger with another past", async () => {
    const [world, other] = [await openWorld(), await openWorld()];
    for (const each of [world, other]) await each.given.organisation();
    const after = await here(other, nobody);
    expect(await code(world, nobody, { after })).toBe("CURSOR_OF_ANOTHER_LEDGER");
    await other.given.organisation();
    expect(await code(world, nobody, { after: await here(other, nobody) })).toBe("CURSOR_AHEAD");
  });

  it("is refused where it is none", async () => {
    const world = await openWorld();
    await world.given.organisation();
    const { organisations } = await world.ask<{ organisations: { pageInfo: { endCursor: string } } }>(nobody, "{ organisations { pageInfo { endCursor } } }");
    const [feed, entry, within, seal, rights] = z.array(z.unknown()).parse(JSON.parse(Buffer.from(await here(world, nobody), "base64url").toString()));
    const made = [
      [], [feed], [feed, -1, within, seal, rights], [feed, 0.5, within, seal, rights], [feed, "1", within, seal, rights], [feed, entry, "or_x", seal, rights], [feed, entry, [0], seal, rights],
      [feed, entry, [0, -1], seal, rights], [feed, entry, {}, seal, rights], [feed, entry, within, seal, rights, 1], ["other", entry, within, seal, rights], null, 7, { feed },
    ].map((parts) => Buffer.from(JSON.stringify(parts)).toString("base64url"));
    for (const after of ["", "garbage", "\u0000", "e30", "W1tbW1tb", organisations.pageInfo.endCursor, ...made]) expect([after, await code(world, nobody, { after })]).toEqual([after, "BAD_USER_INPUT"]);
    expect(await code(world, nobody, { after: Buffer.from(JSON.stringify([feed, entry, within, seal, null])).toString("base64url") })).toBe("RIGHTS_CHANGED");
  });
});
