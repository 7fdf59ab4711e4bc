import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { z } from "zod";
import type { RunningServer } from "../../../src/server/http.ts";
import { openWorld, type World } from "../../support/domain-world.ts";
import { passwordFor, served } from "../../support/served.ts";

/** A schema of the standard. It names JSON Schema by an address that its own list does not have: http, not https. */
const standard = (name: string): Record<string, unknown> => ({
  ...z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(new URL(`standard/360-giving-${name}.json`, import.meta.url), "utf8"))),
  $schema: "https://json-schema.org/draft/2020-12/schema",
});
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
// The package's schema names that of a grant by a version before.
ajv.addSchema(standard("schema"), "https://raw.githubusercontent.com/ThreeSixtyGiving/standard/1.4.2/schema/360-giving-schema.json");
const isPackage = ajv.compile(standard("package-schema"));

/** Who gives, who receives, and an award of which all is known. */
async function awardWorld(): Promise<{ readonly world: World; readonly server: RunningServer; readonly funder: string; readonly recipient: string; readonly award: string; readonly given: (values: object, parties?: readonly object[]) => Promise<string> }> {
  const world = await openWorld();
  const funder = await world.given.organisation({ name: "NHS Bristol ICB" });
  await world.given.organisationIdentifier({ organisationId: funder, scheme: "GB_NHS", value: "QUY" });
  const recipient = await world.given.organisation({ name: "Second Step" });
  const given = async (values: object, parties: readonly object[] = [{ role: "FUNDER", organisationId: funder }, { role: "RECIPIENT", organisationId: recipient }]): Promise<string> => {
    const award = await world.given.award({ title: "Champions", status: "AWARDED", amount: "£15,450.50", awarded: "5 July 2024", purposes: ["Training", "Backfill"], ...values });
    for (const party of parties) await world.given.awardParty({ awardId: award, ...party });
    return award;
  };
  const programmeId = await world.given.programme({ name: "Trauma Informed Somerset" });
  const award = await given({ programmeId, period: "2024-25" });
  return { world, server: await served(world.ledger), funder, recipient, award, given };
}

const grantsIn = z.object({ grants: z.array(z.looseObject({ id: z.string() })) });
const withheldIn = z.object({ withheld: z.array(z.object({ id: z.string(), title: z.string(), reasons: z.array(z.string()) })) });

async function jsonAt(server: RunningServer, path: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const json: unknown = await (await fetch(`${server.url}/360giving/${path}`, { headers })).json();
  return json;
}

it("a package holds what the official schema says, with the identifiers of the field", async () => {
  const { server, recipient, award } = await awardWorld();
  const sent = await jsonAt(server, "grants.json?prefix=360G-bnssg");
  expect({ valid: isPackage(sent), why: isPackage.errors }).toEqual({ valid: true, why: null });
  expect(sent).toMatchObject({
    version: "1.4",
    grants: [{
      id: `360G-bnssg-${award}`, title: "Champions", description: "Champions: Training; Backfill", currency: "GBP", amountAwarded: 15_450.5, awardDate: "2024-07-05",
      recipientOrganization: [{ id: `360G-bnssg-${recipient}`, name: "Second Step" }], fundingOrganization: [{ id: "GB-NHS-QUY", name: "NHS Bristol ICB" }],
      plannedDates: [{ startDate: "2024-04-01", endDate: "2025-03-31" }], grantProgramme: [{ title: "Trauma Informed Somerset" }],
    }],
  });
  const { grants: [grant = { id: "" }] } = grantsIn.parse(sent);
  const { awardDate: _, ...less } = grant;
  expect(isPackage({ grants: [less] })).toBe(false);
});

it("the spreadsheet holds the same grants, under the standard's own headings", async () => {
  const { server, given, funder, recipient } = await awardWorld();
  const second = await given({ title: "=Joint" }, [{ role: "FUNDER", organisationId: funder }, { role: "PART_FUNDER", organisationId: recipient }, { role: "RECIPIENT", organisationId: recipient }]);
  const text = await (await fetch(`${server.url}/360giving/grants.csv`)).text();
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  expect(Object.keys(rows[0] ?? {})).toEqual([
    "Identifier", "Title", "Description", "Currency", "Amount Awarded", "Award Date", "Recipient Org:Identifier", "Recipient Org:Name",
    "Funding Org:0:Identifier", "Funding Org:0:Name", "Funding Org:1:Identifier", "Funding Org:1:Name", "Planned Dates:Start Date", "Planned Dates:End Date", "Grant Programme:Title",
  ]);
  const { grants } = grantsIn.parse(await jsonAt(server, "grants.json"));
  expect(rows.map((row) => row["Identifier"])).toEqual(grants.map(({ id }) => id));
  expect(rows.find((row) => row["Identifier"] === second)).toMatchObject({ Title: "'=Joint", "Amount Awarded": "15450.5", "Award Date": "2024-07-05", "Funding Org:1:Name": "Second Step" });
  const titles = { id: "Identifier", title: "Title", description: "Description", currency: "Currency", awardDate: "Award Date" };
  const rebuilt = rows.map((row) => ({
    ...Object.fromEntries(Object.entries(titles).map(([field, heading]) => [field, row[heading]])), amountAwarded: Number(row["Amount Awarded"]),
    recipientOrganization: [{ id: row["Recipient Org:Identifier"], name: row["Recipient Org:Name"] }], fundingOrganization: [{ id: row["Funding Org:0:Identifier"], name: row["Funding Org:0:Name"] }],
  }));
  expect({ valid: isPackage({ grants: rebuilt }), why: isPackage.errors }).toEqual({ valid: true, why: null });
});

it.each<[string, object, readonly object[] | undefined, string]>([
  ["of which no amount is known", { amount: "not stated" }, undefined, "amountAwarded: the amount is not stated."],
  ["of which the day is not known", { awarded: "April / May 2023" }, undefined, "awardDate: the day is not known. What is known is: April to May 2023."],
  ["without a purpose", { purposes: [] }, undefined, "description: no purpose is known."],
  ["that is only applied for", { status: "APPLIED" }, undefined, "It is only applied for."],
  ["that no source calls awarded", { status: "NOT_REPORTED" }, undefined, "No source says that it was awarded."],
  ["that is an example", { isExample: true }, undefined, "It is an example: nobody gave this money."],
  ["without a funder", {}, [], "fundingOrganization: none is recorded."],
  ["whose recipient is only described", {}, [{ role: "RECIPIENT", description: "Local charities" }], "recipientOrganization: one of them is no organisation that everybody may see."],
])("an award %s is withheld, and it is said why", async (_, values, parties, reason) => {
  const { server, given } = await awardWorld();
  const id = await given({ title: "Another", ...values }, parties);
  const { withheld } = withheldIn.parse(await jsonAt(server, "withheld.json"));
  expect(withheld).toMatchObject([{ id, title: "Another" }]);
  expect(withheld[0]?.reasons).toContain(reason);
  expect(grantsIn.parse(await jsonAt(server, "grants.json")).grants).toHaveLength(1);
});

it("a part of an award that is published whole is withheld: the same money is not counted twice", async () => {
  const { server, given, award } = await awardWorld();
  const part = await given({ title: "Part", partOfId: award });
  const whole = await given({ title: "Whole", amount: "unknown" });
  const free = await given({ title: "Free part", partOfId: whole });
  const { grants } = grantsIn.parse(await jsonAt(server, "grants.json"));
  expect(grants.map(({ id }) => id).toSorted()).toEqual([award, free].toSorted());
  expect(withheldIn.parse(await jsonAt(server, "withheld.json")).withheld.find(({ id }) => id === part)?.reasons).toEqual([`It is a part of ${award}, which is published whole.`]);
});

it("what is not for everybody is published for nobody, and nobody learns of what they may not see", async () => {
  const { world, server, given, recipient } = await awardWorld();
  const system = await world.given.place({ name: "North", level: "SYSTEM" });
  const hidden = await world.given.organisation({ name: "Hidden", audience: "MEMBERS", systemId: system });
  const members = await given({ title: "For members", audience: "MEMBERS", systemId: system });
  const paidByHidden = await given({ title: "Paid by members" }, [{ role: "FUNDER", organisationId: hidden }, { role: "RECIPIENT", organisationId: recipient }]);
  const key = await passwordFor(world.ledger, "OFFICE");
  for (const headers of [{}, key]) {
    const text = JSON.stringify(await jsonAt(server, "grants.json", headers));
    for (const secret of ["For members", "Hidden", members, hidden, paidByHidden]) expect(text).not.toContain(secret);
  }
  const seen = async (headers: Readonly<Record<string, string>>): Promise<string[]> => withheldIn.parse(await jsonAt(server, "withheld.json", headers)).withheld.map(({ id }) => id).toSorted();
  expect([await seen({}), await seen(key)]).toEqual([[paidByHidden], [members, paidByHidden].toSorted()]);
  expect(JSON.stringify(await jsonAt(server, "withheld.json"))).not.toContain("Hidden");
});

it("where nothing can be published there is no package, and why", async () => {
  const world = await openWorld();
  await world.given.award({ title: "Unknown" });
  const server = await served(world.ledger);
  for (const path of ["grants.json", "grants.csv"]) {
    const answer = await fetch(`${server.url}/360giving/${path}`);
    expect([answer.status, answer.headers.get("etag"), await answer.json()]).toMatchObject([404, null, { errors: [{ message: "There is no grant to publish: the one award is withheld, and /360giving/withheld.json says why of each.", extensions: { code: "NOTHING_TO_PUBLISH" } }] }]);
  }
  expect((await fetch(`${server.url}/360giving/withheld.json`)).status).toBe(200);
  expect(world.ledger.leased()).toBe(0);
});

it("is read as at a moment, has a tag, and refuses what it does not take", async () => {
  const { world, server, given, award } = await awardWorld();
  const before = world.ledger.head();
  const later = await given({ title: "Later" });
  expect(grantsIn.parse(await jsonAt(server, `grants.json?asAt=${before}`)).grants.map(({ id }) => id)).toEqual([award]);
  expect(grantsIn.parse(await jsonAt(server, "grants.json")).grants.map(({ id }) => id).toSorted()).toEqual([award, later].toSorted());
  const tag = (await fetch(`${server.url}/360giving/grants.json`)).headers.get("etag") ?? "";
  expect((await fetch(`${server.url}/360giving/grants.json`, { headers: { "if-none-match": tag } })).status).toBe(304);
  for (const query of ["prefix=a%20b", "prefx=a", "asAt=2999-01-01"]) expect((await fetch(`${server.url}/360giving/grants.json?${query}`)).status).toBe(400);
});
