import { beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../../../src/server/http.ts";
import { holding, officeOfEverything, worldOver, type World } from "../../support/domain-world.ts";
import { bearerFor, imported, outcomes, type Imported } from "../../support/importing.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { serverOver } from "../../support/served.ts";

/** Rows that are known again by what their own list calls them, and organisations by their identifiers of the field. */

let world: World;
let server: RunningServer;
let office: { readonly authorization: string };
let steward: { readonly authorization: string };

beforeAll(async () => {
  const own = await ownLedger("NOTHING");
  world = worldOver(own.ledger);
  server = await serverOver(own.ledger);
  [office, steward] = [await bearerFor(own.ledger, "OFFICE"), await bearerFor(own.ledger, "STEWARD")];
  return async () => { await server.close(); await own.end(); };
});

const send = async (table: string, body: string, query: string, headers = office): Promise<Imported> => imported(server.url, table, body, { query, headers });

const file = (title: string): string => `reference,programme,title,type,baseline\nM-1,Referred,${title},LAUNCH,May 2023\nM-2,Referred,Second,LAUNCH,May 2023\n`;

describe("a row with a reference", () => {
  it("is known again: the same file changes nothing, and another word changes that record", async () => {
    await world.given.programme({ name: "Referred" });
    const first = await send("milestones", file("First"), "?list=plan");
    expect(outcomes(first)).toEqual(["2 CREATED", "3 CREATED"]);
    const head = world.ledger.head();
    expect(outcomes(await send("milestones", file("First"), "?list=plan"))).toEqual(["2 UNCHANGED", "3 UNCHANGED"]);
    expect(world.ledger.head()).toBe(head);
    const changed = await send("milestones", file("Renamed"), "?list=plan");
    expect([outcomes(changed), changed.verdicts.map(({ id }) => id)]).toEqual([["2 CHANGED", "3 UNCHANGED"], first.verdicts.map(({ id }) => id)]);
    expect(outcomes(await send("milestones", file("First"), "?list=another%20plan&dryRun=true"))).toEqual(["2 CREATED", "3 CREATED"]);
  });

  it("is found by it in the graph, from either end", async () => {
    const asked = await world.ask(officeOfEverything, '{ recordsByReference(list: "plan", reference: "M-2") { id called references { list reference subject { called } } } }');
    expect(asked).toMatchObject({ recordsByReference: [{ called: "Second", references: [{ list: "plan", reference: "M-2", subject: { called: "Second" } }] }] });
    expect(await world.ask(officeOfEverything, '{ recordsByReference(list: "plan", reference: "M-3") { id } }')).toEqual({ recordsByReference: [] });
  });

  it("has a list, and one name in it for one record", async () => {
    expect(outcomes(await send("milestones", "reference,title\nM-1,x\n", ""))).toEqual(["2 REFUSED MISSING_FIELD@reference MISSING_FIELD@programme_id MISSING_FIELD@type"]);
    const twice = await send("milestones", "reference,programme,title,type,baseline\nN-1,Referred,One,LAUNCH,May 2023\nN-1,Referred,Two,LAUNCH,May 2023\n", "?list=plan");
    expect(outcomes(twice)).toEqual(["2 CREATED", "3 CHANGED"]);
  });

  it("points at others by what the same list calls them, in the same file too", async () => {
    const groups = await send("groups", "reference,name,kind,status\nG-1,Board,BOARD,ACTIVE\n", "?list=plan", office);
    expect(outcomes(groups)).toEqual(["2 CREATED"]);
    const memberships = await send("memberships", "reference,capacity,group_reference,constituency\nMB-1,MEMBER,G-1,Schools\nMB-2,MEMBER,G-9,Schools\n", "?list=plan&onError=REJECT_ROWS", office);
    expect(outcomes(memberships)).toEqual(["2 CREATED", "3 REFUSED NOT_FOUND@group_id"]);
    expect(memberships.summary).toMatchObject({ written: true, created: 1, refused: 1 });
  });

  it("is not known to somebody who may not see the record", async () => {
    const system = await world.given.place({ name: "Elsewhere", level: "SYSTEM" });
    const programme = await world.given.programme({ name: "Hidden", systemId: system, audience: "MEMBERS" });
    const member = await bearerFor(world.ledger, "OFFICE", system);
    const file = `reference,programme_id,title,type,baseline\nH-1,${programme},Hidden,LAUNCH,May 2023\n`;
    expect(outcomes(await send("milestones", file, "?list=plan", member))).toEqual(["2 CREATED"]);
    const stranger = holding("OFFICE", await world.given.programme({ name: "Theirs" }));
    expect(await world.ask(stranger, '{ recordsByReference(list: "plan", reference: "H-1") { id } }')).toEqual({ recordsByReference: [] });
    const theirs = await bearerFor(world.ledger, "OFFICE", stranger.grants[0]?.holdsFor ?? "");
    expect(outcomes(await send("milestones", `reference,programme,title,type,baseline\nH-1,Theirs,Seen,LAUNCH,May 2023\n`, "?list=plan", theirs))).toEqual(["2 CREATED"]);
  });
});

describe("rows, each by itself,", () => {
  it("are written where they are right, whatever is wrong with others", async () => {
    const file = ["reference,name,kind,status", ...Array.from({ length: 300 }, (_, place) => `R-${place},${place % 7 === 0 ? "" : `Network ${place}`},NETWORK,ACTIVE`)].join("\n");
    const answer = await send("groups", file, "?list=networks&onError=REJECT_ROWS");
    expect(answer.summary).toMatchObject({ created: 257, refused: 43, written: true });
    expect(answer.verdicts.filter(({ row, outcome }) => (outcome === "REFUSED") !== ((row - 2) % 7 === 0))).toEqual([]);
    const again = await send("groups", file.replace("R-0,,", "R-0,Network 0,"), "?list=networks&onError=REJECT_ROWS");
    expect(again.summary).toMatchObject({ created: 1, unchanged: 257, refused: 42 });
    expect(world.ledger.verify()).toMatchObject({ sound: true });
  });

  it("are taken as NDJSON too, and told as CSV", async () => {
    const rows = [{ reference: "J-1", name: "As JSON", kind: "NETWORK", status: "ACTIVE", version: null }, { reference: "J-2", name: "Wrong", kind: "PARTY" }];
    const response = await fetch(`${server.url}/imports/groups?list=json&onError=REJECT_ROWS`, { method: "POST", body: rows.map((row) => JSON.stringify(row)).join("\n"), headers: { ...office, "content-type": "application/x-ndjson", accept: "text/csv" } });
    const lines = (await response.text()).trimEnd().split("\r\n");
    expect(lines[0]).toBe("row,outcome,id,code,column,message");
    expect(lines[1]).toMatch(/^1,"CREATED","gr_[a-z0-9]{16}",,,$/);
    expect(lines[2]).toMatch(/^2,"REFUSED",,"INVALID_CHOICE","kind","This is one of/);
    expect(lines.at(-1)).toMatch(/"WRITTEN".*"1 created, 0 changed, 0 unchanged, 1 refused\."/);
    const asNdjson = { ...office, "content-type": "application/x-ndjson" };
    const notRows = await send("groups", '{"name":1}\n[]\n', "", asNdjson);
    expect([notRows.status, notRows.refused.code]).toEqual([400, "BAD_LINE"]);
    expect(notRows.refused.message).toContain("Line 2");
  });
});

// A record of the form in which they are published, made up but for its codes: code, name, grouping, geography, five lines, postcode, opened, closed, and fifteen more.
const ods = (code: string, name: string, closed = "", parent = ""): string => [code, name, "Y58", "QUY", "SOUTHMEAD ROAD", "", "", "BRISTOL", "", "BS10 5NB", "19990401", closed, "A", "", parent, "", "", "", "", "", "", "0", "", "", "", "", ""].map((cell) => `"${cell}"`).join(",");

describe("organisations", () => {
  const orgs = "org_id,name,kind,sector\nGB-NHS-RVJ,North Bristol NHS Trust,NHS_TRUST,NHS\nGB-CHC-205846,The Care Forum,CHARITY,VCSE\n";

  it("are found by their identifier of the field, and given it where they are new", async () => {
    expect(outcomes(await send("organisations", orgs, "", steward))).toEqual(["2 CREATED", "3 CREATED"]);
    expect(outcomes(await send("organisations", orgs, "", steward))).toEqual(["2 UNCHANGED", "3 UNCHANGED"]);
    expect(await world.ask(officeOfEverything, '{ organisation(identifier: { scheme: GB_NHS, value: "RVJ" }) { name orgId } }')).toEqual({ organisation: { name: "North Bristol NHS Trust", orgId: "GB-NHS-RVJ" } });
    expect(outcomes(await send("organisations", "org_id,name\nRVJ,A\nGB-NHS-X99,North Bristol NHS Trust\n", "", steward))).toEqual(["2 REFUSED INVALID_TEXT@org_id", "3 REFUSED ALREADY_EXISTS@name"]);
  });


  it("are taken from the files of the NHS Organisation Data Service as they are published", async () => {
    const trusts = [ods("RVJ", "NORTH BRISTOL NHS TRUST"), ods("RA7", "UNIVERSITY HOSPITALS BRISTOL AND WESTON NHS FOUNDATION TRUST"), ods("RA3", "WESTON AREA HEALTH NHS TRUST", "20200331")].join("\r\n");
    expect(outcomes(await send("organisations", trusts, "?layout=ODS_ETR", steward))).toEqual(["1 CHANGED", "2 CREATED", "3 CREATED"]);
    expect(outcomes(await send("organisations", trusts, "?layout=ODS_ETR", steward))).toEqual(["1 UNCHANGED", "2 UNCHANGED", "3 UNCHANGED"]);
    const sites = await send("organisations", [ods("RVJ01", "SOUTHMEAD HOSPITAL", "", "RVJ"), ods("RA701", "BRISTOL ROYAL INFIRMARY")].join("\n"), "?layout=ODS_ETS", steward);
    expect(outcomes(sites)).toEqual(["1 CREATED", "2 CREATED"]);
    expect(await world.ask(officeOfEverything, `{ rvj: organisation(identifier: { scheme: GB_NHS, value: "RVJ" }) { name since { plain } } ra3: organisation(identifier: { scheme: GB_NHS, value: "RA3" }) { status until { plain } } site: organisation(identifier: { scheme: GB_NHS, value: "RA701" }) { kind parent { orgId } } }`)).toEqual({
      rvj: { name: "North Bristol NHS Trust", since: { plain: "1 April 1999" } }, ra3: { status: "DISSOLVED", until: { plain: "31 March 2020" } }, site: { kind: "SERVICE", parent: { orgId: "GB-NHS-RA7" } },
    });
    expect(await send("organisations", "name,kind\nx,CHARITY\n", "?layout=ODS_ETR", steward)).toMatchObject({ status: 400, refused: { code: "BAD_LINE" } });
    expect(await send("milestones", "title\nx\n", "?layout=ODS_ETR", steward)).toMatchObject({ status: 400, refused: { code: "UNKNOWN_PARAMETER" } });
  });
});
