import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { importTablesOver } from "../../../src/feeds/import/rows/import-tables.ts";
import { importParametersOf } from "../../../src/feeds/import/rows/parameters.ts";
import { tellingNdjson } from "../../../src/feeds/import/rows/tell.ts";
import type { RunningServer } from "../../../src/server/http.ts";
import { flatTables, importables } from "../../../src/schema.ts";
import { bearerFor } from "../../support/importing.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { schema } from "../../support/schema.ts";
import { serverOver } from "../../support/served.ts";
import { kinds } from "../../support/tables.ts";

/** What programs are told of imports is what they meet. */

const reference = z.object({ $ref: z.string() });
const parameter = z.looseObject({ name: z.string(), in: z.string(), schema: z.looseObject({}) });
const contents = z.record(z.string(), z.unknown());
const post = z.looseObject({
  parameters: z.array(reference), requestBody: z.looseObject({ content: contents }),
  responses: z.record(z.string(), z.union([reference, z.looseObject({ content: contents })])),
});
const description = z.looseObject({
  paths: z.record(z.string(), z.looseObject({ post: post.optional() })),
  components: z.looseObject({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())), parameters: z.record(z.string(), parameter), responses: z.record(z.string(), z.looseObject({})) }),
});

const tables = importTablesOver(schema, kinds, flatTables, importables);

let server: RunningServer;
let office: { readonly authorization: string };
let reader: { readonly authorization: string };
let described: z.output<typeof description>;
let fits: (name: string, value: unknown) => unknown;

beforeAll(async () => {
  const own = await ownLedger("THE_DOCUMENTS");
  server = await serverOver(own.ledger);
  [office, reader] = [await bearerFor(own.ledger, "OFFICE"), await bearerFor(own.ledger, "READER")];
  described = description.parse(await (await fetch(`${server.url}/openapi.json`)).json());
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  // What an answer is made of is all that others refer to: with every table beside it, each of them would take a second to read.
  const schemas = Object.fromEntries(Object.entries(described.components.schemas).filter(([name]) => name.startsWith("Import")));
  const judges = new Map<string, ValidateFunction>();
  fits = (name, value) => {
    const judge = judges.get(name) ?? ajv.compile({ ...described.components.schemas[name], components: { schemas } });
    judges.set(name, judge);
    return judge(value) ? true : judge.errors;
  };
  return async () => { await server.close(); await own.end(); };
});

const sent = async (table: string, body: string, { query = "", headers = {} }: { readonly query?: string; readonly headers?: Readonly<Record<string, string>> } = {}): Promise<Response> =>
  fetch(`${server.url}/imports/${table}${query}`, { method: "POST", body, headers: { "content-type": "text/csv", ...office, ...headers } });

const groups = (count: number): string => ["reference,name,kind,status", ...Array.from({ length: count }, (_, place) => `G-${place},${place === 1 ? "" : `Group ${place}`},NETWORK,ACTIVE`)].join("\n");

describe("the description of imports", () => {
  it("has every table that is taken in, with all that can be asked of it", () => {
    expect(Object.keys(described.paths).filter((path) => path.startsWith("/imports/") && !path.includes("{"))).toEqual(tables.map(({ name }) => `/imports/${name}`));
    for (const { name } of tables) {
      const operation = described.paths[`/imports/${name}`]?.post;
      const asked = operation?.parameters.map(({ $ref }) => described.components.parameters[$ref.replace("#/components/parameters/", "")]);
      expect({ name, asked: asked?.map((one) => `${one?.in} ${one?.name}`) }).toEqual({ name, asked: [...importParametersOf(name).map((one) => `query ${one.name}`), "header Idempotency-Key"] });
    }
    expect(described.components.parameters["import_days"]?.schema).toEqual({ type: "string", enum: ["dd/mm/yyyy"] });
  });

  it("says of an answer what it is: progress, verdicts on rows that are taken and refused, and the summary", async () => {
    const lines = (await (await sent("groups", groups(3), { query: "?list=here&dryRun=true" })).text()).trimEnd().split("\n").map((line): unknown => JSON.parse(line));
    expect(lines.slice(-4, -1)).toMatchObject([{ outcome: "CREATED" }, { outcome: "REFUSED", problems: [{ column: "name" }] }, { outcome: "CREATED" }]);
    expect(lines.slice(-4, -1).map((line) => fits("ImportVerdict", line))).toEqual([true, true, true]);
    expect(fits("ImportSummary", lines.at(-1))).toBe(true);
    // How far it is, is told only of what takes long.
    const progress: unknown = JSON.parse(tellingNdjson.say({ progress: { rows: 1, of: 3 } }));
    expect(fits("ImportProgress", progress)).toBe(true);
    expect([...lines, progress].map((line) => fits("ImportEvent", line))).toEqual([...lines, progress].map(() => true));
    for (const wrong of [{ row: 2 }, { ...Object(lines.at(-2)), more: 1 }, { progress: {} }, { summary: {} }]) expect(fits("ImportEvent", wrong)).not.toBe(true);
  });

  it("says of the rows of every table that they can be sent back, and what cannot", async () => {
    for (const { name } of tables) {
      const rows = z.array(z.record(z.string(), z.unknown())).parse(await (await fetch(`${server.url}/tables/${name}.json`, { headers: office })).json());
      expect({ name, wrong: rows.map((row) => fits(`${name}_import`, row)).filter((answer) => answer !== true) }).toEqual({ name, wrong: [] });
    }
    expect(fits("milestones_import", { reference: "M-1", programme_name: "Here", title: "Launch", status: "[empty]", said_not_done_on: "05/07/2024", baseline_text: null, version: "1" })).toBe(true);
    for (const wrong of [{ titel: "Launch" }, { status: "PARTY" }, { title: ["Launch"] }, { version: true }]) expect(fits("milestones_import", wrong)).not.toBe(true);
  });

  it.each([
    ["a file that is none", 400, "groups", "", {}],
    ["a form of day that there is not", 400, "groups", "name\nx\n", { query: "?days=mm/dd/yyyy" }],
    ["nobody's key", 401, "groups", "name\nx\n", { headers: { authorization: "Bearer wmk_nobody" } }],
    ["a reader", 403, "groups", "name\nx\n", { headers: "A_READER" }],
    ["a file that is too large", 413, "groups", "x".repeat(21 * 1_024 * 1_024), {}],
    ["another type", 415, "groups", "{}", { headers: { "content-type": "application/json" } }],
  ] as const)("has the refusal of %s: %i", async (_, status, table, body, { query = "", headers = {} }: { readonly query?: string; readonly headers?: Readonly<Record<string, string>> | "A_READER" }) => {
    const answer = await sent(table, body, { query, headers: headers === "A_READER" ? reader : headers });
    expect(answer.status).toBe(status);
    expect(fits("Refusal", await answer.json())).toBe(true);
    expect(described.paths[`/imports/${table}`]?.post?.responses).toHaveProperty(String(status));
  });

  it("says what there is to fetch, and in which types it is answered", async () => {
    expect(fits("ImportIndex", await (await fetch(`${server.url}/imports`)).json())).toBe(true);
    expect(Object.keys(described.paths)).toEqual(expect.arrayContaining(["/imports", "/imports/{table}/template.csv", "/imports/{table}/columns.csv"]));
    const operation = described.paths["/imports/groups"]?.post;
    for (const type of Object.keys(operation?.requestBody.content ?? {})) expect((await sent("groups", type === "text/csv" ? groups(1) : '{"name":"x"}', { query: "?list=here&dryRun=true", headers: { "content-type": type } })).status).toBe(200);
    const answered = operation?.responses["200"];
    const types = answered !== undefined && "content" in answered ? Object.keys(z.record(z.string(), z.unknown()).parse(answered.content)) : [];
    for (const type of types) expect((await sent("groups", groups(1), { query: "?list=here&dryRun=true", headers: { accept: type } })).headers.get("content-type")).toContain(type);
    expect(types).toEqual(["application/x-ndjson", "text/csv"]);
  });
});
