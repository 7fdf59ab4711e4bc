import { buildSchema, type GraphQLSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { changesBetween } from "../../src/web/build/contract/changes.ts";
import { brokenPromises, nextQuarterDay, tooSoon } from "../../src/web/build/contract/promises.ts";
import { removalIn, sixMonthsAfter } from "../../src/web/build/contract/deprecation.ts";

const RELEASED = /* GraphQL */ `
  type Query { team(id: ID!, at: String): Team  size: Size  old(by: OldFilter): Old @deprecated(reason: "Use team. Removal on 2026-10-01.")  any: Any }
  type Team { name: String  lead: String @deprecated(reason: "Use owner. Removal on 2026-10-01.")  owner: String  alike(input: Input): [Team!] }
  type Old { name: String  next: Old }
  type Plan { name: String }
  union Any = Team | Old
  enum Size { SMALL LARGE HUGE @deprecated(reason: "Use LARGE. Removal on 2026-10-01.") }
  input Input { name: String  code: String @deprecated(reason: "Use name. Removal on 2026-10-01.") }
  input OldFilter { name: String }
`;

const EVERYTHING_TO_GO = ["Query.old", "Team.lead", "Size.HUGE", "Input.code"];

const schemaOf = (text: string): GraphQLSchema => buildSchema(text, { assumeValidSDL: true });
const released = schemaOf(RELEASED);

/** Without the field that is to go, and all that it alone leads to. */
const withoutOld = RELEASED.replace(/ old\(.*?"\)/, "").replace(/ type Old \{.*\}\n/, "").replace("| Old", "").replace(/ input OldFilter \{.*\}\n/, "");

/** The schema with one more thing that is to go. */
function marked(reason: string): GraphQLSchema {
  return schemaOf(RELEASED.replace("owner: String ", `owner: String @deprecated(reason: "${reason}") `));
}

/** What a change of the text breaks on a day, where everything that is to go was released as such in March. */
async function broken(from: string, to: string, today = "2026-11-28", deprecatedOn = new Map(EVERYTHING_TO_GO.map((path) => [path, "2026-03-28"]))): Promise<string[]> {
  expect(RELEASED).toContain(from);
  return brokenPromises({ released, deprecatedOn }, schemaOf(RELEASED.replace(from, to)), today);
}

describe("a change of the schema", () => {
  it.each([
    ["a field that is new", "owner: String ", "owner: String size: Size"],
    ["a value that is new", "SMALL LARGE", "SMALL MIDDLE LARGE"],
    ["an argument that may be left out", "at: String", "at: String, by: String"],
    ["an answer that is there for sure", "size: Size", "size: Size!"],
    ["an input that may be left out now", "id: ID!", "id: ID"],
    ["a type that is new", "type Plan", "type Other { name: String } type Plan"],
    ["what is marked as to go, with a day and what to use instead", "owner: String ", `owner: String @deprecated(reason: "Use lead. Removal on 2027-07-01.") `],
    ["what stays after all", `lead: String @deprecated(reason: "Use owner. Removal on 2026-10-01.")`, "lead: String"],
    ["a field whose day has come", `lead: String @deprecated(reason: "Use owner. Removal on 2026-10-01.")`, ""],
    ["a value whose day has come", `HUGE @deprecated(reason: "Use LARGE. Removal on 2026-10-01.")`, ""],
    ["what is sent no more whose day has come", `code: String @deprecated(reason: "Use name. Removal on 2026-10-01.")`, ""],
  ])("breaks nothing: %s", async (_, from, to) => {
    expect(await broken(from, to)).toEqual([]);
  });

  it.each([
    ["a field", "owner: String ", "", "Team.owner: Field `owner` was removed from object type `Team`."],
    ["a value", "SMALL LARGE", "SMALL", "Size.LARGE: Enum value `LARGE` was removed from enum `Size`."],
    ["an argument", ", at: String", "", "Query.team.at: Argument `at: String` was removed from field `Query.team`."],
    ["an input", "{ name: String  code", "{ code", "Input.name: Input field `name` was removed from input object type `Input`."],
    ["what may not be left out", "at: String", "at: String, by: String!", "Query.team.by: Argument `by: String!` added to field `Query.team`."],
    ["what may be missing now", "id: ID!, at: String): Team ", "id: ID!, at: String): [Team] ", "Query.team: Field `Query.team` changed type from `Team` to `[Team]`."],
    ["a type that nothing leads to", "type Plan { name: String }", "", "Plan: Type `Plan` was removed."],
    ["what a union may be", "union Any = Team | Old", "union Any = Team", "Any: Member `Old` was removed from Union type `Any`."],
    ["one of several", "input Input {", "input Input @oneOf {", "Input: Input object type `Input` takes one of its fields only."],
  ])("is refused without a warning: %s", async (_, from, to, words) => {
    expect(await broken(from, to)).toEqual([expect.stringContaining(words)]);
  });

  it("is refused with what to do instead, and a day on which it may be done", async () => {
    expect(await broken("owner: String ", "")).toEqual([expect.stringMatching(/mark the old one @deprecated\(reason: "Use …\. Removal on 2027-07-01\."\); once that is released it may go on that day\.$/)]);
  });

  const LEAD = `lead: String @deprecated(reason: "Use owner. Removal on 2026-10-01.")`;

  it.each([
    ["its day has not come", "2026-09-30", new Map([["Team.lead", "2026-03-28"]])],
    ["no release marked it", "2026-11-28", new Map<string, string>()],
    ["it was released five months before its day", "2026-11-28", new Map([["Team.lead", "2026-05-01"]])],
  ])("is refused of a field that was marked, where %s", async (_, today, deprecatedOn) => {
    expect(await broken(LEAD, "", today, deprecatedOn)).toEqual([expect.stringContaining("Team.lead: Field `lead` (deprecated) was removed")]);
  });

  it("takes a type with it once everything that led to it may go, and only then", async () => {
    const deprecatedOn = new Map([["Query.old", "2026-03-28"]]);
    expect(await brokenPromises({ released, deprecatedOn }, schemaOf(withoutOld), "2026-11-28")).toEqual([]);
    const used = schemaOf(RELEASED.replace("name: String  lead", "name: String old: Old filtered(by: OldFilter): String lead"));
    expect((await brokenPromises({ released: used, deprecatedOn }, schemaOf(withoutOld), "2026-11-28")).map((line) => line.split(":")[0])).toEqual(["Any", "Old", "OldFilter", "Team.filtered", "Team.old"]);
  });

  it("may not bring forward the day on which something goes", async () => {
    expect(await broken("Use owner. Removal on 2026-10-01.", "Use owner. Removal on 2026-07-01.", "2026-04-01")).toEqual(["Team.lead was promised to stay until 2026-10-01, and is now to go on 2026-07-01."]);
    expect(await broken("Use owner. Removal on 2026-10-01.", "Use owner. Removal on 2027-07-01.", "2026-04-01")).toEqual([]);
  });
});

describe("what is marked as to go", () => {
  it.each([
    ["Use owner. Removal on 2027-04-01.", "2027-04-01"],
    ["Use owner, or name. Both are there. Removal on 2027-01-01.", "2027-01-01"],
    ["Use owner.", null],
    ["Removal on 2027-04-01.", null],
    ["Use owner. Removal on 2027-03-31.", null],
    ["Use owner. Removal on 2027-05-01.", null],
    ["Use owner. Removal on 2027-04-01", null],
    ["Removal on 2027-04-01. Use owner.", null],
    ["No longer supported", null],
  ])("says a quarter day, and what to use: %s", async (reason, day) => {
    expect(removalIn(reason)).toBe(day);
    const complaints = await brokenPromises({ released, deprecatedOn: new Map() }, marked(reason), "2026-11-28");
    expect(complaints.map((line) => line.replace(/ because “.*”\. /, " … "))).toEqual(day === null ? [`Team.owner is deprecated … Say what to use instead, and the quarter day on which it goes, last: "Use …. Removal on 2027-07-01."`] : []);
  });

  it("is not released with less than six months", () => {
    const promised = { released, deprecatedOn: new Map(EVERYTHING_TO_GO.map((path) => [path, "2026-03-28"])) };
    expect(tooSoon(promised, marked("Use name. Removal on 2027-07-01."), "2026-11-28")).toEqual([]);
    expect(tooSoon(promised, marked("Use name. Removal on 2027-04-01."), "2026-11-28")).toEqual(["Team.owner is to go on 2027-04-01, less than six months behind 2026-11-28: the first quarter day then is 2027-07-01."]);
  });

  it.each([["2026-11-28", "2027-05-28", "2027-07-01"], ["2026-08-31", "2027-02-28", "2027-04-01"], ["2027-08-31", "2028-02-29", "2028-04-01"], ["2026-07-01", "2027-01-01", "2027-01-01"], ["2026-03-31", "2026-09-30", "2026-10-01"], ["2026-05-01", "2026-11-01", "2027-01-01"]])(
    "stays six months behind %s, until %s, and to the quarter day %s", (day, later, quarter) => {
      expect([sixMonthsAfter(day), nextQuarterDay(later)]).toEqual([later, quarter]);
    });
});

describe("the changes of a schema", () => {
  it("are told in words, the worst first, without those of descriptions", async () => {
    const after = schemaOf(RELEASED.replace("owner: String ", `"Who answers for it." owner: String! `).replace("SMALL LARGE", "SMALL MIDDLE LARGE").replace("type Plan { name: String }", "").replace("any: Any", `any: Any @deprecated(reason: "Use team. Removal on 2027-07-01.")`));
    expect((await changesBetween(released, after)).map(({ level, words }) => `${level} ${words}`)).toEqual([
      "BREAKING Type `Plan` was removed.",
      "DANGEROUS Enum value `MIDDLE` was added to enum `Size`.",
      "SAFE Field `Query.any` is deprecated. Use team. Removal on 2027-07-01.",
      "SAFE Field `Team.owner` changed type from `String` to `String!`.",
    ]);
  });
});
