import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { realisationKindOf } from "../../../src/domain/learning/recommendation/rules.ts";
import { postKind } from "../../../src/domain/resources/post/table.ts";
import { trainingProgrammeKind } from "../../../src/domain/resources/training/table.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { certainties, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { learningOf } from "../../support/given-learning.ts";

const nothingElse = { workstreamId: null, milestoneId: null, postId: null, trainingProgrammeId: null, groupId: null, eventSeriesId: null, outputId: null };

describe("realisationKindOf", () => {
  it.each([
    [{ workstreamId: "ws_1" }, "WORKSTREAM"],
    [{ milestoneId: "ms_1" }, "MILESTONE"],
    [{ postId: "po_1" }, "POST"],
    [{ trainingProgrammeId: "tp_1" }, "TRAINING_PROGRAMME"],
    [{ groupId: "gr_1" }, "GROUP"],
    [{ eventSeriesId: "es_1" }, "EVENT_SERIES"],
    [{ outputId: "ou_1" }, "OUTPUT"],
    [{}, "DESCRIBED"],
  ])("takes %j for %s", (what, kind) => {
    expect(realisationKindOf({ ...nothingElse, ...what })).toBe(kind);
  });
});

describe("recommendations", () => {
  it("are found by where, by whom, to whom, and by what became of them", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const programme = await world.given.programme({ placeId: system });
    const [group, council] = [await world.given.group(), await world.given.organisation({ sector: "LOCAL_GOVERNMENT" })];
    const output = await make.output({ placeId: system });
    const first = await make.recommendation({ outputId: output, position: 1, addressedToGroupId: group, programmeId: programme, systemId: system });
    const second = await make.recommendation({ outputId: output, position: 2, statement: "Hold events", status: "ACCEPTED", response: "Yes", responded: "May 2023", addressedToOrganisationId: council });
    const third = await make.recommendation({ outputId: await make.output({ title: "Zoning" }), position: 3, responded: "not stated" });
    await make.realisation({ recommendationId: second, description: "Events are held" });
    const cases: readonly Case[] = [
      [{}, first, second, third],
      [{ place: system }, first, second],
      [{ system }, first],
      [{ programme }, first],
      [{ output }, first, second],
      [{ status: ["ACCEPTED", "REJECTED"] }, second],
      [{ addressedToGroup: group }, first],
      [{ addressedToOrganisation: council }, second],
      [{ sector: ["LOCAL_GOVERNMENT"] }, second],
      [{ answered: true }, second],
      [{ answered: false }, first, third],
      [{ realised: true }, second],
      [{ realised: false }, first, third],
      [{ realisedBy: ["DESCRIBED"] }, second],
      [{ realisedBy: ["POST"] }],
      [{ statementContains: "EVENTS" }, second],
    ];
    expect(await foundByCase(world, "recommendations", "RecommendationFilter", cases)).toEqual(hitsByCase("recommendations", cases));
    expect(await certainties(world, "recommendations", "RecommendationFilter", { responded: { from: "2023-05-10" } })).toEqual(sure("recommendations", [second, "POSSIBLE"]));
  });

  it("lead to what puts them into practice, and back", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const programme = await world.given.programme();
    const [group, organisation, output] = [await world.given.group(), await world.given.organisation(), await make.output()];
    const recommendation = await make.recommendation({ outputId: output, programmeId: programme, addressedToGroupId: group, addressedToOrganisationId: organisation });
    const what = {
      workstream: await world.given.workstream({ programmeId: programme }), milestone: await make.milestone({ programmeId: programme }), group, eventSeries: await make.series(), output,
      post: await world.record(postKind, { title: "Coordinator", status: "PROPOSED" }), trainingProgramme: await world.record(trainingProgrammeKind, { name: "Tiers", status: "PROPOSED" }),
    };
    for (const [name, id] of Object.entries(what)) await make.realisation({ recommendationId: recommendation, [`${name}Id`]: id });
    const realises = "realises { recommendation { id } }";
    const kinds = Object.keys(what).map((name) => `${name} { id }`).join(" ");
    const query = `query ($recommendation: ID!, $output: ID!, $programme: ID!, $group: ID!, $organisation: ID!) {
      recommendation(id: $recommendation) { output { id } programme { id } addressedToGroup { id } addressedToOrganisation { id } realisations { realisationKind ${kinds} } }
      output(id: $output) { recommendations { nodes { id } } ${realises} }
      programme(id: $programme) { recommendations { nodes { id } } }
      group(id: $group) { recommendationsTo { nodes { id } } ${realises} }
      organisation(id: $organisation) { recommendationsTo { nodes { id } } }
    }`;
    const there = { nodes: [{ id: recommendation }] };
    const back = [{ recommendation: { id: recommendation } }];
    const data = await world.ask(nobody, query, { recommendation, output, programme, group, organisation });
    expect(data).toMatchObject({
      recommendation: { output: { id: output }, programme: { id: programme }, addressedToGroup: { id: group }, addressedToOrganisation: { id: organisation } },
      output: { recommendations: there, realises: back }, programme: { recommendations: there }, group: { recommendationsTo: there, realises: back }, organisation: { recommendationsTo: there },
    });
    const nothing = Object.fromEntries(Object.keys(what).map((name) => [name, null]));
    const each = Object.entries(what).map(([name, id]) => ({ ...nothing, realisationKind: name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(), [name]: { id } }));
    expect(data).toHaveProperty("recommendation.realisations", expect.arrayContaining(each));
    const others = `query ($workstream: ID!, $milestone: ID!, $post: ID!, $trainingProgramme: ID!, $eventSeries: ID!) {
      workstream(id: $workstream) { ${realises} } milestone(id: $milestone) { ${realises} } eventSeries(id: $eventSeries) { ${realises} }
      post: node(id: $post) { ... on Post { ${realises} } } training: node(id: $trainingProgramme) { ... on TrainingProgramme { ${realises} } }
    }`;
    const realised = { realises: back };
    expect(await world.ask(nobody, others, what)).toEqual({ workstream: realised, milestone: realised, eventSeries: realised, post: realised, training: realised });
  });

  it("tell an answer that is not stated from one that nobody has looked for", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const id = await make.recommendation({ responded: "not stated", gaps: { response: "NOT_STATED", addressedToGroupId: "NOT_APPLICABLE" } });
    const query = `query ($id: ID!) { recommendation(id: $id) { response responded { status } addressedTo
      ofResponse: valueStatus(field: "response") ofGroup: valueStatus(field: "addressedToGroup") ofWords: valueStatus(field: "addressedTo") } }`;
    expect(await world.ask(nobody, query, { id })).toEqual({
      recommendation: { response: null, responded: { status: "NOT_STATED" }, addressedTo: null, ofResponse: "NOT_STATED", ofGroup: "NOT_APPLICABLE", ofWords: "UNKNOWN" },
    });
  });

  it("of the members only, and what hidden things put into practice, are there for nobody else", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const [output, group] = [await make.output(), await world.given.group()];
    const recommendation = await make.recommendation({ ...hidden, outputId: output, addressedToGroupId: group, position: 1 });
    const open = await make.recommendation({ outputId: output, position: 2 });
    await make.realisation({ ...hidden, recommendationId: open, groupId: group });
    const query = `query ($recommendation: ID!, $open: ID!, $output: ID!, $group: ID!) {
      recommendations { totalCount nodes { id } }
      realised: recommendations(filter: { realised: true }) { totalCount nodes { id } }
      realisedBy: recommendations(filter: { realisedBy: [GROUP] }) { totalCount nodes { id } }
      recommendation(id: $recommendation) { id }
      node(id: $recommendation) { id }
      output(id: $output) { recommendations { totalCount } }
      group(id: $group) { recommendationsTo { totalCount nodes { id } } realises { id } }
      open: recommendation(id: $open) { realisations { id } }
    }`;
    const ids = { recommendation, open, output, group };
    expect(await world.ask(nobody, query, ids)).toEqual({
      recommendations: { totalCount: 1, nodes: [{ id: open }] }, realised: none, realisedBy: none, recommendation: null, node: null,
      output: { recommendations: { totalCount: 1 } }, group: { recommendationsTo: none, realises: [] }, open: { realisations: [] },
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({ recommendations: { totalCount: 2 }, realised: { nodes: [{ id: open }] }, recommendation: { id: recommendation } });
  });

  it("take one statement for each relation and level, however many there are", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    for (let made = 0; made < 6; made += 1) {
      const recommendationId = await make.recommendation({ addressedToGroupId: await world.given.group() });
      await make.realisation({ recommendationId, milestoneId: await make.milestone() });
      await make.realisation({ recommendationId, outputId: await make.output() });
    }
    const { statements } = await world.answer(nobody, "{ outputs { nodes { recommendations { nodes { addressedToGroup { name } realisations { milestone { title } output { title } } } } } } }");
    // outputs, recommendations, groups, realisations, milestones, outputs
    expect(statements).toBe(8);
  });
});
