import { parameterOf, type DescribedPart } from "../tables/openapi.ts";
import { importSchemas, rowSchemaName } from "./openapi-schemas.ts";
import type { ImportTable } from "./rows/import-table.ts";
import { importParametersOf, IMPORT_PARAMETERS } from "./rows/parameters.ts";
import { tellingCsv, tellingNdjson, VERDICT_COLUMNS } from "./rows/tell.ts";

const CSV = bare(tellingCsv.type);
const NDJSON = bare(tellingNdjson.type);

/** What imports add to the description of the addresses. */
export function importsDescribed(tables: readonly ImportTable[]): DescribedPart {
  const table = { name: "table", in: "path", required: true, description: "A table that is taken in.", schema: { type: "string", enum: tables.map(({ name }) => name) } };
  return {
    paths: {
      "/imports": { get: { operationId: "imports", summary: "What can be taken in, and where its sheets are.", parameters: [], responses: { "200": { description: "A list; for a browser a page.", headers, content: { "application/json": { schema: { $ref: "#/components/schemas/ImportIndex" } } } }, ...notModified } } },
      "/imports/{table}/template.csv": { get: sheet("import_template", "An empty sheet with the columns that can be filled in.") },
      "/imports/{table}/columns.csv": { get: sheet("import_columns", "What each column takes, and what becomes of it.") },
      ...Object.fromEntries(tables.map((one) => [`/imports/${one.name}`, { post: taking(one) }])),
    },
    components: {
      schemas: importSchemas(tables),
      parameters: {
        importTable: table,
        idempotencyKey: { name: "Idempotency-Key", in: "header", description: "What the sender calls this import: it is done once, however often it is sent, and another under the same key is refused.", schema: { type: "string", minLength: 1, maxLength: 255 } },
        ...Object.fromEntries(IMPORT_PARAMETERS.map((parameter) => [componentOf(parameter.name), parameterOf(parameter)])),
      },
      responses: {
        importRefused: refused("The file or the address cannot be taken so, or the Idempotency-Key was used for another: the message says what to do. Nothing was written."),
        importNotSignedIn: refused("Who asks is not known, or what they sent is not good. Nothing was written."),
        importForbidden: refused("Who asks has no role that imports, or sent a key as a password, which is for reading. Nothing was written."),
        importTooLarge: refused("The file is larger than is taken: 20 MB, unless the server is set otherwise. Nothing was written."),
        importOtherType: refused("Rows are sent as text/csv or application/x-ndjson. Nothing was written."),
        importWait: { ...refused("Other imports are still being done. Nothing was written."), headers: { "Retry-After": { description: "In so many seconds it can be sent again.", schema: { type: "integer" } } } },
        importNoStorage: refused("The ledger could not be written just now: nothing was written, unless the code is OUTCOME_UNKNOWN; then send it again under the same Idempotency-Key."),
      },
    },
  };
}

const headers = { ETag: { $ref: "#/components/headers/tag" } };

const notModified = { "304": { $ref: "#/components/responses/notModified" } };

function taking(table: ImportTable): object {
  return {
    operationId: `import_${table.name}`,
    summary: `Takes in rows: ${table.about}`,
    description: "Each row is done by the acts that a person would do, with the same permission and rules, in one entry or a few. At most 50,000 rows, unless the server is set otherwise.",
    security: [{ key: [] }],
    parameters: [...importParametersOf(table.name).map(({ name }) => component("parameters", componentOf(name))), component("parameters", "idempotencyKey")],
    requestBody: {
      required: true,
      content: {
        [CSV]: { schema: { type: "string", description: "In UTF-8, with commas, semicolons or tabs. The first row names the columns, as the template does." } },
        [NDJSON]: { schema: { type: "string", description: `One object of the schema ${rowSchemaName(table)} a line.` } },
      },
    },
    responses: {
      "200": {
        description: "What became of each row, as it goes.",
        content: {
          [NDJSON]: { schema: { type: "string", description: "One object of the schema ImportEvent a line." } },
          [CSV]: { schema: { type: "string", description: `Where it is accepted, and not NDJSON: ${VERDICT_COLUMNS.map(({ name }) => name).join(", ")}. A row for each verdict, or for each problem of a row that is refused; the last says what became of all.` } },
        },
      },
      ...Object.fromEntries(Object.entries(REFUSALS).map(([status, name]) => [status, component("responses", name)])),
    },
  };
}

const REFUSALS = { 400: "importRefused", 401: "importNotSignedIn", 403: "importForbidden", 413: "importTooLarge", 415: "importOtherType", 429: "importWait", 503: "importNoStorage" } as const;

function sheet(operationId: string, summary: string): object {
  return { operationId, summary, parameters: [component("parameters", "importTable")], responses: { "200": { description: summary, headers, content: { [CSV]: { schema: { type: "string" } } } }, ...notModified } };
}

function refused(description: string): object {
  return { description, content: { "application/json": { schema: component("schemas", "Refusal") } } };
}

function component(of: "parameters" | "responses" | "schemas", name: string): object {
  return { $ref: `#/components/${of}/${name}` };
}

/** What is asked of an import, apart from what tables are asked under the same name. */
function componentOf(name: string): string {
  return `import_${name}`;
}

function bare(type: string): string {
  return type.replace(/;.*/, "");
}
