import { describe, expect, it } from "vitest";
import { fieldOf } from "../../../src/api/field.ts";
import { nobody } from "../../../src/api/access/viewer.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { Flattening } from "../../../src/feeds/tables/flat.ts";
import { recordTable } from "../../../src/feeds/tables/record-table.ts";
import { storedColumns } from "../../../src/ledger/graph.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { flatTables } from "../../../src/schema.ts";
import { schema } from "../../support/schema.ts";
import { kinds, rowsIn, tableNamed, tables } from "../../support/tables.ts";

const withType = flatTables.map((table) => recordTable(table, new Flattening(schema, kinds)));

/** Who signs in, with what, and what they have made to be told by, is in no table; nor are people, whom nobody could erase from a file that somebody keeps. */
const IN_NO_TABLE = new Set(["Account", "AccessKey", "RoleGrant", "Webhook", "CalendarAddress", "Person", "PersonRole"]);

describe("the tables", () => {
  it("hold every kind of record there is, but for those that say who has access and who somebody is", () => {
    const held = withType.map(({ type }) => type);
    expect(held.toSorted()).toEqual(kinds.map(({ type }) => type).filter((type) => !IN_NO_TABLE.has(type)).toSorted());
  });

  it("show every field that a record has", () => {
    const missing = withType.flatMap(({ type, columns }) => {
      const kind = kinds.find((each) => each.type === type);
      const shown = new Set(columns.map(({ field }) => field?.split(".")[1]));
      return kind === undefined ? [] : storedColumns(kind.table).map(({ name }) => fieldOf(name)).filter((field) => field !== "gaps" && !shown.has(field)).map((field) => `${type}.${field}`);
    });
    expect(missing).toEqual([]);
  });

  it("have names and columns that are there once, in snake_case, and say what they are", () => {
    const names = tables.map(({ name }) => name);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    for (const { name, about, columns, optional } of tables) {
      const all = [...columns, ...optional];
      expect({ name, twice: all.map((column) => column.name).filter((column, place, others) => others.indexOf(column) !== place) }).toEqual({ name, twice: [] });
      expect({ name, wrong: all.filter((column) => !/^[a-z][a-z_\d]*$/.test(column.name) || column.description.trim() === "").map((column) => column.name) }).toEqual({ name, wrong: [] });
      expect(about).not.toBe("");
    }
  });

  it("begin with what people ask for, under names that stay", () => {
    const asked = "organisations identifiers groups memberships programmes workstreams criteria dependencies milestones status_reports risks funding posts pledges actions measures events outputs recommendations decisions outcomes practice claims sources provenance changes dates dictionary codes";
    expect(asked.split(" ").filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
  });

  it("say of each imprecise date, amount and count all that the graph says of it", () => {
    const names = tableNamed("funding").columns.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["amount", "amount_currency", "amount_status", "awarded_text", "awarded_earliest", "awarded_latest", "awarded_precision", "awarded_qualifier", "awarded_status"]));
    expect(tableNamed("measures").columns.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["target_text", "target_operator", "target_value", "target_upper", "target_fraction", "target_unit", "target_status"]));
  });
});

describe("a row", () => {
  it("has names beside ids, the joined identifier beside an organisation, and says why cells are empty", async () => {
    const { given, ledger } = await openWorld();
    const system = await given.place({ name: "North", level: "SYSTEM" });
    const organisationId = await given.organisation({ name: "North Bristol NHS Trust" });
    await given.organisationIdentifier({ organisationId, scheme: "GSS", value: "E06000023" });
    await given.organisationIdentifier({ organisationId, scheme: "GB_NHS", value: "RVJ" });
    const hidden = await given.workstream({ name: "Hidden", audience: "MEMBERS", systemId: system });
    await given.milestone({ title: "Launch", ownerOrganisationId: organisationId, workstreamId: hidden, parts: ["this | that", "one\\two"], gaps: { ownerHealthIntegrationTeamId: "NOT_STATED" } });
    const [row] = await rowsIn(ledger, "milestones", "", { viewer: nobody });
    expect(row).toMatchObject({
      title: "Launch", programme_name: "Trauma Informed Somerset", owner_organisation_name: "North Bristol NHS Trust", owner_organisation_org_id: "GB-NHS-RVJ",
      workstream_id: null, workstream_name: null, parts: "this \\| that | one\\\\two", gaps: "owner_health_integration_team: NOT_STATED | workstream: WITHHELD",
    });
    expect((await rowsIn(ledger, "milestones", "", { viewer: memberOf(system) }))[0]).toMatchObject({ workstream_name: "Hidden", gaps: "owner_health_integration_team: NOT_STATED" });
    const identifiers = await rowsIn(ledger, "identifiers", "", { viewer: nobody });
    expect(Object.fromEntries(identifiers.map(({ value, org_id: orgId }) => [value, orgId]))).toEqual({ E06000023: null, RVJ: "GB-NHS-RVJ" });
  });

  it("never says zero for an amount that nobody knows", async () => {
    const { given, ledger } = await openWorld();
    await given.award({ title: "A known", amount: "£15,450.50" });
    await given.award({ title: "Not stated", amount: "not stated" });
    const rows = await rowsIn(ledger, "funding", "", { viewer: nobody });
    expect(Object.fromEntries(rows.map(({ title, amount, amount_status: status }) => [title, [amount, status]]))).toEqual({ "A known": [15_450.5, "KNOWN"], "Not stated": [null, "NOT_STATED"] });
  });
});

describe("what is asked of a table", () => {
  it("finds what the graph's list finds, and how sure that is", async () => {
    const { given, ledger } = await openWorld();
    const programmeId = await given.programme();
    await given.milestone({ programmeId, title: "Sure", baseline: "May 2023" });
    await given.milestone({ programmeId, title: "Perhaps", baseline: "2023" });
    await given.milestone({ programmeId, title: "Later", baseline: "May 2025", status: "CANCELLED" });
    const found = async (query: string) => Object.fromEntries((await rowsIn(ledger, "milestones", query, { viewer: nobody })).map(({ title, certainty = null }) => [String(title), certainty]));
    expect(await found("due.financialYear=2023-24")).toEqual({ Perhaps: "POSSIBLE", Sure: "CERTAIN" });
    expect(await found("due.from=2023-05-01&due.to=2023-05-31&due.certainty=CERTAIN")).toEqual({ Sure: "CERTAIN" });
    expect(await found("status=CANCELLED,MET")).toEqual({ Later: null });
    expect(await found("status=CANCELLED&status=SCHEDULED&titleContains=er")).toEqual({ Later: null, Perhaps: null });
    expect(await found(`programme=${programmeId}&timing=PAST_DUE_NOT_REPORTED&on=2023-07-01`)).toEqual({ Sure: null });
    const organisationId = await given.organisation();
    await given.organisationIdentifier({ organisationId, scheme: "GB_COH", value: "00123456" });
    expect(await rowsIn(ledger, "organisations", "identifier.scheme=GB_COH&identifier.value=00123456&isUnit=false", { viewer: nobody })).toHaveLength(1);
  });

  it("tells of a day what follows the day", async () => {
    const { given, ledger } = await openWorld();
    await given.milestone({ baseline: "May 2023" });
    const timing = async (query: string, today: string) => (await rowsIn(ledger, "milestones", query, { viewer: nobody, today }))[0]?.["timing"];
    expect([await timing("", "2023-05-02"), await timing("", "2024-05-02"), await timing("on=2023-01-01", "2024-05-02")]).toEqual(["IN_WINDOW", "PAST_DUE_NOT_REPORTED", "UPCOMING"]);
  });

  it("gives what was changed since an entry, an instant or a day, once each", async () => {
    const world = await openWorld();
    const { given, ledger } = world;
    const first = await given.milestone({ title: "First" });
    await given.milestone({ title: "Second" });
    const before = ledger.head();
    const at = new Date().toISOString();
    for (const title of ["First again", "First at last"]) await world.act((draft) => { draft.change(milestoneKind, first, { title }); });
    const titles = async (query: string) => (await rowsIn(ledger, "milestones", query, { viewer: nobody })).map(({ title }) => String(title)).toSorted();
    expect(await titles(`changedSince=${before}`)).toEqual(["First at last"]);
    expect(await titles("changedSince=0")).toEqual(["First at last", "Second"]);
    expect(await titles(`changedSince=${ledger.head()}`)).toEqual([]);
    expect(await titles("changedSince=2020-01-01")).toEqual(["First at last", "Second"]);
    expect(await titles(`changedSince=${before}&titleContains=Second`)).toEqual([]);
    expect(await titles(`changedSince=${at}`)).toEqual(["First at last"]);
    await world.act((draft) => { draft.remove(milestoneKind, first); });
    expect(await titles(`changedSince=${before}`)).toEqual([]);
    const changes = await rowsIn(ledger, "changes", `changedSince=${before}&type=MILESTONE`, { viewer: nobody });
    expect(changes.map(({ op, id, changed_fields: fields }) => [op, id, fields])).toEqual([["CHANGE", first, "title"], ["CHANGE", first, "title"], ["REMOVE", first, expect.stringContaining("title")]]);
    await expect(titles(`changedSince=${ledger.head() + 1}`)).rejects.toThrow(/There is no entry \d+ here yet/);
    await expect(titles("changedSince=2999-01-01")).rejects.toThrow("That moment has not passed yet");
  });

  it("shows beside each row where it comes from, where that is asked for", async () => {
    const world = await openWorld();
    const { given, ledger } = world;
    const source = await given.source({ title: "Annual report" });
    const id = await given.milestone({ title: "Launch" });
    await world.act((draft) => { draft.cite({ sourceId: source, recordId: id, fields: ["title"], line: 3, quote: "the launch" }); draft.change(milestoneKind, id, { title: "The launch" }); }, { name: "milestone:reword", actor: "ac_somebody", reason: "Clearer" });
    expect((await rowsIn(ledger, "milestones", "provenance=true", { viewer: nobody }))[0]).toMatchObject({
      title: "The launch", provenance_entry: ledger.head(), provenance_act: "MILESTONE_REWORD", provenance_actor: "ac_somebody", provenance_reason: "Clearer",
      provenance_source_title: "Annual report", provenance_quote: "the launch",
    });
    expect(await rowsIn(ledger, "provenance", `record=${id}`, { viewer: nobody })).toMatchObject([
      { record_type: "MILESTONE", record_name: "The launch", act: "MILESTONE_REWORD", supports: "title", source_name: "Annual report", line: 3, quote: "the launch" },
      { act: "OTHER", source_id: null },
    ]);
  });

  it.each([
    ["milestones", "statuss=MET", /^There is no “statuss” to ask for here. Did you mean status\? There are place, system, /],
    ["milestones", "status=DONE", "status is “DONE”. It takes SCHEDULED, MET, PARTIALLY_MET, NOT_MET, CANCELLED, NOT_REPORTED."],
    ["milestones", "titleContains=a&titleContains=b", "titleContains is given 2 times, and takes one value."],
    ["milestones", "due.from=2023-02-30", "due.from is “2023-02-30”. “2023-02-30” is not a day in the calendar. Write a day as 2024-07-05."],
    ["milestones", "provenance=maybe", "provenance is “maybe”. It takes true or false."],
    ["milestones", "changedSince=yesterday", /is not a moment/],
    ["workstreams", "on=tomorrow", "“tomorrow” is not a day in the calendar. Write a day as 2024-07-05."],
    ["organisations", "isUnit=perhaps", "isUnit is “perhaps”. It takes true or false."],
    ["organisations", "identifier.scheme=GB_NHS", /^identifier is not whole\. Field "value"/],
    ["outcomes", "number=eight", "number is “eight”. It takes a whole number."],
    ["dictionary", "table=milestones", "There is no “table” to ask for here. This address takes nothing behind a question mark."],
    ["provenance", "type=Milestones", /^type is “Milestones”. It takes PLACE, SOURCE/],
    ["provenance", "record=launch", "record is “launch”, which is not an id. Ids look like ms_0123456789abcdef."],
    ["dates", "from=2024-01-01&to=2023-01-01", "These days end on 2023-01-01, before they begin on 2024-01-01."],
    ["dates", "from=0001-01-01&to=9999-12-31", /more than 100000 days/],
  ])("is refused where it cannot be asked: %s?%s", (table, query, message) => {
    expect(() => tableNamed(table).ask(new URLSearchParams(query))).toThrow(message);
  });
});

describe("the table of dates", () => {
  it("has every day once, with its month, week and financial year", async () => {
    const { ledger } = await openWorld();
    const days = await rowsIn(ledger, "dates", "from=2024-03-30&to=2024-04-02", { viewer: nobody });
    expect(days).toMatchObject([
      { date: "2024-03-30", year: 2024, quarter: 1, month: 3, month_name: "March", month_begins: "2024-03-01", week_begins: "2024-03-25", weekday: 6, weekday_name: "Saturday", financial_year: "2023-24", financial_year_begins: "2023-04-01", financial_year_ends: "2024-03-31", financial_quarter: 4, financial_month: 12 },
      { date: "2024-03-31", weekday: 7, week_begins: "2024-03-25", financial_year: "2023-24" },
      { date: "2024-04-01", weekday: 1, week_begins: "2024-04-01", financial_year: "2024-25", financial_quarter: 1, financial_month: 1 },
      { date: "2024-04-02" },
    ]);
    const all = await rowsIn(ledger, "dates", "", { viewer: nobody, today: "2024-07-05" });
    expect([all[0]?.["date"], all.at(-1)?.["date"], new Set(all.map(({ date }) => date)).size]).toEqual(["2015-04-01", "2030-03-31", all.length]);
  });
});

describe("the dictionary", () => {
  it("says of every column of every table what it means, and of every code", async () => {
    const { ledger } = await openWorld();
    const rows = await rowsIn(ledger, "dictionary", "", { viewer: nobody });
    expect(rows.length).toBe(tables.reduce((sum, { columns, optional }) => sum + columns.length + optional.length, 0));
    expect(rows.find((row) => row["table_name"] === "milestones" && row["column_name"] === "status")).toMatchObject({
      type: "CODE", field: "Milestone.status", description: "What was reported of it.", codes: "SCHEDULED | MET | PARTIALLY_MET | NOT_MET | CANCELLED | NOT_REPORTED",
    });
    const codes = await rowsIn(ledger, "codes", "", { viewer: nobody });
    expect(codes.find((row) => row["table_name"] === "milestones" && row["code"] === "PARTIALLY_MET")).toMatchObject({ meaning: "Reported as met in part." });
    expect(codes.filter(({ meaning }) => meaning === "")).toEqual([]);
  });
});
