import { describe, expect, it } from "vitest";
import { londonDay } from "../../../src/kernel/day.ts";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { holding, openWorld, type World } from "../../support/domain-world.ts";
import { deliveryOf } from "../../support/given-delivery.ts";

const saying = (words: string | RegExp): unknown => expect.stringMatching(words);

const SAID = `statusReport { id version title status audience narrative returnReason period { text } published { status }
  judgements { id version dimension rating wording scheme audience judged { text } } items { nodes { id version kind position statement audience milestone { title } } }
  corrects { title } } problems { code message path records { id } conflict { fields } }`;
const AS_READ = new Set(["submitStatusReport", "returnStatusReport", "publishStatusReport"]);
const mutation = (name: string): string => `mutation ($statusReport: ${AS_READ.has(name) ? "RecordAsRead" : `${name[0]?.toUpperCase()}${name.slice(1)}`}Input!, $reason: String) { ${name}(statusReport: $statusReport, reason: $reason) { ${SAID} } }`;

interface Said {
  readonly statusReport: { readonly id: string; readonly version: number; readonly items: { readonly nodes: readonly { readonly id: string }[] }; readonly judgements: readonly { readonly id: string }[] };
}

async function workstreamWorld() {
  const world = await openWorld();
  const system = await world.given.place({ level: "SYSTEM" });
  const programme = await world.given.programme({ systemId: system, reportingRhythm: "MONTHLY" });
  const workstream = await world.given.workstream({ name: "Training", programmeId: programme, systemId: system });
  const milestone = await world.given.milestone({ title: "Launch", programmeId: programme, workstreamId: workstream, systemId: system, forecast: "March 2024", baseline: "March 2024", firstBaseline: "March 2024" });
  return {
    world, system, programme, workstream, milestone,
    lead: holding("LEAD", workstream, system), deputy: holding("DEPUTY", workstream, system), office: holding("OFFICE", programme, system),
    reader: holding("READER", workstream, system), steward: holding("STEWARD", null, system),
  };
}

/** Does one of the acts and gives the report that came of it; a problem fails the test. */
async function done(world: World, viewer: Viewer, name: string, statusReport: unknown, reason?: string): Promise<Said["statusReport"]> {
  const answer = await world.ask<Record<string, Said>>(viewer, mutation(name), { statusReport, reason });
  expect(answer).toMatchObject({ [name]: { problems: [] } });
  const said = answer[name]?.statusReport;
  if (said === undefined) throw new Error(`${name} gave no report.`);
  return said;
}

/** What an act is refused for. */
async function problems(world: World, viewer: Viewer, name: string, statusReport: unknown, reason?: string): Promise<unknown> {
  const answer = await world.ask<Record<string, { readonly statusReport: unknown; readonly problems: unknown }>>(viewer, mutation(name), { statusReport, reason });
  expect(answer[name]?.statusReport).toBeNull();
  return answer[name]?.problems;
}

const AMBER = { dimension: "OVERALL", scheme: "DELIVERY_CONFIDENCE_3", rating: "amber" };

/** A report that is handed in, published by the office. */
async function published(world: World, office: Viewer, statusReport: unknown, name = "draftStatusReport", reason?: string): Promise<Said["statusReport"]> {
  const { id, version } = await done(world, office, name, statusReport, reason);
  await done(world, office, "submitStatusReport", { id, expectedVersion: version });
  return done(world, office, "publishStatusReport", { id, expectedVersion: version + 1 });
}

describe("a status report", () => {
  it("is drafted and submitted by a lead, returned and published by the office, and seen only then", async () => {
    const { world, workstream, lead, office, milestone } = await workstreamWorld();
    const sent = { workstream, period: { text: "March 2024" }, items: [{ kind: "ACHIEVED", statement: "Charter", date: { text: "March 2024" } }, { kind: "NEXT", statement: "Launch it", milestone }], judgements: [AMBER] };
    const drafted = await done(world, lead, "draftStatusReport", sent);
    expect(drafted).toMatchObject({
      title: "Training, March 2024", status: "DRAFT", audience: "DRAFT", version: 1, published: { status: "NOT_APPLICABLE" },
      judgements: [{ dimension: "OVERALL", rating: "Amber", wording: saying(/^Feasible/), audience: "DRAFT" }],
      items: { nodes: [{ kind: "ACHIEVED", position: 1, audience: "DRAFT" }, { kind: "NEXT", position: 2, milestone: { title: "Launch" } }] },
    });
    const { id } = drafted;
    const seen = "query ($id: ID!) { statusReport(id: $id) { status } judgements { totalCount } statusReportItems { totalCount } }";
    expect(await world.ask(nobody, seen, { id })).toEqual({ statusReport: null, judgements: { totalCount: 0 }, statusReportItems: { totalCount: 0 } });
    expect(await world.refused(lead, mutation("publishStatusReport"), { statusReport: { id, expectedVersion: 1 } })).toEqual([expect.stringContaining("the programme office")]);
    expect(await problems(world, office, "publishStatusReport", { id, expectedVersion: 1 })).toMatchObject([{ code: "NOT_ALLOWED_NOW" }]);
    expect(await done(world, lead, "submitStatusReport", { id, expectedVersion: 1 })).toMatchObject({ status: "SUBMITTED", version: 2 });
    expect(await world.refused(lead, mutation("returnStatusReport"), { statusReport: { id, expectedVersion: 2 }, reason: "Mine" })).toHaveLength(1);
    expect(await problems(world, office, "returnStatusReport", { id, expectedVersion: 2 })).toMatchObject([{ code: "MISSING_REASON", path: ["reason"] }]);
    expect(await done(world, office, "returnStatusReport", { id, expectedVersion: 2 }, "Say why amber")).toMatchObject({ status: "RETURNED", returnReason: "Say why amber" });
    expect(await problems(world, office, "publishStatusReport", { id, expectedVersion: 3 })).toMatchObject([{ code: "NOT_ALLOWED_NOW" }]);
    await done(world, lead, "submitStatusReport", { id, expectedVersion: 3 });
    expect(await done(world, office, "publishStatusReport", { id, expectedVersion: 4 })).toMatchObject({ status: "PUBLISHED", audience: "PUBLIC", returnReason: null, judgements: [{ audience: "PUBLIC" }] });
    expect(await world.ask(nobody, seen, { id })).toEqual({ statusReport: { status: "PUBLISHED" }, judgements: { totalCount: 1 }, statusReportItems: { totalCount: 2 } });
  });

  it("is on exactly one thing, which a lead of it may say", async () => {
    const { world, workstream, programme, system, lead, reader, steward } = await workstreamWorld();
    const period = { text: "March 2024" };
    expect(await problems(world, lead, "draftStatusReport", { period })).toMatchObject([{ code: "MISSING_FIELD", path: ["statusReport", "programme"] }]);
    expect(await problems(world, lead, "draftStatusReport", { period, programme, workstream })).toMatchObject([{ code: "RULE", path: ["statusReport", "workstream"] }]);
    for (const viewer of [reader, steward, holding("LEAD", await world.given.workstream(), system)]) {
      expect(await world.refused(viewer, mutation("draftStatusReport"), { statusReport: { period, workstream } })).toHaveLength(1);
    }
    expect(await world.refused(lead, mutation("draftStatusReport"), { statusReport: { period, programme } })).toHaveLength(1);
    const team = await world.given.healthIntegrationTeam({ systemId: system, audience: "MEMBERS" });
    const office = holding("OFFICE", team, system);
    expect(await published(world, office, { period, healthIntegrationTeam: team, narrative: "Well" })).toMatchObject({ audience: "MEMBERS", status: "PUBLISHED" });
  });

  it("says all at once what stands in the way", async () => {
    const { world, workstream, lead } = await workstreamWorld();
    const statusReport = {
      workstream, title: " ", period: { text: "March 2024" }, items: [{ kind: "ACHIEVED", statement: "All of it", date: { text: "2199" } }],
      judgements: [AMBER, { ...AMBER, rating: "Purple" }],
    };
    expect(await problems(world, lead, "draftStatusReport", statusReport)).toMatchObject([
      { code: "INVALID_TEXT", path: ["statusReport", "title"] },
      { code: "NOT_YET", path: ["statusReport", "items", "0", "date"] },
      { code: "ALREADY_EXISTS", path: ["statusReport", "judgements", "1", "dimension"] },
      { code: "INVALID_CHOICE", path: ["statusReport", "judgements", "1", "rating"] },
    ]);
    const first = await done(world, lead, "draftStatusReport", { workstream, period: { text: "March 2024" } });
    expect(await problems(world, lead, "submitStatusReport", { id: first.id, expectedVersion: 1 })).toMatchObject([{ code: "MISSING_FIELD", path: ["statusReport", "narrative"] }]);
    expect(await problems(world, lead, "draftStatusReport", { workstream, period: { text: "March 2024" } })).toMatchObject([{ code: "ALREADY_EXISTS", records: [{ id: first.id }] }]);
  });
});

describe("reviseStatusReport", () => {
  it("adds, revises and removes items and judgements in one act", async () => {
    const { world, workstream, lead } = await workstreamWorld();
    const items = ["One", "Two"].map((statement) => ({ kind: "DOING", statement }));
    const drafted = await done(world, lead, "draftStatusReport", { workstream, period: { text: "March 2024" }, items, judgements: [AMBER, { ...AMBER, dimension: "COST" }] });
    const [one, two] = drafted.items.nodes.map(({ id }) => ({ id, expectedVersion: 1 }));
    const [overall, cost] = drafted.judgements.map(({ id }) => ({ id, expectedVersion: 1 }));
    const revised = await done(world, lead, "reviseStatusReport", {
      id: drafted.id, expectedVersion: 1, narrative: "Slow", period: { text: "April 2024" },
      items: { add: [{ kind: "NEXT", statement: "Three" }], revise: [{ ...two, statement: "Zwei" }], remove: [one] },
      judgements: { add: [{ ...AMBER, dimension: "COST", rating: "Red" }], revise: [{ ...overall, rating: "green" }], remove: [cost] },
    });
    expect(revised).toMatchObject({
      version: 2, narrative: "Slow", period: { text: "April 2024" },
      items: { nodes: [{ statement: "Zwei", position: 2, version: 2 }, { statement: "Three", position: 3 }] },
      judgements: [{ dimension: "OVERALL", rating: "Green", wording: saying(/^Very likely/) }, { dimension: "COST", rating: "Red" }],
    });
    expect(revised.items.nodes).toHaveLength(2);
    expect(revised.judgements).toHaveLength(2);
  });

  it("merges what two people write in different places, and refuses what they write in the same", async () => {
    const { world, workstream, lead, deputy } = await workstreamWorld();
    const drafted = await done(world, lead, "draftStatusReport", { workstream, period: { text: "March 2024" }, narrative: "Slow", items: [{ kind: "DOING", statement: "One" }], judgements: [AMBER] });
    const { id } = drafted;
    const [item, judgement] = [{ id: drafted.items.nodes[0]?.id, expectedVersion: 1 }, { id: drafted.judgements[0]?.id, expectedVersion: 1 }];
    await done(world, lead, "reviseStatusReport", { id, expectedVersion: 1, narrative: "Quick", items: { revise: [{ ...item, statement: "Eins" }] }, judgements: { revise: [{ ...judgement, rating: "Red" }] } });
    const merged = await done(world, deputy, "reviseStatusReport", { id, expectedVersion: 1, title: "March", narrative: "Slow", items: { revise: [{ ...item, purpose: "To begin" }] }, judgements: { revise: [{ ...judgement, rationale: "No post" }] } });
    expect(merged).toMatchObject({ title: "March", narrative: "Quick", items: { nodes: [{ statement: "Eins", version: 3 }] }, judgements: [{ rating: "Red", version: 3 }] });
    expect(await problems(world, deputy, "reviseStatusReport", { id, expectedVersion: 1, narrative: "Stuck" })).toMatchObject([{ code: "STALE", path: ["statusReport", "expectedVersion"], conflict: { fields: ["narrative"] } }]);
    expect(await problems(world, deputy, "reviseStatusReport", { id, expectedVersion: 3, items: { revise: [{ ...item, statement: "Uno" }], remove: [item] }, judgements: { revise: [{ ...judgement, wording: "As Amber was" }] } })).toMatchObject([
      { code: "STALE", path: ["statusReport", "items", "remove", "0", "expectedVersion"] },
      { code: "STALE", path: ["statusReport", "items", "revise", "0", "expectedVersion"] },
      { code: "STALE", path: ["statusReport", "judgements", "revise", "0", "expectedVersion"], conflict: { fields: ["wording"] } },
    ]);
  });

  it("refuses other words for a rating that somebody else has changed meanwhile", async () => {
    const { world, workstream, lead, deputy } = await workstreamWorld();
    const drafted = await done(world, lead, "draftStatusReport", { workstream, period: { text: "March 2024" }, judgements: [{ dimension: "COST", scheme: "LOCAL", localScheme: "ICB", rating: "B", wording: "As the board says" }] });
    const judgement = { id: drafted.judgements[0]?.id, expectedVersion: 1 };
    const revise = (changed: object) => ({ id: drafted.id, expectedVersion: 1, judgements: { revise: [{ ...judgement, ...changed }] } });
    await done(world, lead, "reviseStatusReport", revise({ rating: "A", wording: "As the board says" }));
    expect(await problems(world, deputy, "reviseStatusReport", revise({ wording: "Not so good" }))).toMatchObject([{ code: "STALE", conflict: { fields: ["rating"] } }]);
  });

  it("is not for readers, not for the items of another report, and not once it is handed in", async () => {
    const { world, workstream, lead, reader } = await workstreamWorld();
    const march = await done(world, lead, "draftStatusReport", { workstream, period: { text: "March 2024" }, items: [{ kind: "DOING", statement: "One" }] });
    const april = await done(world, lead, "draftStatusReport", { workstream, period: { text: "April 2024" }, narrative: "Slow" });
    expect(await world.refused(reader, mutation("reviseStatusReport"), { statusReport: { id: april.id, expectedVersion: 1, narrative: "Mine" } })).toHaveLength(1);
    const elsewhere = { id: march.items.nodes[0]?.id, expectedVersion: 1 };
    expect(await problems(world, lead, "reviseStatusReport", { id: april.id, expectedVersion: 1, items: { revise: [{ ...elsewhere, statement: "Two" }], remove: [elsewhere] } })).toMatchObject([{ code: "RULE" }, { code: "RULE" }]);
    await done(world, lead, "submitStatusReport", { id: april.id, expectedVersion: 1 });
    expect(await problems(world, lead, "reviseStatusReport", { id: april.id, expectedVersion: 1, title: "Mine" })).toMatchObject([{ code: "NOT_ALLOWED_NOW", message: saying("handed in") }]);
  });
});

describe("a published report", () => {
  it("never changes, whoever asks", async () => {
    const { world, workstream, lead, deputy, office, steward } = await workstreamWorld();
    const report = await published(world, office, { workstream, period: { text: "March 2024" }, narrative: "Slow", items: [{ kind: "DOING", statement: "One" }], judgements: [AMBER] });
    const read = `query ($id: ID!) { statusReport(id: $id) { version status narrative judgements { version } items { nodes { version } } } }`;
    const before = await world.ask(nobody, read, { id: report.id });
    const statusReport = { id: report.id, expectedVersion: report.version };
    const item = { id: report.items.nodes[0]?.id, expectedVersion: 2 };
    const judgement = { id: report.judgements[0]?.id, expectedVersion: 2 };
    const stays = [{ code: "NOT_ALLOWED_NOW", message: saying("correctStatusReport"), records: [{ id: report.id }] }];
    for (const viewer of [lead, deputy, office]) {
      expect(await problems(world, viewer, "reviseStatusReport", { ...statusReport, narrative: "Quick", items: { remove: [item] }, judgements: { revise: [{ ...judgement, rating: "Green" }] } })).toMatchObject(stays);
      expect(await problems(world, viewer, "submitStatusReport", statusReport)).toMatchObject(stays);
    }
    expect(await problems(world, office, "returnStatusReport", statusReport, "Wrong")).toMatchObject(stays);
    expect(await problems(world, office, "publishStatusReport", statusReport)).toMatchObject(stays);
    for (const name of ["reviseStatusReport", "submitStatusReport", "returnStatusReport", "publishStatusReport"]) {
      expect(await world.refused(steward, mutation(name), { statusReport, reason: "Wrong" })).toHaveLength(1);
    }
    expect(await world.ask(nobody, read, { id: report.id })).toEqual(before);
  });

  it("is corrected by a new one, which begins as a copy and counts once it is published", async () => {
    const { world, workstream, lead, office, reader } = await workstreamWorld();
    const wrong = await published(world, office, { workstream, title: "March", period: { text: "March 2024" }, narrative: "Slow", items: [{ kind: "DOING", statement: "One" }], judgements: [{ ...AMBER, judged: { text: "31 March 2024" } }] });
    const today = londonDay(new Date());
    const standing = `query ($id: ID!) { workstream(id: $id) { rating(on: "${today}") { rating } freshness(on: "${today}") { lastReport { title } } } }`;
    expect(await problems(world, lead, "correctStatusReport", { id: wrong.id })).toMatchObject([{ code: "MISSING_REASON", path: ["reason"] }]);
    expect(await world.refused(reader, mutation("correctStatusReport"), { statusReport: { id: wrong.id }, reason: "Wrong" })).toHaveLength(1);
    const copy = await done(world, lead, "correctStatusReport", { id: wrong.id, title: "March, corrected" }, "One was done");
    expect(copy).toMatchObject({ title: "March, corrected", status: "DRAFT", audience: "DRAFT", corrects: { title: "March" }, items: { nodes: [{ statement: "One" }] }, judgements: [{ rating: "Amber", judged: { text: "31 March 2024" } }] });
    expect(await problems(world, lead, "correctStatusReport", { id: wrong.id }, "Again")).toMatchObject([{ code: "ALREADY_EXISTS", records: [{ id: copy.id }] }]);
    expect(await problems(world, lead, "correctStatusReport", { id: copy.id }, "A draft")).toMatchObject([{ code: "NOT_ALLOWED_NOW" }]);
    const judgement = { id: copy.judgements[0]?.id, expectedVersion: 1 };
    await done(world, lead, "reviseStatusReport", { id: copy.id, expectedVersion: 1, judgements: { revise: [{ ...judgement, rating: "Red", judged: { text: "31 March 2024" } }] } });
    expect(await world.ask(nobody, standing, { id: workstream })).toEqual({ workstream: { rating: { rating: "Amber" }, freshness: { lastReport: { title: "March" } } } });
    await done(world, lead, "submitStatusReport", { id: copy.id, expectedVersion: 1 });
    await done(world, office, "publishStatusReport", { id: copy.id, expectedVersion: 2 });
    expect(await world.ask(nobody, standing, { id: workstream })).toEqual({ workstream: { rating: { rating: "Red" }, freshness: { lastReport: { title: "March, corrected" } } } });
    expect(await problems(world, lead, "correctStatusReport", { id: wrong.id }, "Again")).toMatchObject([{ code: "NOT_ALLOWED_NOW", records: [{ id: copy.id }] }]);
    const unjudged = await published(world, office, { id: copy.id, judgements: [], items: [] }, "correctStatusReport", "Nobody had judged");
    expect(unjudged).toMatchObject({ judgements: [], items: { nodes: [] } });
    expect(await world.ask(nobody, standing, { id: workstream })).toMatchObject({ workstream: { rating: { rating: null } } });
  });
});

describe("a published report that says of a milestone that it is not done", () => {
  const read = "query ($id: ID!) { milestone(id: $id) { saidNotDoneOn timing } }";

  it("makes it overdue from its day, and a correction that leaves it out takes that back", async () => {
    const { world, workstream, milestone, office } = await workstreamWorld();
    const notDone = { kind: "NOT_DONE", statement: "The launch", milestone };
    const period = { text: "March 2024" };
    const said = async () => (await world.ask<{ milestone: { saidNotDoneOn: string | null } }>(nobody, read, { id: milestone })).milestone.saidNotDoneOn;
    const { id } = await done(world, office, "draftStatusReport", { workstream, period, items: [notDone, { kind: "DOING", statement: "Posters", milestone }] });
    await done(world, office, "submitStatusReport", { id, expectedVersion: 1 });
    expect(await said()).toBeNull();
    await done(world, office, "publishStatusReport", { id, expectedVersion: 2 });
    const day = await said();
    expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(await world.ask(nobody, `query ($id: ID!) { milestone(id: $id) { timing(on: "${day}") } }`, { id: milestone })).toEqual({ milestone: { timing: "OVERDUE" } });
    const repeated = await published(world, office, { id, narrative: "Still not" }, "correctStatusReport", "More to say");
    expect(await said()).toBe(day);
    await published(world, office, { id: repeated.id, items: [] }, "correctStatusReport", "It was done");
    expect(await said()).toBeNull();
  });

  it("says nothing by any other kind of item, and nothing of what is met", async () => {
    const { world, workstream, programme, milestone, office, system } = await workstreamWorld();
    const met = await world.given.milestone({ programmeId: programme, workstreamId: workstream, systemId: system, status: "MET", actual: "February 2024" });
    await published(world, office, { workstream, period: { text: "March 2024" }, items: [...["ACHIEVED", "DOING", "NEXT", "DECISION_NEEDED"].map((kind) => ({ kind, statement: "Launch", milestone })), { kind: "NOT_DONE", statement: "Met", milestone: met }] });
    expect(await world.ask(nobody, read, { id: milestone })).toMatchObject({ milestone: { saidNotDoneOn: null } });
    expect(await world.ask(nobody, read, { id: met })).toMatchObject({ milestone: { saidNotDoneOn: null } });
  });

  it("is said, and in a correction no longer said, by those who lead that milestone; whoever publishes it need not", async () => {
    const { world, workstream, system, programme, lead } = await workstreamWorld();
    const officeHere = holding("OFFICE", programme, system);
    const elsewhere = await world.given.milestone({ systemId: system });
    const both: Viewer = { ...lead, grants: [...lead.grants, { role: "LEAD", holdsFor: elsewhere }] };
    const sent = { workstream, period: { text: "March 2024" }, items: [{ kind: "NOT_DONE", statement: "Theirs", milestone: elsewhere }] };
    const said = async () => (await world.ask<{ milestone: { saidNotDoneOn: string | null } }>(nobody, read, { id: elsewhere })).milestone.saidNotDoneOn;
    const { id } = await done(world, both, "draftStatusReport", sent);
    await done(world, lead, "submitStatusReport", { id, expectedVersion: 1 });
    await done(world, officeHere, "publishStatusReport", { id, expectedVersion: 2 });
    expect(await said()).not.toBeNull();
    const correct = { statusReport: { id, items: [] }, reason: "It was done" };
    expect(await world.refused(lead, mutation("correctStatusReport"), correct)).toHaveLength(1);
    const copy = await done(world, lead, "correctStatusReport", { id }, "More to say");
    const revise = (item: object) => ({ id: copy.id, expectedVersion: 1, items: { revise: [{ id: copy.items.nodes[0]?.id, expectedVersion: 1, ...item }] } });
    expect(await world.refused(lead, mutation("reviseStatusReport"), { statusReport: revise({ kind: "DOING" }) })).toHaveLength(1);
    await done(world, both, "reviseStatusReport", revise({ kind: "DOING" }));
    // What is left out already is nobody's question any more.
    await done(world, lead, "reviseStatusReport", { id: copy.id, expectedVersion: 1, narrative: "Done" });
    const { version } = (await world.ask<{ statusReport: { version: number } }>(lead, "query ($id: ID!) { statusReport(id: $id) { version } }", { id: copy.id })).statusReport;
    await done(world, lead, "submitStatusReport", { id: copy.id, expectedVersion: version });
    await done(world, officeHere, "publishStatusReport", { id: copy.id, expectedVersion: version + 1 });
    expect(await said()).toBeNull();
  });

  it("is for those who lead that milestone", async () => {
    const { world, workstream, system, lead } = await workstreamWorld();
    const other = await world.given.milestone({ systemId: system });
    const sent = { workstream, period: { text: "March 2024" }, items: [{ kind: "NOT_DONE", statement: "Theirs", milestone: other }] };
    expect(await world.refused(lead, mutation("draftStatusReport"), { statusReport: sent })).toHaveLength(1);
    const drafted = await done(world, lead, "draftStatusReport", { ...sent, items: [{ kind: "NEXT", statement: "Theirs", milestone: other }] });
    const item = { id: drafted.items.nodes[0]?.id, expectedVersion: 1, kind: "NOT_DONE" };
    expect(await world.refused(lead, mutation("reviseStatusReport"), { statusReport: { id: drafted.id, expectedVersion: 1, items: { revise: [item] } } })).toHaveLength(1);
    const hidden = await world.given.milestone({ audience: "MEMBERS", systemId: await world.given.place({ level: "SYSTEM" }) });
    expect(await problems(world, lead, "draftStatusReport", { ...sent, period: { text: "April 2024" }, items: [{ kind: "NEXT", statement: "Whose?", milestone: hidden }] })).toMatchObject([
      { code: "NOT_FOUND", path: ["statusReport", "items", "0", "milestone"] },
    ]);
  });
});

const offering = (text: string, earliest: string, latest: string) => ({ programme: { nextStatusReport: { period: { text, earliest, latest } } } });

describe("nextStatusReport", () => {
  const PREFILL = "nextStatusReport { period { text status earliest latest } dueOn narrative lastReport { title } judgements { dimension rating } openItems { kind statement } openReport { title } }";

  it("offers the period that is due and what the last published report said", async () => {
    const { world, workstream, programme, system } = await workstreamWorld();
    const make = deliveryOf(world);
    const april = await make.statusReport({ title: "April", workstreamId: workstream, period: "April 2024", narrative: "Slow" });
    await make.statusReport({ title: "March", workstreamId: workstream, period: "March 2024", narrative: "Old" });
    await make.judgement({ reportId: april, dimension: "COST", rating: "Green" });
    await make.judgement({ reportId: april });
    for (const [index, kind] of (["NEXT", "ACHIEVED", "NOT_DONE", "DOING"] as const).entries()) await make.statusReportItem({ reportId: april, kind, statement: kind, position: index + 1 });
    await make.statusReport({ title: "May", workstreamId: workstream, period: "May 2024", status: "SUBMITTED", audience: "DRAFT", systemId: system });
    const team = await world.given.healthIntegrationTeam();
    const ids = { workstream, programme, team };
    const query = `query ($workstream: ID!, $programme: ID!, $team: ID!) { workstream(id: $workstream) { ${PREFILL} } programme(id: $programme) { ${PREFILL} } healthIntegrationTeam(id: $team) { ${PREFILL} } }`;
    const nothing = { dueOn: null, narrative: null, lastReport: null, judgements: [], openItems: [], openReport: null };
    const offered = {
      period: { text: "May 2024", status: "KNOWN", earliest: "2024-05-01", latest: "2024-05-31" }, dueOn: "2024-06-30", narrative: "Slow", lastReport: { title: "April" },
      judgements: [{ dimension: "OVERALL", rating: "Amber" }, { dimension: "COST", rating: "Green" }],
      openItems: [{ kind: "NEXT", statement: "NEXT" }, { kind: "NOT_DONE", statement: "NOT_DONE" }, { kind: "DOING", statement: "DOING" }],
    };
    expect(await world.ask(holding("LEAD", workstream, system), query, ids)).toEqual({
      workstream: { nextStatusReport: { ...offered, openReport: { title: "May" } } },
      programme: { nextStatusReport: { ...nothing, period: { text: "unknown", status: "UNKNOWN", earliest: null, latest: null } } },
      healthIntegrationTeam: { nextStatusReport: { ...nothing, period: { text: "not applicable", status: "NOT_APPLICABLE", earliest: null, latest: null } } },
    });
    expect(await world.ask(nobody, query, ids)).toMatchObject({ workstream: { nextStatusReport: { ...offered, openReport: null } } });
  });

  it("names periods so that they can be sent back", async () => {
    const world = await openWorld("2024-07-05");
    const make = deliveryOf(world);
    const next = async (reportingRhythm: "MONTHLY" | "QUARTERLY" | "YEARLY", period: string): Promise<unknown> => {
      const programme = await world.given.programme({ reportingRhythm });
      await make.statusReport({ programmeId: programme, period });
      return world.ask(nobody, "query ($id: ID!) { programme(id: $id) { nextStatusReport { period { text earliest latest } } } }", { id: programme });
    };
    expect(await next("QUARTERLY", "January to March 2024")).toEqual(offering("April to June 2024", "2024-04-01", "2024-06-30"));
    expect(await next("MONTHLY", "16 May to 15 June 2024")).toEqual(offering("16 June to 15 July 2024", "2024-06-16", "2024-07-15"));
    expect(await next("YEARLY", "2023")).toEqual(offering("January to December 2024", "2024-01-01", "2024-12-31"));
  });
});
