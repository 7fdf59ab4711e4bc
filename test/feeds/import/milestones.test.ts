import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { RunningServer } from "../../../src/server/http.ts";
import { holding, worldOver, type World } from "../../support/domain-world.ts";
import { bearerFor, imported, outcomes, type Imported } from "../../support/importing.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { serverOver } from "../../support/served.ts";

/** Milestones as people keep them in a spreadsheet, sent to a server. */

const office = holding("OFFICE", null);

interface Tracker {
  readonly world: World;
  readonly server: RunningServer;
  readonly headers: { readonly authorization: string };
  readonly programme: string;
  readonly workstream: string;
}

async function tracker(): Promise<Tracker & { readonly end: () => Promise<void> }> {
  const { ledger, end } = await ownLedger("NOTHING");
  const world = worldOver(ledger);
  const programme = await world.given.programme({ name: "Trauma-informed BNSSG" });
  const workstream = await world.given.workstream({ name: "Training", programmeId: programme });
  const [server, headers] = [await serverOver(ledger), await bearerFor(ledger, "OFFICE")];
  return { world, server, headers, programme, workstream, end: async () => { await server.close(); await end(); } };
}

/** One for this test alone. */
async function ownTracker(): Promise<Tracker> {
  const own = await tracker();
  onTestFinished(own.end);
  return own;
}

const send = async ({ server, headers }: Tracker, csv: string, query = ""): Promise<Imported> => imported(server.url, "milestones", csv, { query, headers });

interface Shown {
  readonly title: string;
  readonly status: string;
  readonly firstBaseline: { readonly text: string };
  readonly baseline: { readonly text: string };
  readonly forecast: { readonly text: string };
  readonly actual: { readonly text: string; readonly status: string };
  readonly workstream: { readonly name: string } | null;
  readonly history: { readonly nodes: readonly { readonly act: string }[] };
}

const milestones = async ({ world }: Tracker): Promise<readonly Shown[]> =>
  (await world.ask<{ milestones: { nodes: Shown[] } }>(office, "{ milestones(first: 50, orderBy: TITLE) { nodes { title status firstBaseline { text } baseline { text } forecast { text } actual { text status } workstream { name } } } }")).milestones.nodes;

describe("an import of milestones", () => {
  let here: Tracker;
  beforeAll(async () => {
    const own = await tracker();
    here = own;
    return own.end;
  });

  it("plans, moves and reports each row by the acts that a person does, in one entry", async () => {
    const own = await ownTracker();
    const head = own.world.ledger.head();
    const answer = await send(own, [
      "Programme,workstream name,TITLE,type,baseline,Forecast text,status,actual,first_baseline_text",
      "Trauma-informed BNSSG,Training,Tier 1 launched,LAUNCH,May 2023,June 2023,Met,7 June 2023,April 2023",
      `${own.programme},,Board decides,decision,not stated,,,,`,
    ].join("\r\n"), "?reason=From%20the%20plan");
    expect(outcomes(answer)).toEqual(["2 CREATED", "3 CREATED"]);
    expect(answer.summary).toEqual({ table: "milestones", rows: 2, created: 2, changed: 0, unchanged: 0, refused: 0, written: true, dryRun: false, isRepeat: false, firstEntry: head + 1, lastEntry: head + 1 });
    expect(await milestones(own)).toMatchObject([
      { title: "Board decides", status: "SCHEDULED", baseline: { text: "not stated" }, workstream: null },
      { title: "Tier 1 launched", status: "MET", firstBaseline: { text: "April 2023" }, baseline: { text: "May 2023" }, forecast: { text: "June 2023" }, actual: { text: "7 June 2023" }, workstream: { name: "Training" } },
    ]);
    expect(await own.world.ask(office, "query ($id: ID!) { node(id: $id) { ... on Milestone { history(first: 5) { nodes { act reason } } } } }", { id: answer.verdicts[0]?.id })).toMatchObject({ node: { history: { nodes: [{ act: "TABLE_IMPORT", reason: "From the plan" }] } } });
    expect(own.world.ledger.verify()).toMatchObject({ sound: true });
  });

  it("says of every row all that stands in its way, and writes nothing where one is refused", async () => {
    const head = here.world.ledger.head();
    const answer = await send(here, `programme_id,title,type,baseline_text,status,actual_text
${here.programme},Right,LAUNCH,May 2023,,
${here.programme},,PARTY,in the 13th month,,
pg_0000000000000000,No programme,LAUNCH,May 2023,,
${here.programme},Met without a day,LAUNCH,May 2023,MET,
${here.programme},Cancelled without a reason,LAUNCH,May 2023,CANCELLED,
`);
    expect(outcomes(answer)).toEqual([
      "2 CREATED", "3 REFUSED INVALID_CHOICE@type MISSING_FIELD@title", "4 REFUSED NOT_FOUND@programme_id", "5 REFUSED MISSING_FIELD@actual_text", "6 REFUSED MISSING_REASON@null",
    ]);
    expect(answer).toMatchObject({ verdicts: [{ id: null }, {}, {}, {}, {}], summary: { created: 1, refused: 4, written: false, firstEntry: null } });
    expect(here.world.ledger.head()).toBe(head);
    expect(await milestones(here)).toEqual([]);
  });

  it("is refused with a reason that is no text, tried and in earnest", async () => {
    const head = here.world.ledger.head();
    for (const more of ["", "&dryRun=true", "&onError=REJECT_ROWS"]) {
      const answer = await send(here, `programme_id,title,type,baseline\n${here.programme},Launch,LAUNCH,May 2023\n`, `?reason=a%00b${more}`);
      expect(answer.refused).toMatchObject({ code: "INVALID_TEXT" });
    }
    expect(here.world.ledger.head()).toBe(head);
  });

  it("tries it without writing", async () => {
    const head = here.world.ledger.head();
    const answer = await send(here, `programme_id,title,type,baseline\n${here.programme},Tried,LAUNCH,May 2023\n`, "?dryRun=true");
    expect(answer).toMatchObject({ verdicts: [{ row: 2, outcome: "CREATED", id: null, problems: [] }], summary: { written: false, dryRun: true, created: 1 } });
    expect(here.world.ledger.head()).toBe(head);
  });

  it("changes by its id only what a row says otherwise, and keeps what others have changed since", async () => {
    const own = await ownTracker();
    const id = await own.world.given.milestone({ title: "Launch", type: "LAUNCH", programmeId: own.programme, firstBaseline: "May 2023", baseline: "May 2023", forecast: "May 2023" });
    expect(outcomes(await send(own, `id,version,title,forecast\n${id},1,Launch,December 2099\n`))).toEqual(["2 CHANGED"]);
    const stale = `id,version,title,forecast\n${id},1,The launch,May 2023\n`;
    expect(outcomes(await send(own, stale))).toEqual(["2 CHANGED"]);
    expect(outcomes(await send(own, stale))).toEqual(["2 UNCHANGED"]);
    expect(outcomes(await send(own, `id,version,title\n${id},1,A launch\n`))).toEqual(["2 REFUSED STALE@version"]);
    expect(outcomes(await send(own, `id,version,title\n${id},9,A launch\n`))).toEqual(["2 REFUSED NO_SUCH_VERSION@version"]);
    expect(await milestones(own)).toMatchObject([{ title: "The launch", forecast: { text: "December 2099" } }]);
    expect(outcomes(await send(own, `id,programme\n${id},[empty]\n`))).toEqual(["2 REFUSED NOT_ALLOWED_NOW@programme_id"]);
  });

  it("does what one row after another says of the same milestone", async () => {
    const own = await ownTracker();
    const id = await own.world.given.milestone({ title: "Launch", type: "LAUNCH", programmeId: own.programme });
    const head = own.world.ledger.head();
    const answer = await send(own, `id,title\n${id},First\n${id},Second\n${id},Second\n`);
    expect(outcomes(answer)).toEqual(["2 CHANGED", "3 CHANGED", "4 UNCHANGED"]);
    expect(answer.summary).toMatchObject({ firstEntry: head + 1, lastEntry: head + 2 });
    expect(own.world.ledger.verify()).toMatchObject({ sound: true });
  });

  it("asks each row's act for its permission", async () => {
    const own = await ownTracker();
    const other = await own.world.given.programme({ name: "Another" });
    const lead = await bearerFor(own.world.ledger, "LEAD", other);
    const file = `programme,title,type,baseline\nAnother,Mine,LAUNCH,May 2023\nTrauma-informed BNSSG,Theirs,LAUNCH,May 2023\n`;
    expect(outcomes(await imported(own.server.url, "milestones", file, { headers: lead }))).toEqual(["2 CREATED", "3 REFUSED FORBIDDEN@null"]);
    expect(await milestones(own)).toEqual([]);
  });

  it.each([
    ["somebody who did not sign in", null, 401, "UNAUTHENTICATED"],
    ["a reader", "READER" as const, 403, "FORBIDDEN"],
    ["an auditor", "AUDITOR" as const, 403, "FORBIDDEN"],
  ])("is not for %s", async (_, who, status, code) => {
    const headers = who === null ? {} : await bearerFor(here.world.ledger, who);
    expect(await imported(here.server.url, "milestones", "title\nx\n", { headers })).toMatchObject({ status, refused: { code } });
  });

  it("is done once under a key, and not for another file", async () => {
    const own = await ownTracker();
    const headers = { ...own.headers, "idempotency-key": "the-plan" };
    const file = `programme,title,type,baseline\nTrauma-informed BNSSG,Once,LAUNCH,May 2023\n`;
    const first = await imported(own.server.url, "milestones", file, { headers });
    const again = await imported(own.server.url, "milestones", file, { headers });
    expect([first.summary?.firstEntry, again.summary]).toMatchObject([again.summary?.firstEntry, { isRepeat: true, written: false }]);
    expect(await milestones(own)).toHaveLength(1);
    expect(await imported(own.server.url, "milestones", `${file},\n`, { headers })).toMatchObject({ status: 400, refused: { code: "KEY_REUSED" } });
  });

  describe("refuses as a whole, with what to do,", () => {
    it.each([
      ["a column that there is not", "titel,type\nx,LAUNCH\n", "UNKNOWN_FIELD", "Did you mean title"],
      ["a column that comes twice", "title,Title\nx,y\n", "BAD_HEADER", "twice"],
      ["an empty file", "", "BAD_HEADER", "empty"],
      ["a quotation mark that is missing", 'title,type\n"x,LAUNCH\n', "BAD_LINE", "quotation mark"],
      ["more cells than columns", "title,type\nOne, two,LAUNCH\n", "BAD_LINE", "Row 2"],
      ["UTF-16", new Uint8Array(Buffer.from("\uFEFFtitle\nx\n", "utf16le")), "BAD_LINE", "CSV UTF-8"],
      ["another alphabet", new Uint8Array(Buffer.from("title\nCaf\u00e9\n", "latin1")), "BAD_LINE", "CSV UTF-8"],
    ])("%s", async (_, file, code, says) => {
      const answer = await imported(here.server.url, "milestones", file, { headers: here.headers });
      expect(answer).toMatchObject({ status: 400, refused: { code } });
      expect(answer.refused.message).toContain(says);
    });

    it("what cannot be asked of it", async () => {
      expect(await send(here, "title\nx\n", "?dryrun=true")).toMatchObject({ status: 400, refused: { code: "UNKNOWN_PARAMETER" } });
      expect(await send(here, "title\nx\n", "?onError=IGNORE")).toMatchObject({ status: 400, refused: { code: "INVALID_PARAMETER" } });
      expect(await imported(here.server.url, "milestones", "{}", { headers: { ...here.headers, "content-type": "application/json" } })).toMatchObject({ status: 415 });
      expect((await fetch(`${here.server.url}/imports/milestones`, { headers: here.headers })).status).toBe(405);
    });
  });

  it("takes what spreadsheets write: a mark at the beginning, semicolons, CRLF, quotation marks, empty rows and defused words", async () => {
    const answer = await send(here, `\uFEFFprogramme;title;type;baseline;parts;met by\r\n"Trauma-informed BNSSG";"'=Launch; ""both""\nof them";LAUNCH;May 2023;one \\| half | two;all\r\n;;;;;\r\nTrauma-informed BNSSG;Two;LAUNCH;May 2023;;\r\n`, "?dryRun=true");
    expect(outcomes(answer)).toEqual(["2 CREATED", "4 CREATED"]);
  });

  it("refuses days that say otherwise than the words beside them", async () => {
    const answer = await send(here, `programme,title,type,baseline_text,baseline_earliest,baseline_latest\nTrauma-informed BNSSG,x,LAUNCH,5 July 2024,2024-07-06,2024-07-06\n`, "?dryRun=true");
    expect(outcomes(answer)).toEqual(["2 REFUSED INVALID_DATE@baseline_text"]);
  });

  it("hands out an empty sheet, and what each of its columns takes", async () => {
    const template = await (await fetch(`${here.server.url}/imports/milestones/template.csv`)).text();
    const columns = template.replace("\uFEFF", "").trimEnd().split(",");
    expect(columns).toEqual(expect.arrayContaining(["id", "title", "type", "baseline_text", "baseline_earliest", "programme_id", "programme_name", "owner_organisation_org_id", "status"]));
    expect(columns).not.toContain("timing");
    const dictionary = await (await fetch(`${here.server.url}/imports/milestones/columns.csv`)).text();
    expect(dictionary).toMatch(/"timing","NOT_WRITTEN"/);
    expect(dictionary).toMatch(/"type","WRITTEN","CODE",.*DECISION \| LAUNCH/);
    expect(await (await fetch(`${here.server.url}/imports`)).text()).toContain(`${here.server.url}/imports/milestones/template.csv`);
  });
});
