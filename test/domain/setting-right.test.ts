import { describe, expect, it } from "vitest";
import { holding, openWorld } from "../support/domain-world.ts";
import { deliveryOf } from "../support/given-delivery.ts";
import { promisesOf } from "../support/given-promises.ts";

/** What was written down wrongly, or done by mistake, is set right by another act: its history keeps what stood there. */

const PROBLEMS = "problems { code path records { id } conflict { fields } }";
const act = (name: string, input: string, argument: string, what: string): string => `mutation ($sent: ${input}!, $reason: String) { ${name}(${argument}: $sent, reason: $reason) { ${argument} { id version ${what} } ${PROBLEMS} } }`;

async function ledWorld() {
  const world = await openWorld();
  const system = await world.given.place({ level: "SYSTEM", name: "Somerset" });
  const programme = await world.given.programme({ systemId: system });
  const part = { programmeId: programme, systemId: system };
  return { world, make: deliveryOf(world), system, programme, part, lead: holding("LEAD", programme, system), reader: holding("READER", programme, system) };
}

describe("amendRisk", () => {
  const AMEND = act("amendRisk", "AmendRiskInput", "risk", "title cause effect raised { text } status ownerOrganisation { id } ownerGroup { id }");

  it("words a risk anew at any time, and lets another owner take the place of the one before", async () => {
    const { world, make, part, lead } = await ledWorld();
    const [organisation, group] = [await world.given.organisation(), await world.given.group()];
    const id = await make.risk({ ...part, status: "CLOSED", ownerOrganisationId: organisation });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, title: "No post holder yet", cause: "No money", ownerGroup: group, raised: { text: "May 2024" } } })).toMatchObject({
      amendRisk: { risk: { version: 2, title: "No post holder yet", cause: "No money", raised: { text: "May 2024" }, status: "CLOSED", ownerOrganisation: null, ownerGroup: { id: group } }, problems: [] },
    });
    const history = "query ($id: ID!) { risk(id: $id) { history(first: 1) { nodes { act changes { field before } } } } }";
    expect(JSON.stringify(await world.ask(lead, history, { id }))).toContain(organisation);
  });

  it("refuses a risk that nobody answers for, two owners, and a day that has not come, all at once", async () => {
    const { world, make, part, lead, reader } = await ledWorld();
    const [organisation, group] = [await world.given.organisation(), await world.given.group()];
    const id = await make.risk({ ...part, ownerOrganisationId: organisation });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, title: " ", raised: { text: "May 2099" }, ownerOrganisation: null } })).toMatchObject({
      amendRisk: { risk: null, problems: [{ code: "MISSING_FIELD", path: ["risk", "ownerOrganisation"] }, { code: "NOT_YET", path: ["risk", "raised"] }, { code: "INVALID_TEXT", path: ["risk", "title"] }] },
    });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, ownerOrganisation: await world.given.organisation(), ownerGroup: group } })).toMatchObject({ amendRisk: { problems: [{ code: "RULE", path: ["risk", "ownerGroup"] }] } });
    expect(await world.refused(reader, AMEND, { sent: { id, expectedVersion: 1, title: "Mine" } })).toHaveLength(1);
  });

  it("of a risk that nobody answered for says the title alone", async () => {
    const { world, make, part, lead } = await ledWorld();
    const id = await make.risk(part);
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, title: "Few trainers" } })).toMatchObject({ amendRisk: { risk: { title: "Few trainers" }, problems: [] } });
  });
});

describe("amendDependency", () => {
  const AMEND = act("amendDependency", "AmendDependencyInput", "dependency", "rationale basis");

  it("says otherwise why it is one, for those who wait, and merges with what others said", async () => {
    const { world, programme, system, lead } = await ledWorld();
    const waits = await world.given.workstream({ programmeId: programme, systemId: system });
    const id = await world.given.dependency({ systemId: system, successorWorkstreamId: waits });
    const theirs = holding("LEAD", waits, system);
    expect(await world.ask(theirs, AMEND, { sent: { id, expectedVersion: 1, rationale: "Training needs principles" } })).toMatchObject({ amendDependency: { dependency: { version: 2, rationale: "Training needs principles" }, problems: [] } });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, basis: "INFERRED" } })).toMatchObject({ amendDependency: { dependency: { version: 3, rationale: "Training needs principles", basis: "INFERRED" }, problems: [] } });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, rationale: "None" } })).toMatchObject({ amendDependency: { problems: [{ code: "STALE", conflict: { fields: ["rationale"] } }] } });
    expect(await world.refused(holding("LEAD", await world.given.workstream(), system), AMEND, { sent: { id, expectedVersion: 3, rationale: "Ours" } })).toHaveLength(1);
  });
});

describe("sayWorkstreamNotStarted", () => {
  const SAY = act("sayWorkstreamNotStarted", "RecordAsReadInput", "workstream", "status");

  it("sets a workstream back that was started by mistake, with a reason, and no other", async () => {
    const { world, part, lead } = await ledWorld();
    const id = await world.given.workstream({ ...part, status: "IN_PROGRESS" });
    expect(await world.ask(lead, SAY, { sent: { id, expectedVersion: 1 } })).toMatchObject({ sayWorkstreamNotStarted: { workstream: null, problems: [{ code: "MISSING_REASON", path: ["reason"] }] } });
    const reason = "The wrong one was started";
    expect(await world.ask(lead, SAY, { sent: { id, expectedVersion: 1 }, reason })).toMatchObject({ sayWorkstreamNotStarted: { workstream: { version: 2, status: "NOT_STARTED" }, problems: [] } });
    const ready = await world.given.workstream({ ...part, status: "READY" });
    for (const [other, expectedVersion] of [[id, 2], [ready, 1]] as const) expect(await world.ask(lead, SAY, { sent: { id: other, expectedVersion }, reason })).toMatchObject({ sayWorkstreamNotStarted: { problems: [{ code: "NOT_ALLOWED_NOW" }] } });
  });
});

describe("a funding total", () => {
  const AMEND = `mutation ($id: ID!, $expectedVersion: Int!, $changes: AnyRecordChanges!) { amend(id: $id, expectedVersion: $expectedVersion, changes: $changes) { record { version ... on FundingTotal { amount { pence } financialYear { label } } } ${PROBLEMS} } }`;

  it("is set right by the act that is the same for every kind", async () => {
    const { world, part, lead, reader } = await ledWorld();
    const id = await world.given.fundingTotal({ ...part, amount: "£1,000" });
    const changes = { fundingTotal: { amount: { amount: "£10,000" }, financialYear: "2023/24" } };
    expect(await world.refused(reader, AMEND, { id, expectedVersion: 1, changes })).toHaveLength(1);
    expect(await world.ask(lead, AMEND, { id, expectedVersion: 1, changes })).toMatchObject({ amend: { record: { version: 2, amount: { pence: 1_000_000 }, financialYear: { label: "2023-24" } }, problems: [] } });
    expect(await world.ask(lead, AMEND, { id, expectedVersion: 1, changes: { fundingTotal: { title: " ", amount: { amount: "plenty" } } } })).toMatchObject({ amend: { problems: [{ code: "INVALID_TEXT", path: ["changes", "fundingTotal", "title"] }, { code: "INVALID_MONEY", path: ["changes", "fundingTotal", "amount", "amount"] }] } });
  });
});

describe("reopenFundingAward", () => {
  const REOPEN = act("reopenFundingAward", "RecordAsReadInput", "fundingAward", "status");

  it("takes back an end, to where it stood before; what was recorded as ended was given", async () => {
    const { world, part, lead, reader } = await ledWorld();
    const end = "mutation ($sent: RecordAsReadInput!) { endFundingAward(fundingAward: $sent) { problems { code } } }";
    const id = await world.given.award({ ...part, status: "NOT_REPORTED" });
    expect(await world.ask(lead, REOPEN, { sent: { id, expectedVersion: 1 } })).toMatchObject({ reopenFundingAward: { fundingAward: null, problems: [{ code: "NOT_ALLOWED_NOW" }, { code: "MISSING_REASON" }] } });
    await world.ask(lead, end, { sent: { id, expectedVersion: 1 } });
    expect(await world.refused(reader, REOPEN, { sent: { id, expectedVersion: 2 }, reason: "Another one" })).toHaveLength(1);
    expect(await world.ask(lead, REOPEN, { sent: { id, expectedVersion: 2 }, reason: "Another one" })).toMatchObject({ reopenFundingAward: { fundingAward: { version: 3, status: "NOT_REPORTED" }, problems: [] } });
    const ended = await world.given.award({ ...part, status: "ENDED" });
    expect(await world.ask(lead, REOPEN, { sent: { id: ended, expectedVersion: 1 }, reason: "It goes on" })).toMatchObject({ reopenFundingAward: { fundingAward: { status: "AWARDED" }, problems: [] } });
  });
});

describe("reopenPost", () => {
  const REOPEN = act("reopenPost", "RecordAsReadInput", "post", "status end { text status }");

  it("takes back an end, with the end that it had before", async () => {
    const { world, make, part, lead, reader } = await ledWorld();
    const end = "mutation ($sent: EndPostInput!) { endPost(post: $sent, reason: \"No money\") { problems { code } } }";
    const id = await make.post({ ...part, status: "ADVERTISED", end: "March 2026" });
    expect(await world.ask(lead, REOPEN, { sent: { id, expectedVersion: 1 } })).toMatchObject({ reopenPost: { post: null, problems: [{ code: "NOT_ALLOWED_NOW" }, { code: "MISSING_REASON" }] } });
    await world.ask(lead, end, { sent: { id, expectedVersion: 1, end: { text: "May 2024" } } });
    expect(await world.refused(reader, REOPEN, { sent: { id, expectedVersion: 2 }, reason: "Another one" })).toHaveLength(1);
    expect(await world.ask(lead, REOPEN, { sent: { id, expectedVersion: 2 }, reason: "Another one" })).toMatchObject({ reopenPost: { post: { version: 3, status: "ADVERTISED", end: { text: "March 2026" } }, problems: [] } });
    const ended = await make.post({ ...part, status: "ENDED", end: "May 2024" });
    expect(await world.ask(lead, REOPEN, { sent: { id: ended, expectedVersion: 1 }, reason: "It goes on" })).toMatchObject({ reopenPost: { post: { status: "NOT_REPORTED", end: { status: "UNKNOWN" } }, problems: [] } });
  });
});

describe("amendPostHolder", () => {
  const AMEND = act("amendPostHolder", "AmendPostHolderInput", "postHolder", "since { text } until { text status } post { version status }");

  it("sets the days right, and the post is vacant or filled by what they say", async () => {
    const { world, make, part, system, lead, reader } = await ledWorld();
    const post = await make.post({ ...part, status: "FILLED", start: "April 2023" });
    const id = await make.postHolder({ systemId: system, postId: post, since: "May 2024" });
    expect(await world.refused(reader, AMEND, { sent: { id, expectedVersion: 1, since: { text: "May 2023" } } })).toHaveLength(1);
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, since: { text: "May 2023" } } })).toMatchObject({ amendPostHolder: { postHolder: { since: { text: "May 2023" }, post: { version: 1, status: "FILLED" } }, problems: [] } });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 2, until: { text: "June 2024" } } })).toMatchObject({ amendPostHolder: { postHolder: { until: { text: "June 2024" }, post: { version: 2, status: "VACANT" } }, problems: [] } });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 3, until: null } })).toMatchObject({ amendPostHolder: { postHolder: { until: { status: "UNKNOWN" }, post: { version: 3, status: "FILLED" } }, problems: [] } });
  });

  it("refuses days that have not come or stand in the wrong order, and to hold again what another holds, all at once", async () => {
    const { world, make, part, system, lead } = await ledWorld();
    const post = await make.post({ ...part, status: "FILLED", start: "April 2023" });
    const left = await make.postHolder({ systemId: system, postId: post, since: "May 2023", until: "May 2024" });
    const stays = await make.postHolder({ systemId: system, postId: post, since: "June 2024" });
    expect(await world.ask(lead, AMEND, { sent: { id: left, expectedVersion: 1, since: { text: "May 2022" }, until: { text: "April 2022" } } })).toMatchObject({
      amendPostHolder: { postHolder: null, problems: [{ code: "RULE", path: ["postHolder", "since"] }, { code: "RULE", path: ["postHolder", "until"] }] },
    });
    expect(await world.ask(lead, AMEND, { sent: { id: left, expectedVersion: 1, since: { text: "May 2099" }, until: { text: "June 2099" } } })).toMatchObject({ amendPostHolder: { problems: [{ code: "NOT_YET", path: ["postHolder", "since"] }, { code: "NOT_YET", path: ["postHolder", "until"] }] } });
    expect(await world.ask(lead, AMEND, { sent: { id: left, expectedVersion: 1, until: null } })).toMatchObject({ amendPostHolder: { problems: [{ code: "NOT_ALLOWED_NOW", path: ["postHolder", "until"], records: [{ id: stays }] }] } });
  });
});

async function signedWorld() {
  const { world, part, system, lead, reader } = await ledWorld();
  const make = promisesOf(world);
  const pledge = await make.pledge(part);
  const version = await make.version({ systemId: system, pledgeId: pledge, newAllowed: false });
  const organisation = await world.given.organisation({ systemId: system });
  const id = await make.signature({ systemId: system, pledgeId: pledge, pledgeVersionId: version, organisationId: organisation, signed: "5 July 2022", signatoryKind: "ORGANISATION" });
  const action = await make.action({ systemId: system, signatureId: id, outcome: "KEPT" });
  return { world, make, system, pledge, version, organisation, id, action, lead, reader };
}

describe("a signature under a pledge", () => {
  const AMEND = act("amendPledgeSignature", "AmendPledgeSignatureInput", "pledgeSignature", "organisation { id } group { id } signatoryKind signed { text } actions { dueBy { earliest } statement }");
  const REWORD = act("amendPledgeAction", "AmendPledgeActionInput", "pledgeAction", "statement nature outcome");

  it("is set right in who signed and when, and its actions are due by that", async () => {
    const { world, id, lead, reader } = await signedWorld();
    const group = await world.given.group({ kind: "BOARD" });
    expect(await world.refused(reader, AMEND, { sent: { id, expectedVersion: 1, group } })).toHaveLength(1);
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, group, signed: { text: "6 July 2022" } } })).toMatchObject({
      amendPledgeSignature: { pledgeSignature: { version: 2, organisation: null, group: { id: group }, signatoryKind: "BOARD", signed: { text: "6 July 2022" }, actions: [{ dueBy: { earliest: "2023-07-06" } }] }, problems: [] },
    });
  });

  it("stays with the body whose action goes on, and with no body that is hidden; all of that is said at once", async () => {
    const { world, make, system, pledge, organisation, id, action, lead } = await signedWorld();
    const later = await make.signature({ systemId: system, pledgeId: pledge, organisationId: organisation, signed: "5 July 2023" });
    await make.action({ systemId: system, signatureId: later, carriedForwardFromId: action });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, organisation: await world.given.organisation(), signed: { text: "6 July 2099" } } })).toMatchObject({
      amendPledgeSignature: { pledgeSignature: null, problems: [{ code: "NOT_YET", path: ["pledgeSignature", "signed"] }, { code: "RULE", path: ["pledgeSignature", "id"], records: [{ id: later }] }] },
    });
    expect(await world.ask(lead, AMEND, { sent: { id: later, expectedVersion: 1, signed: { text: "5 May 2022" } } })).toMatchObject({ amendPledgeSignature: { problems: [{ code: "ALREADY_EXISTS" }, { code: "RULE", records: [{ id }] }] } });
    const hidden = await world.given.organisation({ kind: "SERVICE", audience: "MEMBERS", systemId: await world.given.place({ level: "SYSTEM" }) });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, organisation: hidden } })).toMatchObject({ amendPledgeSignature: { problems: [{ code: "NOT_FOUND", path: ["pledgeSignature", "organisation"] }] } });
  });

  it("has an action worded anew, even one that was reviewed, but not as what the version does not take", async () => {
    const { world, action, lead, reader } = await signedWorld();
    expect(await world.refused(reader, REWORD, { sent: { id: action, expectedVersion: 1, statement: "Mine" } })).toHaveLength(1);
    expect(await world.ask(lead, REWORD, { sent: { id: action, expectedVersion: 1, statement: " ", nature: "NEW" } })).toMatchObject({ amendPledgeAction: { problems: [{ code: "RULE", path: ["pledgeAction", "nature"] }, { code: "INVALID_TEXT", path: ["pledgeAction", "statement"] }] } });
    expect(await world.ask(lead, REWORD, { sent: { id: action, expectedVersion: 1, statement: "Find two champions", nature: "CONTINUING" } })).toMatchObject({ amendPledgeAction: { pledgeAction: { version: 2, statement: "Find two champions", nature: "CONTINUING", outcome: "KEPT" }, problems: [] } });
  });
});
