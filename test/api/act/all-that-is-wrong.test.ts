import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, type GraphQLInputType } from "graphql";
import { afterAll, describe, expect, it } from "vitest";
import { newId } from "../../../src/kernel/identity.ts";
import { concepts } from "../../../src/schema.ts";
import { officeOfEverything, worldOver } from "../../support/domain-world.ts";
import { deliveryOf } from "../../support/given-delivery.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { sending, trying, type Mutation, type Sent } from "../../support/sample-mutation.ts";
import { schema } from "../../support/schema.ts";
import { twoOfEach } from "../../support/two-of-each.ts";

/** Whatever is wrong with what a mutation is sent is said at once: each is sent several wrong things, wherever it takes any, and answers for every one of them. */

const kinds = concepts.flatMap((concept) => concept.kinds);
const { ledger, end } = await ownLedger("NOTHING");
afterAll(end);
const world = worldOver(ledger);
const pairs = await twoOfEach(world, schema, kinds);
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

/** What cannot be read, or is not there, by the type that takes it. */
const WRONG: Readonly<Record<string, unknown>> = {
  ID: newId("ms", "nowhere"), String: " ", PartialDateInput: { text: "sometime" }, MoneyInput: { amount: "plenty" }, QuantityInput: { text: "umpteen things" },
};

/** Nothing is wrong with these. */
const RIGHT: Readonly<Record<string, unknown>> = { Int: 1, Boolean: false, Day: "2024-07-05", Moment: 1 };

/** Whether these have to say why depends on the record. */
const RECORD_FIRST = new Set(["remove", "setMeasureTarget", "reviewPledgeAction"]);

/** What a record of a list is called there is no text of it. */
const NO_TEXT = new Set(["as"]);

/** What only its owner does: of what is somebody else's nobody is told what is wrong, not even whether it is there. */
const OWNERS_ONLY = new Set(["testWebhook", "redeliverWebhook", "amendWebhook", "resumeWebhook", "rotateWebhookSecret"]);

/** What is sent, and the places in it where something is wrong. */
interface Spoilt {
  readonly sent: unknown;
  readonly places: readonly string[];
}

/** Something wrong in every place where something can be. Of an input of which one field is sent, that is the one that is picked; a list has an item of each. */
function allWrong(type: GraphQLInputType, path: readonly string[], pick?: string): Spoilt {
  const nullable = getNullableType(type);
  const named = getNamedType(nullable);
  if (isListType(nullable)) {
    const items = picksIn(named).map((each, at) => allWrong(named, [...path, String(at)], each));
    return { sent: items.map(({ sent }) => sent), places: items.flatMap(({ places }) => places) };
  }
  if (WRONG[named.name] !== undefined) return { sent: WRONG[named.name], places: [path.join(".")] };
  if (isEnumType(named)) return { sent: named.getValues()[0]?.name, places: [] };
  if (!isInputObjectType(named)) return { sent: RIGHT[named.name], places: [] };
  const known = Object.values(named.getFields()).filter(({ name }) => !NO_TEXT.has(name));
  const fields = (named.isOneOf ? known.filter(({ name }) => name === pick) : known).map((field) => [field.name, allWrong(field.type, [...path, field.name], pick)] as const);
  return { sent: Object.fromEntries(fields.map(([name, { sent }]) => [name, sent])), places: fields.flatMap(([, { places }]) => places) };
}

/** What can be picked where a type, or one of its fields, is an input of which one field is sent. */
function picksIn(type: GraphQLInputType): (string | undefined)[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [undefined];
  const fields = Object.values(named.getFields());
  const choice = named.isOneOf ? fields : fields.flatMap((field) => { const inner = getNullableType(field.type); return isInputObjectType(inner) && inner.isOneOf ? Object.values(inner.getFields()) : []; });
  return choice.length === 0 ? [undefined] : choice.map(({ name }) => name);
}

/** The same as was sent, but for its values, of which none can be read. */
function valuesWrong(type: GraphQLInputType, sent: unknown, path: readonly string[]): Spoilt {
  if (sent === null || sent === undefined) return { sent, places: [] };
  const nullable = getNullableType(type);
  const named = getNamedType(nullable);
  if (Array.isArray(sent)) {
    const items = sent.map((item: unknown, at) => valuesWrong(named, item, [...path, String(at)]));
    return { sent: items.map((item) => item.sent), places: items.flatMap(({ places }) => places) };
  }
  if (named.name !== "ID" && WRONG[named.name] !== undefined) return { sent: WRONG[named.name], places: [path.join(".")] };
  if (!isInputObjectType(named)) return { sent, places: [] };
  const known = named.getFields();
  const fields = Object.entries(sent).flatMap(([name, value]: [string, unknown]) => (known[name] === undefined || NO_TEXT.has(name) ? [] : [[name, valuesWrong(known[name].type, value, [...path, name])] as const]));
  return { sent: Object.fromEntries(fields.map(([name, one]) => [name, one.sent])), places: fields.flatMap(([, { places }]) => places) };
}

/** A mutation as it can be sent, but for its values. */
function valuesSpoilt(mutation: Mutation, sent: Sent): { readonly sent: Sent; readonly places: readonly string[] } {
  const spoilt = about(mutation).map(({ name, type }) => ({ name, ...valuesWrong(type, sent[name], [name]) }));
  return { sent: Object.fromEntries(spoilt.map((part) => [part.name, part.sent])), places: spoilt.flatMap(({ places }) => places) };
}

/** The arguments by which one mutation says what it is about; what it says of itself beside is for each the same. */
const about = ({ args }: Mutation): Mutation["args"] => args.filter(({ name }) => !["dryRun", "reason"].includes(name));

/** The places of which an answer says nothing. */
async function unsaid(mutation: Mutation, sent: Sent, places: readonly string[]): Promise<string[]> {
  const { code, problems } = await sending(world, officeOfEverything, mutation, sent, "dryRun: true");
  const said = problems.map(({ path }) => path.join("."));
  if (OWNERS_ONLY.has(mutation.name)) return code === "FORBIDDEN" ? [] : [`${mutation.name}: ${code}, of somebody else's`];
  if (problems.length === 0) return [`${mutation.name}: ${code}`];
  return places.filter((place) => !said.some((one) => one === place || one.startsWith(`${place}.`))).map((place) => `${mutation.name} ${place}`);
}

describe("a mutation that is refused", () => {
  it("says of every record that is not there, of every value that cannot be read, and that it lacks a reason, wherever it takes any", async () => {
    const silent: string[] = [];
    let [asked, count] = [0, 0];
    for (const mutation of mutations) {
      const tried = await trying(world, officeOfEverything, mutation, pairs, "dryRun: true");
      const reason = tried.problems.some(({ code }) => code === "MISSING_REASON") ? ["reason"] : [];
      for (const { sent, places } of [...spoilings(mutation), valuesSpoilt(mutation, tried.sent)]) {
        const all = [...places, ...(RECORD_FIRST.has(mutation.name) ? [] : reason)];
        if (all.length < 2) continue;
        asked += 1;
        count += all.length;
        silent.push(...(await unsaid(mutation, sent, all)));
      }
    }
    expect(silent).toEqual([]);
    expect(asked).toBeGreaterThan(150);
    expect(count).toBeGreaterThan(1_900);
  });
});

/** What rules hold against an act, beside what cannot be read and what is not there. */
interface Case {
  readonly verb: string;
  readonly of: string;
  readonly sent: Sent;
  readonly says: readonly string[];
}

const NOWHERE = WRONG["ID"];
const tooLong = "a".repeat(301);

const delivery = deliveryOf(world);
const given: Readonly<Record<string, () => Promise<string>>> = {
  Programme: async () => world.given.programme(),
  Milestone: async () => world.given.milestone({ ownerOrganisationId: await world.given.organisation() }),
  FundingAward: async () => world.given.award({ programmeId: await world.given.programme() }),
  Post: async () => delivery.post({ programmeId: await world.given.programme() }),
  Measure: async () => delivery.measure(),
};

describe("an act that breaks rules", () => {
  it.each<Case>([
    { verb: "planMilestone", of: "Programme", sent: { title: " ", type: "LAUNCH", baseline: { text: "May 2025" }, parts: ["One"], ownerOrganisation: NOWHERE }, says: ["INVALID_TEXT title", "NOT_FOUND ownerOrganisation", "RULE parts"] },
    { verb: "rewordMilestone", of: "Milestone", sent: { title: tooLong, parts: ["One", "One"], metBy: "ALL", ownerOrganisation: NOWHERE }, says: ["NOT_FOUND ownerOrganisation", "RULE ownerOrganisation", "RULE parts", "TOO_LONG title"] },
    { verb: "amendFundingAward", of: "FundingAward", sent: { title: tooLong, awarded: { text: "May 2099" }, amount: { amount: "plenty" } }, says: ["INVALID_MONEY amount", "NOT_YET awarded", "TOO_LONG title"] },
    { verb: "recordFundingAward", of: "", sent: { title: "Grant", amount: { amount: "plenty" }, status: "PROPOSED", awarded: { text: "May 2023" }, parties: [] }, says: ["INVALID_MONEY amount", "MISSING_FIELD system", "RULE awarded"] },
    { verb: "recordFundingTotal", of: "", sent: { title: "Total", amount: { amount: "plenty" }, financialYear: "never", itemised: false }, says: ["INVALID_FINANCIAL_YEAR financialYear", "INVALID_MONEY amount", "MISSING_FIELD system"] },
    { verb: "recordPost", of: "", sent: { title: "Coordinator", status: "ENDED", start: { text: "May 2024" }, end: { text: "May 2023" } }, says: ["MISSING_FIELD system", "RULE end"] },
    { verb: "amendPost", of: "Post", sent: { title: tooLong, start: { text: "May 2024" }, end: { text: "May 2023" }, employer: NOWHERE }, says: ["NOT_FOUND employer", "RULE end", "TOO_LONG title"] },
    { verb: "recordMeasure", of: "", sent: { title: "People trained", kind: "TRAINING_REACH", unit: "PEOPLE", target: { text: "5 groups" } }, says: ["DIFFERENT_UNITS target", "MISSING_FIELD system"] },
    { verb: "amendMeasure", of: "Measure", sent: { title: tooLong, baseline: { text: "5 groups" } }, says: ["DIFFERENT_UNITS baseline", "TOO_LONG title"] },
    { verb: "draftStatusReport", of: "", sent: { period: { text: "sometime" }, items: [{ kind: "ACHIEVED", statement: "The launch", date: { text: "May 2099" } }] }, says: ["INVALID_DATE period", "MISSING_FIELD programme", "NOT_YET items.0.date"] },
    { verb: "grantRole", of: "", sent: { account: newId("ac", "nowhere"), role: "LEAD", forEverything: true, since: "2024-06-01", until: "2024-05-01" }, says: ["BAD_WINDOW until", "NOT_FOUND account", "RULE until"] },
  ])("$verb says of all of them at once", async ({ verb, of, sent, says }) => {
    const mutation = mutations.find(({ name }) => name === verb);
    const [arg] = mutation?.args.filter(({ name }) => !["dryRun", "reason", "citations"].includes(name)) ?? [];
    if (mutation === undefined || arg === undefined) throw new Error(`There is no ${verb}.`);
    const id = of === "" ? undefined : await given[of]?.();
    const record = id === undefined ? {} : verb.startsWith("plan") ? { programme: id } : { id, expectedVersion: 1 };
    const { problems } = await sending(world, officeOfEverything, mutation, { [arg.name]: { ...record, ...sent } }, "dryRun: true");
    const places = Object.keys(sent);
    const said = problems.map(({ code, path }) => { const [, ...at] = path; return `${code} ${(places.includes(at[0] ?? "") && at[0] !== "items" ? at.slice(0, 1) : at).join(".")}`; });
    expect(said.toSorted()).toEqual(says);
  });

  it("that is stale in one field is told of the others as well", async () => {
    const id = await world.given.milestone({ title: "Launch" });
    const reword = "mutation ($milestone: RewordMilestoneInput!) { rewordMilestone(milestone: $milestone) { problems { code path conflict { fields } } } }";
    await world.ask(officeOfEverything, reword, { milestone: { id, expectedVersion: 1, title: "The launch" } });
    const sent = { id, expectedVersion: 1, title: "Take-off", type: null, parts: ["One"] };
    expect(await world.ask(officeOfEverything, reword, { milestone: sent })).toMatchObject({
      rewordMilestone: { problems: [
        { code: "RULE", path: ["milestone", "parts"], conflict: null },
        { code: "MISSING_FIELD", path: ["milestone", "type"], conflict: null },
        { code: "STALE", path: ["milestone", "expectedVersion"], conflict: { fields: ["title"] } },
      ] },
    });
  });

  it("that points at a record of the same list which is refused says only what is wrong with that one, and of its own", async () => {
    const record = "mutation ($records: [RecordInput!]!) { record(records: $records) { problems { code path } } }";
    const records = [
      { as: "group", record: { group: { name: " ", kind: "BOARD", status: "ACTIVE" } } },
      { record: { membership: { capacity: "MEMBER", group: "@group", organisation: NOWHERE } } },
      { record: { membership: { capacity: "MEMBER", group: "@nothing", constituency: "Carers" } } },
    ];
    expect(await world.ask(officeOfEverything, record, { records })).toEqual({
      record: { problems: [
        { code: "INVALID_TEXT", path: ["records", "0", "record", "group", "name"] },
        { code: "NOT_FOUND", path: ["records", "2", "record", "membership", "group"] },
        { code: "NOT_FOUND", path: ["records", "1", "record", "membership", "organisation"] },
      ] },
    });
  });
});

/** Everything that a mutation takes, all of it wrong; of one that takes a record of any kind, one for each kind. */
function spoilings(mutation: Mutation): { readonly sent: Sent; readonly places: readonly string[] }[] {
  const picks = about(mutation).map(({ type }) => (isListType(getNullableType(type)) ? [undefined] : picksIn(type))).find((each) => each.length > 1) ?? [undefined];
  return picks.map((pick) => {
    const spoilt = about(mutation).map(({ name, type }) => ({ name, ...allWrong(type, [name], pick) }));
    return { sent: Object.fromEntries(spoilt.map(({ name, sent }) => [name, sent])), places: spoilt.flatMap(({ places }) => places) };
  });
}
