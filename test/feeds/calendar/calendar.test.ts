import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boardPackKind, boardPackProgrammeKind } from "../../../src/domain/delivery/board-pack/table.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { programmeKind } from "../../../src/domain/delivery/programme/table.ts";
import { grantsHeldBy } from "../../../src/domain/partners/access/store.ts";
import { accountKind, roleGrantKind } from "../../../src/domain/partners/access/table.ts";
import { addDays, londonDay, readDay } from "../../../src/kernel/day.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";
import type { RunningServer } from "../../../src/server/http.ts";
import { addressOf, calendarAt, somebody, type ReadCalendar, type Somebody } from "../../support/calendars.ts";
import { worldOver, type World } from "../../support/domain-world.ts";
import { deliveryOf } from "../../support/given-delivery.ts";
import { learningOf } from "../../support/given-learning.ts";
import { promisesOf } from "../../support/given-promises.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { serverOver } from "../../support/served.ts";

/** One server for all; each test has a system and a programme of its own. */
const today = londonDay(new Date());
let world: World;
let server: RunningServer;
let end: () => Promise<void>;

beforeAll(async () => {
  const own = await ownLedger("NOTHING");
  world = worldOver(own.ledger, today);
  server = await serverOver(own.ledger);
  end = async () => { await server.close(); await own.end(); };
});
afterAll(async () => { await end(); });

interface Given {
  readonly system: string;
  readonly programme: string;
  readonly reader: Somebody;
}

async function given(): Promise<Given> {
  const system = await world.given.place({ level: "SYSTEM", name: "Somerset" });
  const programme = await world.given.programme({ name: "Trauma Informed Somerset; phase 1, 2", systemId: system });
  return { system, programme, reader: await somebody(world, [{ role: "READER", holdsFor: system }]) };
}

const members = (system: string) => ({ audience: "MEMBERS", systemId: system } as const);

async function subscribed({ reader }: Given, about: string): Promise<{ readonly url: string; readonly id: string; readonly read: () => Promise<ReadCalendar> }> {
  const { path, id } = await addressOf(world, reader.viewer(), about);
  const url = `${server.url}${path}`;
  return { url, id, read: async () => calendarAt(url) };
}

const summaries = ({ events }: ReadCalendar): readonly string[] => events.map(({ summary }) => summary).toSorted();

describe("the calendar of a programme", () => {
  it("holds milestones, pledged actions, events, board packs and reports due, each with its page", async () => {
    const all = await given();
    const { system, programme } = all;
    const promises = promisesOf(world);
    const milestone = await world.given.milestone({ title: "Business case, agreed", programmeId: programme, baseline: "April to May 2023 (estimated)", ...members(system) });
    await world.given.milestone({ title: "Some day", programmeId: programme });
    await world.given.milestone({ title: "Elsewhere", baseline: "5 July 2024" });
    const pledge = await promises.pledge({ programmeId: programme });
    const signature = await promises.signature({ pledgeId: pledge, pledgeVersionId: await promises.version({ pledgeId: pledge, actionMonths: 12, actionCount: 2 }), signed: "8 November 2022" });
    await promises.action({ signatureId: signature, statement: "Find a champion" });
    const event = await learningOf(world).event({ title: "Champions meet", kind: "NETWORK_EVENT", status: "PROPOSED", date: "June 2024", programmeId: programme });
    const board = await world.given.group({ kind: "BOARD" });
    const pack = await world.act((draft) => {
      const id = draft.create(boardPackKind, { audience: "PUBLIC", title: "Board, 9 July 2024", groupId: board, meetsOn: readDay("2024-07-09"), asOn: readDay("2024-07-01"), entry: 1, entryAt: "2024-07-01T00:00:00.000Z", headHash: "0" });
      draft.create(boardPackProgrammeKind, { audience: "PUBLIC", boardPackId: id, programmeId: programme });
      return id;
    });
    await world.act((draft) => { draft.change(programmeKind, programme, { reportingRhythm: "MONTHLY", start: readPartialDate("1 April 2024") }); return programme; });

    const { name, refresh, events } = await (await subscribed(all, programme)).read();
    expect({ name, refresh }).toEqual({ name: "Trauma Informed Somerset; phase 1, 2 (Waymark)", refresh: "PT4H" });
    expect(events).toEqual([
      expect.objectContaining({ uid: `${milestone}@waymark`, summary: "Business case, agreed", first: "2023-04-01", end: "2023-06-01", status: "TENTATIVE", transparency: "TRANSPARENT", sequence: 0, url: `${server.url}/milestones/${milestone}`, description: "Due: April to May 2023 (estimated)\nMilestone: scheduled" }),
      expect.objectContaining({ summary: "Pledged: Find a champion", first: "2023-11-08", end: "2023-11-09", status: "TENTATIVE", url: `${server.url}/signatures/${signature}`, description: "Due: 8 November 2023 (inferred) (written as “Twelve months after signing: 8 November 2022”)\nAction of a pledge: not reported" }),
      expect.objectContaining({ summary: "Report due: Trauma Informed Somerset; phase 1, 2", first: "2024-05-31", end: "2024-06-01", url: `${server.url}/programmes/${programme}`, description: "The next status report is due by 31 May 2024.\nIt covers 1 April 2024 to 30 April 2024." }),
      expect.objectContaining({ summary: "Champions meet", first: "2024-06-01", end: "2024-07-01", status: "TENTATIVE", url: `${server.url}/records/${event}` }),
      expect.objectContaining({ summary: "Board pack: Board, 9 July 2024", first: "2024-07-09", end: "2024-07-10", status: "CONFIRMED", url: `${server.url}/packs/${pack}` }),
    ]);
    expect(events.every(({ isWholeDays }) => isWholeDays)).toBe(true);
  });

  it("moves the report that is due once one is published, under the same UID with a higher SEQUENCE", async () => {
    const all = await given();
    const programme = await world.given.programme({ name: "Reporting", reportingRhythm: "QUARTERLY", start: "1 April 2024" });
    const calendar = await subscribed(all, programme);
    const [before] = (await calendar.read()).events;
    await deliveryOf(world).statusReport({ programmeId: programme, period: "April to June 2024", published: "9 July 2024" });
    const [after, ...more] = (await calendar.read()).events;
    expect(more).toEqual([]);
    expect([before?.first, after?.first, after?.uid]).toEqual(["2024-07-31", "2024-10-31", before?.uid]);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY);
  });
});

describe("what changes", () => {
  it("raises SEQUENCE, and is cancelled where it is cancelled", async () => {
    const all = await given();
    const id = await world.given.milestone({ title: "Launch", programmeId: all.programme, baseline: "5 July 2024" });
    const calendar = await subscribed(all, all.programme);
    const seen = async () => { const [event] = (await calendar.read()).events; return [event?.sequence, event?.status, event?.summary, event?.first]; };
    const change = async (fields: object): Promise<void> => { await world.act((draft) => { draft.change(milestoneKind, id, { ...fields }); return id; }); };
    expect(await seen()).toEqual([0, "CONFIRMED", "Launch", "2024-07-05"]);
    await change({ forecast: readPartialDate("6 August 2024") });
    expect(await seen()).toEqual([1, "CONFIRMED", "Launch", "2024-08-06"]);
    await change({ status: "MET", actual: readPartialDate("7 August 2024") });
    expect(await seen()).toEqual([2, "CONFIRMED", "Met: Launch", "2024-08-07"]);
    await change({ status: "CANCELLED", actual: readPartialDate("not stated") });
    expect(await seen()).toEqual([3, "CANCELLED", "Cancelled: Launch", "2024-08-06"]);
  });

  it("stays as cancelled once it is removed or belongs elsewhere, where a subscriber may have it", async () => {
    const all = await given();
    const elsewhere = await world.given.programme({ name: "Elsewhere" });
    const milestone = async (title: string): Promise<string> => world.given.milestone({ title, programmeId: all.programme, baseline: "5 July 2024" });
    const [early, removed, moved, undated] = [await milestone("Early"), await milestone("Removed"), await milestone("Moved"), await milestone("Undated")];
    await world.act((draft) => { draft.remove(milestoneKind, early); return early; });
    const before = await subscribed(all, all.programme);
    await world.act((draft) => { draft.remove(milestoneKind, removed); return removed; });
    await world.act((draft) => { draft.change(milestoneKind, moved, { programmeId: elsewhere }); return moved; });
    await world.act((draft) => { draft.change(milestoneKind, undated, { baseline: readPartialDate("not stated") }); return undated; });
    const after = await subscribed(all, all.programme);
    const { events } = await before.read();
    expect(events.map(({ uid, status, sequence, summary, first }) => [uid, status, sequence, summary, first].join()).toSorted()).toEqual([
      `${removed}@waymark,CANCELLED,1,Cancelled: Removed,2024-07-05`,
      `${moved}@waymark,CANCELLED,1,Cancelled: Moved,2024-07-05`,
      `${undated}@waymark,CANCELLED,1,Cancelled: Undated,2024-07-05`,
    ].toSorted());
    // Whoever subscribes only now has none of them.
    expect((await after.read()).events).toEqual([]);
  });

  it("comes back when it is restored", async () => {
    const all = await given();
    const id = await world.given.milestone({ title: "Back", programmeId: all.programme, baseline: "5 July 2024" });
    const calendar = await subscribed(all, all.programme);
    await world.act((draft) => { draft.remove(milestoneKind, id); return id; });
    const [gone] = (await calendar.read()).events;
    await world.act((draft) => { draft.restore(milestoneKind, id); return id; });
    const [back, ...more] = (await calendar.read()).events;
    expect([gone?.status, back?.status, more]).toEqual(["CANCELLED", "CONFIRMED", []]);
    expect(back?.sequence).toBeGreaterThan(gone?.sequence ?? Number.POSITIVE_INFINITY);
  });
});

describe("what is hidden", () => {
  it("is never in a calendar, not even as cancelled, and shows once its reader may see it", async () => {
    const all = await given();
    const draft = { audience: "DRAFT", systemId: all.system } as const;
    const secret = await world.given.milestone({ title: "Secret draft", programmeId: all.programme, baseline: "5 July 2024", ...draft });
    const hiding = await world.given.milestone({ title: "Withdrawn to a draft", programmeId: all.programme, baseline: "6 July 2024", ...members(all.system) });
    const dropped = await world.given.milestone({ title: "Dropped draft", programmeId: all.programme, baseline: "7 July 2024", ...draft });
    const moving = await world.given.milestone({ title: "Moved out of sight", programmeId: all.programme, baseline: "8 July 2024", ...members(all.system) });
    const elsewhere = await world.given.programme({ name: "Elsewhere" });
    const calendar = await subscribed(all, all.programme);
    expect(summaries(await calendar.read())).toEqual(["Moved out of sight", "Withdrawn to a draft"]);
    await world.act((write) => { write.change(milestoneKind, moving, { audience: "DRAFT", programmeId: elsewhere }); return moving; });
    await world.act((write) => { write.change(milestoneKind, hiding, { audience: "DRAFT" }); write.remove(milestoneKind, dropped); return hiding; });
    expect(summaries(await calendar.read())).toEqual([]);
    await world.act((write) => { write.remove(milestoneKind, hiding); return hiding; });
    expect(summaries(await calendar.read())).toEqual([]);
    await world.act((write) => { write.create(roleGrantKind, { audience: "MEMBERS", accountId: all.reader.id, role: "LEAD", holdsForId: all.programme, inSystemId: all.system, origin: "GIVEN", since: today }); return secret; });
    expect(summaries(await calendar.read())).toEqual(["Cancelled: Dropped draft", "Cancelled: Moved out of sight", "Cancelled: Withdrawn to a draft", "Secret draft"]);
  });

  it("follows its maker's roles: what they lost is gone with the next look, the programme's name included", async () => {
    const system = await world.given.place({ level: "SYSTEM", name: "Lost" });
    const programme = await world.given.programme({ name: "Members' programme", ...members(system) });
    await world.given.milestone({ title: "For everybody", programmeId: programme, baseline: "5 July 2024" });
    const reader = await somebody(world, [{ role: "READER", holdsFor: system }]);
    const calendar = await subscribed({ system, programme, reader }, programme);
    expect(await calendar.read()).toMatchObject({ name: "Members' programme (Waymark)", events: [{ summary: "For everybody" }] });
    await world.act((draft) => {
      for (const { id } of grantsHeldBy(draft.graph, reader.id, today)) draft.change(roleGrantKind, id, { until: addDays(today, -1) });
      return programme;
    });
    expect(await calendar.read()).toMatchObject({ name: "Waymark", events: [] });
  });
});

async function answerAt(url: string, init: RequestInit = {}): Promise<readonly [number, string, Readonly<Record<string, string>>]> {
  const answer = await fetch(url, init);
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== "date" && !name.startsWith("ratelimit-")));
  return [answer.status, await answer.text(), headers];
}

describe("an address", () => {
  it("opens nothing once it is revoked, or its maker's account is erased, and says the same of one that never was", async () => {
    const all = await given();
    const revoked = await subscribed(all, all.programme);
    const erased = await somebody(world, []);
    const second = await subscribed({ ...all, reader: erased }, all.programme);
    expect([(await answerAt(revoked.url))[0], (await answerAt(second.url))[0]]).toEqual([200, 200]);
    await world.ask(all.reader.viewer(), "mutation ($it: RecordAsReadInput!) { revokeCalendarAddress(calendarAddress: $it) { problems { code } } }", { it: { id: revoked.id, expectedVersion: 1 } });
    await world.act((draft) => { draft.erase(accountKind, erased.id, []); return erased.id; });
    const unknown = await answerAt(`${server.url}/calendars/wmc_${"A".repeat(43)}.ics`);
    expect(unknown[0]).toBe(404);
    expect(unknown[1]).toContain("CALENDAR_NOT_FOUND");
    expect(unknown[2]).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
    for (const url of [revoked.url, second.url, `${server.url}/calendars/short.ics`, `${server.url}/calendars/`, `${server.url}/calendars/wmc_${"A".repeat(43)}`]) expect(await answerAt(url)).toEqual(unknown);
  });

  it("is read only, kept by no shared cache, and not sent again where nothing has changed", async () => {
    const all = await given();
    const { url } = await subscribed(all, all.programme);
    const [status, , headers] = await answerAt(url);
    expect([status, headers["content-type"], headers["cache-control"], headers["referrer-policy"]]).toEqual([200, "text/calendar; charset=utf-8", "private, no-cache", "no-referrer"]);
    const tag = headers["etag"] ?? "";
    expect((await answerAt(url, { headers: { "if-none-match": tag } })).slice(0, 2)).toEqual([304, ""]);
    await world.given.milestone({ title: "New", programmeId: all.programme, baseline: "5 July 2024" });
    expect((await answerAt(url, { headers: { "if-none-match": tag } }))[0]).toBe(200);
    expect((await answerAt(url, { method: "HEAD" })).slice(0, 2)).toEqual([200, ""]);
    expect((await answerAt(url, { method: "POST" }))[0]).toBe(405);
  });
});

describe("the calendars of others", () => {
  it("hold what a HIT answers for and leads, and the meetings of its groups", async () => {
    const all = await given();
    const team = await world.given.healthIntegrationTeam({ name: "Adversity HIT" });
    const led = await world.given.workstream({ name: "Training", programmeId: all.programme, leadHealthIntegrationTeamId: team });
    await world.given.milestone({ title: "Owned", programmeId: all.programme, ownerHealthIntegrationTeamId: team, baseline: "5 July 2024" });
    await world.given.milestone({ title: "Led", programmeId: all.programme, workstreamId: led, baseline: "6 July 2024" });
    await world.given.milestone({ title: "Of the programme only", programmeId: all.programme, baseline: "7 July 2024" });
    const group = await world.given.group({ healthIntegrationTeamId: team });
    await learningOf(world).event({ title: "Group event", kind: "MEETING", status: "HELD", date: "8 July 2024", groupId: group });
    const party = await learningOf(world).event({ title: "As organiser", kind: "WORKSHOP", status: "HELD", date: "9 July 2024" });
    await learningOf(world).eventParty({ eventId: party, role: "ORGANISER", healthIntegrationTeamId: team });
    await promisesOf(world).action({ workstreamId: led, statement: "Train", due: "10 July 2024" });
    expect(summaries(await (await subscribed(all, team)).read())).toEqual(["As organiser", "Group event", "Led", "Owned", "Pledged: Train"]);
  });

  it("hold what an organisation answers for and has pledged, and its part in events", async () => {
    const all = await given();
    const organisation = await world.given.organisation({ name: "Second Step" });
    await world.given.milestone({ title: "Owned", programmeId: all.programme, ownerOrganisationId: organisation, baseline: "5 July 2024" });
    await world.given.milestone({ title: "Others'", programmeId: all.programme, baseline: "5 July 2024" });
    const promises = promisesOf(world);
    await promises.action({ signatureId: await promises.signature({ organisationId: organisation, signed: "5 July 2023" }), statement: "Train all staff" });
    const event = await learningOf(world).event({ title: "Hosted", kind: "WORKSHOP", status: "CANCELLED", date: "9 July 2024" });
    await learningOf(world).eventParty({ eventId: event, role: "HOST", organisationId: organisation });
    const { name, events } = await (await subscribed(all, organisation)).read();
    expect([name, events.map(({ summary, status }) => [summary, status])]).toEqual(["Second Step (Waymark)", [["Owned", "CONFIRMED"], ["Pledged: Train all staff", "TENTATIVE"], ["Cancelled: Hosted", "CANCELLED"]]]);
  });

  it("hold a board's packs, and the milestones and reports of what it governs", async () => {
    const all = await given();
    const board = await world.given.group({ name: "Trauma Board", kind: "BOARD" });
    await world.given.programmeGovernance({ programmeId: all.programme, groupId: board });
    await world.given.milestone({ title: "Governed", programmeId: all.programme, baseline: "5 July 2024" });
    await world.act((draft) => { draft.change(programmeKind, all.programme, { reportingRhythm: "MONTHLY", start: readPartialDate("1 April 2024") }); return board; });
    const pack = (title: string, withdrawnOn: string | null) => ({ title, groupId: board, meetsOn: readDay("2024-07-09"), asOn: readDay("2024-07-01"), entry: 1, entryAt: "2024-07-01T00:00:00.000Z", headHash: "0", ...(withdrawnOn === null ? {} : { withdrawnOn: readDay(withdrawnOn), withdrawReason: "Wrong day" }) });
    await world.record(boardPackKind, pack("Stands", null));
    await world.record(boardPackKind, pack("Withdrawn", "2024-07-02"));
    const { events } = await (await subscribed(all, board)).read();
    expect(events.map(({ summary, status }) => `${summary} ${status}`).toSorted()).toEqual(["Board pack: Stands CONFIRMED", "Board pack: Withdrawn CANCELLED", "Governed CONFIRMED", "Report due: Trauma Informed Somerset; phase 1, 2 CONFIRMED"]);
  });
});
