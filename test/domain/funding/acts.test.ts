import { describe, expect, it } from "vitest";
import { holding, memberOf, openWorld, type World } from "../../support/domain-world.ts";

const PROBLEMS = "entry isRepeat problems { code message path records { id } conflict { fields } }";
const RECORD = `mutation ($sent: RecordFundingAwardInput!) { recordFundingAward(fundingAward: $sent) { fundingAward { id version title status audience amount { pence status } awarded { text } parties { role partyKind organisation { id } } } ${PROBLEMS} } }`;
const AMEND = `mutation ($sent: AmendFundingAwardInput!) { amendFundingAward(fundingAward: $sent) { fundingAward { id version title purposes amount { pence } } ${PROBLEMS} } }`;
const AWARD = `mutation ($sent: AwardFundingInput!) { awardFunding(fundingAward: $sent) { fundingAward { version status awarded { text } } ${PROBLEMS} } }`;
const END = `mutation ($sent: RecordAsReadInput!) { endFundingAward(fundingAward: $sent) { fundingAward { status } ${PROBLEMS} } }`;
const APPLY = `mutation ($sent: RecordAsReadInput!) { applyForFunding(fundingAward: $sent) { fundingAward { status } ${PROBLEMS} } }`;
const ADD = `mutation ($sent: AddAwardPartyInput!) { addAwardParty(awardParty: $sent) { awardParty { id role partyKind } ${PROBLEMS} } }`;
const REMOVE = `mutation ($sent: RecordAsReadInput!) { removeAwardParty(awardParty: $sent) { awardParty { id } ${PROBLEMS} } }`;
const SPEND = `mutation ($sent: RecordAwardSpendInput!) { recordAwardSpend(awardSpend: $sent) { awardSpend { id version financialYear { label } amount { pence } } ${PROBLEMS} } }`;
const TOTAL = `mutation ($sent: RecordFundingTotalInput!) { recordFundingTotal(fundingTotal: $sent) { fundingTotal { financialYear { label } } ${PROBLEMS} } }`;

/** A programme of a system with its lead. */
async function led(world: World) {
  const system = await world.given.place({ level: "SYSTEM", name: "Somerset" });
  const programme = await world.given.programme({ systemId: system });
  return { system, programme, lead: holding("LEAD", programme, system) };
}

const sent = { title: "Coordinator", status: "AWARDED", amount: { amount: "£15,450" }, parties: [] };

describe("recordFundingAward", () => {
  it("records an award with its parties, in the roles that they have", async () => {
    const world = await openWorld();
    const { programme, lead } = await led(world);
    const organisation = await world.given.organisation();
    const parties = [{ role: "FUNDER", organisation }, { role: "RECIPIENT", description: "A voluntary body" }];
    expect(await world.ask(lead, RECORD, { sent: { ...sent, programme, parties, awarded: { text: "July 2024" } } })).toMatchObject({
      recordFundingAward: {
        fundingAward: { version: 1, status: "AWARDED", audience: "PUBLIC", amount: { pence: 1_545_000, status: "KNOWN" }, awarded: { text: "July 2024" }, parties: [{ role: "FUNDER", organisation: { id: organisation } }, { role: "RECIPIENT", partyKind: "DESCRIBED" }] },
        problems: [],
      },
    });
  });

  it("says all that is wrong at once, and writes nothing", async () => {
    const world = await openWorld();
    const { programme, lead } = await led(world);
    const workstream = await world.given.workstream({ programmeId: programme });
    const wrong = { ...sent, title: " ", programme, workstream, amount: {}, parties: [{ role: "FUNDER" }] };
    expect(await world.ask(lead, RECORD, { sent: wrong })).toMatchObject({
      recordFundingAward: {
        fundingAward: null, entry: null,
        problems: [{ code: "INVALID_MONEY", path: ["fundingAward", "amount", "status"] }, { code: "MISSING_FIELD", path: ["fundingAward", "parties", "0", "organisation"] }, { code: "INVALID_TEXT", path: ["fundingAward", "title"] }],
      },
    });
    expect(await world.ask(lead, "{ fundingAwards { totalCount } }")).toEqual({ fundingAwards: { totalCount: 0 } });
  });

  it("is asked wherever the money is put, and of whatever it names", async () => {
    const world = await openWorld();
    const { system, programme, lead } = await led(world);
    const other = await world.given.programme();
    const team = await world.given.healthIntegrationTeam();
    const hidden = await world.given.organisation({ audience: "MEMBERS", systemId: await world.given.place({ level: "SYSTEM", name: "Bristol" }) });
    expect(await world.refused(holding("READER", programme, system), RECORD, { sent: { ...sent, programme } })).toEqual([expect.stringContaining("a lead")]);
    expect(await world.refused(memberOf(system), RECORD, { sent: { ...sent, programme } })).toHaveLength(1);
    expect(await world.refused(lead, RECORD, { sent: { ...sent, programme: other } })).toHaveLength(1);
    expect(await world.refused(lead, RECORD, { sent: { ...sent, programme, healthIntegrationTeam: team } })).toHaveLength(1);
    expect(await world.refused(lead, RECORD, { sent: { ...sent, system } })).toHaveLength(1);
    expect(await world.ask(lead, RECORD, { sent })).toMatchObject({ recordFundingAward: { problems: [{ code: "MISSING_FIELD", path: ["fundingAward", "system"] }] } });
    expect(await world.ask(lead, RECORD, { sent: { ...sent, programme, parties: [{ role: "FUNDER", organisation: hidden }] } })).toMatchObject({ recordFundingAward: { problems: [{ code: "NOT_FOUND" }] } });
    expect(await world.ask(holding("OFFICE", system, system), RECORD, { sent: { ...sent, system, parties: [{ role: "SECURED_BY", healthIntegrationTeam: team }] } })).toMatchObject({ recordFundingAward: { fundingAward: { audience: "PUBLIC" }, problems: [] } });
  });
});

describe("amendFundingAward", () => {
  it("merges what two people send of different fields, and refuses one field twice", async () => {
    const world = await openWorld();
    const { programme, lead } = await led(world);
    const id = await world.given.award({ programmeId: programme, title: "Coordinator", amount: "£10" });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, title: "Coordinator post" } })).toMatchObject({ amendFundingAward: { fundingAward: { version: 2 }, problems: [] } });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, title: "Coordinator", amount: { amount: "£20" } } })).toMatchObject({
      amendFundingAward: { fundingAward: { version: 3, title: "Coordinator post", amount: { pence: 2000 } }, problems: [] },
    });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, title: "Something else" } })).toMatchObject({ amendFundingAward: { fundingAward: null, problems: [{ code: "STALE", conflict: { fields: ["title"] } }] } });
  });

  it("judges the award as it would stand, and asks where it is moved to", async () => {
    const world = await openWorld();
    const { system, programme, lead } = await led(world);
    const [whole, other] = [await world.given.award({ programmeId: programme, status: "APPLIED" }), await world.given.programme()];
    const part = await world.given.award({ programmeId: programme, partOfId: whole });
    expect(await world.ask(lead, AMEND, { sent: { id: whole, expectedVersion: 1, awarded: { text: "May 2024" } } })).toMatchObject({ amendFundingAward: { problems: [{ code: "RULE", path: ["fundingAward", "awarded"] }] } });
    expect(await world.ask(lead, AMEND, { sent: { id: whole, expectedVersion: 1, partOf: part } })).toMatchObject({ amendFundingAward: { problems: [{ code: "CIRCLE", path: ["fundingAward", "partOf"], records: [{ id: part }, { id: whole }] }] } });
    expect(await world.refused(lead, AMEND, { sent: { id: whole, expectedVersion: 1, programme: other } })).toHaveLength(1);
    expect(await world.ask(holding("OFFICE", null, system), AMEND, { sent: { id: whole, expectedVersion: 1, programme: other } })).toMatchObject({ amendFundingAward: { problems: [] } });
    expect(await world.refused(holding("READER", null, system), AMEND, { sent: { id: part, expectedVersion: 1, title: "Mine" } })).toHaveLength(1);
  });
});

describe("awardFunding", () => {
  it("makes what was sought an award on a day, once", async () => {
    const world = await openWorld();
    const { programme, lead } = await led(world);
    const id = await world.given.award({ programmeId: programme, status: "PROPOSED" });
    expect(await world.ask(lead, APPLY, { sent: { id, expectedVersion: 1 } })).toMatchObject({ applyForFunding: { fundingAward: { status: "APPLIED" } } });
    expect(await world.ask(lead, AWARD, { sent: { id, expectedVersion: 1, awarded: { text: "May 2024" } } })).toMatchObject({ awardFunding: { problems: [{ code: "STALE", conflict: { fields: ["status"] } }] } });
    expect(await world.ask(lead, AWARD, { sent: { id, expectedVersion: 2, awarded: { text: "May 2024" } } })).toMatchObject({ awardFunding: { fundingAward: { status: "AWARDED", awarded: { text: "May 2024" } }, problems: [] } });
    expect(await world.ask(lead, AWARD, { sent: { id, expectedVersion: 3, awarded: { text: "May 2024" } } })).toMatchObject({ awardFunding: { problems: [{ code: "NOT_ALLOWED_NOW" }] } });
    expect(await world.refused(holding("READER", programme), AWARD, { sent: { id, expectedVersion: 3, awarded: { text: "May 2024" } } })).toHaveLength(1);
    expect(await world.ask(lead, END, { sent: { id, expectedVersion: 3 } })).toMatchObject({ endFundingAward: { fundingAward: { status: "ENDED" }, problems: [] } });
  });
});

describe("addAwardParty", () => {
  it("adds a party once in a role, and removeAwardParty takes it away", async () => {
    const world = await openWorld();
    const { programme, lead } = await led(world);
    const award = await world.given.award({ programmeId: programme });
    const organisation = await world.given.organisation();
    const added = await world.ask<{ addAwardParty: { awardParty: { id: string } } }>(lead, ADD, { sent: { award, role: "FUNDER", organisation } });
    const { id } = added.addAwardParty.awardParty;
    expect(await world.ask(lead, ADD, { sent: { award, role: "FUNDER", organisation } })).toMatchObject({ addAwardParty: { problems: [{ code: "ALREADY_EXISTS", records: [{ id }] }] } });
    expect(await world.refused(holding("LEAD", await world.given.programme()), REMOVE, { sent: { id, expectedVersion: 1 } })).toHaveLength(1);
    expect(await world.refused(holding("READER", programme), ADD, { sent: { award, role: "RECIPIENT", organisation } })).toHaveLength(1);
    expect(await world.ask(lead, REMOVE, { sent: { id, expectedVersion: 1 } })).toMatchObject({ removeAwardParty: { awardParty: null, problems: [], isRepeat: false } });
    expect(await world.ask(lead, "query ($award: ID!) { fundingAward(id: $award) { parties { id } } }", { award })).toEqual({ fundingAward: { parties: [] } });
  });
});

describe("recordAwardSpend", () => {
  it("keeps one figure for a year, which only a named replacement changes", async () => {
    const world = await openWorld();
    const { programme, lead } = await led(world);
    const award = await world.given.award({ programmeId: programme, status: "AWARDED", period: "2022-23" });
    const spend = { award, financialYear: "2022/23", amount: { amount: "£10" } };
    const made = await world.ask<{ recordAwardSpend: { awardSpend: { id: string } } }>(lead, SPEND, { sent: spend });
    const { id } = made.recordAwardSpend.awardSpend;
    expect(await world.ask(lead, SPEND, { sent: spend })).toMatchObject({ recordAwardSpend: { problems: [{ code: "ALREADY_EXISTS", path: ["awardSpend", "replaces"], records: [{ id }] }] } });
    expect(await world.ask(lead, SPEND, { sent: { ...spend, financialYear: "2023-24" } })).toMatchObject({ recordAwardSpend: { problems: [{ code: "RULE", path: ["awardSpend", "financialYear"] }] } });
    const replaced = { ...spend, amount: { amount: "£12" }, replaces: { id, expectedVersion: 1 } };
    expect(await world.refused(holding("READER", programme), SPEND, { sent: replaced })).toHaveLength(1);
    expect(await world.ask(lead, SPEND, { sent: replaced })).toMatchObject({ recordAwardSpend: { awardSpend: { id, version: 2, financialYear: { label: "2022-23" }, amount: { pence: 1200 } }, problems: [] } });
    expect(await world.ask(lead, SPEND, { sent: { ...replaced, amount: { amount: "£13" } } })).toMatchObject({ recordAwardSpend: { problems: [{ code: "STALE", path: ["awardSpend", "replaces", "expectedVersion"] }] } });
  });
});

describe("recordFundingTotal", () => {
  it("records what somebody stated for a year", async () => {
    const world = await openWorld();
    const { programme, lead } = await led(world);
    const total = { title: "All funding", financialYear: "FY23", amount: { amount: "£1.2m" }, itemised: false, programme };
    expect(await world.ask(lead, TOTAL, { sent: total })).toMatchObject({ recordFundingTotal: { fundingTotal: { financialYear: { label: "2022-23" } }, problems: [] } });
    expect(await world.refused(holding("READER", programme), TOTAL, { sent: total })).toHaveLength(1);
  });
});
