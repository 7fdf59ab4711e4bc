import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { certainties, found, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { learningOf } from "../../support/given-learning.ts";
import { promisesOf } from "../../support/given-promises.ts";

describe("signatures", () => {
  it("are found by pledge, place, signatory and day", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const place = await world.given.place({ parentId: system });
    const programme = await world.given.programme();
    const pledge = await make.pledge({ programmeId: programme });
    const pledgeVersion = await make.version({ pledgeId: pledge });
    const [person, group] = [await world.given.person(), await world.given.group({ name: "Health and Wellbeing Board", kind: "BOARD", placeId: place })];
    const police = await world.given.organisation({ name: "Avon and Somerset Police", sector: "POLICE_AND_JUSTICE", placeId: system });
    const first = await make.signature({ pledgeId: pledge, pledgeVersionId: pledgeVersion, organisationId: police, signed: "5 July 2024", signatoryKind: "ORGANISATION", authority: "LEADER", signedById: person, systemId: system });
    const second = await make.signature({ pledgeId: pledge, groupId: group, signed: "July 2024", signatoryKind: "BOARD", authority: "AUTHORISED_REPRESENTATIVE" });
    const third = await make.signature({ description: "North Somerset", placeId: place, signed: "not stated", missingActionsReason: "NOT_STATED" });
    const cases: readonly Case[] = [
      [{ pledgeVersion }, first],
      [{ system }, first],
      [{ organisation: police }, first],
      [{ group }, second],
      [{ sector: ["POLICE_AND_JUSTICE"] }, first],
      [{ signatoryKind: ["BOARD", "GROUP"] }, second],
      [{ authority: ["LEADER"] }, first],
      [{ signedBy: person }, first],
      [{ signatoryContains: "police" }, first],
      [{ signatoryContains: "board" }, second],
      [{ signatoryContains: "NORTH" }, third],
      [{ missingActionsReason: ["NOT_STATED"] }, third],
    ];
    expect(await foundByCase(world, "pledgeSignatures", "PledgeSignatureFilter", cases)).toEqual(hitsByCase("pledgeSignatures", cases));
    const unordered = async (filter: object): Promise<unknown> => JSON.stringify(await found(world, "pledgeSignatures", "PledgeSignatureFilter", filter)).match(/sg_\w+/g)?.toSorted();
    expect(await unordered({ place: system })).toEqual([first, second, third].toSorted());
    expect(await unordered({ place })).toEqual([second, third].toSorted());
    expect(await unordered({ pledge })).toEqual([first, second].toSorted());
    expect(await unordered({ programme })).toEqual([first, second].toSorted());
    expect(await certainties(world, "pledgeSignatures", "PledgeSignatureFilter", { signed: { from: "2024-07-02", to: "2024-07-31" } })).toEqual(
      sure("pledgeSignatures", [second, "POSSIBLE"], [first, "CERTAIN"]),
    );
  });

  it("name two actions or say why not, and are reached from either end", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const [place, organisation, person] = [await world.given.place(), await world.given.organisation(), await world.given.person()];
    const group = await world.given.group();
    const pledgeId = await make.pledge();
    const whole = await make.signature({ pledgeId, organisationId: organisation, placeId: place, signedById: person, signed: "March 2024" });
    const second = await make.action({ signatureId: whole, position: 2, statement: "Second", nature: "NEW" });
    const first = await make.action({ signatureId: whole, statement: "First", nature: "CONTINUING" });
    const commitment = await make.pledgeCommitment();
    await make.served({ actionId: first, commitmentId: commitment });
    const later = await make.signature({ pledgeId, groupId: group, signed: "March 2025", missingActionsReason: "INCOMPLETE" });
    const carried = await make.action({ signatureId: later, carriedForwardFromId: second });
    const one = "{ nodes { id } }";
    const data = await world.ask(
      nobody,
      `query ($whole: ID!, $later: ID!, $place: ID!, $organisation: ID!, $person: ID!, $group: ID!, $commitment: ID!, $carried: ID!, $pledge: ID!) {
        whole: pledgeSignature(id: $whole) {
          pledge { id } pledgeVersion { id } valueStatus(field: "pledgeVersion") organisation { id } group { id } place { id } signedBy { id } actionCount actionStanding
          actions { statement nature dueBy { plain } commitments { id } signature { id } carriedForwardTo { id } }
        }
        later: pledgeSignature(id: $later) { group { id } actionCount actionStanding missingActionsReason }
        carried: pledgeAction(id: $carried) { carriedForwardFrom { id } }
        commitment: node(id: $commitment) { ... on PledgeCommitment { servedBy { totalCount nodes { action { id } commitment { id } } } } }
        place: node(id: $place) { ... on Place { pledgeSignatures ${one} } }
        organisation(id: $organisation) { pledgeSignatures ${one} }
        person(id: $person) { pledgeSignatures ${one} }
        group(id: $group) { pledgeSignatures ${one} }
        pledge(id: $pledge) { signatures ${one} latest: signatures(orderBy: LATEST, first: 1) ${one} }
      }`,
      { whole, later, place, organisation, person, group, commitment, carried, pledge: pledgeId },
    );
    const there = { nodes: [{ id: whole }] };
    expect(data).toEqual({
      whole: {
        pledge: { id: pledgeId }, pledgeVersion: null, valueStatus: "UNKNOWN", organisation: { id: organisation }, group: null, place: { id: place }, signedBy: { id: person }, actionCount: 2, actionStanding: "COMPLETE",
        actions: [
          { statement: "First", nature: "CONTINUING", dueBy: { plain: "March 2025 (inferred)" }, commitments: [{ id: commitment }], signature: { id: whole }, carriedForwardTo: [] },
          { statement: "Second", nature: "NEW", dueBy: { plain: "March 2025 (inferred)" }, commitments: [], signature: { id: whole }, carriedForwardTo: [{ id: carried }] },
        ],
      },
      later: { group: { id: group }, actionCount: 1, actionStanding: "INCOMPLETE", missingActionsReason: "INCOMPLETE" },
      carried: { carriedForwardFrom: { id: second } },
      commitment: { servedBy: { totalCount: 1, nodes: [{ action: { id: first }, commitment: { id: commitment } }] } },
      place: { pledgeSignatures: there },
      organisation: { pledgeSignatures: there },
      person: { pledgeSignatures: there },
      group: { pledgeSignatures: { nodes: [{ id: later }] } },
      pledge: { signatures: { nodes: [{ id: whole }, { id: later }] }, latest: { nodes: [{ id: later }] } },
    });
  });

  it("have actions that are found by what, how far, when and whose", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const [workstream, output, commitment] = [await world.given.workstream(), await learningOf(world).output(), await make.pledgeCommitment()];
    const police = await world.given.organisation({ sector: "POLICE_AND_JUSTICE" });
    const signatureId = await make.signature({ organisationId: police, signed: "March 2023" });
    const first = await make.action({ signatureId, nature: "NEW", progress: "DONE", outcome: "KEPT", reviewed: "April 2024", workstreamId: workstream });
    const second = await make.action({ statement: "Review policies", progress: "NOT_STARTED", due: "5 July 2024", outputId: output });
    await make.served({ actionId: second, commitmentId: commitment });
    const cases: readonly Case[] = [
      [{ signature: { sector: ["POLICE_AND_JUSTICE"] } }, first],
      [{ signature: { signed: { financialYear: "2022-23" } } }, first],
      [{ nature: ["NEW"] }, first],
      [{ progress: ["NOT_STARTED", "IN_PROGRESS"] }, second],
      [{ outcome: ["KEPT"] }, first],
      [{ isReviewed: false }, second],
      [{ isReviewed: true }, first],
      [{ dueBy: { from: "2024-07-01", to: "2024-07-31" } }, second],
      [{ commitment }, second],
      [{ workstream }, first],
      [{ output }, second],
      [{ statementContains: "POLICIES" }, second],
    ];
    expect(await foundByCase(world, "pledgeActions", "PledgeActionFilter", cases)).toEqual(hitsByCase("pledgeActions", cases));
    expect(await certainties(world, "pledgeActions", "PledgeActionFilter", { dueBy: { from: "2024-03-15", to: "2024-12-31" } })).toEqual(sure("pledgeActions", [first, "POSSIBLE"], [second, "CERTAIN"]));
    expect(await certainties(world, "pledgeActions", "PledgeActionFilter", { reviewed: { financialYear: "2024-25" } })).toEqual(sure("pledgeActions", [first, "CERTAIN"]));
    expect(await world.ask(nobody, "query ($w: ID!, $o: ID!) { workstream(id: $w) { pledgeActions { nodes { id workstream { id } } } } output(id: $o) { pledgeActions { nodes { id output { id } } } } }", { w: workstream, o: output })).toEqual({
      workstream: { pledgeActions: { nodes: [{ id: first, workstream: { id: workstream } }] } },
      output: { pledgeActions: { nodes: [{ id: second, output: { id: output } }] } },
    });
  });

  it("keep a hidden person, body, signature and action hidden through every path", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const person = await world.given.person({ name: "Ada Hidden", visibility: "MEMBERS_ONLY", systemId: system });
    const [organisation, commitment] = [await world.given.organisation({ ...hidden, name: "Hidden body", sector: "NHS" }), await make.pledgeCommitment()];
    const open = await make.signature({ organisationId: organisation, signedById: person, signed: "5 July 2022" });
    const secret = await make.signature({ ...hidden, description: "Secret", signed: "5 July 2023" });
    const ofSecret = await make.action({ signatureId: secret });
    const action = await make.action({ ...hidden, signatureId: open });
    await make.served({ actionId: action, commitmentId: commitment });
    const query = `query ($open: ID!, $secret: ID!, $person: ID!, $organisation: ID!, $commitment: ID!, $ofSecret: ID!, $action: ID!) {
      open: pledgeSignature(id: $open) { organisation { name } signedBy { name } body: valueStatus(field: "organisation") signer: valueStatus(field: "signedBy") actions { id } actionCount }
      pledgeSignature(id: $secret) { id }
      nodes(ids: [$secret, $action]) { id }
      byPerson: pledgeSignatures(filter: { signedBy: $person }) { totalCount nodes { id } }
      byBody: pledgeSignatures(filter: { organisation: $organisation }) { totalCount nodes { id } }
      byName: pledgeSignatures(filter: { signatoryContains: "hidden" }) { totalCount nodes { id } }
      bySector: pledgeSignatures(filter: { sector: [NHS] }) { totalCount nodes { id } }
      ofSecret: pledgeAction(id: $ofSecret) { dueBy { status } signature { id } }
      bySignature: pledgeActions(filter: { signature: { signatoryContains: "secret" } }) { totalCount nodes { id } }
      due: pledgeActions(filter: { dueBy: { from: "2024-07-05", to: "2024-07-05" } }) { totalCount nodes { id } }
      commitment: node(id: $commitment) { ... on PledgeCommitment { servedBy { nodes { action { id } } } } }
    }`;
    const ids = { open, secret, person, organisation, commitment, ofSecret, action };
    expect(await world.ask(nobody, query, ids)).toEqual({
      open: { organisation: null, signedBy: null, body: "WITHHELD", signer: "WITHHELD", actions: [], actionCount: 0 },
      pledgeSignature: null, nodes: [null, null], byPerson: none, byBody: none, byName: none, bySector: none,
      ofSecret: { dueBy: { status: "UNKNOWN" }, signature: null },
      bySignature: none, due: none,
      commitment: { servedBy: { nodes: [{ action: null }] } },
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({
      open: { organisation: { name: "Hidden body" }, signedBy: { name: "Ada Hidden" }, actionCount: 1 }, byPerson: { totalCount: 1 }, byName: { totalCount: 1 },
      ofSecret: { dueBy: { status: "KNOWN" } }, due: { nodes: [{ id: ofSecret }] },
    });
  });
});
