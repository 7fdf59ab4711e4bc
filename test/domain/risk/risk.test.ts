import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { certainties, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { deliveryOf } from "../../support/given-delivery.ts";

describe("risks", () => {
  it("are found by what they are about, whose they are, how they are judged and when", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const programme = await world.given.programme({ placeId: await world.given.place({ parentId: system }) });
    const workstream = await world.given.workstream({ programmeId: programme, theme: "SERVICE_DELIVERY" });
    const milestone = await make.milestone({ programmeId: programme });
    const [organisation, team, group] = [await world.given.organisation(), await world.given.healthIntegrationTeam(), await world.given.group()];
    const unjudged = await make.risk({ title: "Silence", workstreamId: workstream, programmeId: programme, ownerGroupId: group, raised: "May 2024", plan: "Ask again" });
    const worst = await make.risk({ title: "No money", impact: "VERY_HIGH", likelihood: "LOW", response: "TRANSFER", ownerOrganisationId: organisation, reviewDue: "1 July 2024", systemId: system });
    const issue = await make.risk({ title: "No room", kind: "ISSUE", status: "CLOSED", impact: "LOW", likelihood: "HIGH", milestoneId: milestone, programmeId: programme, ownerHealthIntegrationTeamId: team, closed: "June 2024", cause: "Works" });
    const cases: readonly Case[] = [
      [{}, worst, issue, unjudged],
      [{ place: system }, issue, unjudged],
      [{ programme }, issue, unjudged],
      [{ workstream }, unjudged],
      [{ theme: ["SERVICE_DELIVERY"] }, unjudged],
      [{ milestone }, issue],
      [{ ownerOrganisation: organisation }, worst],
      [{ ownerHealthIntegrationTeam: team }, issue],
      [{ ownerGroup: group }, unjudged],
      [{ kind: ["RISK"] }, worst, unjudged],
      [{ status: ["CLOSED"] }, issue],
      [{ likelihood: ["HIGH", "VERY_HIGH"] }, issue],
      [{ impact: ["VERY_HIGH"] }, worst],
      [{ response: ["TRANSFER"] }, worst],
      [{ system }, worst],
      [{ contains: "WORKS" }, issue],
      [{ contains: "again" }, unjudged],
    ];
    expect(await foundByCase(world, "risks", "RiskFilter", cases)).toEqual(hitsByCase("risks", cases));
    expect(await certainties(world, "risks", "RiskFilter", { reviewDue: { to: "2024-07-05" } })).toEqual(sure("risks", [worst, "CERTAIN"]));
    expect(await certainties(world, "risks", "RiskFilter", { raised: { from: "2024-05-10" } })).toEqual(sure("risks", [unjudged, "POSSIBLE"]));
    expect(await certainties(world, "risks", "RiskFilter", { closed: { from: "2024-06-01", to: "2024-06-30" } })).toEqual(sure("risks", [issue, "CERTAIN"]));
    expect(await world.ask(nobody, "{ risks(orderBy: LIKELIHOOD) { nodes { likelihood } } }")).toEqual({ risks: { nodes: [{ likelihood: "HIGH" }, { likelihood: "LOW" }, { likelihood: null }] } });
  });

  it("are reached from what they are about and from their owner, lead back, and are not there for those whom they are not for", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const programme = await world.given.programme({ name: "P" });
    const workstream = await world.given.workstream({ name: "W", programmeId: programme });
    const milestone = await make.milestone({ title: "M", programmeId: programme });
    const [organisation, team, group] = [await world.given.organisation({ name: "O" }), await world.given.healthIntegrationTeam({ name: "H" }), await world.given.group({ name: "G" })];
    const about = { programmeId: programme, workstreamId: workstream, milestoneId: milestone, ownerOrganisationId: organisation, ownerHealthIntegrationTeamId: team, ownerGroupId: group };
    const seen = await make.risk({ title: "Seen", ...about });
    const secret = await make.risk({ title: "Secret", ...about, audience: "MEMBERS", systemId: system });
    const query = `query ($programme: ID!, $workstream: ID!, $milestone: ID!, $organisation: ID!, $team: ID!, $group: ID!, $secret: ID!) {
      programme(id: $programme) { risks { totalCount nodes { title programme { name } workstream { name } milestone { title } ownerOrganisation { name } ownerHealthIntegrationTeam { name } ownerGroup { name } } } }
      workstream(id: $workstream) { risks { totalCount nodes { title } } }
      milestone(id: $milestone) { risks { totalCount nodes { title } } }
      organisation(id: $organisation) { ownedRisks { totalCount nodes { title } } }
      healthIntegrationTeam(id: $team) { ownedRisks { totalCount nodes { title } } }
      group(id: $group) { ownedRisks { totalCount nodes { title } } }
      found: risks(filter: { contains: "secret" }) { totalCount nodes { id } }
      risk(id: $secret) { id }
      node(id: $secret) { id }
    }`;
    const ids = { programme, workstream, milestone, organisation, team, group, secret };
    const one = { totalCount: 1, nodes: [{ title: "Seen" }] };
    const leadsBack = { programme: { name: "P" }, workstream: { name: "W" }, milestone: { title: "M" }, ownerOrganisation: { name: "O" }, ownerHealthIntegrationTeam: { name: "H" }, ownerGroup: { name: "G" } };
    expect(await world.ask(nobody, query, ids)).toEqual({
      programme: { risks: { totalCount: 1, nodes: [{ title: "Seen", ...leadsBack }] } },
      workstream: { risks: one }, milestone: { risks: one }, organisation: { ownedRisks: one }, healthIntegrationTeam: { ownedRisks: one }, group: { ownedRisks: one },
      found: none, risk: null, node: null,
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({ programme: { risks: { totalCount: 2 } }, group: { ownedRisks: { totalCount: 2 } }, risk: { id: secret } });
    expect(await world.ask(nobody, "query ($id: ID!) { risk(id: $id) { likelihood valueStatus(field: \"likelihood\") } }", { id: seen })).toEqual({ risk: { likelihood: null, valueStatus: "UNKNOWN" } });
  });

  it("take one statement for each relation and level", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const grow = async (): Promise<string> => make.risk({ ownerOrganisationId: await world.given.organisation(), milestoneId: await make.milestone() });
    const query = "{ programmes { nodes { risks { nodes { title milestone { title } ownerOrganisation { name } } } } } }";
    await grow();
    const few = await world.answer(nobody, query);
    for (let made = 0; made < 5; made += 1) await grow();
    const many = await world.answer(nobody, query);
    expect(many.errors).toBeUndefined();
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBe(6);
  });
});
