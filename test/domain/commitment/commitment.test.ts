import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { makerOf } from "../../../src/domain/promises/commitment/rules.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { certainties, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { learningOf } from "../../support/given-learning.ts";
import { promisesOf } from "../../support/given-promises.ts";

describe("makerOf", () => {
  it.each([
    [{ organisationId: "or_1", groupId: null }, "ORGANISATION"],
    [{ organisationId: null, groupId: "gr_1" }, "GROUP"],
    [{ organisationId: null, groupId: null }, "PLACE"],
  ])("takes %j for %s", (commitment, maker) => {
    expect(makerOf(commitment)).toBe(maker);
  });
});

describe("commitments", () => {
  it("are found by where, who made and secured them, where they stand and what happened to them", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const place = await world.given.place({ parentId: system });
    const partnership = await world.given.organisation({ sector: "PARTNERSHIP" });
    const [group, team, programme] = [await world.given.group(), await world.given.healthIntegrationTeam(), await world.given.programme()];
    const [strategy, page] = [await learningOf(world).output({ title: "Strategy" }), await learningOf(world).output({ title: "Page" })];
    const first = await make.commitment({ statement: "A: be trauma informed", organisationId: partnership, placeId: system, systemId: system, securedByHealthIntegrationTeamId: team, partOfId: strategy });
    const second = await make.commitment({ statement: "B: adopt an approach", placeId: place, publishedInId: page, programmeId: programme });
    const third = await make.commitment({ statement: "C: meet", groupId: group, securedByOrganisationId: partnership });
    const milestone = await world.given.milestone();
    await make.commitmentEvent({ commitmentId: first, kind: "SECURED", date: "2021-22" });
    await make.commitmentEvent({ commitmentId: first, kind: "PUBLISHED", date: "July 2023" });
    await make.commitmentEvent({ commitmentId: second, kind: "MADE", date: "not stated", milestoneId: milestone });
    await make.commitmentEvent({ commitmentId: third, kind: "SECURED", date: "5 July 2021" });

    const cases: readonly Case[] = [
      [{ place: system }, first, second],
      [{ place }, second],
      [{ system }, first],
      [{ maker: ["PLACE", "GROUP"] }, second, third],
      [{ organisation: partnership }, first],
      [{ sector: ["PARTNERSHIP"] }, first],
      [{ group }, third],
      [{ securedByHealthIntegrationTeam: team }, first],
      [{ securedByOrganisation: partnership }, third],
      [{ output: strategy }, first],
      [{ output: page }, second],
      [{ programme }, second],
      [{ event: { kind: ["MADE"] } }, second],
      [{ event: { milestone } }, second],
      [{ event: { kind: ["SECURED"], date: { from: "2023-04-01" } } }],
      [{ event: { kind: ["PUBLISHED"], date: { financialYear: "2023-24" } } }, first],
      [{ statementContains: "TRAUMA" }, first],
    ];
    expect(await foundByCase(world, "commitments", "CommitmentFilter", cases)).toEqual(hitsByCase("commitments", cases));
    expect(await certainties(world, "commitments", "CommitmentFilter", { event: { date: { from: "2021-06-01", to: "2021-07-31" } } })).toEqual(
      sure("commitments", [first, "POSSIBLE"], [third, "CERTAIN"]),
    );
  });

  it("are reached from either end", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const [place, organisation, group] = [await world.given.place(), await world.given.organisation(), await world.given.group()];
    const [team, programme, milestone] = [await world.given.healthIntegrationTeam(), await world.given.programme(), await world.given.milestone()];
    const output = await learningOf(world).output();
    const commitment = await make.commitment({
      placeId: place, organisationId: organisation, groupId: group, securedByHealthIntegrationTeamId: team, securedByOrganisationId: organisation,
      publishedInId: output, partOfId: output, programmeId: programme,
    });
    const event = await make.commitmentEvent({ commitmentId: commitment, kind: "SECURED", date: "2021-22", milestoneId: milestone });
    const list = "{ nodes { id } }";
    const data = await world.ask(
      nobody,
      `query ($commitment: ID!, $event: ID!, $place: ID!, $organisation: ID!, $group: ID!, $team: ID!, $programme: ID!, $output: ID!, $milestone: ID!) {
        commitment(id: $commitment) {
          maker place { id } organisation { id } group { id } securedByHealthIntegrationTeam { id } securedByOrganisation { id }
          publishedIn { id } partOf { id } programme { id } events { kind date { plain } milestone { id } }
        }
        event: node(id: $event) { ... on CommitmentEvent { commitment { id } } }
        place: node(id: $place) { ... on Place { commitments ${list} } }
        organisation(id: $organisation) { commitments ${list} securedCommitments ${list} }
        group(id: $group) { commitments ${list} }
        healthIntegrationTeam(id: $team) { securedCommitments ${list} }
        programme(id: $programme) { commitments ${list} }
        output(id: $output) { publishedCommitments ${list} commitments ${list} }
        milestone(id: $milestone) { commitmentEvents { id } }
      }`,
      { commitment, event, place, organisation, group, team, programme, output, milestone },
    );
    const there = { nodes: [{ id: commitment }] };
    expect(data).toEqual({
      commitment: {
        maker: "ORGANISATION", place: { id: place }, organisation: { id: organisation }, group: { id: group }, securedByHealthIntegrationTeam: { id: team },
        securedByOrganisation: { id: organisation }, publishedIn: { id: output }, partOf: { id: output }, programme: { id: programme },
        events: [{ kind: "SECURED", date: { plain: "2021-22" }, milestone: { id: milestone } }],
      },
      event: { commitment: { id: commitment } },
      place: { commitments: there },
      organisation: { commitments: there, securedCommitments: there },
      group: { commitments: there },
      healthIntegrationTeam: { securedCommitments: there },
      programme: { commitments: there },
      output: { publishedCommitments: there, commitments: there },
      milestone: { commitmentEvents: [{ id: event }] },
    });
  });

  it("of the members only, and events of theirs, are there for nobody else", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const [organisation, milestone] = [await world.given.organisation(), await world.given.milestone()];
    const secret = await make.commitment({ ...hidden, statement: "Secret", organisationId: organisation });
    const open = await make.commitment({ statement: "Open", organisationId: await world.given.organisation({ ...hidden, sector: "NHS" }) });
    const event = await make.commitmentEvent({ ...hidden, commitmentId: open, kind: "RENEWED", date: "5 July 2024", milestoneId: milestone });
    const query = `query ($secret: ID!, $open: ID!, $organisation: ID!, $event: ID!, $milestone: ID!) {
      bySector: commitments(filter: { sector: [NHS] }) { totalCount nodes { id } }
      byEvent: commitments(filter: { event: { kind: [RENEWED] } }) { totalCount nodes { id } }
      byStatement: commitments(filter: { statementContains: "secret" }) { totalCount nodes { id } }
      secret: commitment(id: $secret) { id }
      nodes(ids: [$secret, $event]) { id }
      open: commitment(id: $open) { maker organisation { name } valueStatus(field: "organisation") events { id } }
      organisation(id: $organisation) { commitments { totalCount nodes { id } } }
      milestone(id: $milestone) { commitmentEvents { id } }
    }`;
    const ids = { secret, open, organisation, event, milestone };
    expect(await world.ask(nobody, query, ids)).toEqual({
      bySector: none, byEvent: none, byStatement: none, secret: null, nodes: [null, null],
      open: { maker: "ORGANISATION", organisation: null, valueStatus: "WITHHELD", events: [] },
      organisation: { commitments: none },
      milestone: { commitmentEvents: [] },
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({
      bySector: { totalCount: 1 }, byEvent: { totalCount: 1 }, secret: { id: secret }, open: { valueStatus: "KNOWN", events: [{ id: event }] }, milestone: { commitmentEvents: [{ id: event }] },
    });
  });

  it("take one statement for each relation and level", async () => {
    const world = await openWorld();
    const make = promisesOf(world);
    const query = "{ places(first: 100) { nodes { commitments { totalCount nodes { organisation { name } partOf { title } events { milestone { title } } } } } } }";
    const more = async (): Promise<void> => {
      const commitmentId = await make.commitment({ placeId: await world.given.place(), organisationId: await world.given.organisation(), partOfId: await learningOf(world).output() });
      await make.commitmentEvent({ commitmentId, milestoneId: await world.given.milestone() });
    };
    await more();
    const few = await world.answer(nobody, query);
    for (let made = 0; made < 5; made += 1) await more();
    const many = await world.answer(nobody, query);
    expect(many.errors).toBeUndefined();
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBe(9);
  });
});
