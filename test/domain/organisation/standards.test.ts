import { describe, expect, it } from "vitest";
import { holding, openWorld, type World } from "../../support/domain-world.ts";
import { milestoneMutation } from "../../support/milestone-acts.ts";
import { promisesOf } from "../../support/given-promises.ts";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";

const PROBLEMS = "problems { code message path records { id } }";
const RECORD = `mutation ($records: [RecordInput!]!) { record(records: $records) { record { id } ${PROBLEMS} } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $changes: AnyRecordChanges!) { amend(id: $id, expectedVersion: $version, changes: $changes) { record { version } ${PROBLEMS} } }`;
const REMOVE = `mutation ($id: ID!, $version: Int!) { remove(id: $id, expectedVersion: $version) { ${PROBLEMS} } }`;
const RESTORE = `mutation ($id: ID!) { restore(id: $id) { record { id } ${PROBLEMS} } }`;

const text = (words: string): { readonly text: string } => ({ text: words });

interface Answer {
  readonly problems: readonly { readonly code: string; readonly message: string; readonly path: readonly string[]; readonly records: readonly { readonly id: string }[] }[];
}

/** What stands against a mutation, as somebody. */
async function against(world: World, viewer: Viewer, source: string, variables: Readonly<Record<string, unknown>>): Promise<Answer["problems"]> {
  const [payload] = Object.values(await world.ask<Readonly<Record<string, Answer>>>(viewer, source, variables));
  return payload?.problems ?? [];
}

/** The county council, which Somerset Council succeeded on 1 April 2023, and the office of their system. */
async function somerset(more: { readonly successor?: object } = {}) {
  const world = await openWorld("2024-07-05");
  const system = await world.given.place({ level: "SYSTEM", name: "Somerset" });
  const county = await world.given.organisation({ name: "Somerset County Council", kind: "COUNCIL", status: "DISSOLVED", until: "31 March 2023", systemId: system });
  const council = await world.given.organisation({ name: "Somerset Council", kind: "COUNCIL", since: "1 April 2023", systemId: system, ...more.successor });
  await world.given.succession({ predecessorId: county, successorId: council, effective: "1 April 2023", systemId: system });
  const record = async (kind: string, values: object): Promise<Answer["problems"]> => against(world, office, RECORD, { records: [{ record: { [kind]: values } }] });
  const office = holding("OFFICE", system, system);
  return { world, system, county, council, office, record };
}

describe("an identifier", () => {
  it("belongs to one organisation at a time, and may pass to the next", async () => {
    const { world, county, council, office, record } = await somerset();
    const identifier = { scheme: "GB_LAE", value: "SOM" };
    expect(await record("organisationIdentifier", { organisation: county, ...identifier })).toEqual([]);
    expect(await record("organisationIdentifier", { organisation: council, ...identifier, since: text("1 April 2023") })).toMatchObject([{
      code: "ALREADY_EXISTS", path: ["records", "0", "record", "organisationIdentifier", "value"], records: [{}],
      message: "GB_LAE SOM is Somerset County Council’s at the same time, and an identifier belongs to one organisation at a time. If it passed from one to the other, say of the one until when it was theirs, and of the other since when. Nothing was written.",
    }]);
    const query = "query ($on: Day) { organisation(identifier: { scheme: GB_LAE, value: \"SOM\" }, on: $on) { name } }";
    expect(await world.ask(nobody, query)).toEqual({ organisation: { name: "Somerset County Council" } });
    const { organisation } = await world.ask<{ organisation: { identifiers: { id: string }[] } }>(nobody, "query ($id: ID!) { organisation(id: $id) { identifiers { id } } }", { id: county });
    const id = organisation.identifiers[0]?.id ?? "";
    expect(await against(world, office, AMEND, { id, version: 1, changes: { organisationIdentifier: { until: text("31 March 2023") } } })).toEqual([]);
    expect(await record("organisationIdentifier", { organisation: council, ...identifier, since: text("1 April 2023") })).toEqual([]);
    // It is whose it is on the day that is asked about: today, unless another is.
    expect(await world.ask(nobody, query)).toEqual({ organisation: { name: "Somerset Council" } });
    expect(await world.ask(nobody, query, { on: "2023-03-31" })).toEqual({ organisation: { name: "Somerset County Council" } });
    expect(await world.ask(nobody, "{ organisations(filter: { identifier: { scheme: GB_LAE, value: \"SOM\" } }) { totalCount } }")).toEqual({ organisations: { totalCount: 2 } });
    // Nor is it held twice by dates that are changed, or by what comes back.
    expect(await against(world, office, AMEND, { id, version: 2, changes: { organisationIdentifier: { until: text("1 May 2023") } } })).toMatchObject([{ code: "ALREADY_EXISTS", path: ["changes", "organisationIdentifier", "until"] }]);
    expect(await against(world, office, REMOVE, { id, version: 2 })).toEqual([]);
    expect(await record("organisationIdentifier", { organisation: county, ...identifier, until: text("31 March 2023") })).toEqual([]);
    expect(await against(world, office, RESTORE, { id })).toMatchObject([{ code: "ALREADY_EXISTS", path: ["id"] }]);
  });

  it("of a body that may not be seen is refused without naming it", async () => {
    const { world, council, record } = await somerset();
    const elsewhere = await world.given.place({ level: "SYSTEM" });
    const refuge = await world.given.organisation({ name: "Refuge", audience: "MEMBERS", systemId: elsewhere });
    await world.given.organisationIdentifier({ organisationId: refuge, scheme: "GB_CHC", value: "1234567", audience: "MEMBERS", systemId: elsewhere });
    const [problem] = await record("organisationIdentifier", { organisation: council, scheme: "GB_CHC", value: "1234567" });
    expect(problem).toMatchObject({ code: "ALREADY_EXISTS", records: [] });
    expect(problem?.message).not.toContain("Refuge");
  });
});

describe("a fact", () => {
  it("stays with the body that existed then: of another time it names the successor", async () => {
    const { world, system, county, council, office, record } = await somerset();
    const group = await world.given.group({ systemId: system });
    const member = { group, capacity: "MEMBER" };
    expect(await record("membership", { ...member, organisation: county, since: text("2020"), until: text("31 March 2023") })).toEqual([]);
    expect(await record("membership", { ...member, organisation: county, since: text("May 2023") })).toEqual([{
      code: "RULE", path: ["records", "0", "record", "membership", "organisation"], records: [{ id: council }],
      message: "Somerset County Council was there until 31 March 2023, and this is of May 2023. Somerset Council took its place. Name that one instead, or look at the date again. Nothing was written.",
    }]);
    expect(await record("membership", { ...member, organisation: council, since: text("2020") })).toEqual([{
      code: "RULE", path: ["records", "0", "record", "membership", "organisation"], records: [{ id: county }],
      message: "Somerset Council has been there since 1 April 2023, and this is of 2020. Before it there was Somerset County Council. Name that one instead, or look at the date again. Nothing was written.",
    }]);
    expect(await record("membership", { ...member, organisation: council, since: text("2023") })).toEqual([]);
    expect(await record("membership", { ...member, organisation: county })).toEqual([]);
    const { memberships } = await world.ask<{ memberships: { nodes: { id: string }[] } }>(office, "query ($organisation: ID!) { memberships(filter: { organisation: $organisation, since: { from: \"2019-01-01\", to: \"2021-01-01\" } }) { nodes { id } } }", { organisation: county });
    const id = memberships.nodes[0]?.id ?? "";
    expect(await against(world, office, AMEND, { id, version: 1, changes: { membership: { until: text("2024") } } })).toMatchObject([{ code: "RULE", path: ["changes", "membership", "until"], records: [{ id: council }] }]);
    // What does not touch the body or its time is nobody's business here.
    expect(await against(world, office, AMEND, { id, version: 1, changes: { membership: { capacity: "CHAIR" } } })).toEqual([]);
  });

  it("is refused where it takes its time from what it is part of, and where that is moved", async () => {
    const { world, system, county, council, office } = await somerset();
    const ADD = `mutation ($sent: AddAwardPartyInput!) { addAwardParty(awardParty: $sent) { ${PROBLEMS} } }`;
    const award = async (awarded: string): Promise<string> => world.given.award({ systemId: system, awarded });
    const [before, after] = [await award("January 2023"), await award("May 2023")];
    const party = (id: string) => ({ sent: { award: id, role: "FUNDER", organisation: county } });
    expect(await against(world, office, ADD, party(before))).toEqual([]);
    expect(await against(world, office, ADD, party(after))).toMatchObject([{ code: "RULE", path: ["awardParty", "organisation"], records: [{ id: council }] }]);
    const MOVE = `mutation ($sent: AmendFundingAwardInput!) { amendFundingAward(fundingAward: $sent) { ${PROBLEMS} } }`;
    expect(await against(world, office, MOVE, { sent: { id: before, expectedVersion: 1, awarded: text("May 2023") } })).toMatchObject([{ code: "RULE", path: ["fundingAward", "awarded"], records: [{ id: council }] }]);
    expect(await against(world, office, MOVE, { sent: { id: before, expectedVersion: 1, awarded: text("February 2023") } })).toEqual([]);
  });

  it("of what is to come is planned with a body that will be there, and of now with one that is", async () => {
    const { world, system, county, council, office } = await somerset();
    const programme = await world.given.programme({ systemId: system });
    const PLAN = `mutation ($milestone: PlanMilestoneInput!) { planMilestone(milestone: $milestone) { ${PROBLEMS} } }`;
    const plan = async (ownerOrganisation: string, baseline: string): Promise<Answer["problems"]> =>
      against(world, office, PLAN, { milestone: { programme, title: "Launch", type: "LAUNCH", baseline: text(baseline), ownerOrganisation } });
    expect(await plan(county, "January 2023")).toEqual([]);
    expect(await plan(county, "January 2090")).toMatchObject([{ code: "RULE", path: ["milestone", "ownerOrganisation"], records: [{ id: council }] }]);
    expect((await plan(county, "unknown"))[0]?.message).toContain("this is of today. Somerset Council took its place.");
    expect(await plan(council, "January 2090")).toEqual([]);
    // A milestone that moves into the time of the successor is handed over first.
    const id = await world.given.milestone({ programmeId: programme, systemId: system, ownerOrganisationId: county, baseline: "January 2023" });
    const reforecast = { milestone: { id, expectedVersion: 1, forecast: text("January 2090") } };
    expect(await against(world, office, milestoneMutation("reforecastMilestone"), reforecast)).toMatchObject([{ code: "RULE", path: ["milestone", "forecast"], records: [{ id: council }] }]);
    const OPEN = `mutation ($workstream: OpenWorkstreamInput!) { openWorkstream(workstream: $workstream) { ${PROBLEMS} } }`;
    expect(await against(world, office, OPEN, { workstream: { programme, name: "Training", theme: "TRAINING", leadOrganisation: county } })).toMatchObject([{ code: "RULE", path: ["workstream", "leadOrganisation"] }]);
  });

  it("is of the day on which a pledge is signed, and on which a commitment was made", async () => {
    const { world, system, county, council, office, record } = await somerset();
    const make = promisesOf(world);
    const programme = await world.given.programme({ systemId: system });
    const version = await make.version({ pledgeId: await make.pledge({ programmeId: programme, systemId: system }), systemId: system, actionCount: 1 });
    const SIGN = `mutation ($sent: SignPledgeInput!) { signPledge(pledgeSignature: $sent) { ${PROBLEMS} } }`;
    const sign = async (signed: string): Promise<Answer["problems"]> =>
      against(world, office, SIGN, { sent: { pledgeVersion: version, organisation: county, signed: text(signed), actions: [{ statement: "Train staff", nature: "NEW" }] } });
    expect(await sign("5 July 2024")).toMatchObject([{ code: "RULE", path: ["pledgeSignature", "organisation"], records: [{ id: council }] }]);
    expect(await sign("March 2023")).toEqual([]);
    const commitment = await make.commitment({ organisationId: county, systemId: system, programmeId: programme });
    expect(await record("commitmentEvent", { commitment, kind: "MADE", date: text("2024") })).toMatchObject([{ code: "RULE", path: ["records", "0", "record", "commitmentEvent", "commitment"], records: [{ id: council }] }]);
    expect(await record("commitmentEvent", { commitment, kind: "MADE", date: text("2022") })).toEqual([]);
    // Who secured it was there when that was, and may be gone when it was made or published.
    const other = await make.commitment({ securedByOrganisationId: county, systemId: system, programmeId: programme });
    expect(await record("commitmentEvent", { commitment: other, kind: "SECURED", date: text("2024") })).toMatchObject([{ code: "RULE", path: ["records", "0", "record", "commitmentEvent", "commitment"], records: [{ id: council }] }]);
    expect(await record("commitmentEvent", { commitment: other, kind: "SECURED", date: text("2022") })).toEqual([]);
    expect(await record("commitmentEvent", { commitment: other, kind: "PUBLISHED", date: text("2024") })).toEqual([]);
    expect(await against(world, office, AMEND, { id: other, version: 1, changes: { commitment: { securedByOrganisation: council } } })).toMatchObject([{ code: "RULE", path: ["changes", "commitment", "securedByOrganisation"], records: [{ id: county }] }]);
    expect(await against(world, office, AMEND, { id: commitment, version: 1, changes: { commitment: { organisation: council } } })).toMatchObject([{ code: "RULE", records: [{ id: county }] }]);
  });

  it("tells nobody of a successor whom they may not see, and of one further on where the next was gone too", async () => {
    const { world, system, county, council, office, record } = await somerset({ successor: { until: "31 December 2023", status: "DISSOLVED" } });
    const group = await world.given.group({ systemId: system });
    const elsewhere = await world.given.place({ level: "SYSTEM" });
    const hidden = await world.given.organisation({ name: "Secret Council", audience: "MEMBERS", systemId: elsewhere });
    await world.given.succession({ predecessorId: council, successorId: hidden, effective: "1 January 2024", audience: "MEMBERS", systemId: elsewhere });
    const sent = { group, capacity: "MEMBER", organisation: county, since: text("May 2024") };
    expect(await record("membership", sent)).toEqual([{
      code: "RULE", path: ["records", "0", "record", "membership", "organisation"], records: [],
      message: "Somerset County Council was there until 31 March 2023, and this is of May 2024. Name the body that was there then, or look at the date again. Nothing was written.",
    }]);
    const shown = await world.given.organisation({ name: "Wessex Council" });
    await world.given.succession({ predecessorId: council, successorId: shown, effective: "1 January 2024" });
    expect(await record("membership", sent)).toMatchObject([{ records: [{ id: shown }] }]);
    expect(office.memberOf).not.toContain(elsewhere);
  });
});

describe("an organisation", () => {
  it("is one record with several names, told from another by its place", async () => {
    const { world, system, office, record } = await somerset();
    const id = await world.given.organisation({ name: "University of Bristol", systemId: system });
    await world.given.organisationName({ organisationId: id, name: "UoB", kind: "ABBREVIATION", systemId: system });
    await world.given.organisationName({ organisationId: id, name: "Bristol College", kind: "FORMER", systemId: system });
    const body = { status: "ACTIVE", system };
    for (const name of ["Bristol University", "the university of bristol", "Bristol College"]) {
      expect(await record("organisation", { ...body, name })).toMatchObject([{ code: "ALREADY_EXISTS", path: ["records", "0", "record", "organisation", "name"], records: [{ id }] }]);
    }
    expect((await record("organisation", { ...body, name: "Bristol University" }))[0]?.message).toBe(
      "University of Bristol is called so already. One body is one record with several names: use that one, and give it this name if it lacks it. If this is another body, say at which place each of them is. Nothing was written.",
    );
    expect(await record("organisation", { ...body, name: "UoB" })).toEqual([]);
    expect(await record("organisation", { ...body, name: "University of Bristol", parent: await world.given.organisation({ name: "A trust" }) })).toEqual([]);
    const [here, there] = [await world.given.place({ name: "Here" }), await world.given.place({ name: "There" })];
    const twin = await world.given.organisation({ name: "Community Safety Partnership", placeId: here, systemId: system });
    expect(await record("organisation", { ...body, name: "Community Safety Partnership", place: here })).toMatchObject([{ code: "ALREADY_EXISTS", records: [{ id: twin }] }]);
    expect(await record("organisation", { ...body, name: "Community Safety Partnership", place: there })).toEqual([]);
    // A name of another body is no other name of this one; what is short for several is.
    const name = { organisation: twin, basis: "STATED" };
    expect(await record("organisationName", { ...name, name: "Bristol University", kind: "ALIAS" })).toMatchObject([{ code: "ALREADY_EXISTS", path: ["records", "0", "record", "organisationName", "name"], records: [{ id }] }]);
    expect(await record("organisationName", { ...name, name: "Bristol University", kind: "AS_WRITTEN" })).toEqual([]);
    expect(await record("organisationName", { ...name, name: "CSP", kind: "ALIAS" })).toEqual([]);
    expect(await against(world, office, AMEND, { id: twin, version: 1, changes: { organisation: { name: "Bristol University" } } })).toMatchObject([{ code: "ALREADY_EXISTS", path: ["changes", "organisation", "name"] }]);
  });

  it("that may not be seen stays unmentioned: two that are called the same do no harm", async () => {
    const { world, system, record } = await somerset();
    await world.given.organisation({ name: "Refuge", audience: "MEMBERS", systemId: await world.given.place({ level: "SYSTEM" }) });
    expect(await record("organisation", { name: "Refuge", status: "ACTIVE", system })).toEqual([]);
  });

  it("takes the place of another, never of itself nor of what took its own", async () => {
    const { world, county, council } = await somerset();
    const steward = holding("STEWARD", null);
    const succeed = async (predecessor: string, successor: string): Promise<Answer["problems"]> => against(world, steward, RECORD, { records: [{ record: { succession: { predecessor, successor } } }] });
    expect(await succeed(council, county)).toMatchObject([{ code: "CIRCLE", path: ["records", "0", "record", "succession", "successor"] }]);
    expect(await succeed(council, council)).toMatchObject([{ code: "CIRCLE" }]);
    expect(await succeed(county, council)).toMatchObject([{ code: "ALREADY_EXISTS" }]);
    expect(await succeed(council, await world.given.organisation({ name: "Wessex Council" }))).toEqual([]);
  });
});

describe("people", () => {
  it("are never taken for one another: two of one name are two", async () => {
    const { world, system, office, record } = await somerset();
    const person = { name: "Ada Example", visibility: "PUBLIC_ROLE", system };
    expect(await record("person", person)).toEqual([]);
    expect(await record("person", person)).toEqual([]);
    expect(await world.ask(office, "{ people(filter: { nameContains: \"Ada Example\" }) { totalCount } search(query: \"Ada Example\") { nodes { matchedText } } }")).toEqual({
      people: { totalCount: 2 }, search: { nodes: [{ matchedText: "Ada Example" }, { matchedText: "Ada Example" }] },
    });
  });
});
