import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { aboutField, claimantKindOf } from "../../../src/domain/claim/rules.ts";
import { claimKind } from "../../../src/domain/claim/table.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { certainties, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { learningOf } from "../../support/given-learning.ts";
import { promisesOf } from "../../support/given-promises.ts";

const only = (id: string): unknown => ({ nodes: [{ id }] });

const nobodyElse = { claimantOrganisationId: null, claimantHealthIntegrationTeamId: null, claimantGroupId: null, claimantOutputId: null, claimantSourceId: null };

describe("claimantKindOf", () => {
  it.each([
    [{ claimantOrganisationId: "or_1" }, "ORGANISATION"],
    [{ claimantHealthIntegrationTeamId: "ht_1" }, "HEALTH_INTEGRATION_TEAM"],
    [{ claimantGroupId: "gr_1" }, "GROUP"],
    [{ claimantOutputId: "ou_1" }, "OUTPUT"],
    [{ claimantSourceId: "so_1" }, "SOURCE"],
    [{}, "NOBODY"],
  ])("takes %j for %s", (who, kind) => {
    expect(claimantKindOf({ ...nobodyElse, ...who })).toBe(kind);
  });
});

describe("aboutField", () => {
  it.each([
    ["pledge", ["pledgeId"]],
    ["pledgeId", ["pledgeId"]],
    ["roles", ["roles"]],
    ["address", []],
  ])("finds what is about %s", (field, fields) => {
    expect(aboutField([{ field: "pledgeId" }, { field: "roles" }, { field: null }], field).map((claim) => claim.field)).toEqual(fields);
  });
});

describe("claims", () => {
  it("are found by what they are about, who makes them and how they are to be taken", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const place = await world.given.place({ parentId: system });
    const programme = await world.given.programme({ placeId: place });
    const [team, source] = [await world.given.healthIntegrationTeam(), await world.given.source()];
    const commitment = await make.commitment();
    const first = await make.claim({ subject: "A first", recordId: commitment, field: "placeId", claimantHealthIntegrationTeamId: team, placeId: system, systemId: system });
    const second = await make.claim({ subject: "B training", kind: "FINDING", status: "STATED", claimantSourceId: source, programmeId: programme, made: "2022" });
    const third = await make.claim({ subject: "C owner", status: "INFERRED", value: "The council’s", recordId: commitment, conflictsWithId: second });
    const cases: readonly Case[] = [
      [{}, first, second, third],
      [{ field: "place" }, first],
      [{ field: "placeId" }, first],
      [{ isAboutRecord: false }, second],
      [{ isAboutRecord: true }, first, third],
      [{ kind: ["FINDING"] }, second],
      [{ status: ["INFERRED", "STATED"] }, second, third],
      [{ claimantKind: ["SOURCE", "NOBODY"] }, second, third],
      [{ claimant: team }, first],
      [{ claimant: source }, second],
      [{ conflictsWith: second }, third],
      [{ conflictsWith: third }, second],
      [{ place: system }, first, second],
      [{ place }, second],
      [{ programme }, second],
      [{ system }, first],
      [{ contains: "COUNCIL" }, third],
      [{ contains: "training" }, second],
    ];
    expect(await foundByCase(world, "claims", "ClaimFilter", cases)).toEqual(hitsByCase("claims", cases));
    expect(await certainties(world, "claims", "ClaimFilter", { made: { financialYear: "2022-23" } })).toEqual(sure("claims", [second, "POSSIBLE"]));
  });

  it("are reached from the record, the field, the claimant and from each other", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const [organisation, group, source, place, programme] = [await world.given.organisation(), await world.given.group(), await world.given.source(), await world.given.place(), await world.given.programme()];
    const output = await learningOf(world).output();
    const label = await make.claim({ subject: "A link", recordId: output, field: "address", status: "CONFLICTING", claimantSourceId: source, placeId: place, programmeId: programme });
    const address = await make.claim({ subject: "B link", recordId: output, field: "address", status: "CONFLICTING", claimantOutputId: output, conflictsWithId: label });
    const owner = await make.claim({ subject: "C owner", recordId: output, claimantOrganisationId: organisation });
    const alone = await make.claim({ subject: "D", claimantGroupId: group });
    const made = "claimsMade { nodes { id } }";
    const data = await world.ask(
      nobody,
      `query ($output: ID!, $label: ID!, $address: ID!, $alone: ID!, $organisation: ID!, $group: ID!, $source: ID!, $place: ID!, $programme: ID!) {
        output(id: $output) { claims { id } ofField: claims(field: "address") { id conflictsWith { id } } ${made} }
        label: claim(id: $label) { record { __typename ... on Output { title } } field claimantKind claimantSource { id } conflictsWith { id } place { id } programme { id } }
        address: claim(id: $address) { conflictsWith { id } claimantOutput { id } }
        alone: claim(id: $alone) { record { id } valueStatus(field: "record") field claimantGroup { id } conflictsWith { id } }
        organisation(id: $organisation) { claims { id } ${made} }
        group(id: $group) { ${made} }
        source: node(id: $source) { ... on Source { ${made} } }
        place: node(id: $place) { ... on Place { claims { id } relatedClaims { nodes { id } } } }
        programme(id: $programme) { relatedClaims { nodes { id } } }
      }`,
      { output, label, address, alone, organisation, group, source, place, programme },
    );
    expect(data).toEqual({
      output: {
        claims: [{ id: label }, { id: address }, { id: owner }],
        ofField: [{ id: label, conflictsWith: [{ id: address }] }, { id: address, conflictsWith: [{ id: label }] }],
        claimsMade: only(address),
      },
      label: {
        record: { __typename: "Output", title: "Framework" }, field: "address", claimantKind: "SOURCE", claimantSource: { id: source }, conflictsWith: [{ id: address }], place: { id: place }, programme: { id: programme },
      },
      address: { conflictsWith: [{ id: label }], claimantOutput: { id: output } },
      alone: { record: null, valueStatus: "UNKNOWN", field: null, claimantGroup: { id: group }, conflictsWith: [] },
      organisation: { claims: [], claimsMade: only(owner) },
      group: { claimsMade: only(alone) },
      source: { claimsMade: only(label) },
      place: { claims: [], relatedClaims: only(label) },
      programme: { relatedClaims: only(label) },
    });
  });

  it("that name each other stand once in what contradicts them", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const first = await make.claim();
    const second = await make.claim({ conflictsWithId: first });
    await world.act((draft) => { draft.change(claimKind, first, { conflictsWithId: second }); });
    expect(await world.ask(nobody, "query ($first: ID!, $second: ID!) { first: claim(id: $first) { conflictsWith { id } } second: claim(id: $second) { conflictsWith { id } } }", { first, second })).toEqual({
      first: { conflictsWith: [{ id: second }] },
      second: { conflictsWith: [{ id: first }] },
    });
  });

  it("of the members only, about a hidden person, or by a hidden body show nothing of them to anybody else", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const person = await world.given.person({ name: "Ada Hidden", visibility: "MEMBERS_ONLY", systemId: system });
    const [organisation, output] = [await world.given.organisation({ ...hidden }), await learningOf(world).output()];
    const open = await make.claim({ subject: "Open", recordId: person, claimantOrganisationId: organisation });
    const secret = await make.claim({ ...hidden, subject: "Secret", recordId: output, conflictsWithId: open, claimantOutputId: output });
    const query = `query ($open: ID!, $secret: ID!, $person: ID!, $organisation: ID!, $output: ID!) {
      open: claim(id: $open) { claimantKind claimantOrganisation { id } record { id } valueStatus(field: "record") conflictsWith { id } }
      secret: claim(id: $secret) { id }
      nodes(ids: [$secret]) { id }
      byClaimant: claims(filter: { claimant: $organisation }) { totalCount nodes { id } }
      against: claims(filter: { conflictsWith: $secret }) { totalCount nodes { id } }
      output(id: $output) { claims { id } ofField: claims(field: "address") { id } claimsMade { totalCount nodes { id } } }
      person(id: $person) { claims { id } }
    }`;
    const ids = { open, secret, person, organisation, output };
    expect(await world.ask(nobody, query, ids)).toEqual({
      open: { claimantKind: "ORGANISATION", claimantOrganisation: null, record: null, valueStatus: "WITHHELD", conflictsWith: [] },
      secret: null, nodes: [null], byClaimant: none, against: none, output: { claims: [], ofField: [], claimsMade: none }, person: null,
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({
      open: { claimantOrganisation: { id: organisation }, record: { id: person }, valueStatus: "KNOWN", conflictsWith: [{ id: secret }] }, byClaimant: { totalCount: 1 }, against: { totalCount: 1 },
      output: { claims: [{ id: secret }], claimsMade: { totalCount: 1 } }, person: { claims: [{ id: open }] },
    });
  });

  it("take one statement for each relation and level, and for each kind of record that they are about", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const query = "{ outputs(first: 100) { nodes { claims { record { id } claimantSource { title } conflictsWith { record { id } } } } } }";
    const more = async (): Promise<void> => {
      const recordId = await learningOf(world).output();
      const one = await make.claim({ recordId, claimantSourceId: await world.given.source() });
      await make.claim({ recordId, conflictsWithId: one });
    };
    await more();
    const few = await world.answer(nobody, query);
    for (let made = 0; made < 5; made += 1) await more();
    const many = await world.answer(nobody, query);
    expect(many.errors).toBeUndefined();
    expect(many.statements).toBe(few.statements);
  });
});
