import { describe, expect, it } from "vitest";
import { holding, memberOf } from "../../support/domain-world.ts";
import { FORM } from "./form-query.ts";
import { answered, updated, updateWorld } from "./update-world.ts";

const NEWEST = "history(first: 1) { nodes { entry act reason } }";

const CITED = "{ quote line source { title address } }";

const one = { expectedVersion: 1 };
const seen = (id: string): object => ({ id, ...one });

const saying = (fields: object): unknown => expect.objectContaining(fields);
const among = (records: readonly object[]): unknown => expect.arrayContaining(records.map(saying));
const said = (...records: object[]): unknown => ({ nodes: among(records) });
const page = (...records: object[]): unknown => ({ nodes: records.map(saying), pageInfo: { hasNextPage: false } });

describe("updateWorkstream", () => {
  it("does every act that it lists, in one entry", async () => {
    const { world, workstream, programme, system, own, lead, make } = await updateWorld();
    const milestone = async (title: string): Promise<string> => world.given.milestone({ title, programmeId: programme, systemId: system, workstreamId: workstream });
    const [met, partly, missed, late, cancelled] = [await milestone("Met"), await milestone("Partly"), await milestone("Missed"), await milestone("Late"), await milestone("Cancelled")];
    const ended = await make.risk({ title: "Ended", programmeId: programme, systemId: system, workstreamId: workstream });
    const ownerOrganisation = await world.given.organisation();
    const acts = [
      { amendWorkstream: { id: workstream, ...one, name: "Learning" } },
      { startWorkstream: { id: workstream, ...one } },
      { planMilestone: { programme, workstream, title: "Planned", type: "LAUNCH", baseline: { text: "May 2099" } } },
      { rewordMilestone: { id: own.milestone, ...one, title: "Soft launch" } },
      { reforecastMilestone: { id: own.milestone, ...one, forecast: { text: "April 2099" } } },
      { meetMilestone: { id: met, ...one, actual: { text: "March 2024" } } },
      { partlyMeetMilestone: { id: partly, ...one, actual: { text: "March 2024" } } },
      { missMilestone: { id: missed, ...one } },
      { sayMilestoneNotDone: { id: late, ...one, saidOn: "2024-04-01" } },
      { cancelMilestone: { id: cancelled, ...one } },
      { addCriterion: { workstream, statement: "Added" } },
      { supplyCriterion: { id: own.criterion, ...one, evidence: "Minutes" } },
      { reportMeasure: { measure: own.measure, value: { text: "40 people" }, asAt: { text: "31 March 2024" } } },
      { draftStatusReport: { workstream, period: { text: "April 2024" }, narrative: "Begun" } },
      { reviseStatusReport: { id: own.report, ...one, narrative: "Went well", items: { add: [{ kind: "NEXT", statement: "Launch" }] } } },
      { submitStatusReport: { id: own.report, ...one } },
      { raiseRisk: { programme, workstream, title: "Raised", kind: "RISK", ownerOrganisation } },
      { raiseRisk: { programme, milestone: own.milestone, title: "Raised of a milestone", kind: "RISK", ownerOrganisation } },
      { reviewRisk: { id: own.risk, ...one, likelihood: "HIGH" } },
      { closeRisk: { id: ended, ...one } },
    ];
    const head = world.ledger.head();
    const answer = await updated(world, lead, workstream, acts, { reason: "Agreed in March" });
    expect(answer).toEqual({ workstream: { id: workstream, version: 2, name: "Learning", status: "IN_PROGRESS" }, entry: head + 1, isRepeat: false, problems: [] });
    expect(world.ledger.head()).toBe(head + 1);

    const state = await world.ask(lead, `query ($id: ID!) { workstream(id: $id) { ${NEWEST}
      milestones { nodes { title status version forecast { text } saidNotDoneOn ${NEWEST} } } criteria { nodes { statement status evidence } }
      measures { nodes { latestActual { value { text } } } } risks { nodes { title status likelihood closeReason } } statusReports { nodes { title status narrative version } } } }`, { id: workstream });
    const history = { nodes: [{ entry: answer.entry, act: "WORKSTREAM_UPDATE", reason: "Agreed in March" }] };
    expect(state).toEqual({ workstream: {
      history,
      milestones: said(
        { title: "Soft launch", version: 2, forecast: { text: "April 2099" }, history }, { title: "Planned", status: "SCHEDULED", version: 1, history }, { title: "Met", status: "MET" },
        { title: "Partly", status: "PARTIALLY_MET" }, { title: "Missed", status: "NOT_MET" }, { title: "Late", status: "SCHEDULED", saidNotDoneOn: "2024-04-01" }, { title: "Cancelled", status: "CANCELLED" },
      ),
      criteria: said({ statement: "Added", status: "OUTSTANDING" }, { status: "SUPPLIED", evidence: "Minutes" }),
      measures: said({ latestActual: { value: { text: "40 people" } } }),
      risks: said({ title: "Raised" }, { title: "No post holder", likelihood: "HIGH" }, { title: "Ended", status: "CLOSED", closeReason: "Agreed in March" }),
      statusReports: said({ title: "March", status: "SUBMITTED", narrative: "Went well", version: 2 }, { status: "DRAFT", narrative: "Begun" }),
    } });
  });

  it("begins a report and hands it in, with the links and sources that the month rests on, and answers with all that it changed", async () => {
    const { world, programme, system, workstream, own, lead } = await updateWorld();
    const fresh = await world.given.workstream({ name: "Awareness", programmeId: programme, systemId: system });
    const here = holding("LEAD", fresh, system);
    const source = await world.given.source({ title: "Board paper", address: "https://example.org/board-paper" });
    const milestone = await world.given.milestone({ title: "Met", programmeId: programme, workstreamId: fresh, systemId: system });
    const criterion = await world.given.criterion({ workstreamId: fresh, systemId: system });
    const acts = [
      { meetMilestone: { id: milestone, ...one, actual: { text: "March 2024" } } },
      { supplyCriterion: { id: criterion, ...one, evidence: "Minutes", evidenceAddress: "https://example.org/minutes" } },
      { draftStatusReport: { workstream: fresh, period: { text: "March 2024" }, narrative: "Went well", items: [{ kind: "ACHIEVED", statement: "Launch", milestone }], submit: true } },
    ];
    const citations = [{ source, record: milestone, fields: ["actual"], quote: "was held in March" }, { source, record: criterion }, { source, line: 3 }];
    const answer = await updated(world, here, fresh, acts, { citations, all: true });
    expect(answer).toMatchObject({ problems: [], changed: among([
      { __typename: "Milestone", id: milestone, version: 2 }, { __typename: "Criterion", id: criterion, version: 2 }, { __typename: "StatusReport", version: 1 }, { __typename: "StatusReportItem", version: 1 },
    ]) });
    const sources = { source: { title: "Board paper", address: "https://example.org/board-paper" } };
    expect(await world.ask(here, `query ($id: ID!, $criterion: ID!) { workstream(id: $id) { provenance ${CITED} milestones { nodes { provenance(field: "actual") ${CITED} } } statusReports { nodes { status submitted { status } published { status } } } } criteria { nodes { id evidenceAddress } } node(id: $criterion) { ... on Criterion { provenance ${CITED} } } }`, { id: fresh, criterion })).toMatchObject({
      workstream: {
        provenance: among([{ line: 3, ...sources }]), milestones: { nodes: [{ provenance: [{ quote: "was held in March", ...sources }] }] },
        statusReports: { nodes: [{ status: "SUBMITTED", submitted: { status: "KNOWN" }, published: { status: "NOT_APPLICABLE" } }] },
      },
      criteria: said({ id: criterion, evidenceAddress: "https://example.org/minutes" }), node: { provenance: among([sources]) },
    });
    // What is not of this update is not cited for in it.
    expect(await updated(world, lead, workstream, [{ rewordMilestone: { id: own.milestone, ...one, title: "Soft launch" } }], { citations: [{ source, record: milestone }] })).toMatchObject({
      problems: [{ code: "BAD_CITATION", path: ["citations", "0", "record"] }],
    });
  });

  it("hands in no report at once that could not be handed in later", async () => {
    const { world, programme, system } = await updateWorld();
    const workstream = await world.given.workstream({ name: "Awareness", programmeId: programme, systemId: system });
    const begun = (report: object) => updated(world, holding("LEAD", workstream, system), workstream, [{ draftStatusReport: { workstream, submit: true, ...report } }]);
    expect(await begun({ period: { text: "May 2099" } })).toMatchObject({ problems: [
      { code: "MISSING_FIELD", path: ["update", "acts", "0", "draftStatusReport", "narrative"] }, { code: "NOT_YET", path: ["update", "acts", "0", "draftStatusReport", "period"] },
    ] });
  });

  it("does what is said later in the year, each act seeing what those before it did", async () => {
    const { world, make, programme, system } = await updateWorld();
    const workstream = await world.given.workstream({ programmeId: programme, systemId: system, status: "IN_PROGRESS" });
    const milestone = await make.milestone({ programmeId: programme, systemId: system, workstreamId: workstream });
    const lead = holding("LEAD", workstream, system);
    expect(await updated(world, lead, workstream, [{ pauseWorkstream: seen(workstream) }, { resumeWorkstream: seen(workstream) }, { reportWorkstreamReady: seen(workstream) }])).toMatchObject({ workstream: { status: "READY", version: 2 }, problems: [] });
    expect(await updated(world, lead, workstream, [{ meetMilestone: { id: milestone, ...one, actual: { text: "March 2024" } } }, { missMilestone: { id: milestone, ...one } }])).toMatchObject({
      workstream: null, problems: [{ code: "NOT_ALLOWED_NOW", path: ["update", "acts", "1", "missMilestone"] }],
    });
  });

  it("takes two acts on one record that was read once, though a colleague has changed other fields of it", async () => {
    const { world, workstream, own, lead } = await updateWorld();
    const type = { rewordMilestone: { id: own.milestone, ...one, type: "EVENT" } };
    expect(await updated(world, holding("DEPUTY", workstream), workstream, [type])).toMatchObject({ problems: [] });
    const acts = [
      { reforecastMilestone: { id: own.milestone, ...one, forecast: { text: "April 2099" } } },
      { rewordMilestone: { id: own.milestone, ...one, title: "Soft launch" } },
      { reforecastMilestone: { id: own.milestone, ...one, forecast: { text: "May 2099" } } },
      { meetMilestone: { id: own.milestone, ...one, actual: { text: "March 2024" } } },
    ];
    expect(await updated(world, lead, workstream, acts)).toMatchObject({ problems: [] });
    expect(await world.ask(lead, "query ($id: ID!) { milestone(id: $id) { title type status version forecast { text } } }", { id: own.milestone })).toEqual({
      milestone: { title: "Soft launch", type: "EVENT", status: "MET", version: 3, forecast: { text: "May 2099" } },
    });
  });

  it("says at once what stands in the way of every act, and does nothing", async () => {
    const { world, workstream, programme, own, lead } = await updateWorld();
    const head = world.ledger.head();
    const acts = [
      { rewordMilestone: { id: own.milestone, ...one, title: "Soft launch" } },
      { planMilestone: { programme, workstream, title: " ", type: "LAUNCH", baseline: { text: "31 February 2024" } } },
      { meetMilestone: { id: own.milestone, ...one, actual: { text: "May 2099" } } },
      { closeRisk: { id: own.risk, ...one } },
      { reviewRisk: { id: own.risk, expectedVersion: 7, likelihood: "HIGH" } },
      { draftStatusReport: { workstream, period: { text: "April 2024" }, items: [{ kind: "NEXT", statement: " " }] } },
    ];
    const { problems, ...answer } = await updated(world, lead, workstream, acts);
    expect(answer).toEqual({ workstream: null, entry: null, isRepeat: false });
    expect(problems.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["INVALID_DATE", "update.acts.1.planMilestone.baseline.text"], ["INVALID_TEXT", "update.acts.1.planMilestone.title"],
      ["NOT_YET", "update.acts.2.meetMilestone.actual"],
      ["NO_SUCH_VERSION", "update.acts.4.reviewRisk.expectedVersion"],
      ["INVALID_TEXT", "update.acts.5.draftStatusReport.items.0.statement"],
      ["MISSING_REASON", "reason"],
    ]);
    expect(world.ledger.head()).toBe(head);
  });

  it("is refused as a whole where a colleague has changed one thing that it changes: nothing of either is lost", async () => {
    const { world, workstream, own, lead } = await updateWorld();
    await updated(world, holding("OFFICE", null), workstream, [{ reforecastMilestone: { id: own.milestone, ...one, forecast: { text: "June 2099" } } }]);
    const acts = [{ supplyCriterion: { id: own.criterion, ...one, evidence: "Minutes" } }, { reforecastMilestone: { id: own.milestone, ...one, forecast: { text: "May 2099" } } }];
    expect(await updated(world, lead, workstream, acts)).toMatchObject({
      workstream: null, entry: null,
      problems: [{ code: "STALE", path: ["update", "acts", "1", "reforecastMilestone", "expectedVersion"], records: [{ id: own.milestone }], conflict: { fields: ["forecast"], record: { id: own.milestone } } }],
    });
    const state = "query ($id: ID!) { workstream(id: $id) { milestones { nodes { forecast { text } } } criteria { nodes { status version } } } }";
    expect(await world.ask(lead, state, { id: workstream })).toEqual({ workstream: { milestones: { nodes: [{ forecast: { text: "June 2099" } }] }, criteria: { nodes: [{ status: "OUTSTANDING", version: 1 }] } } });
  });

  it("may expect the workstream itself as it was read, and says that it is not with all else that is wrong", async () => {
    const { world, workstream, own, lead } = await updateWorld();
    const act = { rewordMilestone: { id: own.milestone, ...one, title: "Soft launch" } };
    await updated(world, lead, workstream, [{ startWorkstream: { id: workstream, ...one } }]);
    expect(await updated(world, lead, workstream, [act, { closeRisk: { id: own.risk, ...one } }], { expectedVersion: 1 })).toMatchObject({
      problems: [{ code: "STALE", path: ["update", "expectedVersion"], conflict: { fields: ["status"] } }, { code: "MISSING_REASON" }],
    });
    expect(await updated(world, lead, workstream, [act], { expectedVersion: 2 })).toMatchObject({ problems: [] });
  });

  it("only tries under dryRun", async () => {
    const { world, workstream, lead } = await updateWorld();
    const head = world.ledger.head();
    expect(await updated(world, lead, workstream, [{ startWorkstream: { id: workstream, ...one } }], { dryRun: true })).toEqual({
      workstream: { id: workstream, version: 2, name: "Training", status: "IN_PROGRESS" }, entry: null, isRepeat: false, problems: [],
    });
    expect(world.ledger.head()).toBe(head);
  });

  it("is done once under a key: the repeat answers with the workstream as of then, though the update did not change that itself", async () => {
    const { world, workstream, own, lead } = await updateWorld();
    const acts = [{ rewordMilestone: { id: own.milestone, ...one, title: "Soft launch" } }];
    const first = await updated(world, lead, workstream, acts, { key: "march" });
    expect(first).toMatchObject({ workstream: { version: 1, name: "Training" }, isRepeat: false, problems: [] });
    await updated(world, lead, workstream, [{ amendWorkstream: { id: workstream, ...one, name: "Learning" } }]);
    const head = world.ledger.head();
    expect(await updated(world, lead, workstream, acts, { key: "march" })).toEqual({ ...first, isRepeat: true });
    expect(await updated(world, lead, workstream, [], { key: "march" })).toMatchObject({ problems: [{ code: "KEY_REUSED" }] });
    expect(world.ledger.head()).toBe(head);
  });

  it("has 1 to 50 acts, of one field each", async () => {
    const { world, workstream, lead } = await updateWorld();
    const added = (count: number): object[] => Array.from({ length: count }, (_, index) => ({ addCriterion: { workstream, statement: `Criterion ${index}` } }));
    expect(await updated(world, lead, workstream, [])).toMatchObject({ problems: [{ code: "MISSING_FIELD", path: ["update", "acts"] }] });
    expect(await updated(world, lead, workstream, added(51))).toMatchObject({ problems: [{ code: "TOO_MANY_CHANGES", path: ["update", "acts"] }] });
    expect(await updated(world, lead, workstream, added(50))).toMatchObject({ problems: [] });
    expect(await answered(world, lead, workstream, [{ startWorkstream: seen(workstream), pauseWorkstream: seen(workstream) }])).toEqual([expect.stringContaining("Exactly one key must be specified")]);
    expect(await answered(world, lead, workstream, [{}])).toEqual([expect.stringContaining("Exactly one key must be specified")]);
  });
});

describe("who may update a workstream", () => {
  it.each(["LEAD", "DEPUTY", "OFFICE"] as const)("its %s", async (role) => {
    const { world, workstream, programme } = await updateWorld();
    for (const [at, version] of [[workstream, 1], [programme, 2]] as const) {
      const name = `Training of ${at}`;
      expect(await updated(world, holding(role, at), workstream, [{ amendWorkstream: { id: workstream, expectedVersion: version, name } }])).toMatchObject({ workstream: { name }, problems: [] });
    }
  });

  it("not a reader, a member, or the lead of another", async () => {
    const { world, workstream, others, own } = await updateWorld();
    const head = world.ledger.head();
    for (const viewer of [holding("READER", workstream), holding("AUDITOR", null), memberOf(), holding("LEAD", others.workstream)]) {
      expect(await answered(world, viewer, workstream, [{ rewordMilestone: { id: own.milestone, ...one, title: "Mine" } }])).toEqual([expect.stringMatching(/a lead, a deputy lead or the programme office.*Nothing was changed/)]);
    }
    expect(world.ledger.head()).toBe(head);
  });

  it("not who answers for one of its milestones, and may reword that by itself", async () => {
    const { world, workstream, programme } = await updateWorld();
    const team = await world.given.healthIntegrationTeam();
    const id = await world.given.milestone({ programmeId: programme, workstreamId: workstream, ownerHealthIntegrationTeamId: team });
    const milestone = { id, ...one, title: "Soft launch" };
    expect(await answered(world, holding("LEAD", team), workstream, [{ rewordMilestone: milestone }])).toEqual([expect.stringContaining("Nothing was changed")]);
    const alone = "mutation ($milestone: RewordMilestoneInput!) { rewordMilestone(milestone: $milestone) { problems { code } } }";
    expect(await world.ask(holding("LEAD", team), alone, { milestone })).toEqual({ rewordMilestone: { problems: [] } });
  });

  it("and each act asks for itself: who leads this one says nothing of another's milestone in passing", async () => {
    const { world, workstream, own, others, lead } = await updateWorld();
    const head = world.ledger.head();
    const launchNotDone = (milestone: string): object[] => [
      { startWorkstream: { id: workstream, ...one } },
      { draftStatusReport: { workstream, period: { text: "April 2024" }, items: [{ kind: "NOT_DONE", statement: "Launch", milestone }] } },
    ];
    expect(await answered(world, lead, workstream, launchNotDone(others.milestone))).toEqual([expect.stringContaining("Nothing was changed")]);
    expect(world.ledger.head()).toBe(head);
    expect(await updated(world, lead, workstream, launchNotDone(own.milestone))).toMatchObject({ problems: [] });
  });
});

describe("what an update leaves alone", () => {
  it.each([
    ["another workstream", "startWorkstream.id", ({ workstream }) => ({ startWorkstream: seen(workstream) })],
    ["its milestones", "missMilestone.id", ({ milestone }) => ({ missMilestone: seen(milestone) })],
    ["milestones planned for it", "planMilestone.workstream", ({ workstream, programme }) => ({ planMilestone: { programme, workstream, title: "Launch", type: "LAUNCH", baseline: { text: "May 2099" } } })],
    ["milestones planned for none", "planMilestone.workstream", ({ programme }) => ({ planMilestone: { programme, title: "Launch", type: "LAUNCH", baseline: { text: "May 2099" } } })],
    ["its criteria", "supplyCriterion.id", ({ criterion }) => ({ supplyCriterion: { ...seen(criterion), evidence: "Minutes" } })],
    ["criteria added to it", "addCriterion.workstream", ({ workstream }) => ({ addCriterion: { workstream, statement: "Plan" } })],
    ["its measures", "reportMeasure.measure", ({ measure }) => ({ reportMeasure: { measure, value: { text: "40" }, asAt: { text: "March 2024" } } })],
    ["reports on it", "submitStatusReport.id", ({ report }) => ({ submitStatusReport: seen(report) })],
    ["reports begun on it", "draftStatusReport.workstream", ({ workstream }) => ({ draftStatusReport: { workstream, period: { text: "April 2024" } } })],
    ["reports begun on the programme", "draftStatusReport.workstream", ({ programme }) => ({ draftStatusReport: { programme, period: { text: "April 2024" } } })],
    ["its risks", "reviewRisk.id", ({ risk }) => ({ reviewRisk: seen(risk) })],
    ["risks raised about it", "raiseRisk.workstream", ({ workstream, programme }) => ({ raiseRisk: { programme, workstream, title: "Costs", kind: "RISK" } })],
    ["risks raised about its milestones", "raiseRisk.workstream", ({ milestone, programme }) => ({ raiseRisk: { programme, milestone, title: "Costs", kind: "RISK" } })],
  ] satisfies readonly (readonly [string, string, (others: Readonly<Record<"workstream" | "programme" | "milestone" | "criterion" | "measure" | "risk" | "report", string>>) => object])[])("is %s, even for who may do both", async (_, field, act) => {
    const { world, workstream, programme, system, others } = await updateWorld();
    const { problems } = await updated(world, holding("OFFICE", null, system), workstream, [act({ ...others, programme })]);
    expect(problems).toMatchObject([{ code: "RULE", path: ["update", "acts", "0", ...field.split(".")] }]);
    expect(problems[0]?.message).toMatch(/Nothing was changed: .*send/);
  });

  it("is not what is about its milestones only: a risk of one of them is reviewed", async () => {
    const { world, make, workstream, programme, own, lead } = await updateWorld();
    const risk = await make.risk({ programmeId: programme, milestoneId: own.milestone });
    expect(await updated(world, lead, workstream, [{ reviewRisk: seen(risk) }])).toMatchObject({ problems: [] });
  });

  it("and what its lead may not see is not there", async () => {
    const { world, make, workstream, programme, system } = await updateWorld();
    const risk = await make.risk({ programmeId: programme, workstreamId: workstream, systemId: system, audience: "MEMBERS" });
    expect(await updated(world, holding("LEAD", workstream), workstream, [{ reviewRisk: seen(risk) }])).toMatchObject({ problems: [{ code: "NOT_FOUND", path: ["update", "acts", "0", "reviewRisk", "id"] }] });
    const hidden = await world.given.workstream({ audience: "MEMBERS", systemId: system });
    expect(await updated(world, holding("LEAD", hidden), hidden, [{ startWorkstream: seen(hidden) }])).toMatchObject({ problems: [{ code: "NOT_FOUND", path: ["update", "id"] }, { code: "NOT_FOUND", path: ["update", "acts", "0", "startWorkstream", "id"] }] });
  });
});

describe("the form for an update", () => {
  it("is filled by one query, and what it shows can be sent back as it is", async () => {
    const { world, make, workstream, programme, system, own, lead } = await updateWorld("2024-05-05");
    const last = await make.statusReport({ workstreamId: workstream, title: "February", period: "February 2024", published: "5 March 2024", narrative: "Slow" });
    await make.judgement({ reportId: last, judged: "4 March 2024" });
    await make.statusReportItem({ reportId: last, kind: "NEXT", statement: "Launch", position: 1, milestoneId: own.milestone });
    await make.measureActual({ measureId: own.measure, asAt: "29 February 2024" });
    await make.risk({ title: "Over", status: "CLOSED", programmeId: programme, workstreamId: workstream });
    const form = await world.ask(lead, FORM, { id: workstream });
    expect(form).toMatchObject({ workstream: {
      id: workstream, version: 1, name: "Training", status: "NOT_STARTED", blockedBy: [], programme: { id: programme },
      milestones: page({ id: own.milestone, version: 1, title: "Launch", status: "SCHEDULED", forecast: { text: "March 2099" } }),
      criteria: page({ id: own.criterion, version: 1, status: "OUTSTANDING" }),
      measures: page({ id: own.measure, version: 1, unit: "PEOPLE", latestActual: saying({ asAt: { text: "29 February 2024" } }) }),
      risks: page({ id: own.risk, version: 1, title: "No post holder" }),
      nextStatusReport: {
        period: { text: "March 2024" }, dueOn: "2024-04-30", narrative: "Slow", lastReport: { title: "February" }, judgements: [{ dimension: "OVERALL", rating: "Amber" }],
        openItems: [{ kind: "NEXT", statement: "Launch", milestone: { id: own.milestone } }], openReport: { id: own.report, version: 1, status: "DRAFT" },
      },
      viewerCan: among([{ act: "WORKSTREAM_UPDATE", allowed: true }]),
    } });
    const same = [
      { amendWorkstream: { id: workstream, ...one, name: "Training" } },
      { reforecastMilestone: { id: own.milestone, ...one, forecast: { text: "March 2099" } } },
      { rewordMilestone: { id: own.milestone, ...one, title: "Launch" } },
      { reviseStatusReport: { id: own.report, ...one, narrative: "Slow", items: { add: [{ kind: "NEXT", statement: "Launch", milestone: own.milestone }] } } },
    ];
    expect(await updated(world, holding("LEAD", workstream, system), workstream, same)).toMatchObject({ workstream: { version: 1 }, problems: [] });
    expect(await world.ask(lead, "query ($id: ID!) { milestone(id: $id) { version } }", { id: own.milestone })).toEqual({ milestone: { version: 1 } });
  });
});
