import { isInputObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { holding, openWorld, type World } from "../../support/domain-world.ts";
import { schema } from "../../support/schema.ts";

const PROBLEMS = "problems { code message path records { id } conflict { fields actor record { version } } }";
const RECORD = `mutation ($records: [RecordInput!]!, $dryRun: Boolean! = false) { record(records: $records, dryRun: $dryRun) { record { id version ... on Organisation { name sector } } entry isRepeat ${PROBLEMS} } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $changes: AnyRecordChanges!) { amend(id: $id, expectedVersion: $version, changes: $changes) { record { version ... on Organisation { name kind } } isRepeat ${PROBLEMS} } }`;
const REMOVE = `mutation ($id: ID!, $version: Int!) { remove(id: $id, expectedVersion: $version) { record { id } entry ${PROBLEMS} } }`;
const RESTORE = `mutation ($id: ID!) { restore(id: $id) { record { id version ... on Organisation { name } } ${PROBLEMS} } }`;

const university = { name: "University of Bristol", kind: "UNIVERSITY", sector: "EDUCATION", status: "ACTIVE" };
const otherName = { name: "Bristol University", kind: "ALIAS", basis: "STATED" };

async function officeIn(world: World): Promise<{ system: string; office: ReturnType<typeof holding> }> {
  const system = await world.given.place({ level: "SYSTEM" });
  return { system, office: holding("OFFICE", system, system) };
}

describe("record", () => {
  it("records what belongs together as one act, under names of its own", async () => {
    const world = await openWorld();
    const { system, office } = await officeIn(world);
    const records = [{ as: "uni", record: { organisation: { ...university, system } } }, { record: { organisationName: { ...otherName, organisation: "@uni" } } }];
    expect(await world.ask(office, RECORD, { records, dryRun: true })).toMatchObject({ record: { record: { name: university.name }, entry: null, problems: [] } });
    expect(await world.ask(office, "{ organisations { totalCount } }")).toEqual({ organisations: { totalCount: 0 } });
    const answer = await world.ask<{ record: { record: { id: string } } }>(office, RECORD, { records });
    expect(answer).toMatchObject({ record: { record: { name: university.name, version: 1 }, isRepeat: false, problems: [] } });
    const { id } = answer.record.record;
    const query = "query ($id: ID!) { organisation(id: $id) { id names { name id } } }";
    expect(await world.ask(office, query, { id })).toMatchObject({ organisation: { id, names: [{ name: otherName.name }] } });
  });

  it("says what is wrong with all of them, and records none", async () => {
    const world = await openWorld();
    const { system, office } = await officeIn(world);
    const hidden = await world.given.organisation({ audience: "MEMBERS", systemId: await world.given.place({ level: "SYSTEM" }) });
    const records = [{ record: { organisation: { ...university, name: " ", system } } }, { record: { organisation: { ...university, parent: hidden, system } } }, { record: { organisation: { ...university, system } } }];
    expect(await world.ask(office, RECORD, { records })).toMatchObject({
      record: { record: null, entry: null, problems: [{ code: "INVALID_TEXT", path: ["records", "0", "record", "organisation", "name"] }, { code: "NOT_FOUND", path: ["records", "1", "record", "organisation", "parent"] }] },
    });
    expect(await world.ask(office, "{ organisations { totalCount } }")).toEqual({ organisations: { totalCount: 0 } });
  });

  it("is for those who hold a role where the record belongs", async () => {
    const world = await openWorld();
    const { system } = await officeIn(world);
    const records = [{ record: { organisation: { ...university, system } } }];
    const elsewhere = await world.given.place({ level: "SYSTEM" });
    expect(await world.refused(nobody, RECORD, { records })).toEqual([expect.stringContaining("Sign in")]);
    expect(await world.refused(holding("OFFICE", elsewhere, elsewhere), RECORD, { records })).toHaveLength(1);
    expect(await world.refused(holding("LEAD", system, system), RECORD, { records })).toHaveLength(1);
    expect(await world.ask(holding("STEWARD", null), RECORD, { records })).toMatchObject({ record: { problems: [] } });
  });

  it("is done once under one key, and refuses the key for anything else", async () => {
    const world = await openWorld();
    const { system, office } = await officeIn(world);
    const send = async (name: string): Promise<unknown> => (await world.answer(office, RECORD, { records: [{ record: { organisation: { ...university, name, system } } }] }, "key-1")).data;
    expect(await send("One")).toMatchObject({ record: { record: { name: "One" }, isRepeat: false } });
    expect(await send("One")).toMatchObject({ record: { record: { name: "One" }, isRepeat: true, problems: [] } });
    expect(await send("Two")).toMatchObject({ record: { record: null, problems: [{ code: "KEY_REUSED" }] } });
    expect(await world.ask(office, "{ organisations { totalCount } }")).toEqual({ organisations: { totalCount: 1 } });
  });
});

describe("amend", () => {
  it("merges what two people change in different fields, and says who changed the same one", async () => {
    const world = await openWorld();
    const { system, office } = await officeIn(world);
    const id = await world.given.organisation({ name: "Trust", systemId: system });
    const amend = async (organisation: object, version: number): Promise<unknown> => world.ask(office, AMEND, { id, version, changes: { organisation } });
    expect(await amend({ name: "The Trust" }, 1)).toMatchObject({ amend: { record: { version: 2, name: "The Trust" }, problems: [] } });
    expect(await amend({ name: "Trust", kind: "NHS_TRUST" }, 1)).toMatchObject({ amend: { record: { version: 3, name: "The Trust", kind: "NHS_TRUST" }, problems: [] } });
    expect(await amend({ name: "A trust" }, 1)).toMatchObject({ amend: { record: null, problems: [{ code: "STALE", path: ["changes", "organisation", "expectedVersion"], conflict: { fields: ["name"], actor: "ac_0000000000000002", record: { version: 3 } } }] } });
    expect(await amend({ name: "A trust" }, 9)).toMatchObject({ amend: { problems: [{ code: "NO_SUCH_VERSION" }] } });
    expect(await amend({ name: "The Trust" }, 1)).toMatchObject({ amend: { record: { version: 3 }, problems: [] } });
  });

  it("moves a record nowhere where the viewer holds nothing", async () => {
    const world = await openWorld();
    const { system, office } = await officeIn(world);
    const id = await world.given.organisation({ systemId: system });
    const elsewhere = await world.given.place({ level: "SYSTEM" });
    expect(await world.refused(office, AMEND, { id, version: 1, changes: { organisation: { system: elsewhere } } })).toHaveLength(1);
    expect(await world.ask(office, AMEND, { id, version: 1, changes: { place: { name: "Elsewhere" } } })).toMatchObject({ amend: { problems: [{ code: "INVALID_CHOICE" }] } });
  });

  it("lets one of twenty writers with one version win, and tells nineteen what stands", async () => {
    const world = await openWorld();
    const { system, office } = await officeIn(world);
    const id = await world.given.organisation({ name: "Trust", systemId: system });
    const answers = await Promise.all(Array.from({ length: 20 }, async (_, index) =>
      world.ask<{ amend: { problems: { code: string; conflict: { record: { version: number } } }[] } }>(office, AMEND, { id, version: 1, changes: { organisation: { name: `Trust ${index}` } } })));
    const refused = answers.flatMap(({ amend }) => amend.problems);
    expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: 19 }, () => "STALE"));
    expect(refused.every(({ conflict }) => conflict.record.version === 2)).toBe(true);
  });
});

describe("remove and restore", () => {
  it("take a record away and bring it back as it was, but not one that others point at", async () => {
    const world = await openWorld();
    const { system, office } = await officeIn(world);
    const id = await world.given.organisation({ name: "Trust", systemId: system });
    const name = await world.given.organisationName({ organisationId: id, systemId: system });
    expect(await world.ask(office, REMOVE, { id, version: 1 })).toMatchObject({ remove: { entry: null, problems: [{ code: "STILL_REFERENCED", records: [{ id: name }] }] } });
    expect(await world.ask(office, REMOVE, { id: name, version: 1 })).toMatchObject({ remove: { record: null, problems: [] } });
    expect(await world.ask(office, REMOVE, { id, version: 1 })).toMatchObject({ remove: { problems: [] } });
    expect(await world.ask(office, REMOVE, { id, version: 1 })).toMatchObject({ remove: { problems: [{ code: "NOT_FOUND" }] } });
    expect(await world.ask(office, RESTORE, { id })).toMatchObject({ restore: { record: { id, version: 3, name: "Trust" }, problems: [] } });
    expect(await world.ask(office, RESTORE, { id })).toMatchObject({ restore: { problems: [{ code: "NOT_REMOVED" }] } });
  });

  it("leave records to the verbs that people have for them, and to the rules behind those", async () => {
    const world = await openWorld();
    const steward = holding("STEWARD", null);
    expect(await world.ask(steward, REMOVE, { id: await world.given.awardParty(), version: 1 })).toMatchObject({ remove: { problems: [{ code: "INVALID_CHOICE" }] } });
    expect(await world.ask(steward, REMOVE, { id: await world.given.dependencyWaiver(), version: 1 })).toMatchObject({ remove: { problems: [{ code: "INVALID_CHOICE" }] } });
    for (const name of ["AnyRecordInput", "AnyRecordChanges"]) {
      const type = schema.getType(name);
      const kinds = isInputObjectType(type) ? Object.keys(type.getFields()) : [];
      expect(kinds).toContain("organisation");
      for (const ruled of ["milestone", "workstream", "criterion", "dependency", "statusReport", "risk", "fundingAward", "post", "measure", "pledgeSignature", "roleGrant"]) expect(kinds).not.toContain(ruled);
    }
  });
});

describe("the words of an act", () => {
  const CITED = `mutation ($records: [RecordInput!]!, $reason: String, $citations: [CitationInput!]) { record(records: $records, reason: $reason, citations: $citations) { record { provenance { reason quote source { id } } } ${PROBLEMS} } }`;

  it("stand in the history with the source that they rest on", async () => {
    const world = await openWorld();
    const { system, office } = await officeIn(world);
    const source = await world.given.source();
    const records = [{ record: { organisation: { ...university, system } } }];
    const citations = [{ source, line: 3, quote: "the University of Bristol", fields: ["name"] }];
    expect(await world.ask(office, CITED, { records, reason: "Asked by the board", citations })).toMatchObject({
      record: { problems: [], record: { provenance: [{ reason: "Asked by the board", quote: "the University of Bristol", source: { id: source } }] } },
    });
  });

  it("name nobody whom only some may see, quote at most fifteen words, and are no longer than they may be", async () => {
    const world = await openWorld();
    const { system, office } = await officeIn(world);
    const source = await world.given.source();
    await world.given.person({ name: "Ada Hidden", visibility: "MEMBERS_ONLY", systemId: system });
    const records = [{ record: { organisation: { ...university, system } } }];
    const refusedFor = async (variables: object): Promise<unknown> => (await world.ask<{ record: { problems: { code: string; path: string[] }[] } }>(office, CITED, { records, ...variables })).record.problems.map(({ code, path }) => [code, path.join(".")]);
    expect(await refusedFor({ reason: "As ada hidden asked" })).toEqual([["NAMES_SOMEBODY", "reason"]]);
    expect(await refusedFor({ citations: [{ source, quote: "Ada Hidden leads it" }] })).toEqual([["NAMES_SOMEBODY", "citations.0.quote"]]);
    expect(await refusedFor({ citations: [{ source, quote: "a b c d e f g h i j k l m n o p" }] })).toEqual([["QUOTE_TOO_LONG", "citations.0.quote"]]);
    // What is wrong with the record and what is wrong with its reason and citations is one list.
    const all = { records: [{ record: { organisation: { ...university, name: " ", system } } }], reason: "As Ada Hidden asked", citations: [{ source }, { source: "so_0123456789abcdef" }] };
    expect(await refusedFor(all)).toEqual([["INVALID_TEXT", "records.0.record.organisation.name"], ["NAMES_SOMEBODY", "reason"], ["NOT_FOUND", "citations.1.source"]]);
    expect(await refusedFor({ records: [{ record: { organisation: { ...university, name: "x".repeat(301), system } } }] })).toEqual([["TOO_LONG", "records.0.record.organisation.name"]]);
    expect(await refusedFor({ records: [{ record: { organisation: { ...university, name: "x".repeat(300), system } } }] })).toEqual([]);
  });
});

describe("where a record belongs", () => {
  const subGroup = { name: "Readers of the north", kind: "SUB_GROUP", status: "ACTIVE" };

  it("is where what it is part of belongs: nobody writes elsewhere by saying that it is theirs", async () => {
    const world = await openWorld();
    const { system, office } = await officeIn(world);
    const elsewhere = await world.given.place({ level: "SYSTEM" });
    const [own, foreign] = [await world.given.group({ systemId: system, audience: "MEMBERS" }), await world.given.group({ systemId: elsewhere })];
    const record = async (fields: object): Promise<unknown> => world.answer(office, RECORD, { records: [{ record: { group: { ...subGroup, ...fields } } }] });
    expect(await record({ parent: foreign, system })).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
    expect(await record({ parent: own, system: elsewhere })).toMatchObject({ data: { record: { problems: [{ code: "RULE", path: ["records", "0", "record", "group", "system"] }] } } });
    expect(await record({ parent: own })).toMatchObject({ data: { record: { problems: [] } } });
    const query = '{ groups(filter: { nameContains: "Readers of the north" }) { nodes { audience system { id } } } }';
    expect(await world.ask(office, query)).toEqual({ groups: { nodes: [{ audience: "MEMBERS", system: { id: system } }] } });
    expect(await world.ask(nobody, query)).toEqual({ groups: { nodes: [] } });
  });

  it("stays so when it is amended: whoever moves it holds something at both ends", async () => {
    const world = await openWorld();
    const { system, office } = await officeIn(world);
    const elsewhere = await world.given.place({ level: "SYSTEM" });
    const [own, foreign] = [await world.given.group({ systemId: system }), await world.given.group({ systemId: elsewhere })];
    const id = await world.given.group({ parentId: own, systemId: system });
    const amend = async (viewer: typeof office, group: object): Promise<unknown> => world.answer(viewer, AMEND, { id, version: 1, changes: { group } });
    expect(await amend(office, { parent: foreign })).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
    expect(await amend(office, { system: elsewhere })).toMatchObject({ data: { amend: { problems: [{ code: "RULE", path: ["changes", "group", "system"] }] } } });
    expect(await amend(holding("OFFICE", null, system, elsewhere), { parent: foreign })).toMatchObject({ data: { amend: { problems: [] } } });
    expect(await world.ask(nobody, "query ($id: ID!) { group(id: $id) { system { id } } }", { id })).toEqual({ group: { system: { id: elsewhere } } });
  });

  it("is told to nobody by restoring: a removed record that a viewer could not see is not there for them", async () => {
    const world = await openWorld();
    const { system, office } = await officeIn(world);
    const id = await world.given.organisation({ systemId: system, audience: "MEMBERS" });
    await world.ask(office, REMOVE, { id, version: 1 });
    const elsewhere = await world.given.place({ level: "SYSTEM" });
    expect(await world.ask(holding("OFFICE", elsewhere, elsewhere), RESTORE, { id })).toMatchObject({ restore: { problems: [{ code: "NOT_FOUND" }] } });
    expect(await world.ask(office, RESTORE, { id })).toMatchObject({ restore: { problems: [] } });
    // A person whom only members see, although the record is for everybody.
    const person = await world.given.person({ systemId: system, visibility: "MEMBERS_ONLY" });
    await world.ask(office, REMOVE, { id: person, version: 1 });
    expect(await world.ask(holding("OFFICE", null), RESTORE, { id: person })).toMatchObject({ restore: { problems: [{ code: "NOT_FOUND" }] } });
    expect(await world.ask(office, RESTORE, { id: person })).toMatchObject({ restore: { problems: [] } });
  });
});
