import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";

const FIGURE = "fragment Figure on FundingFigure { sum { known { pence status } knownCount unknownCount } awards { totalCount nodes { title } } }";

const SUMMARY = `${FIGURE} fragment Summary on FundingSummary {
  awarded { ...Figure }
  byFinancialYear { financialYear { label } awarded { ...Figure } statedTotals { totalCount nodes { amount { pence } } } }
  undetermined { ...Figure awards { nodes { financialYears { label } } } }
  sought { ...Figure }
  withinLarger { nodes { title } }
}`;

const figure = (pence: number | null, [known, unknown]: readonly [known: number, unknown: number], ...titles: readonly string[]): object => ({
  sum: { known: { pence, status: pence === null ? (unknown > 0 ? "NOT_STATED" : "NOT_APPLICABLE") : "KNOWN" }, knownCount: known, unknownCount: unknown },
  awards: { totalCount: titles.length, nodes: titles.map((title) => ({ title })) },
});

const funder = (partyKind: string, values: object): object => ({ role: "FUNDER", partyKind, description: null, organisation: null, healthIntegrationTeam: null, group: null, ...values });

/** A figure of one funder: null for one whom the viewer may not see, undefined for none. */
const funded = (name: string | null | undefined, pence: number, ...titles: readonly string[]): object => ({
  funders: name === undefined ? [] : [{ partyKind: "ORGANISATION", organisation: name === null ? null : { name } }],
  sum: { known: { pence } }, awards: { nodes: titles.map((title) => ({ title })) },
});

const byFunder = (...figures: readonly object[]): object => ({ fundingSummary: { awarded: { byFunder: figures } } });

async function foundAwards(world: World, filter: object): Promise<unknown> {
  return world.ask(nobody, "query ($filter: FundingAwardFilter) { fundingAwards(filter: $filter) { edges { certainty node { title } } } }", { filter });
}

const only = (...hits: readonly (readonly [title: string, certainty?: string])[]): unknown => ({
  fundingAwards: { edges: hits.map(([title, certainty = null]) => ({ certainty, node: { title } })) },
});

describe("funding awards", () => {
  it("are found by what they are for, whose they are, and who is a party to them", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const placeId = await world.given.place({ parentId: system });
    const programmeId = await world.given.programme({ placeId });
    const workstreamId = await world.given.workstream({ programmeId });
    const healthIntegrationTeamId = await world.given.healthIntegrationTeam();
    const organisation = await world.given.organisation({ name: "NHS Charities Together", sector: "VCSE" });
    const champions = await world.given.award({ title: "Champions", amount: "£10", programmeId, workstreamId, purposes: ["A network of champions"] });
    await world.given.award({ title: "Research", amount: "not stated", healthIntegrationTeamId, systemId: system, status: "APPLIED", partOfId: champions });
    await world.given.awardParty({ awardId: champions, organisationId: organisation, role: "FUNDER" });
    await world.given.awardParty({ awardId: champions, healthIntegrationTeamId, role: "SECURED_BY" });

    const hit = only(["Champions"]);
    expect(await foundAwards(world, { programme: programmeId })).toEqual(hit);
    expect(await foundAwards(world, { workstream: workstreamId })).toEqual(hit);
    expect(await foundAwards(world, { place: system })).toEqual(hit);
    expect(await foundAwards(world, { contains: "NETWORK" })).toEqual(hit);
    expect(await foundAwards(world, { amountStatus: ["KNOWN"] })).toEqual(hit);
    expect(await foundAwards(world, { party: {} })).toEqual(hit);
    expect(await foundAwards(world, { party: { organisation, role: ["FUNDER", "PART_FUNDER"] } })).toEqual(hit);
    expect(await foundAwards(world, { party: { sector: ["VCSE"] } })).toEqual(hit);
    expect(await foundAwards(world, { party: { partyKind: ["HEALTH_INTEGRATION_TEAM"], healthIntegrationTeam: healthIntegrationTeamId } })).toEqual(hit);
    expect(await foundAwards(world, { party: { organisation, role: ["RECIPIENT"] } })).toEqual(only());
    expect(await foundAwards(world, { healthIntegrationTeam: healthIntegrationTeamId })).toEqual(only(["Research"]));
    expect(await foundAwards(world, { system })).toEqual(only(["Research"]));
    expect(await foundAwards(world, { status: ["APPLIED"] })).toEqual(only(["Research"]));
    expect(await foundAwards(world, { amountStatus: ["NOT_STATED", "UNKNOWN"] })).toEqual(only(["Research"]));
    expect(await foundAwards(world, { partOf: champions })).toEqual(only(["Research"]));
  });

  it("are found by date, and say how sure the hit is", async () => {
    const world = await openWorld();
    await world.given.award({ title: "In 2021", awarded: "2021" });
    await world.given.award({ title: "In May 2021, for 2022-23", awarded: "May 2021", period: "2022-23" });
    await world.given.award({ title: "Some day", awarded: "not stated" });
    expect(await foundAwards(world, { awarded: { financialYear: "2021/22" } })).toEqual(only(["In 2021", "POSSIBLE"], ["In May 2021, for 2022-23", "CERTAIN"]));
    expect(await foundAwards(world, { covers: { financialYear: "2021/22" } })).toEqual(only(["In 2021", "POSSIBLE"]));
    expect(await foundAwards(world, { covers: { financialYear: "2022-23", certainty: "CERTAIN" } })).toEqual(only(["In May 2021, for 2022-23", "CERTAIN"]));
  });

  it("are sorted by amount with those that are not known last", async () => {
    const world = await openWorld();
    for (const [title, amount] of [["a", "£5"], ["b", "not stated"], ["c", "£100"]] as const) await world.given.award({ title, amount });
    expect(await world.ask(nobody, "{ fundingAwards(orderBy: AMOUNT) { nodes { title amount { plain } } } }")).toEqual({
      fundingAwards: { nodes: [{ title: "c", amount: { plain: "£100" } }, { title: "a", amount: { plain: "£5" } }, { title: "b", amount: { plain: "not stated" } }] },
    });
  });

  it("are reached from every record that they point at or that is a party to them, and lead back", async () => {
    const world = await openWorld();
    const programme = await world.given.programme({ name: "P" });
    const workstream = await world.given.workstream({ name: "W", programmeId: programme });
    const [team, organisation, group] = [await world.given.healthIntegrationTeam({ name: "H" }), await world.given.organisation({ name: "O" }), await world.given.group({ name: "G" })];
    const whole = await world.given.award({ title: "Whole" });
    const award = await world.given.award({ title: "Award", programmeId: programme, workstreamId: workstream, healthIntegrationTeamId: team, partOfId: whole, awarded: "2021" });
    await world.given.awardParty({ awardId: award, organisationId: organisation, role: "FUNDER" });
    await world.given.awardParty({ awardId: award, groupId: group, role: "RECIPIENT" });
    await world.given.awardParty({ awardId: award, healthIntegrationTeamId: team, role: "SECURED_BY" });
    await world.given.awardParty({ awardId: award, description: "Health and social care system partners", role: "PART_FUNDER" });
    await world.given.awardSpend({ awardId: award, financialYear: "2022/23", amount: "£7" });
    await world.given.fundingTotal({ title: "Total", programmeId: programme, healthIntegrationTeamId: team, financialYear: "FY23" });
    const data = await world.ask<{ fundingAward: { parties: unknown[] } }>(
      nobody,
      `fragment Awards on FundingAwardConnection { nodes { title } }
      fragment Parties on AwardPartyConnection { nodes { role award { title } } }
      fragment Totals on FundingTotalConnection { nodes { title financialYear { label } } }
      query ($award: ID!, $whole: ID!, $programme: ID!, $workstream: ID!, $team: ID!, $organisation: ID!, $group: ID!) {
        fundingAward(id: $award) {
          financialYears { label }
          programme { name } workstream { name } healthIntegrationTeam { name } partOf { title }
          parties { partyKind role description organisation { name } healthIntegrationTeam { name } group { name } }
          spends { financialYear { label } amount { pence } award { title } }
        }
        whole: fundingAward(id: $whole) { parts { ...Awards } }
        programme(id: $programme) { awards { ...Awards } fundingTotals { ...Totals nodes { programme { name } } } }
        workstream(id: $workstream) { awards { ...Awards } }
        healthIntegrationTeam(id: $team) { awards { ...Awards } awardParties { ...Parties } fundingTotals { ...Totals nodes { healthIntegrationTeam { name } } } }
        organisation(id: $organisation) { awardParties { ...Parties } received: awardParties(filter: { role: [RECIPIENT] }) { totalCount } }
        group(id: $group) { awardParties { ...Parties } }
      }`,
      { award, whole, programme, workstream, team, organisation, group },
    );
    const awards = { nodes: [{ title: "Award" }] };
    const total = { title: "Total", financialYear: { label: "2022-23" } };
    const nothing = { description: null, organisation: null, healthIntegrationTeam: null, group: null };
    expect(data).toMatchObject({
      fundingAward: {
        financialYears: [{ label: "2020-21" }, { label: "2021-22" }],
        programme: { name: "P" }, workstream: { name: "W" }, healthIntegrationTeam: { name: "H" }, partOf: { title: "Whole" },
        spends: [{ financialYear: { label: "2022-23" }, amount: { pence: 700 }, award: { title: "Award" } }],
      },
      whole: { parts: awards },
      programme: { awards, fundingTotals: { nodes: [{ ...total, programme: { name: "P" } }] } },
      workstream: { awards },
      healthIntegrationTeam: { awards, awardParties: { nodes: [{ role: "SECURED_BY", award: { title: "Award" } }] }, fundingTotals: { nodes: [{ ...total, healthIntegrationTeam: { name: "H" } }] } },
      organisation: { awardParties: { nodes: [{ role: "FUNDER", award: { title: "Award" } }] }, received: { totalCount: 0 } },
      group: { awardParties: { nodes: [{ role: "RECIPIENT", award: { title: "Award" } }] } },
    });
    expect(data.fundingAward.parties).toHaveLength(4);
    expect(data.fundingAward.parties).toEqual(
      expect.arrayContaining([
        { ...nothing, partyKind: "ORGANISATION", role: "FUNDER", organisation: { name: "O" } },
        { ...nothing, partyKind: "GROUP", role: "RECIPIENT", group: { name: "G" } },
        { ...nothing, partyKind: "HEALTH_INTEGRATION_TEAM", role: "SECURED_BY", healthIntegrationTeam: { name: "H" } },
        { ...nothing, partyKind: "DESCRIBED", role: "PART_FUNDER", description: "Health and social care system partners" },
      ]),
    );
  });
});

describe("fundingSummary", () => {
  it("answers as the documents do: one total stated, one award of an unknown amount in one of two years", async () => {
    const world = await openWorld();
    const healthIntegrationTeamId = await world.given.healthIntegrationTeam();
    await world.given.award({ title: "Champions", amount: "not stated", awarded: "2021", healthIntegrationTeamId });
    await world.given.fundingTotal({ amount: "£15,450", financialYear: "2022-23", healthIntegrationTeamId });
    const expected = {
      awarded: figure(null, [0, 1], "Champions"),
      byFinancialYear: [{ financialYear: { label: "2022-23" }, awarded: figure(null, [0, 0]), statedTotals: { totalCount: 1, nodes: [{ amount: { pence: 1_545_000 } }] } }],
      undetermined: { ...figure(null, [0, 1], "Champions"), awards: { totalCount: 1, nodes: [{ title: "Champions", financialYears: [{ label: "2020-21" }, { label: "2021-22" }] }] } },
      sought: figure(null, [0, 0]),
      withinLarger: { nodes: [] },
    };
    expect(await world.ask(nobody, `${SUMMARY} { fundingSummary { ...Summary } }`)).toEqual({ fundingSummary: expected });
    expect(await world.ask(nobody, `${SUMMARY} query ($id: ID!) { healthIntegrationTeam(id: $id) { fundingSummary { ...Summary } } }`, { id: healthIntegrationTeamId })).toEqual({
      healthIntegrationTeam: { fundingSummary: expected },
    });
  });

  it("sums what a programme, a workstream or a filter asks for, over more than one page", async () => {
    const world = await openWorld();
    const programmeId = await world.given.programme();
    const workstreamId = await world.given.workstream({ programmeId });
    for (let made = 0; made < 102; made += 1) await world.given.award({ title: `Award ${made}`, amount: "£1", awarded: "May 2022", programmeId, ...(made < 2 ? { workstreamId } : {}) });
    await world.given.award({ amount: "£1,000" });
    const query = `query ($programme: ID!, $workstream: ID!) {
      fundingSummary(filter: { programme: $programme }) { awarded { sum { known { pence } knownCount } awards(first: 100) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }
      programme(id: $programme) { fundingSummary { awarded { sum { known { pence } } } } ofWorkstream: fundingSummary(filter: { workstream: $workstream }) { awarded { sum { known { pence } } } } }
      workstream(id: $workstream) { fundingSummary { awarded { sum { known { pence } } } } }
    }`;
    const data = await world.ask(nobody, query, { programme: programmeId, workstream: workstreamId });
    expect(data).toMatchObject({
      fundingSummary: { awarded: { sum: { known: { pence: 10_200 }, knownCount: 102 }, awards: { totalCount: 102, pageInfo: { hasNextPage: true } } } },
      programme: { fundingSummary: { awarded: { sum: { known: { pence: 10_200 } } } }, ofWorkstream: { awarded: { sum: { known: { pence: 200 } } } } },
      workstream: { fundingSummary: { awarded: { sum: { known: { pence: 200 } } } } },
    });
  });

  it("names every record behind a figure, page by page, in either direction", async () => {
    const world = await openWorld();
    for (const [title, awarded] of [["a", "May 2022"], ["b", "June 2022"], ["c", "July 2022"], ["d", "not stated"]] as const) await world.given.award({ title, awarded });
    const query = `query ($first: Int, $after: String, $last: Int, $before: String) {
      fundingSummary { awarded { awards(first: $first, after: $after, last: $last, before: $before) { totalCount nodes { title } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }
    }`;
    const read = async (asked: object): Promise<{ titles: string; more: boolean; start: string; end: string }> => {
      const data = await world.ask<Page>(nobody, query, { ...asked });
      const { nodes, pageInfo } = data.fundingSummary.awarded.awards;
      return { titles: nodes.map(({ title }) => title).join(""), more: pageInfo.hasNextPage, start: pageInfo.startCursor, end: pageInfo.endCursor };
    };
    const first = await read({ first: 3 });
    expect(first).toMatchObject({ titles: "abc", more: true });
    expect(await read({ first: 3, after: first.end })).toMatchObject({ titles: "d", more: false });
    const last = await read({ last: 2 });
    expect(last.titles).toBe("cd");
    expect((await read({ last: 2, before: last.start })).titles).toBe("ab");
  });

  it("lists no stated total where a workstream or a party is asked for, since totals name neither", async () => {
    const world = await openWorld();
    const programmeId = await world.given.programme();
    const workstream = await world.given.workstream({ programmeId });
    await world.given.fundingTotal({ programmeId });
    const query = `query ($filter: FundingSummaryFilter) { fundingSummary(filter: $filter) { byFinancialYear { statedTotals { totalCount } } } }`;
    expect(await world.ask(nobody, query, { filter: { programme: programmeId } })).toEqual({ fundingSummary: { byFinancialYear: [{ statedTotals: { totalCount: 1 } }] } });
    for (const filter of [{ workstream }, { party: { role: ["FUNDER"] } }]) {
      expect(await world.ask(nobody, query, { filter })).toEqual({ fundingSummary: { byFinancialYear: [] } });
    }
  });

  it("is over what the viewer may see, and every list beside it too", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const programme = await world.given.programme();
    const workstream = await world.given.workstream({ programmeId: programme });
    const [team, organisation, group] = [await world.given.healthIntegrationTeam(), await world.given.organisation(), await world.given.group()];
    const whole = await world.given.award({ title: "Whole", amount: "£1" });
    const award = await world.given.award({ ...hidden, amount: "£100", programmeId: programme, workstreamId: workstream, healthIntegrationTeamId: team, partOfId: whole, awarded: "May 2022" });
    const child = await world.given.award({ title: "Child", amount: "£2", partOfId: award });
    const party = await world.given.awardParty({ awardId: award, organisationId: organisation });
    await world.given.awardParty({ ...hidden, awardId: whole, healthIntegrationTeamId: team });
    await world.given.awardParty({ ...hidden, awardId: whole, groupId: group });
    await world.given.awardSpend({ ...hidden, awardId: whole });
    const total = await world.given.fundingTotal({ ...hidden, programmeId: programme, healthIntegrationTeamId: team });
    const query = `fragment Sum on FundingSummary { awarded { sum { known { pence } knownCount unknownCount } } byFinancialYear { financialYear { label } } }
      query ($programme: ID!, $workstream: ID!, $team: ID!, $organisation: ID!, $group: ID!, $award: ID!, $child: ID!, $whole: ID!, $party: ID!, $total: ID!) {
        fundingAwards(orderBy: TITLE) { totalCount nodes { title } }
        byHiddenParty: fundingAwards(filter: { party: { group: $group } }) { totalCount nodes { title } }
        fundingTotals { totalCount nodes { id } }
        fundingSummary { ...Sum }
        programme(id: $programme) { awards { totalCount nodes { id } } fundingTotals { totalCount nodes { id } } fundingSummary { ...Sum } }
        workstream(id: $workstream) { awards { totalCount nodes { id } } fundingSummary { ...Sum } }
        healthIntegrationTeam(id: $team) { awards { totalCount nodes { id } } awardParties { totalCount nodes { id } } fundingTotals { totalCount nodes { id } } fundingSummary { ...Sum } }
        organisation(id: $organisation) { awardParties { nodes { award { id } valueStatus(field: "award") } } }
        group(id: $group) { awardParties { totalCount nodes { id } } }
        award: fundingAward(id: $award) { id }
        child: fundingAward(id: $child) { partOf { id } valueStatus(field: "partOf") }
        whole: fundingAward(id: $whole) { parts { totalCount nodes { id } } parties { id } spends { id } }
        nodes(ids: [$award, $total]) { id }
        party: node(id: $party) { ... on AwardParty { award { id } } }
      }`;
    const none = { totalCount: 0, nodes: [] };
    const nothing = { awarded: { sum: { known: { pence: null }, knownCount: 0, unknownCount: 0 } }, byFinancialYear: [] };
    const ids = { programme, workstream, team, organisation, group, award, child, whole, party, total };
    expect(await world.ask(nobody, query, ids)).toEqual({
      fundingAwards: { totalCount: 2, nodes: [{ title: "Child" }, { title: "Whole" }] },
      byHiddenParty: none,
      fundingTotals: none,
      fundingSummary: { awarded: { sum: { known: { pence: 300 }, knownCount: 2, unknownCount: 0 } }, byFinancialYear: [] },
      programme: { awards: none, fundingTotals: none, fundingSummary: nothing },
      workstream: { awards: none, fundingSummary: nothing },
      healthIntegrationTeam: { awards: none, awardParties: none, fundingTotals: none, fundingSummary: nothing },
      organisation: { awardParties: { nodes: [{ award: null, valueStatus: "WITHHELD" }] } },
      group: { awardParties: none },
      award: null,
      child: { partOf: null, valueStatus: "WITHHELD" },
      whole: { parts: none, parties: [], spends: [] },
      nodes: [null, null],
      party: { award: null },
    });
    expect(await world.ask(memberOf(system), "{ fundingSummary { awarded { sum { known { pence } } } withinLarger { totalCount } } }")).toEqual({
      fundingSummary: { awarded: { sum: { known: { pence: 100 } } }, withinLarger: { totalCount: 2 } },
    });
  });

  it("tells in each figure who gives the money, whole and once for all funders together", async () => {
    const world = await openWorld();
    const [trust, team, group] = [await world.given.organisation({ name: "Trust" }), await world.given.healthIntegrationTeam({ name: "HIT" }), await world.given.group({ name: "Board" })];
    let day = 0;
    const award = async (title: string, values: object, ...parties: readonly object[]): Promise<void> => {
      day += 1;
      const awardId = await world.given.award({ title, awarded: `${day} May 2022`, ...values });
      for (const party of parties) await world.given.awardParty({ awardId, role: "FUNDER", ...party });
    };
    await award("a", { amount: "£1" }, { organisationId: trust }, { organisationId: trust, role: "INTERMEDIARY" });
    await award("b", { amount: "not stated" }, { organisationId: trust }, { groupId: group, role: "RECIPIENT" });
    await award("c", { amount: "£4" }, { organisationId: trust }, { groupId: group });
    await award("d", { amount: "£8" }, { organisationId: trust, role: "PART_FUNDER" });
    await award("e", { amount: "£16" }, { description: "System partners" });
    await award("f", { amount: "£32" }, { healthIntegrationTeamId: team, role: "SECURED_BY" });
    await award("g", { amount: "£64", awarded: "2021" }, { organisationId: trust });
    const query = `${FIGURE} fragment By on FundingFigure { byFunder {
      funders { role partyKind description organisation { name } healthIntegrationTeam { name } group { name } }
      sum { known { pence status } knownCount unknownCount } awards { totalCount nodes { title } }
    } } { fundingSummary { awarded { ...Figure } byFinancialYear { awarded { ...By } } undetermined { ...By } sought { ...By } } }`;
    const [byTrust, byBoard] = [funder("ORGANISATION", { organisation: { name: "Trust" } }), funder("GROUP", { group: { name: "Board" } })];
    expect(await world.ask(nobody, query)).toEqual({
      fundingSummary: {
        awarded: figure(12_500, [6, 1], "g", "a", "b", "c", "d", "e", "f"),
        byFinancialYear: [
          {
            awarded: {
              byFunder: [
                { funders: [byBoard, byTrust], ...figure(400, [1, 0], "c") },
                { funders: [funder("DESCRIBED", { description: "System partners" })], ...figure(1_600, [1, 0], "e") },
                { funders: [byTrust], ...figure(100, [1, 1], "a", "b") },
                { funders: [{ ...byTrust, role: "PART_FUNDER" }], ...figure(800, [1, 0], "d") },
                { funders: [], ...figure(3_200, [1, 0], "f") },
              ],
            },
          },
        ],
        undetermined: { byFunder: [{ funders: [byTrust], ...figure(6_400, [1, 0], "g") }] },
        sought: { byFunder: [] },
      },
    });
  });

  it("tells whom the viewer may not see neither by name nor apart from another", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const members = { audience: "MEMBERS", systemId: system } as const;
    for (const [title, amount, awarded] of [["a", "£1", "May 2022"], ["b", "£2", "June 2022"]] as const) {
      await world.given.awardParty({ awardId: await world.given.award({ title, amount, awarded }), role: "FUNDER", organisationId: await world.given.organisation({ name: `Secret ${title}`, ...members }) });
    }
    const hidden = await world.given.award({ title: "c", amount: "£4", awarded: "May 2022" });
    await world.given.awardParty({ awardId: hidden, role: "FUNDER", organisationId: await world.given.organisation({ name: "Open" }), ...members });
    const query = "{ fundingSummary { awarded { byFunder { funders { partyKind organisation { name } } sum { known { pence } } awards { nodes { title } } } } } }";
    expect(await world.ask(nobody, query)).toEqual(byFunder(funded(null, 300, "a", "b"), funded(undefined, 400, "c")));
    expect(await world.ask(memberOf(system), query)).toEqual(byFunder(funded("Open", 400, "c"), funded("Secret a", 100, "a"), funded("Secret b", 200, "b")));
  });

  it("takes two statements for all programmes together, one for their stated totals, and one for each relation of the awards behind them", async () => {
    const world = await openWorld();
    const query = `{ programmes(first: 100) { nodes { fundingSummary { awarded { sum { knownCount } awards(first: 5) { totalCount nodes { title parties { organisation { name } } } } byFunder { funders { organisation { name } } sum { knownCount } } } byFinancialYear { awarded { byFunder { funders { organisation { name } } } } statedTotals { nodes { title } } } } } } }`;
    const more = async (howMany: number): Promise<void> => {
      for (let made = 0; made < howMany; made += 1) {
        const programmeId = await world.given.programme();
        await world.given.awardParty({ awardId: await world.given.award({ programmeId, awarded: "May 2022" }) });
        await world.given.fundingTotal({ programmeId });
      }
    };
    await more(1);
    // programmes and what they say; awards and what they say, totals; stated totals; parties; their organisations
    expect((await world.answer(nobody, query)).statements).toBe(9);
    await more(12);
    const { errors, statements } = await world.answer(nobody, query);
    expect(errors).toBeUndefined();
    expect(statements).toBe(9);
  });
});

interface Page {
  readonly fundingSummary: {
    readonly awarded: {
      readonly awards: { readonly nodes: readonly { readonly title: string }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly startCursor: string; readonly endCursor: string } };
    };
  };
}
