import { graphql, isObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { quantityFor } from "../../../src/api/value/small-number.ts";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { measureActualKind, measureKind } from "../../../src/domain/resources/measure/table.ts";
import type { Quantity } from "../../../src/kernel/quantity.ts";
import { readQuantity } from "../../../src/kernel/read-quantity.ts";
import { readSettings } from "../../../src/server/settings/config.ts";
import { applicationOver } from "../../../src/serve/tracker.ts";
import { freshLedger, memberOf, officeOf, openWorld } from "../../support/domain-world.ts";
import { deliveryOf } from "../../support/given-delivery.ts";
import { schema } from "../../support/schema.ts";

const WITHHELD = { text: "withheld", operator: "UNKNOWN", value: null, upper: null, fraction: null, unit: "PEOPLE", status: "WITHHELD" };
const QUANTITY = "{ text operator value upper fraction unit status plain }";

const ofNoSystem = { systemId: null };

/** As somebody is shown a quantity, where counts below a number are withheld. */
const shown = (text: string, viewer: Viewer = nobody, { record = ofNoSystem, smallNumber = 5 }: { record?: { systemId: string | null }; smallNumber?: number } = {}): Quantity =>
  quantityFor({ viewer, smallNumber }, record, readQuantity(text));

describe("quantityFor", () => {
  it.each(["0 people", "1 person", "4 people", "at least 4 people", "more than 3 people", "less than 4 people", "about 4 people", "between 2 and 40 people"])("withholds %s from the public", (text) => {
    expect(shown(text)).toEqual(WITHHELD);
    expect(shown(text, memberOf("pl_1"))).toEqual(readQuantity(text));
  });

  it.each(["5 people", "less than 5 people", "96 people", "several people", "more than half of people", "4 organisations", "2 groups", "not stated", "between 5 and 9 people"])("shows %s to everybody", (text) => {
    expect(shown(text)).toEqual(readQuantity(text));
  });

  it("withholds small numbers of champions: they are people", () => {
    expect(shown("3 champions")).toEqual({ ...WITHHELD, unit: "CHAMPIONS" });
  });

  it.each([[1, 0, 1], [5, 4, 5], [10, 9, 10], [10, 9, 11], [1_000, 999, 1_000]])("set to %i withholds %i people and shows %i", (smallNumber, under, atOrOver) => {
    expect(shown(`${under} people`, nobody, { smallNumber })).toEqual(WITHHELD);
    expect(shown(`${atOrOver} people`, nobody, { smallNumber })).toEqual(readQuantity(`${atOrOver} people`));
  });

  it("shows a small count to members of the record's system, drafting or not, and to no other system's", () => {
    const record = { systemId: "pl_1" };
    for (const viewer of [memberOf("pl_1"), memberOf("pl_2", "pl_1"), officeOf("pl_1"), { ...nobody, draftsOf: ["pl_1"] }]) expect(shown("3 people", viewer, { record })).toEqual(readQuantity("3 people"));
    for (const viewer of [nobody, memberOf("pl_2"), officeOf("pl_2")]) expect(shown("3 people", viewer, { record })).toEqual(WITHHELD);
  });
});

/** What the query below answers, where each quantity is this one. */
const seen = (value: object, status: string, progress: string): unknown => ({
  measure: {
    baseline: value, target: value, baselineStatus: status,
    actuals: { nodes: [{ value, valueStatus: status }] },
    latestActual: { value },
    progress: { status: progress, actual: { value } },
  },
  trainingProgramme: { cohorts: { nodes: [{ size: value, valueStatus: status }] } },
});

describe("a small count of people", () => {
  it("leaves through no field of any record, neither in words nor in numbers, for the public", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const three = readQuantity("three people");
    const measure = await make.measure({ baseline: three, target: three });
    await make.measureActual({ measureId: measure, value: three, asAt: "March 2024" });
    const training = await make.training();
    await make.cohort({ trainingProgrammeId: training, size: three });
    const query = `query ($measure: ID!, $training: ID!) {
      measure(id: $measure) {
        baseline ${QUANTITY} target ${QUANTITY} baselineStatus: valueStatus(field: "baseline")
        actuals { nodes { value ${QUANTITY} valueStatus(field: "value") } }
        latestActual { value ${QUANTITY} }
        progress { status actual { value ${QUANTITY} } }
      }
      trainingProgramme(id: $training) { cohorts { nodes { size ${QUANTITY} valueStatus(field: "size") } } }
    }`;
    expect(await world.ask(nobody, query, { measure, training })).toEqual(seen({ ...WITHHELD, plain: "withheld" }, "WITHHELD", "TARGET_NOT_KNOWN"));
    expect(JSON.stringify(await world.ask(nobody, query, { measure, training }))).not.toMatch(/three|\b3\b/);
    for (const viewer of [memberOf(system), officeOf(system)]) {
      expect(await world.ask(viewer, query, { measure, training })).toEqual(seen({ ...three, plain: "three people" }, "KNOWN", "REACHED"));
    }
  });

  it("of a public record is shown to the members of its own system only", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const [own, other] = [await world.given.place({ level: "SYSTEM" }), await world.given.place({ level: "SYSTEM" })];
    const measure = await make.measure({ systemId: own, target: readQuantity("3 people") });
    const query = 'query ($id: ID!) { measure(id: $id) { target { value status } status: valueStatus(field: "target") } }';
    expect(await world.ask(memberOf(own), query, { id: measure })).toEqual({ measure: { target: { value: 3, status: "KNOWN" }, status: "KNOWN" } });
    for (const viewer of [nobody, memberOf(other), officeOf(other)]) {
      expect(await world.ask(viewer, query, { id: measure })).toEqual({ measure: { target: { value: null, status: "WITHHELD" }, status: "WITHHELD" } });
    }
  });

  it.each([
    [4, "KNOWN", ["value"]],
    [5, "WITHHELD", []],
    [6, "WITHHELD", []],
  ])("is one below the number that this server is set to: of about 4 people at %i it says %s", async (smallNumber, status, fields) => {
    const world = await openWorld("2024-07-05", smallNumber);
    const id = await deliveryOf(world).measureActual({ value: readQuantity("about 4 people"), asAt: "1 March 2024" });
    const query = `query ($id: ID!) {
      node(id: $id) { ... on MeasureActual { value { status } valueStatus(field: "value") } }
      overview { dataQuality { imprecise { records { nodes { fields } } } } }
    }`;
    expect(await world.ask(nobody, query, { id })).toEqual({
      node: { value: { status }, valueStatus: status },
      overview: { dataQuality: { imprecise: { records: { nodes: fields.length === 0 ? [] : [{ fields }] } } } },
    });
  });

  it("is one below the number in the settings, on a server", async () => {
    const ledger = await freshLedger();
    const { value: id } = await ledger.commit({ name: "test:given", actor: "test" }, (draft) =>
      draft.create(measureKind, { audience: "PUBLIC", title: "People trained", kind: "TRAINING_REACH", unit: "PEOPLE", baseline: "not stated", target: "30 people" }));
    for (const [smallNumber, status] of [[31, "WITHHELD"], [30, "KNOWN"]] as const) {
      const application = await applicationOver(ledger, { ...readSettings({}), smallNumber });
      const opened = await application.openContext({ asker: null, key: null, deadline: Number.POSITIVE_INFINITY });
      const source = "query ($id: ID!) { measure(id: $id) { target { status } } }";
      const { data } = await graphql({ schema: application.schema, source, variableValues: { id }, contextValue: opened.value });
      opened.release();
      expect(data).toEqual({ measure: { target: { status } } });
    }
  });

  it("is not told by how it stands against a target that everybody may know", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const measure = await make.measure({ target: readQuantity("10 people") });
    await make.measureActual({ measureId: measure, value: readQuantity("three people"), asAt: "March 2024" });
    const query = "query ($id: ID!) { measure(id: $id) { progress { status } } }";
    expect(await world.ask(nobody, query, { id: measure })).toEqual({ measure: { progress: { status: "ACTUAL_NOT_KNOWN" } } });
    expect(await world.ask(memberOf(system), query, { id: measure })).toEqual({ measure: { progress: { status: "NOT_REACHED" } } });
  });

  it("is not said by what it was read from", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const source = await make.source();
    const measureId = await make.measure();
    const id = await world.act((draft) => {
      const actual = { audience: "PUBLIC", measureId, value: "three people", period: "2022-23", asAt: "not applicable", note: "Of ten invited" };
      const id = draft.create(measureActualKind, actual);
      draft.cite({ sourceId: source, recordId: id, fields: ["value"], line: 27, quote: "three people were trained" });
      draft.cite({ sourceId: source, recordId: id, fields: ["note"], line: 28, quote: "ten were invited" });
      draft.cite({ sourceId: source, recordId: id, fields: [], line: 29, quote: "the training of three" });
      return id;
    });
    const query = `query ($id: ID!) { node(id: $id) { ... on MeasureActual { all: provenance { quote } value: provenance(field: "value") { quote line source { title } } } } }`;
    expect(await world.ask(nobody, query, { id })).toEqual({
      node: { all: [{ quote: null }, { quote: "ten were invited" }, { quote: null }], value: [{ quote: null, line: 27, source: { title: "HIT report" } }] },
    });
    expect(await world.ask(memberOf(system), query, { id })).toMatchObject({ node: { value: [{ quote: "three people were trained" }] } });
  });

  it("has no field that is not asked for above", () => {
    const quantity = schema.getType("Quantity");
    const fields = isObjectType(quantity) ? Object.keys(quantity.getFields()) : [];
    expect(fields.toSorted()).toEqual(QUANTITY.match(/\w+/g)?.toSorted());
  });
});
