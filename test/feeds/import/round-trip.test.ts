import { beforeAll, describe, expect, it } from "vitest";
import { officeOfEverything } from "../../support/domain-world.ts";
import type { Viewer } from "../../../src/api/access/viewer.ts";
import { permissions } from "../../../src/domain/partners/access/permissions.ts";
import { importRows } from "../../../src/feeds/import/rows/import-run.ts";
import { importTablesOver } from "../../../src/feeds/import/rows/import-tables.ts";
import type { ImportTable } from "../../../src/feeds/import/rows/import-table.ts";
import type { RowVerdict } from "../../../src/feeds/import/rows/verdict.ts";
import { formats } from "../../../src/feeds/tables/format.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { flatTables, importables, standards } from "../../../src/schema.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { schema } from "../../support/schema.ts";
import { kinds, reading, rowsIn, tableNamed } from "../../support/tables.ts";

/** What the five documents say, exported table by table and taken into an empty tracker, is exported there again as it was. */

const viewer: Viewer = { ...officeOfEverything };
const reader = { viewer };
const imports = importTablesOver(schema, kinds, flatTables, importables).filter(({ name }) => name !== "external_references");

/** The letters of ids of records that no table takes in: people, who are not exported, and what people have done by acts alone. */
const others = kinds.filter(({ type }) => !imports.some(({ importable }) => importable.kind.type === type)).map(({ prefix }) => prefix).join("|");

/** What cannot come back, as no act of people says it: why nothing is known of a date that was not reached, and in what unit something unknown would have been counted. */
const NOT_BACK: Readonly<Record<string, readonly string[]>> = {
  milestones: ["actual_text", "actual_status"],
  measures: ["baseline_unit", "target_unit"],
  measure_actuals: ["value_unit"],
};

/** The rows that are refused, each for what people could not record either: what names only somebody who is in no table, what the documents say of no time and of no version, and what is about such a row. */
const REFUSED = [
  "claims NOT_FOUND@record_id", "claims NOT_FOUND@record_id",
  "measure_actuals MISSING_FIELD@as_at_text",
  "memberships MISSING_FIELD@organisation_id",
  "organisation_names RULE@system_id",
  "output_contributors MISSING_FIELD@person_id", "output_contributors MISSING_FIELD@person_id", "output_contributors MISSING_FIELD@person_id",
  "pledges MISSING_FIELD@pledge_version_id",
  "realisations MISSING_FIELD@workstream_id", "realisations MISSING_FIELD@workstream_id",
  "training_roles MISSING_FIELD@organisation_id", "training_roles MISSING_FIELD@organisation_id",
];

const csv = formats.find(({ extension }) => extension === "csv");

async function exported(ledger: Ledger, name: string): Promise<Buffer> {
  const asked = tableNamed(name).ask(new URLSearchParams());
  const pieces = await reading(ledger, reader, async (context) => {
    const all: string[] = [];
    for await (const piece of csv?.write(asked, context) ?? []) all.push(piece);
    return all;
  });
  // Who is named by an id that nobody knows there is named by nothing.
  return Buffer.from(pieces.join("").replaceAll(new RegExp(`"(?:${others})_[0-9a-z]{16}","(?:[^"]|"")*"`, "g"), ","));
}

async function taken(ledger: Ledger, table: ImportTable, bytes: Buffer): Promise<RowVerdict[]> {
  const verdicts: RowVerdict[] = [];
  const place = { viewer, kinds, permissions, standards, reason: "Taken over", list: "before", days: null };
  await importRows(ledger, { table, file: { form: "CSV", bytes }, place, actor: "ac_0000000000000002", onError: "REJECT_ROWS", dryRun: false, key: null, mostRows: 10_000 }, (event) => {
    if ("verdict" in event) verdicts.push(event.verdict);
  });
  return verdicts;
}

type Rows = Readonly<Record<string, unknown>>[];

/** What a reader is not shown is no reason of the record. */
const shownTo = (name: string, cell: unknown): unknown => (name === "gaps" && typeof cell === "string" ? cell.replaceAll(/(?: \| )?\w+: WITHHELD/g, "") : cell);

/** The rows of a table as far as they are written, with the ids that records had before. */
async function rowsOf(ledger: Ledger, table: ImportTable, ids: ReadonlyMap<string, string>): Promise<Rows> {
  // What a record is called beside its id is not the row's own.
  const written = table.columns.filter(({ use }) => use === "WRITTEN").map(({ column }) => column.name).filter((name) => !/_name$|_org_id$/.test(name));
  const shown = new Set(tableNamed(table.name).columns.map(({ name }) => name));
  const columns = ["id", ...written.filter((name) => shown.has(name) && !(NOT_BACK[table.name] ?? []).includes(name))];
  const rows = await rowsIn(ledger, table.name, "", reader);
  const isOther = new RegExp(`^(?:${others})_[0-9a-z]{16}$`);
  const before = (cell: unknown): unknown => (typeof cell !== "string" ? cell : isOther.test(cell) ? null : cell.replaceAll(/\b[a-z]{2}_[0-9a-z]{16}\b/g, (id) => ids.get(id) ?? id));
  return rows.map((row) => Object.fromEntries(columns.map((name) => [name, before(shownTo(name, row[name]))]))).toSorted((a, b) => String(a["id"]).localeCompare(String(b["id"])));
}

describe("the tables of the five documents", () => {
  const before: { ledger?: Ledger } = {};
  const after: { ledger?: Ledger } = {};
  const refused: string[] = [];
  const left = new Set<unknown>();

  beforeAll(async () => {
    const [first, second] = [await ownLedger("THE_DOCUMENTS"), await ownLedger("NOTHING")];
    [before.ledger, after.ledger] = [first.ledger, second.ledger];
    for (const table of imports) {
      const verdicts = await taken(second.ledger, table, await exported(first.ledger, table.name));
      const ids = (await rowsIn(first.ledger, table.name, "", reader)).map(({ id }) => id);
      for (const { row, problems } of verdicts.filter(({ outcome }) => outcome === "REFUSED")) {
        refused.push(`${table.name} ${problems.map(({ code, column }) => `${code}@${column}`).join(" ")}`);
        left.add(ids[row - 2]);
      }
    }
    return async () => { await first.end(); await second.end(); };
  });

  it("are all taken, but for what nobody could record", () => {
    expect(refused.toSorted()).toEqual(REFUSED);
  });

  it.each(imports.map((table) => [table.name, table] as const))("say the same afterwards: %s", async (_, table) => {
    if (before.ledger === undefined || after.ledger === undefined) throw new Error("Nothing was taken.");
    const references = await rowsIn(after.ledger, "external_references", "", reader);
    const ids = new Map(references.map((row) => [String(row["subject_id"]), String(row["reference"])]));
    const was = await rowsOf(before.ledger, table, new Map());
    expect(await rowsOf(after.ledger, table, ids)).toEqual(was.filter(({ id }) => !left.has(id)));
  });
});
