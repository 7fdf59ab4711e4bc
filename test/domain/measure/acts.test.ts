import { describe, expect, it } from "vitest";
import { holding, openWorld, type World } from "../../support/domain-world.ts";
import { deliveryOf } from "../../support/given-delivery.ts";

const PROBLEMS = "entry problems { code message path records { id } conflict { fields } }";
const act = (name: string, input: string, argument: string, what: string): string => `mutation ($sent: ${input}!, $reason: String) { ${name}(${argument}: $sent, reason: $reason) { ${what} ${PROBLEMS} } }`;
const MEASURE = "measure { id version title unit audience baseline { value unit } target { value unit } progress { status } }";
const ACTUAL = "measureActual { id version value { value unit text } period { status } asAt { text } note audience measure { progress { status } } }";
const RECORD = act("recordMeasure", "RecordMeasureInput", "measure", MEASURE);
const AMEND = act("amendMeasure", "AmendMeasureInput", "measure", MEASURE);
const TARGET = act("setMeasureTarget", "SetMeasureTargetInput", "measure", MEASURE);
const REPORT = act("reportMeasure", "ReportMeasureInput", "measureActual", ACTUAL);
const RIGHT = act("amendMeasureActual", "AmendMeasureActualInput", "measureActual", ACTUAL);

/** A workstream of a programme with its lead. */
async function led(world: World) {
  const system = await world.given.place({ level: "SYSTEM", name: "Somerset" });
  const programme = await world.given.programme({ systemId: system });
  const workstream = await world.given.workstream({ programmeId: programme, systemId: system });
  return { system, programme, workstream, lead: holding("LEAD", workstream, system), office: holding("OFFICE", system, system), reader: holding("READER", programme, system) };
}

const sent = { title: "People trained", kind: "TRAINING_REACH", unit: "PEOPLE" };

describe("recordMeasure", () => {
  it("records what is counted in one unit, where the viewer leads", async () => {
    const world = await openWorld();
    const { system, programme, workstream, lead, office, reader } = await led(world);
    expect(await world.ask(lead, RECORD, { sent: { ...sent, programme, workstream, target: { text: "100" } } })).toMatchObject({ recordMeasure: { measure: { version: 1, target: { value: 100, unit: "PEOPLE" } }, problems: [] } });
    expect(await world.ask(lead, RECORD, { sent: { ...sent, workstream, target: { text: "100 events" } } })).toMatchObject({ recordMeasure: { measure: null, problems: [{ code: "DIFFERENT_UNITS", path: ["measure", "target"] }] } });
    expect(await world.ask(lead, RECORD, { sent })).toMatchObject({ recordMeasure: { problems: [{ code: "MISSING_FIELD", path: ["measure", "system"] }] } });
    expect(await world.refused(lead, RECORD, { sent: { ...sent, programme } })).toHaveLength(1);
    expect(await world.refused(lead, RECORD, { sent: { ...sent, workstream, programme: await world.given.programme() } })).toHaveLength(1);
    expect(await world.refused(reader, RECORD, { sent: { ...sent, workstream } })).toHaveLength(1);
    expect(await world.ask(office, RECORD, { sent: { ...sent, system } })).toMatchObject({ recordMeasure: { problems: [] } });
  });
});

describe("amendMeasure", () => {
  it("merges different fields, refuses one field twice and counts in the measure's unit", async () => {
    const world = await openWorld();
    const { workstream, lead, reader } = await led(world);
    const id = await deliveryOf(world).measure({ workstreamId: workstream, systemId: (await led(world)).system });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, title: "Staff trained" } })).toMatchObject({ amendMeasure: { problems: [] } });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, baseline: { text: "20" } } })).toMatchObject({ amendMeasure: { measure: { version: 3, title: "Staff trained", baseline: { value: 20, unit: "PEOPLE" } }, problems: [] } });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 3, baseline: { text: "20" } } })).toMatchObject({ amendMeasure: { measure: { version: 3 }, entry: null, problems: [] } });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 1, title: "Trained" } })).toMatchObject({ amendMeasure: { problems: [{ code: "STALE", conflict: { fields: ["title"] } }] } });
    expect(await world.ask(lead, AMEND, { sent: { id, expectedVersion: 3, baseline: { text: "20 groups" } } })).toMatchObject({ amendMeasure: { problems: [{ code: "DIFFERENT_UNITS", path: ["measure", "baseline"] }] } });
    expect(await world.refused(reader, AMEND, { sent: { id, expectedVersion: 3, title: "Mine" } })).toHaveLength(1);
  });
});

describe("setMeasureTarget", () => {
  it("moves a known target only with a reason", async () => {
    const world = await openWorld();
    const { workstream, lead, reader } = await led(world);
    const id = await deliveryOf(world).measure({ workstreamId: workstream });
    expect(await world.ask(lead, TARGET, { sent: { id, expectedVersion: 1, target: { text: "100" } } })).toMatchObject({ setMeasureTarget: { measure: { target: { value: 100, unit: "PEOPLE" } }, problems: [] } });
    expect(await world.ask(lead, TARGET, { sent: { id, expectedVersion: 2, target: { text: "50" } } })).toMatchObject({ setMeasureTarget: { problems: [{ code: "MISSING_REASON", path: ["reason"] }] } });
    expect(await world.ask(lead, TARGET, { sent: { id, expectedVersion: 1, target: { text: "50" } }, reason: "Half the places" })).toMatchObject({ setMeasureTarget: { problems: [{ code: "STALE" }] } });
    expect(await world.ask(lead, TARGET, { sent: { id, expectedVersion: 2, target: { text: "50" } }, reason: "Half the places" })).toMatchObject({ setMeasureTarget: { measure: { target: { value: 50 } }, problems: [] } });
    expect(await world.refused(reader, TARGET, { sent: { id, expectedVersion: 3, target: { text: "5" } } })).toHaveLength(1);
  });
});

describe("reportMeasure", () => {
  it("reports a count as at a day, once, in the measure's unit", async () => {
    const world = await openWorld();
    const { system, workstream, lead, reader } = await led(world);
    const measure = await deliveryOf(world).measure({ workstreamId: workstream, systemId: system, audience: "MEMBERS" });
    const count = { measure, value: { text: "96" }, asAt: { text: "5 July 2024" } };
    const made = await world.ask<{ reportMeasure: { measureActual: { id: string } } }>(lead, REPORT, { sent: count });
    expect(made).toMatchObject({ reportMeasure: { measureActual: { value: { value: 96, unit: "PEOPLE", text: "96" }, period: { status: "NOT_APPLICABLE" }, audience: "MEMBERS", measure: { progress: { status: "TARGET_NOT_KNOWN" } } }, problems: [] } });
    const { id } = made.reportMeasure.measureActual;
    expect(await world.ask(lead, REPORT, { sent: count })).toMatchObject({ reportMeasure: { problems: [{ code: "ALREADY_EXISTS", path: ["measureActual", "asAt"], records: [{ id }] }] } });
    expect(await world.ask(lead, REPORT, { sent: { ...count, value: { text: "96 organisations" }, asAt: { text: "2030" } } })).toMatchObject({
      reportMeasure: { problems: [{ code: "DIFFERENT_UNITS", path: ["measureActual", "value"] }, { code: "NOT_YET", path: ["measureActual", "asAt"] }] },
    });
    expect(await world.refused(reader, REPORT, { sent: count })).toHaveLength(1);
    expect(await world.refused(holding("LEAD", await world.given.programme(), system), REPORT, { sent: count })).toHaveLength(1);
    expect(await world.ask(lead, RIGHT, { sent: { id, expectedVersion: 1, note: "Without e-learning" } })).toMatchObject({ amendMeasureActual: { problems: [] } });
    expect(await world.ask(lead, RIGHT, { sent: { id, expectedVersion: 1, value: { text: "97" } } })).toMatchObject({ amendMeasureActual: { measureActual: { version: 3, value: { value: 97, unit: "PEOPLE" }, note: "Without e-learning" }, problems: [] } });
    expect(await world.ask(lead, RIGHT, { sent: { id, expectedVersion: 1, value: { text: "98" } } })).toMatchObject({ amendMeasureActual: { problems: [{ code: "STALE", conflict: { fields: ["value"] } }] } });
    expect(await world.ask(lead, RIGHT, { sent: { id, expectedVersion: 3, asAt: { text: "not stated" } } })).toMatchObject({ amendMeasureActual: { problems: [{ code: "MISSING_FIELD" }] } });
    expect(await world.refused(reader, RIGHT, { sent: { id, expectedVersion: 3, note: "Mine" } })).toHaveLength(1);
  });
});
