import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { holding, openWorld, type World } from "../../support/domain-world.ts";
import { promisesOf } from "../../support/given-promises.ts";

const PROBLEMS = "entry problems { code message path records { id } conflict { fields } }";
const act = (name: string, input: string, argument: string, what: string): string => `mutation ($sent: ${input}!, $reason: String) { ${name}(${argument}: $sent, reason: $reason) { ${what} ${PROBLEMS} } }`;
const ACTION = "pledgeAction { id version position statement nature progress progressNote outcome reviewed { text } dueBy { earliest latest } commitments { id } carriedForwardFrom { id outcome } signature { id missingActionsReason actionStanding } }";
const SIGN = act("signPledge", "SignPledgeInput", "pledgeSignature", "pledgeSignature { id version signatoryKind authority audience actionStanding actions { id position nature progress dueBy { earliest } commitments { id } } }");
const NAME = act("namePledgeAction", "NamePledgeActionInput", "pledgeAction", ACTION);
const REPORT = act("reportPledgeAction", "ReportPledgeActionInput", "pledgeAction", ACTION);
const REVIEW = act("reviewPledgeAction", "ReviewPledgeActionInput", "pledgeAction", ACTION);
const CARRY = act("carryForwardPledgeAction", "CarryForwardPledgeActionInput", "pledgeAction", ACTION);

/** A pledge of a programme, with a version that organisations sign through their leaders. */
async function pledged(world: World) {
  const make = promisesOf(world);
  const system = await world.given.place({ level: "SYSTEM", name: "Somerset" });
  const programme = await world.given.programme({ systemId: system });
  const pledge = await make.pledge({ programmeId: programme, systemId: system });
  const version = await make.version({ pledgeId: pledge, systemId: system, actionCount: 2, actionMonths: 12 });
  await make.eligibility({ pledgeVersionId: version });
  await make.signer({ pledgeVersionId: version });
  const commitment = await make.pledgeCommitment({ pledgeVersionId: version });
  const organisation = await world.given.organisation();
  const actions = [{ statement: "Train staff", nature: "NEW", commitments: [commitment] }, { statement: "Keep the network", nature: "CONTINUING" }];
  const sent = { pledgeVersion: version, organisation, signed: { text: "5 July 2024" }, authority: "LEADER", actions };
  return { make, system, programme, pledge, version, commitment, organisation, actions, sent, lead: holding("LEAD", programme, system), reader: holding("READER", programme, system) };
}

describe("signPledge", () => {
  it("names exactly two actions, due twelve months after signing", async () => {
    const world = await openWorld();
    const { sent, lead, commitment } = await pledged(world);
    expect(await world.ask(lead, SIGN, { sent })).toMatchObject({
      signPledge: {
        pledgeSignature: {
          signatoryKind: "ORGANISATION", authority: "LEADER", actionStanding: "COMPLETE",
          actions: [{ position: 1, nature: "NEW", progress: "NOT_REPORTED", dueBy: { earliest: "2025-07-05" }, commitments: [{ id: commitment }] }, { position: 2, nature: "CONTINUING", commitments: [] }],
        },
        problems: [],
      },
    });
    expect(await world.ask(lead, SIGN, { sent })).toMatchObject({ signPledge: { problems: [{ code: "ALREADY_EXISTS", path: ["pledgeSignature", "signed"], records: [{}] }] } });
  });

  it("refuses a third action, a body that may not sign and a signer who may not, all at once", async () => {
    const world = await openWorld();
    const { sent, actions, lead, make } = await pledged(world);
    const group = await world.given.group({ kind: "BOARD" });
    const stranger = await make.pledgeCommitment();
    const wrong = { ...sent, organisation: null, group, authority: "AUTHORISED_REPRESENTATIVE", actions: [...actions, { statement: "A third", nature: "NEW", commitments: [stranger] }] };
    expect(await world.ask(lead, SIGN, { sent: wrong })).toMatchObject({
      signPledge: {
        pledgeSignature: null, entry: null,
        problems: [{ code: "RULE", path: ["pledgeSignature", "signatoryKind"] }, { code: "RULE", path: ["pledgeSignature", "authority"] }, { code: "RULE", path: ["pledgeSignature", "actions"] }, { code: "RULE", path: ["pledgeSignature", "actions", "2", "commitments", "0"] }],
      },
    });
    expect(await world.ask(lead, "{ pledgeActions { totalCount } }")).toEqual({ pledgeActions: { totalCount: 0 } });
  });

  it("takes fewer actions only with the reason, and then lists it among those that lack one", async () => {
    const world = await openWorld();
    const { sent, actions, lead } = await pledged(world);
    const fewer = { ...sent, actions: actions.slice(0, 1) };
    expect(await world.ask(lead, SIGN, { sent: fewer })).toMatchObject({ signPledge: { pledgeSignature: null, entry: null, problems: [{ code: "RULE", path: ["pledgeSignature", "actions"] }] } });
    expect(await world.ask(lead, SIGN, { sent: { ...sent, missingActionsReason: "NOT_STATED" } })).toMatchObject({ signPledge: { problems: [{ code: "RULE", path: ["pledgeSignature", "missingActionsReason"] }] } });
    expect(await world.ask(lead, SIGN, { sent: { ...fewer, missingActionsReason: "NOT_STATED" } })).toMatchObject({ signPledge: { pledgeSignature: { actionStanding: "NOT_STATED", actions: [{ position: 1 }] }, problems: [] } });
    expect(await world.ask(nobody, "{ pledgeSignatures(filter: { missingActionsReason: [NOT_STATED, INCOMPLETE] }) { totalCount nodes { missingActionsReason } } }")).toEqual({
      pledgeSignatures: { totalCount: 1, nodes: [{ missingActionsReason: "NOT_STATED" }] },
    });
  });

  it("is for leads and office of the pledge", async () => {
    const world = await openWorld();
    const { sent, system, reader } = await pledged(world);
    expect(await world.refused(nobody, SIGN, { sent })).toEqual([expect.stringContaining("Sign in")]);
    expect(await world.refused(reader, SIGN, { sent })).toEqual([expect.stringContaining("a lead")]);
    expect(await world.refused(holding("LEAD", await world.given.programme(), system), SIGN, { sent })).toHaveLength(1);
    expect(await world.ask(holding("OFFICE", system, system), SIGN, { sent })).toMatchObject({ signPledge: { problems: [] } });
  });
});

describe("namePledgeAction", () => {
  it("adds what a signature lacks, and no third", async () => {
    const world = await openWorld();
    const { sent, actions, lead, reader } = await pledged(world);
    const [first, second] = actions;
    const signed = await world.ask<{ signPledge: { pledgeSignature: { id: string } } }>(lead, SIGN, { sent: { ...sent, actions: [first], missingActionsReason: "INCOMPLETE" } });
    const signature = signed.signPledge.pledgeSignature.id;
    expect(await world.refused(reader, NAME, { sent: { ...second, signature, expectedVersion: 1 } })).toHaveLength(1);
    expect(await world.ask(lead, NAME, { sent: { ...second, signature, expectedVersion: 1 } })).toMatchObject({ namePledgeAction: { pledgeAction: { position: 2, signature: { missingActionsReason: null, actionStanding: "COMPLETE" } }, problems: [] } });
    expect(await world.ask(lead, NAME, { sent: { ...second, signature, expectedVersion: 1 } })).toMatchObject({ namePledgeAction: { problems: [{ code: "STALE" }] } });
    expect(await world.ask(lead, NAME, { sent: { ...second, signature, expectedVersion: 2 } })).toMatchObject({ namePledgeAction: { problems: [{ code: "RULE", path: ["pledgeAction", "signature"] }] } });
  });
});

describe("reportPledgeAction", () => {
  it("merges progress and what is said of it, and refuses one field twice", async () => {
    const world = await openWorld();
    const { make, pledge, system, lead, reader } = await pledged(world);
    const id = await make.action({ signatureId: await make.signature({ pledgeId: pledge, signed: "5 July 2023", systemId: system }) });
    expect(await world.ask(lead, REPORT, { sent: { id, expectedVersion: 1, progress: "IN_PROGRESS" } })).toMatchObject({ reportPledgeAction: { problems: [] } });
    expect(await world.ask(lead, REPORT, { sent: { id, expectedVersion: 1, progressNote: "Half of staff" } })).toMatchObject({ reportPledgeAction: { pledgeAction: { version: 3, progress: "IN_PROGRESS", progressNote: "Half of staff" }, problems: [] } });
    expect(await world.ask(lead, REPORT, { sent: { id, expectedVersion: 1, progress: "DONE" } })).toMatchObject({ reportPledgeAction: { problems: [{ code: "STALE", conflict: { fields: ["progress"] } }] } });
    expect(await world.refused(reader, REPORT, { sent: { id, expectedVersion: 3, progress: "DONE" } })).toHaveLength(1);
  });
});

describe("reviewPledgeAction", () => {
  it("waits for the twelve months, and changes an outcome only with a reason", async () => {
    const world = await openWorld();
    const { make, pledge, lead, reader } = await pledged(world);
    const id = await make.action({ signatureId: await make.signature({ pledgeId: pledge, signed: "6 July 2023" }) });
    const over = await make.action({ signatureId: await make.signature({ pledgeId: pledge, signed: "5 July 2023" }) });
    expect(await world.refused(reader, REVIEW, { sent: { id: over, expectedVersion: 1, outcome: "KEPT" } })).toHaveLength(1);
    const { today } = await world.act((draft) => ({ today: draft.today }));
    expect(await world.ask(lead, REVIEW, { sent: { id: over, expectedVersion: 1, outcome: "KEPT" } })).toMatchObject({ reviewPledgeAction: { pledgeAction: { outcome: "KEPT", reviewed: { text: today } }, problems: [] } });
    expect(await world.ask(lead, REVIEW, { sent: { id: over, expectedVersion: 2, outcome: "NOT_KEPT" } })).toMatchObject({ reviewPledgeAction: { problems: [{ code: "MISSING_REASON", path: ["reason"] }] } });
    expect(await world.ask(lead, REVIEW, { sent: { id: over, expectedVersion: 1, outcome: "NOT_KEPT" }, reason: "Looked again" })).toMatchObject({ reviewPledgeAction: { problems: [{ code: "STALE" }] } });
    expect(await world.ask(lead, REVIEW, { sent: { id: over, expectedVersion: 2, outcome: "NOT_KEPT" }, reason: "Looked again" })).toMatchObject({ reviewPledgeAction: { pledgeAction: { outcome: "NOT_KEPT" }, problems: [] } });
    expect(await world.ask(lead, REPORT, { sent: { id: over, expectedVersion: 3, progress: "DONE" } })).toMatchObject({ reportPledgeAction: { problems: [{ code: "NOT_ALLOWED_NOW" }] } });
    expect(await world.ask(lead, REVIEW, { sent: { id, expectedVersion: 1, outcome: "KEPT", reviewed: { text: "5 July 2024" } } })).toMatchObject({ reviewPledgeAction: { problems: [{ code: "NOT_YET", path: ["pledgeAction", "reviewed"] }] } });
  });
});

describe("carryForwardPledgeAction", () => {
  it("lets an action go on under the body's next signature, once", async () => {
    const world = await openWorld();
    const { make, pledge, version, organisation, commitment, lead, reader } = await pledged(world);
    const id = await make.action({ statement: "Train staff", signatureId: await make.signature({ pledgeId: pledge, organisationId: organisation, signed: "May 2023" }) });
    const next = await make.signature({ pledgeId: pledge, pledgeVersionId: version, organisationId: organisation, signed: "June 2024", missingActionsReason: "INCOMPLETE" });
    const other = await make.signature({ pledgeId: pledge, signed: "June 2024" });
    const sent = { id, expectedVersion: 1, signature: next, commitments: [commitment] };
    expect(await world.refused(reader, CARRY, { sent })).toHaveLength(1);
    expect(await world.ask(lead, CARRY, { sent: { ...sent, signature: other } })).toMatchObject({ carryForwardPledgeAction: { problems: [{ code: "RULE", path: ["pledgeAction", "signature"] }] } });
    expect(await world.ask(lead, CARRY, { sent })).toMatchObject({
      carryForwardPledgeAction: { pledgeAction: { statement: "Train staff", nature: "CONTINUING", commitments: [{ id: commitment }], carriedForwardFrom: { id, outcome: "CARRIED_FORWARD" }, signature: { id: next, missingActionsReason: "INCOMPLETE" } }, problems: [] },
    });
    expect(await world.ask(lead, CARRY, { sent: { ...sent, expectedVersion: 2 } })).toMatchObject({ carryForwardPledgeAction: { problems: [{ code: "ALREADY_EXISTS" }] } });
    expect(await world.ask(lead, REVIEW, { sent: { id, expectedVersion: 2, outcome: "KEPT" }, reason: "It was done" })).toMatchObject({ reviewPledgeAction: { problems: [{ code: "RULE", path: ["pledgeAction", "outcome"] }] } });
  });
});
