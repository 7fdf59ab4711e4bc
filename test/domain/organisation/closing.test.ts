import { getTableConfig } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import type { Viewer } from "../../../src/api/access/viewer.ts";
import { organisations } from "../../../src/domain/partners/organisation/table.ts";
import { kebab } from "../../../src/kernel/kebab.ts";
import { concepts } from "../../../src/schema.ts";
import { deliveryOf } from "../../support/given-delivery.ts";
import { learningOf } from "../../support/given-learning.ts";
import { promisesOf } from "../../support/given-promises.ts";
import { holding, openWorld, type World } from "../../support/domain-world.ts";

const PROBLEMS = "problems { code message path records { id } }";
const AMEND = `mutation ($id: ID!, $version: Int!, $changes: AnyRecordChanges!) { amend(id: $id, expectedVersion: $version, changes: $changes) { entry ${PROBLEMS} } }`;
const RECORD = `mutation ($records: [RecordInput!]!) { record(records: $records) { entry ${PROBLEMS} } }`;

const text = (words: string): { readonly text: string } => ({ text: words });
const CLOSED = { status: "DISSOLVED", until: text("31 March 2023") };

interface Answer {
  readonly entry: number | null;
  readonly problems: readonly { readonly code: string; readonly message: string; readonly path: readonly string[]; readonly records: readonly { readonly id: string }[] }[];
}

async function answer(world: World, viewer: Viewer, source: string, variables: object): Promise<Answer> {
  const [payload] = Object.values(await world.ask<Readonly<Record<string, Answer>>>(viewer, source, { ...variables }));
  if (payload === undefined) throw new Error("This was not answered.");
  return payload;
}

/** A council that is still there, and the one that is to take its place; the office of their system changes organisations. */
async function councils() {
  const world = await openWorld("2024-07-05");
  const system = await world.given.place({ level: "SYSTEM", name: "Somerset" });
  const office = holding("OFFICE", system, system);
  const county = await world.given.organisation({ name: "Somerset County Council", systemId: system });
  const council = await world.given.organisation({ name: "Somerset Council", since: "1 April 2023", systemId: system });
  const amend = async (id: string, changes: object, version = 1): Promise<Answer> => answer(world, office, AMEND, { id, version, changes: { organisation: changes } });
  const steward = holding("STEWARD", null, system);
  const succeed = async (effective: string): Promise<Answer> => answer(world, steward, RECORD, { records: [{ record: { succession: { predecessor: county, successor: council, effective: text(effective), system } } }] });
  return { world, system, office, county, council, amend, succeed };
}

describe("an organisation that is closed", () => {
  it("is still named for a later time: that is told, with who took its place, and is put right first", async () => {
    const { world, system, office, county, council, amend, succeed } = await councils();
    await succeed("1 April 2023");
    const groupId = await world.given.group({ systemId: system });
    const later = await world.given.membership({ organisationId: county, groupId, since: "May 2023", systemId: system });
    await world.given.membership({ organisationId: county, groupId, since: "2020", systemId: system });
    expect(await amend(county, CLOSED)).toEqual({
      entry: null,
      problems: [{
        code: "RULE", path: ["changes", "organisation", "until"], records: [{ id: later }],
        message: "Somerset County Council was there until 31 March 2023, and a record that names it (membership) is of May 2023. Somerset Council took its place. Name that one there first, or look at the date again. Nothing was written.",
      }],
    });
    expect((await amend(county, { ...CLOSED, until: text("30 June 2023") })).problems).toEqual([]);
    const again = await amend(county, CLOSED, 2);
    expect(again.problems).toMatchObject([{ records: [{ id: later }] }]);
    expect((await answer(world, office, AMEND, { id: later, version: 1, changes: { membership: { organisation: council } } })).problems).toEqual([]);
    expect((await amend(county, CLOSED, 2)).problems).toEqual([]);
    // And the other way round, the fact is what is refused.
    expect((await answer(world, office, AMEND, { id: later, version: 2, changes: { membership: { organisation: county } } })).problems).toMatchObject([{ code: "RULE", path: ["changes", "membership", "organisation"], records: [{ id: council }] }]);
  });

  it("says how many records of each kind, and is silent of what whoever closes it may not see", async () => {
    const { world, system, county, amend } = await councils();
    const elsewhere = await world.given.place({ level: "SYSTEM" });
    for (const capacity of ["MEMBER", "CHAIR"] as const) await world.given.membership({ organisationId: county, capacity, since: "May 2023", systemId: system });
    const hidden = { audience: "MEMBERS", systemId: elsewhere } as const;
    await learningOf(world).practice({ organisationId: county, since: "2024", ...hidden });
    const { problems } = await amend(county, CLOSED);
    expect(problems.map(({ message }) => message)).toEqual([
      "Somerset County Council was there until 31 March 2023, and 2 records that name it (membership) are of other times, as of May 2023. Name the body that was there then in these first, or look at the date again. Nothing was written.",
    ]);
    expect(JSON.stringify(problems)).not.toContain("practice");
  });

  it("was there from later on: what is of before is told too", async () => {
    const { world, system, council, amend } = await councils();
    const early = await world.given.membership({ organisationId: council, since: "May 2023", systemId: system });
    expect((await amend(council, { since: text("1 April 2024") })).problems).toEqual([{
      code: "RULE", path: ["changes", "organisation", "since"], records: [{ id: early }],
      message: "Somerset Council has been there since 1 April 2024, and a record that names it (membership) is of May 2023. Name the body that was there then there first, or look at the date again. Nothing was written.",
    }]);
    expect((await amend(council, { since: text("1 May 2023") })).problems).toEqual([]);
    expect((await amend(council, { name: "The Somerset Council" }, 2)).problems).toEqual([]);
  });

  it("is gone where something took its place and nobody wrote down until when: whichever of the two is said last is refused", async () => {
    const { world, system, county, amend, succeed } = await councils();
    const later = await world.given.membership({ organisationId: county, since: "May 2023", systemId: system });
    expect((await succeed("1 April 2023")).problems).toEqual([]);
    expect((await amend(county, { status: "DISSOLVED" })).problems).toMatchObject([{ code: "RULE", path: ["changes", "organisation", "status"], records: [{ id: later }] }]);
    const other = await councils();
    const stray = await other.world.given.membership({ organisationId: other.county, since: "May 2023", systemId: other.system });
    expect((await other.amend(other.county, { status: "DISSOLVED" })).problems).toEqual([]);
    expect((await other.succeed("1 April 2023")).problems).toMatchObject([{ code: "RULE", path: ["records", "0", "record", "succession", "effective"], records: [{ id: stray }] }]);
    expect((await other.succeed("1 April 2024")).problems).toEqual([]);
  });

  it("cannot be gone while it employs or hosts somebody", async () => {
    const { world, system, county, amend } = await councils();
    const post = await deliveryOf(world).post({ employerId: county, status: "FILLED", systemId: system });
    await deliveryOf(world).post({ employerId: county, status: "ENDED", systemId: system });
    await deliveryOf(world).post({ hostId: county, status: "PROPOSED", systemId: system });
    const { problems } = await amend(county, CLOSED);
    expect(problems).toMatchObject([{ code: "RULE", path: ["changes", "organisation", "until"], records: [{ id: post }] }]);
    expect(problems[0]?.message).toContain("a record that names it (post) is of today");
  });

  it("keeps what it allowed while it was there", async () => {
    const { world, system, county, amend } = await councils();
    await world.given.dependencyWaiver({ grantedById: county, until: "2030", systemId: system });
    expect((await amend(county, CLOSED)).problems).toEqual([]);
  });
});

/** What can name an organisation for a time: each made for one, of a time after it was closed. */
const facts: Readonly<Record<string, (world: World, organisationId: string, system: { readonly systemId: string }) => Promise<string>>> = {
  organisation: async ({ given }, parentId, of) => given.organisation({ name: "Public Health", parentId, since: "2024", ...of }),
  membership: async ({ given }, organisationId, of) => given.membership({ organisationId, since: "2024", ...of }),
  "membership unit": async ({ given }, organisationId, of) => given.membershipUnit({ organisationId, membershipId: await given.membership({ since: "2024", ...of }), ...of }),
  "person role": async (world, organisationId, of) => deliveryOf(world).personRole({ organisationId, since: "2024", ...of }),
  group: async ({ given }, hostId, of) => given.group({ hostId, ...of }),
  "health integration team": async ({ given }, sponsorId, of) => given.healthIntegrationTeam({ sponsorId, status: "ACTIVE", ...of }),
  "collaboration party": async (world, organisationId, of) => deliveryOf(world).collaborationParty({ organisationId, collaborationId: await deliveryOf(world).collaboration({ since: "2024", ...of }), ...of }),
  programme: async ({ given }, hostId, of) => given.programme({ hostId, status: "ACTIVE", ...of }),
  workstream: async ({ given }, leadOrganisationId, of) => given.workstream({ leadOrganisationId, status: "IN_PROGRESS", ...of }),
  criterion: async ({ given }, supplierId, of) => given.criterion({ supplierId, status: "OUTSTANDING", ...of }),
  milestone: async ({ given }, ownerOrganisationId, of) => given.milestone({ ownerOrganisationId, baseline: "2024", ...of }),
  risk: async (world, ownerOrganisationId, of) => deliveryOf(world).risk({ ownerOrganisationId, ...of }),
  judgement: async (world, judgedById, of) => deliveryOf(world).judgement({ judgedById, judged: "2024", ...of }),
  "award party": async ({ given }, organisationId, of) => given.awardParty({ organisationId, awardId: await given.award({ awarded: "2024", ...of }), ...of }),
  post: async (world, employerId, of) => deliveryOf(world).post({ employerId, start: "2024", ...of }),
  "post funder": async (world, organisationId, of) => deliveryOf(world).postFunder({ organisationId, period: "2024", ...of }),
  "training role": async (world, organisationId, of) => deliveryOf(world).trainingRole({ organisationId, trainingProgrammeId: await deliveryOf(world).training({ start: "2024", ...of }), ...of }),
  cohort: async (world, organisationId, of) => deliveryOf(world).cohort({ organisationId, trained: "2024", ...of }),
  "event party": async (world, organisationId, of) => learningOf(world).eventParty({ organisationId, eventId: await learningOf(world).event({ date: "2024", ...of }), ...of }),
  study: async (world, institutionId, of) => learningOf(world).study({ institutionId, start: "2024", ...of }),
  "principle set": async (world, ownerOrganisationId, of) => learningOf(world).principleSet({ ownerOrganisationId, adopted: "2024", ...of }),
  consultee: async (world, organisationId, of) => learningOf(world).consultee({ organisationId, consultationId: await learningOf(world).consultation({ period: "2024", ...of }), ...of }),
  practice: async (world, organisationId, of) => learningOf(world).practice({ organisationId, since: "2024", ...of }),
  "practice map": async (world, ownerId, of) => learningOf(world).practiceMap({ ownerId, opened: "2024", ...of }),
  commitment: async (world, organisationId, of) => {
    const commitmentId = await promisesOf(world).commitment({ organisationId, ...of });
    await promisesOf(world).commitmentEvent({ commitmentId, date: "2024", ...of });
    return commitmentId;
  },
  "pledge signature": async (world, organisationId, of) => promisesOf(world).signature({ organisationId, signed: "2024", ...of }),
  claim: async (world, claimantOrganisationId, of) => promisesOf(world).claim({ claimantOrganisationId, made: "2024", ...of }),
};

describe("whatever names an organisation for a time", () => {
  it("is all that points at one, but for what is said of no time", () => {
    const naming = concepts.flatMap(({ kinds }) => kinds).filter(({ table }) => getTableConfig(table).foreignKeys.some((key) => key.reference().foreignTable === organisations));
    // These are of no time; a part in an output is of all the time before it appeared, and a waiver of when it was given.
    const timeless = new Set(["organisation name", "organisation identifier", "succession", "recommendation", "outcome", "output contributor", "dependency waiver"]);
    expect(naming.map(({ type }) => kebab(type).replaceAll("-", " ")).filter((noun) => !timeless.has(noun)).toSorted()).toEqual(Object.keys(facts).toSorted());
  });

  it("stands in the way of its being closed before, and not of its being closed after", async () => {
    const { world, system, amend } = await councils();
    for (const [noun, make] of Object.entries(facts)) {
      const body = await world.given.organisation({ name: `Of ${noun}`, systemId: system });
      const id = await make(world, body, { systemId: system });
      const { problems } = await amend(body, CLOSED);
      expect([noun, problems]).toMatchObject([noun, [{ code: "RULE", path: ["changes", "organisation", "until"], records: [{ id }] }]]);
      expect(problems[0]?.message).toContain(`a record that names it (${noun}) is of `);
      expect([noun, (await amend(body, { ...CLOSED, until: text("31 December 2030") })).problems]).toEqual([noun, []]);
    }
  });
});
