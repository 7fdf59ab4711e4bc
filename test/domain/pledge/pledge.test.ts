import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";
import { found, foundByCase, hits, hitsByCase, none, type Case } from "../../support/found.ts";
import { learningOf } from "../../support/given-learning.ts";
import { promisesOf } from "../../support/given-promises.ts";

describe("pledges", () => {
  it("are found by where, whose, who may sign and title", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const programme = await world.given.programme();
    const first = await make.pledge({ title: "A pledge", placeId: await world.given.place({ parentId: system }), systemId: system });
    const second = await make.pledge({ title: "B promise", programmeId: programme });
    await make.eligibility({ pledgeVersionId: await make.version({ pledgeId: second }), signatoryKind: "BOARD" });
    const cases: readonly Case[] = [
      [{}, first, second],
      [{ place: system }, first],
      [{ system }, first],
      [{ programme }, second],
      [{ eligible: ["BOARD", "GROUP"] }, second],
      [{ eligible: ["SERVICE"] }],
      [{ titleContains: "PLEDGE" }, first],
    ];
    expect(await foundByCase(world, "pledges", "PledgeFilter", cases)).toEqual(hitsByCase("pledges", cases));
  });

  it("have versions that stand side by side, with who may sign, commitments, differences and examples, reached from either end", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const [place, programme, source, output] = [await world.given.place(), await world.given.programme(), await world.given.source(), await learningOf(world).output()];
    const pledgeId = await make.pledge({ placeId: place, programmeId: programme });
    const older = await make.version({ pledgeId, name: "A copy" });
    const version = await make.version({ pledgeId, name: "The page", sourceId: source, supersedesId: older, commitmentCount: 8, actionCount: 2, actionMonths: 12, continuingAllowed: true });
    await make.eligibility({ pledgeVersionId: version, signatoryKind: "SERVICE" });
    await make.signer({ pledgeVersionId: version, examples: ["Chairs of boards"] });
    const fourth = await make.pledgeCommitment({ pledgeVersionId: version, number: 4, wording: "Share one approach", outputId: output });
    const first = await make.pledgeCommitment({ pledgeVersionId: version, number: 1 });
    const copied = await make.pledgeCommitment({ pledgeVersionId: older, number: 4 });
    await make.difference({ commitmentId: fourth, comparedWithId: copied, kind: "ABBREVIATION", note: "BNSSG against the name in full" });
    await make.example({ pledgeVersionId: version, position: 2, wording: "Review policies" });
    const example = await make.example({ pledgeVersionId: version, position: 1, outputId: output });
    const data = await world.ask(
      nobody,
      `query ($pledge: ID!, $place: ID!, $programme: ID!, $source: ID!, $output: ID!, $copied: ID!) {
        pledge(id: $pledge) {
          place { id } programme { id }
          versions {
            name commitmentCount continuingAllowed newAllowed valueStatus(field: "newAllowed") source { id } supersedes { id } supersededBy { id } pledge { id }
            eligibilities { signatoryKind pledgeVersion { id } } signers { authority examples pledgeVersion { id } }
            commitments { id number output { id } differences { kind note comparedWith { number pledgeVersion { name } } } }
            exampleActions { position wording output { id } pledgeVersion { id } }
          }
        }
        copied: node(id: $copied) { ... on PledgeCommitment { differences { kind commitment { id } comparedWith { id } } } }
        place: node(id: $place) { ... on Place { pledges { nodes { id } } } }
        programme(id: $programme) { pledges { nodes { id } } }
        source: node(id: $source) { ... on Source { pledgeVersions { id } } }
        output(id: $output) { pledgeCommitments { id } exampleActions { id } }
      }`,
      { pledge: pledgeId, place, programme, source, output, copied },
    );
    const ofVersion = { pledgeVersion: { id: version } };
    expect(data).toMatchObject({
      pledge: {
        place: { id: place }, programme: { id: programme },
        versions: [
          { name: "A copy", supersedes: null, supersededBy: [{ id: version }], exampleActions: [], signers: [], eligibilities: [] },
          {
            name: "The page", commitmentCount: 8, continuingAllowed: true, newAllowed: null, valueStatus: "UNKNOWN", source: { id: source }, supersedes: { id: older }, supersededBy: [], pledge: { id: pledgeId },
            eligibilities: [{ signatoryKind: "SERVICE", ...ofVersion }],
            signers: [{ authority: "LEADER", examples: ["Chairs of boards"], ...ofVersion }],
            commitments: [
              { id: first, number: 1, output: null, differences: [] },
              { id: fourth, number: 4, output: { id: output }, differences: [{ kind: "ABBREVIATION", note: "BNSSG against the name in full", comparedWith: { number: 4, pledgeVersion: { name: "A copy" } } }] },
            ],
            exampleActions: [{ position: 1, output: { id: output }, ...ofVersion }, { position: 2, output: null, ...ofVersion }],
          },
        ],
      },
      copied: { differences: [{ kind: "ABBREVIATION", commitment: { id: fourth }, comparedWith: { id: copied } }] },
      place: { pledges: { nodes: [{ id: pledgeId }] } },
      programme: { pledges: { nodes: [{ id: pledgeId }] } },
      source: { pledgeVersions: [{ id: version }] },
      output: { pledgeCommitments: [{ id: fourth }], exampleActions: [{ id: example }] },
    });
  });

  it("have commitments that are found by what they are about and how they differ", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const output = await learningOf(world).output();
    const pledge = await make.pledge();
    const [page, copy] = [await make.version({ pledgeId: pledge }), await make.version({ pledgeId: pledge, name: "A copy" })];
    const staff = await make.pledgeCommitment({ pledgeVersionId: page, number: 3, topics: ["staff wellbeing", "leadership"] });
    const learning = await make.pledgeCommitment({ pledgeVersionId: page, number: 7, wording: "Go on learning", outputId: output, numberBasis: "INFERRED" });
    const copied = await make.pledgeCommitment({ pledgeVersionId: copy, number: 3, wording: "Staff first" });
    await make.pledgeCommitment({ number: 9, wording: "Of another pledge" });
    await make.difference({ commitmentId: staff, comparedWithId: copied, kind: "PUNCTUATION" });
    const cases: readonly Case[] = [
      [{ pledge, number: [7] }, learning],
      [{ pledgeVersion: copy }, copied],
      [{ numberBasis: ["INFERRED"] }, learning],
      [{ contains: "LEADERSHIP" }, staff],
      [{ contains: "learning" }, learning],
      [{ output }, learning],
      [{ difference: ["REWORDED"] }],
    ];
    expect(await foundByCase(world, "pledgeCommitments", "PledgeCommitmentFilter", cases)).toEqual(hitsByCase("pledgeCommitments", cases));
    const differing = await found(world, "pledgeCommitments", "PledgeCommitmentFilter", { difference: ["PUNCTUATION"] });
    expect(differing).toEqual(hits("pledgeCommitments", ...[staff, copied].toSorted()));
  });

  it("of the members only, and parts of theirs, are there for nobody else", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const [place, output, source] = [await world.given.place(), await learningOf(world).output(), await world.given.source()];
    const secret = await make.pledge({ ...hidden, placeId: place });
    const open = await make.pledge();
    const shown = await make.version({ pledgeId: open });
    const version = await make.version({ ...hidden, pledgeId: open, sourceId: source, supersedesId: shown });
    await make.eligibility({ pledgeVersionId: version });
    const part = await make.pledgeCommitment({ ...hidden, pledgeVersionId: shown, outputId: output });
    await make.example({ ...hidden, pledgeVersionId: shown, outputId: output });
    await make.signer({ ...hidden, pledgeVersionId: shown });
    const seen = await make.pledgeCommitment({ pledgeVersionId: shown, number: 2 });
    await make.difference({ ...hidden, commitmentId: seen, kind: "SPACING" });
    await make.difference({ commitmentId: part, comparedWithId: seen });
    const query = `query ($secret: ID!, $open: ID!, $place: ID!, $output: ID!, $source: ID!, $version: ID!, $part: ID!, $seen: ID!) {
      pledges(filter: { eligible: [ORGANISATION] }) { totalCount nodes { id } }
      spaced: pledgeCommitments(filter: { difference: [SPACING] }) { totalCount nodes { id } }
      secret: pledge(id: $secret) { id }
      nodes(ids: [$version, $part]) { id }
      open: pledge(id: $open) { versions { id supersededBy { id } signers { id } exampleActions { id } commitments { id differences { commitment { id } } } } }
      seen: node(id: $seen) { ... on PledgeCommitment { id } }
      place: node(id: $place) { ... on Place { pledges { totalCount nodes { id } } } }
      output(id: $output) { pledgeCommitments { id } exampleActions { id } }
      source: node(id: $source) { ... on Source { pledgeVersions { id } } }
    }`;
    const ids = { secret, open, place, output, source, version, part, seen };
    expect(await world.ask(nobody, query, ids)).toEqual({
      pledges: none, spaced: none, secret: null, nodes: [null, null],
      open: { versions: [{ id: shown, supersededBy: [], signers: [], exampleActions: [], commitments: [{ id: seen, differences: [{ commitment: null }] }] }] },
      seen: { id: seen },
      place: { pledges: none },
      output: { pledgeCommitments: [], exampleActions: [] },
      source: { pledgeVersions: [] },
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({ pledges: { totalCount: 1 }, spaced: { totalCount: 2 }, secret: { id: secret }, nodes: [{ id: version }, { id: part }] });
  });

  it("take one statement for each relation and level, however many there are", async () => {
    const world = await openWorld();
    const query = `{ pledges(first: 100) { totalCount nodes { place { name } coverage { all { signatories } } versions { source { title } eligibilities { id } signers { id }
      commitments { output { title } differences { comparedWith { pledgeVersion { name } } } } exampleActions { id }
      signatures(first: 5) { nodes { organisation { name } signedBy { name } actionStanding actions { dueBy { plain } commitments { number } carriedForwardTo { id } } } } } } } }`;
    await givenPledges(world, 1);
    const few = await world.answer(nobody, query);
    await givenPledges(world, 5);
    const many = await world.answer(nobody, query);
    expect(many.errors).toBeUndefined();
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBeLessThanOrEqual(24);
  });
});

async function givenPledges(world: World, howMany: number): Promise<void> {
  const make = promisesOf(world);
  for (let made = 0; made < howMany; made += 1) {
    const pledgeId = await make.pledge({ placeId: await world.given.place() });
    const pledgeVersionId = await make.version({ pledgeId, sourceId: await world.given.source() });
    const commitmentId = await make.pledgeCommitment({ pledgeVersionId, outputId: await learningOf(world).output() });
    await make.difference({ commitmentId });
    const signatureId = await make.signature({ pledgeId, pledgeVersionId, signed: "July 2024", signedById: await world.given.person() });
    await make.served({ actionId: await make.action({ signatureId }), commitmentId });
  }
}
