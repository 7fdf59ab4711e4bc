import { describe, expect, it, vi } from "vitest";
import { loadActs, type ActsLoaded } from "../../src/feeds/import/acts.ts";
import { Refusal } from "../../src/kernel/problem.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { freshLedger } from "../support/domain-world.ts";
import { standards } from "../../src/schema.ts";

const HEADER = '{"file":"trial","source":"@report"}';
const REPORT = '{"record":"Source","ref":"report","title":"A report","kind":"REPORT"}';
const DEVON = '{"record":"Place","ref":"devon","name":"Devon","level":"SYSTEM","since":"April / May 2023","cite":[{"line":3,"quote":"in Devon"}]}';

async function load(ledger: Ledger, ...lines: string[]): Promise<ActsLoaded> {
  return loadActs(ledger, lines.join("\n"), { actor: "test", founding: false, standards });
}

async function problemsOf(...lines: string[]): Promise<readonly { code: string; message: string; path?: readonly (string | number)[] }[]> {
  try {
    await load(await freshLedger(), HEADER, ...lines);
  } catch (error) {
    if (error instanceof Refusal) return error.problems;
    throw error;
  }
  return [];
}

const organisationLine = (ref: string, name: string, more = ""): string => `{"record":"Organisation","ref":"${ref}","name":"${name}","status":"ACTIVE"${more}}`;
const codeLine = (ref: string, more = ""): string => `{"record":"OrganisationIdentifier","ref":"code-${ref}","organisationId":"@${ref}","scheme":"GB_LAE","value":"SOM"${more}}`;
const milestoneLine = (status: string, more = ""): string => `{"record":"Milestone","ref":"m","programmeId":"@p","title":"Launch","type":"LAUNCH","status":"${status}"${more}}`;

const idsIn = (ledger: Ledger): string[] => ledger.entriesAfter(0, 10).flatMap(({ changes }) => changes.map(({ id }) => id));

/** What is wrong with a file in which somebody has a ref. */
async function refused(person: string, ...others: string[]): Promise<unknown> {
  return (await problemsOf(`{"record":"Person","name":"Dr Zoë Quibble","visibility":"PUBLIC_ROLE",${person}}`, ...others)).map(({ code, path }) => [code, path]);
}

describe("a file of acts", () => {
  it("is loaded line by line, each an entry with its act, its records and its citations", async () => {
    const ledger = await freshLedger();
    expect(await load(ledger, HEADER, REPORT, DEVON, "")).toEqual({ file: "trial", recorded: 2, repeated: 0 });
    const [, second] = ledger.entriesAfter(0, 10);
    expect(second).toMatchObject({
      act: "place:record",
      actor: "test",
      key: "trial/record/Place/devon",
      citations: [{ line: 3, quote: "in Devon", fields: [] }],
      changes: [{ type: "Place", operation: "CREATE", record: { name: "Devon", audience: "PUBLIC", since: { text: "April / May 2023", earliest: "2023-04-01", latest: "2023-05-31", precision: "RANGE" } } }],
    });
    expect(second?.citations[0]?.recordId).toBe(second?.changes[0]?.id);
  });

  it("gives the same ids wherever it is loaded, and loads nothing twice", async () => {
    const [one, other] = [await freshLedger(), await freshLedger()];
    await load(one, HEADER, REPORT, DEVON);
    await load(other, HEADER, REPORT);
    expect(await load(other, HEADER, REPORT, DEVON)).toEqual({ file: "trial", recorded: 1, repeated: 1 });
    expect(idsIn(one)).toEqual(idsIn(other));
  });

  it("decides only what was not recorded before", async () => {
    const ledger = await freshLedger();
    await load(ledger, HEADER, REPORT);
    const commit = vi.spyOn(ledger, "commit");
    await load(ledger, HEADER, REPORT, DEVON);
    await load(ledger, HEADER, REPORT, DEVON);
    expect(commit.mock.calls.map(([{ name }]) => name)).toEqual(["place:record"]);
  });

  it("amends and removes what it recorded", async () => {
    const ledger = await freshLedger();
    await load(ledger, HEADER, DEVON.replace(/,"cite.*/, "}"), '{"amend":"Place","ref":"devon","gssCode":"E10000008","reason":"The code is known now"}', '{"remove":"Place","ref":"devon"}');
    expect(ledger.entriesAfter(0, 10).map(({ act, reason, changes }) => [act, reason, changes[0]?.operation, changes[0]?.fields])).toEqual([
      ["place:record", null, "CREATE", ["audience", "gaps", "level", "name", "since", "until"]],
      ["place:amend", "The code is known now", "CHANGE", ["gssCode"]],
      ["place:remove", null, "REMOVE", expect.any(Array)],
    ]);
  });

  it("counts from the day on which it became known, where it is history from before", async () => {
    const ledger = await freshLedger();
    await loadActs(ledger, ['{"file":"old","known":"2022-12-31"}', DEVON.replace(/,"cite.*/, "}")].join("\n"), { actor: "test", founding: true, standards });
    expect(ledger.entriesAfter(0, 1)[0]).toMatchObject({ at: "2022-12-31T12:00:00.000Z", founding: true });
    expect(ledger.isLive()).toBe(false);
  });

  it("gives nobody a ref that is their name: what follows from it would stay when they are erased", async () => {
    expect(await refused('"ref":"zoe-quibble"')).toEqual([["NAME_IN_REF", [2, "ref"]]]);
    expect(await refused('"ref":"QUIBBLE"')).toEqual([["NAME_IN_REF", [2, "ref"]]]);
    expect(await refused('"ref":"person-1","key":"of-quibble"')).toEqual([["NAME_IN_REF", [2, "key"]]]);
    expect(await refused('"ref":"person-1"', '{"record":"Place","ref":"home-of-zoe-quibble","name":"Devon","level":"SYSTEM"}')).toEqual([["NAME_IN_REF", [3, "ref"]]]);
    expect(await refused('"ref":"person-1"', '{"record":"Place","ref":"quibble","name":"Quibble","level":"SYSTEM"}')).toEqual([]);
  });

  it.each([
    ["what is not JSON", "Devon", "BAD_LINE", /^Line 2: /],
    ["two verbs", '{"record":"Place","amend":"Place","ref":"devon"}', "BAD_LINE", /one record/],
    ["an unknown type", '{"record":"Planet","ref":"mars"}', "BAD_LINE", /no type Planet/],
    ["an unknown field", '{"record":"Place","ref":"devon","name":"Devon","level":"SYSTEM","size":3}', "UNKNOWN_FIELD", /no field size/],
    ["a field that is missing", '{"record":"Place","ref":"devon","name":"Devon"}', "MISSING_FIELD", /needs level/],
    ["a word that is none of the list", '{"record":"Place","ref":"devon","name":"Devon","level":"HUGE"}', "INVALID_CHOICE", /SYSTEM, PLACE/],
    ["a date that is none", '{"record":"Place","ref":"devon","name":"Devon","level":"SYSTEM","since":"30 February 2023"}', "INVALID_DATE", /Line 2: /],
    ["a record that is not there", '{"record":"Place","ref":"exeter","name":"Exeter","level":"PLACE","parentId":"@devon"}', "NOT_FOUND", /no Place/],
    ["a quote of more than 15 words", '{"record":"Place","ref":"devon","name":"Devon","level":"SYSTEM","cite":[{"line":1,"quote":"a a a a a a a a a a a a a a a a"}]}', "QUOTE_TOO_LONG", /15 words/],
    ["a quote that is no text", '{"record":"Place","ref":"devon","name":"Devon","level":"SYSTEM","cite":[{"line":1,"quote":"a\\u0000b"}]}', "INVALID_TEXT", /not text/],
    ["a reason that is no text", '{"record":"Place","ref":"devon","name":"Devon","level":"SYSTEM","reason":"half \\ud83d"}', "INVALID_TEXT", /not text/],
    ["a key that is no text", '{"record":"Place","ref":"devon","name":"Devon","level":"SYSTEM","key":"a\\u0000b"}', "INVALID_TEXT", /not text/],
    ["a citation with a field of its own", '{"record":"Place","ref":"devon","name":"Devon","level":"SYSTEM","cite":[{"page":1}]}', "BAD_CITATION", /line from 1/],
    ["a citation for a field that the record does not have", '{"record":"Place","ref":"devon","name":"Devon","level":"SYSTEM","cite":[{"line":1,"fields":["name","parent"]}]}', "UNKNOWN_FIELD", /^Line 2: Place has no field parent, .* Did you mean parentId\?$/],
    ["a reason for a field that the record does not have", '{"record":"Place","ref":"devon","name":"Devon","level":"SYSTEM","gaps":{"gsscode":"NOT_STATED","size":"UNKNOWN"}}', "UNKNOWN_FIELD", /no field gsscode .* Did you mean gssCode\?\n.*no field size .* It has audience, /],
    ["a reason that is none", '{"record":"Place","ref":"devon","name":"Devon","level":"SYSTEM","gaps":{"gssCode":"FORGOTTEN"}}', "INVALID_GAPS", /NOT_STATED/],
    ["a member of nothing, who is nobody", '{"record":"Membership","ref":"m","capacity":"MEMBER"}', "MISSING_FIELD", /^Line 2: Say of what it is a membership.*\nLine 2: Say who the member is/],
    ["an amendment of what is not there", '{"amend":"Place","ref":"devon","name":"Devon"}', "NOT_FOUND", /no Place/],
  ])("is refused at the line that has %s", async (_, line, code, message) => {
    const problems = await problemsOf(line);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(problems.map((problem) => problem.message).join("\n")).toMatch(message);
    expect(problems[0]?.path?.[0]).toBe(2);
  });

  it("is refused at the line that makes a record say two things of which it is one", async () => {
    const [network, office, somebody] = [
      '{"record":"Group","ref":"network","name":"Network","kind":"NETWORK","status":"ACTIVE"}', '{"record":"Organisation","ref":"council","name":"Council","status":"ACTIVE"}',
      '{"record":"Membership","ref":"m","groupId":"@network","organisationId":"@council","capacity":"MEMBER"}',
    ];
    expect(await problemsOf(network, office, somebody)).toEqual([]);
    expect(await problemsOf(network, office, somebody, '{"amend":"Membership","ref":"m","constituency":"Young people"}')).toMatchObject([{ code: "RULE", path: [5, "constituency"] }]);
  });

  it("is refused at the line that says what cannot be so beside other records", async () => {
    const [old, next] = [organisationLine("old", "County Council", ',"until":"31 March 2023"'), organisationLine("new", "Council", ',"since":"1 April 2023"')];
    expect(await problemsOf(old, next, codeLine("old", ',"until":"31 March 2023"'), codeLine("new", ',"since":"1 April 2023"'))).toEqual([]);
    expect(await problemsOf(old, next, codeLine("old"), codeLine("new", ',"since":"1 April 2023"'))).toMatchObject([{ code: "ALREADY_EXISTS", path: [5, "value"] }]);
    expect(await problemsOf(old, organisationLine("again", "county council"))).toMatchObject([{ code: "ALREADY_EXISTS", path: [3, "name"] }]);
    const group = '{"record":"Group","ref":"g","name":"Network","kind":"NETWORK","status":"ACTIVE","hostId":"@old"}';
    expect(await problemsOf(old, group)).toMatchObject([{ code: "RULE", path: [3, "hostId"] }]);
  });

  it("keeps to the rules of what it records, as acts do: what was met says when", async () => {
    const programme = '{"record":"Programme","ref":"p","name":"Programme","status":"ACTIVE"}';
    expect(await problemsOf(programme, milestoneLine("MET", ',"actual":"June 2023"'))).toEqual([]);
    expect(await problemsOf(programme, milestoneLine("MET"))).toMatchObject([{ code: "MISSING_FIELD", path: [3, "actual"] }]);
    expect(await problemsOf(programme, milestoneLine("SCHEDULED", ',"actual":"June 2023"'))).toMatchObject([{ code: "RULE", path: [3, "actual"] }]);
  });

  it("is refused as a whole without a header", async () => {
    await expect(load(await freshLedger(), '{"title":"No name"}')).rejects.toThrow(/Line 1: The first line names the file/);
  });
});
