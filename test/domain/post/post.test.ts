import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { readQuantity } from "../../../src/kernel/read-quantity.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { certainties, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { deliveryOf } from "../../support/given-delivery.ts";

const half = readQuantity({ text: "half", operator: "EXACT", fraction: "1/2" });

describe("posts", () => {
  it("are found by where, whose, who holds and who pays for them", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const place = await world.given.place({ parentId: system });
    const programme = await world.given.programme({ placeId: place });
    const [council, board] = [await world.given.organisation({ placeId: place, sector: "LOCAL_GOVERNMENT" }), await world.given.organisation({ name: "ICS" })];
    const [team, award, person] = [await world.given.healthIntegrationTeam(), await world.given.award(), await world.given.person()];
    const coordinator = await make.post({ title: "Coordinator", programmeId: programme, duties: ["Deliver training"], systemId: system });
    const manager = await make.post({ title: "Manager", status: "FILLED", hostId: board, start: "2022", cost: "£50,000" });
    const officer = await make.post({ title: "Officer", status: "FILLED", employerId: council, purpose: "Support the district", end: "March 2025" });
    await make.postHolder({ postId: officer, personId: person });
    await make.postHolder({ postId: manager });
    await make.postFunder({ postId: manager, role: "PART_FUNDER", healthIntegrationTeamId: team });
    await make.postFunder({ postId: coordinator, organisationId: council, share: half, awardId: award });
    const cases: readonly Case[] = [
      [{}, coordinator, manager, officer],
      [{ programme }, coordinator],
      [{ place: system }, coordinator, officer],
      [{ system }, coordinator],
      [{ organisation: board }, manager],
      [{ organisation: council }, officer],
      [{ employer: board }],
      [{ host: board }, manager],
      [{ person }, officer],
      [{ status: ["FILLED", "VACANT"] }, manager, officer],
      [{ hasFunder: true }, coordinator, manager],
      [{ hasFunder: false }, officer],
      [{ funder: { healthIntegrationTeam: team } }, manager],
      [{ funder: { role: ["FUNDER"] } }, coordinator],
      [{ funder: { role: ["FUNDER"], healthIntegrationTeam: team } }],
      [{ funder: { shareStatus: ["NOT_STATED"] } }, manager],
      [{ funder: { award } }, coordinator],
      [{ funder: { sector: ["LOCAL_GOVERNMENT"] } }, coordinator],
      [{ costStatus: ["KNOWN"] }, manager],
      [{ contains: "TRAINING" }, coordinator],
      [{ contains: "district" }, officer],
    ];
    expect(await foundByCase(world, "posts", "PostFilter", cases)).toEqual(hitsByCase("posts", cases));
    expect(await certainties(world, "posts", "PostFilter", { start: { from: "2022-06-01" } })).toEqual(sure("posts", [manager, "POSSIBLE"]));
    expect(await certainties(world, "posts", "PostFilter", { end: { financialYear: "2024-25" } })).toEqual(sure("posts", [officer, "CERTAIN"]));
  });

  it("are reached from programme, organisation, HIT, group, award and person, and lead back", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const [programme, employer, host] = [await world.given.programme({ name: "P" }), await world.given.organisation({ name: "E" }), await world.given.organisation({ name: "Host" })];
    const [team, group, award, person] = [await world.given.healthIntegrationTeam({ name: "H" }), await world.given.group({ name: "G" }), await world.given.award({ title: "A" }), await world.given.person({ name: "Claire Ritchie" })];
    const post = await make.post({ title: "T", programmeId: programme, employerId: employer, hostId: host });
    await make.postHolder({ postId: post, personId: person, since: "2023", until: "not applicable" });
    await make.postHolder({ postId: post, since: "2021", until: "2022" });
    await make.postFunder({ postId: post, role: "PART_FUNDER", healthIntegrationTeamId: team, share: half, awardId: award });
    await make.postFunder({ postId: post, groupId: group, share: half });
    await make.postFunder({ postId: post, organisationId: host });
    const query = `query ($programme: ID!, $employer: ID!, $host: ID!, $team: ID!, $group: ID!, $award: ID!, $person: ID!, $post: ID!) {
      programme(id: $programme) { posts { nodes { title programme { name } } } }
      employer: organisation(id: $employer) { posts { nodes { title employer { name } } } fundedPosts { totalCount } }
      host: organisation(id: $host) { posts { totalCount nodes { host { name } } } fundedPosts { nodes { title } } }
      healthIntegrationTeam(id: $team) { fundedPosts { nodes { title } } }
      group(id: $group) { fundedPosts { nodes { title } } }
      fundingAward(id: $award) { posts { nodes { title } } }
      person(id: $person) { posts { nodes { since { text } post { title } } } }
      post(id: $post) {
        holders { totalCount nodes { person { name } valueStatus(field: "person") } }
        now: holders(filter: { on: "2024-01-01" }) { edges { certainty node { person { name } } } }
        funders { partyKind role share { fraction } healthIntegrationTeam { name } award { title } post { title } }
        fundingComplete
        funding { status knownShare knownCount unknownCount }
      }
    }`;
    const data = await world.ask<{ post: { funders: readonly unknown[] } }>(nobody, query, { programme, employer, host, team, group, award, person, post });
    const one = { nodes: [{ title: "T" }] };
    expect(data).toMatchObject({
      programme: { posts: { nodes: [{ title: "T", programme: { name: "P" } }] } },
      employer: { posts: { nodes: [{ title: "T", employer: { name: "E" } }] }, fundedPosts: { totalCount: 0 } },
      host: { posts: { totalCount: 1, nodes: [{ host: { name: "Host" } }] }, fundedPosts: one },
      healthIntegrationTeam: { fundedPosts: one },
      group: { fundedPosts: one },
      fundingAward: { posts: one },
      person: { posts: { nodes: [{ since: { text: "2023" }, post: { title: "T" } }] } },
      post: {
        holders: { totalCount: 2, nodes: [{ person: null, valueStatus: "UNKNOWN" }, { person: { name: "Claire Ritchie" }, valueStatus: "KNOWN" }] },
        now: { edges: [{ certainty: "CERTAIN", node: { person: { name: "Claire Ritchie" } } }] },
        fundingComplete: false,
        funding: { status: "NOT_KNOWN", knownShare: "1/1", knownCount: 2, unknownCount: 1 },
      },
    });
    expect(data.post.funders).toContainEqual({
      partyKind: "HEALTH_INTEGRATION_TEAM", role: "PART_FUNDER", share: { fraction: "1/2" }, healthIntegrationTeam: { name: "H" }, award: { title: "A" }, post: { title: "T" },
    });
  });

  it("have complete funding on a day only if all shares are known and add up to the whole", async () => {
    const world = await openWorld("2024-07-05");
    const make = deliveryOf(world);
    const post = await make.post();
    await make.postFunder({ postId: post, share: half, period: "2024-25" });
    const query = "query ($id: ID!) { post(id: $id) { fundingComplete funding { status } } }";
    expect(await world.ask(nobody, query, { id: post })).toEqual({ post: { fundingComplete: false, funding: { status: "PARTIAL" } } });
    await make.postFunder({ postId: post, share: half });
    expect(await world.ask(nobody, query, { id: post })).toEqual({ post: { fundingComplete: true, funding: { status: "COMPLETE" } } });
    expect(await world.ask(nobody, `query ($id: ID!) { post(id: $id) { fundingComplete(on: "2025-04-01") } }`, { id: post })).toEqual({ post: { fundingComplete: false } });
  });

  it("keep what is not for everybody, and who is, hidden through every path", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const [programme, organisation, team, award] = [await world.given.programme(), await world.given.organisation(), await world.given.healthIntegrationTeam(), await world.given.award()];
    const person = await world.given.person({ name: "Ada Hidden", visibility: "MEMBERS_ONLY", systemId: system });
    const secret = await make.post({ title: "Secret", programmeId: programme, employerId: organisation, ...hidden });
    await make.postFunder({ postId: secret, healthIntegrationTeamId: team, awardId: award });
    const open = await make.post({ title: "Open", hostId: organisation });
    const holder = await make.postHolder({ postId: open, personId: person });
    await make.postFunder({ postId: open, healthIntegrationTeamId: team, ...hidden });
    const query = `query ($programme: ID!, $organisation: ID!, $team: ID!, $award: ID!, $person: ID!, $secret: ID!, $open: ID!, $holder: ID!) {
      posts { totalCount nodes { title } }
      byPerson: posts(filter: { person: $person }) { totalCount nodes { title } }
      byFunder: posts(filter: { funder: { healthIntegrationTeam: $team } }) { totalCount nodes { title } }
      programme(id: $programme) { posts { totalCount nodes { title } } fundingSummary { postsWithUnknownFunding { totalCount nodes { title } } } }
      organisation(id: $organisation) { posts { nodes { title } } }
      healthIntegrationTeam(id: $team) { fundedPosts { totalCount nodes { title } } fundingSummary { postsWithUnknownFunding { totalCount nodes { title } } } }
      fundingAward(id: $award) { posts { totalCount nodes { title } } }
      fundingSummary { postsWithUnknownFunding { totalCount nodes { title } } }
      person(id: $person) { posts { totalCount } }
      post(id: $secret) { id }
      open: post(id: $open) { holders { nodes { person { name } valueStatus(field: "person") } } funders { id } funding { status } }
      nodes(ids: [$secret, $holder]) { id ... on PostHolder { person { name } } }
    }`;
    const ids = { programme, organisation, team, award, person, secret, open, holder };
    expect(await world.ask(nobody, query, ids)).toEqual({
      posts: { totalCount: 1, nodes: [{ title: "Open" }] }, byPerson: none, byFunder: none,
      programme: { posts: none, fundingSummary: { postsWithUnknownFunding: none } },
      organisation: { posts: { nodes: [{ title: "Open" }] } },
      healthIntegrationTeam: { fundedPosts: none, fundingSummary: { postsWithUnknownFunding: none } },
      fundingAward: { posts: none }, fundingSummary: { postsWithUnknownFunding: none }, person: null, post: null,
      open: { holders: { nodes: [{ person: null, valueStatus: "WITHHELD" }] }, funders: [], funding: { status: "NOT_RECORDED" } },
      nodes: [null, { id: holder, person: null }],
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({
      posts: { totalCount: 2 }, byPerson: { nodes: [{ title: "Open" }] }, byFunder: { totalCount: 2 },
      healthIntegrationTeam: { fundedPosts: { totalCount: 2 } }, fundingSummary: { postsWithUnknownFunding: { totalCount: 2 } }, person: { posts: { totalCount: 1 } },
      open: { holders: { nodes: [{ person: { name: "Ada Hidden" } }] } },
    });
  });
});

const gives = (...nodes: readonly object[]): unknown => ({ fundingSummary: { postsWithUnknownFunding: { nodes } } });

describe("the posts with unknown funding of a funding summary", () => {
  it("are those for which somebody pays nobody knows how much, within the same filter", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const [place, system] = [await world.given.place(), await world.given.place({ level: "SYSTEM" })];
    const [programme, other] = [await world.given.programme({ placeId: place }), await world.given.programme({ name: "Other" })];
    const workstream = await world.given.workstream({ programmeId: programme });
    const [team, funder] = [await world.given.healthIntegrationTeam(), await world.given.organisation()];
    const coordinator = await make.post({ title: "Coordinator", programmeId: programme, purpose: "Model", systemId: system });
    await make.postFunder({ postId: coordinator, description: "System partners" });
    const manager = await make.post({ title: "Manager" });
    await make.postFunder({ postId: manager, role: "PART_FUNDER", healthIntegrationTeamId: team });
    await make.post({ title: "Officer, for whom nobody is recorded as paying", programmeId: programme });
    const paid = await make.post({ title: "Paid", programmeId: other });
    await make.postFunder({ postId: paid, organisationId: funder, share: readQuantity({ text: "all of it", operator: "EXACT", fraction: "1/1" }) });
    const all = { coordinator: { title: "Coordinator" }, manager: { title: "Manager" } };
    const summary = async (filter: object): Promise<unknown> => world.ask(nobody, "query ($filter: FundingSummaryFilter) { fundingSummary(filter: $filter) { postsWithUnknownFunding { nodes { title } } } }", { filter });
    expect(await summary({})).toEqual(gives(all.coordinator, all.manager));
    expect(await summary({ programme })).toEqual(gives(all.coordinator));
    expect(await summary({ programme: other })).toEqual(gives());
    expect(await summary({ healthIntegrationTeam: team })).toEqual(gives(all.manager));
    expect(await summary({ healthIntegrationTeam: team, programme })).toEqual(gives());
    expect(await summary({ place })).toEqual(gives(all.coordinator));
    expect(await summary({ system })).toEqual(gives(all.coordinator));
    expect(await summary({ contains: "model" })).toEqual(gives(all.coordinator));
    expect(await summary({ party: { role: ["PART_FUNDER"] } })).toEqual(gives(all.manager));
    expect(await summary({ party: { role: ["RECIPIENT"] } })).toEqual(gives());
    expect(await summary({ workstream })).toEqual(gives());
    const lent = `query ($programme: ID!, $team: ID!, $workstream: ID!) {
      programme(id: $programme) { fundingSummary { postsWithUnknownFunding { nodes { title } } } }
      healthIntegrationTeam(id: $team) { fundingSummary { postsWithUnknownFunding { nodes { title } } } }
      workstream(id: $workstream) { fundingSummary { postsWithUnknownFunding { nodes { title } } } }
    }`;
    expect(await world.ask(nobody, lent, { programme, team, workstream })).toEqual({
      programme: { fundingSummary: { postsWithUnknownFunding: { nodes: [all.coordinator] } } },
      healthIntegrationTeam: { fundingSummary: { postsWithUnknownFunding: { nodes: [all.manager] } } },
      workstream: { fundingSummary: { postsWithUnknownFunding: { nodes: [] } } },
    });
  });

  it("take one statement for each relation and level, and so do posts", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const grow = async (): Promise<void> => {
      const programmeId = await world.given.programme();
      const postId = await make.post({ programmeId, employerId: await world.given.organisation() });
      await make.postFunder({ postId, healthIntegrationTeamId: await world.given.healthIntegrationTeam() });
      await make.postHolder({ postId, personId: await world.given.person() });
    };
    const query = `{
      programmes { nodes { fundingSummary { postsWithUnknownFunding { nodes { title } } } posts { nodes { employer { name } holders { nodes { person { name } } } funders { healthIntegrationTeam { name } } fundingComplete } } } }
      healthIntegrationTeams { nodes { fundingSummary { postsWithUnknownFunding { nodes { title } } } fundedPosts { nodes { title } } } }
    }`;
    await grow();
    const few = await world.answer(nobody, query);
    for (let made = 0; made < 5; made += 1) await grow();
    const many = await world.answer(nobody, query);
    expect(many.errors).toBeUndefined();
    expect(many.statements).toBe(few.statements);
    // programmes, HITs; awards and totals of each; posts and funders beside them; posts, employers, holders, people, funders, HITs; funded, posts
    expect(many.statements).toBeLessThanOrEqual(21);
  });
});
