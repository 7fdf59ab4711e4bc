import { formats, XLSX } from "./format.ts";
import { cellTypes, type CellType, type Column, type Parameter, type Table } from "./table.ts";

/** How tables are described to programs: rises when a column or parameter goes, or means something else. */
const VERSION = "1.0.0";

/** What is fetched beside the tables, as it is described. */
export interface OtherAddress {
  readonly path: string;
  readonly summary: string;
  readonly type: string;
  readonly parameters: readonly Parameter[];
}

/** What other addresses add to the description. */
export interface DescribedPart {
  readonly paths: Readonly<Record<string, object>>;
  readonly components: Readonly<Record<"schemas" | "parameters" | "responses", Readonly<Record<string, object>>>>;
}

/** What there is to describe beside the tables. */
export interface Beside {
  readonly others: readonly OtherAddress[];
  readonly part: DescribedPart;
}

/** The addresses beside the graph as OpenAPI 3.1 describes them, made from the tables themselves. */
export function openApiOf(tables: readonly Table[], { others, part }: Beside, base: string): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Waymark: flat tables and imports",
      version: VERSION,
      summary: "Every record of the graph as rows of flat tables, and rows of spreadsheets taken in.",
      description: "A table holds what whoever asks may see. Each answer has an ETag: send it back as If-None-Match and an answer that has not changed is 304. The Waymark-Entry header says at which entry of the ledger it was read: send it as changedSince to ask for what has changed since.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: base }],
    security: [{}, { key: [] }, { keyAsPassword: [] }],
    paths: Object.fromEntries([...tables.map(pathOf), ...others.map(otherPathOf), ...Object.entries(part.paths)]),
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "A key of this tracker, or an access token of who signs people in." },
        keyAsPassword: { type: "http", scheme: "basic", description: "Any name, and a key of this tracker as the password." },
      },
      parameters: {
        format: { name: "format", in: "path", required: true, description: "The form of the table.", schema: { type: "string", enum: [...formats.map(({ extension }) => extension), XLSX.extension] } },
        ifNoneMatch: { name: "If-None-Match", in: "header", description: "The ETag of an answer that is at hand.", schema: { type: "string" } },
        ...part.components.parameters,
      },
      headers: {
        entry: { description: "The number of the entry at which it was read.", schema: { type: "integer" } },
        tag: { description: "Tells this answer from every other.", schema: { type: "string" } },
      },
      responses: {
        notModified: { description: "What is at hand is what would be sent." },
        refused: { description: "It cannot be asked so: the message says what can.", content: { "application/json": { schema: { $ref: "#/components/schemas/Refusal" } } } },
        notSignedIn: { description: "Who asks is not known, or what they sent is not good.", content: { "application/json": { schema: { $ref: "#/components/schemas/Refusal" } } } },
        ...part.components.responses,
      },
      schemas: {
        Refusal: {
          type: "object",
          required: ["errors"],
          properties: {
            errors: {
              type: "array",
              items: { type: "object", required: ["message"], properties: { message: { type: "string" }, extensions: { type: "object", properties: { code: { type: "string" } } } } },
            },
          },
        },
        ...Object.fromEntries(tables.map((table) => [table.name, rowSchema(table)])),
        ...part.components.schemas,
      },
    },
  };
}

const answers = {
  "304": { $ref: "#/components/responses/notModified" },
  "400": { $ref: "#/components/responses/refused" },
  "401": { $ref: "#/components/responses/notSignedIn" },
};

const headers = { ETag: { $ref: "#/components/headers/tag" }, "Waymark-Entry": { $ref: "#/components/headers/entry" } };

function pathOf({ name, about, parameters }: Table): [string, object] {
  const row = { $ref: `#/components/schemas/${name}` };
  const contents: Readonly<Record<string, object>> = { csv: { schema: { type: "string" } }, json: { schema: { type: "array", items: row } }, ndjson: { schema: { type: "string", description: `One object of the schema ${name} a line.` } } };
  return [
    `/tables/${name}.{format}`,
    {
      get: {
        operationId: name,
        summary: about,
        parameters: [{ $ref: "#/components/parameters/format" }, ...parameters.map(parameterOf), { $ref: "#/components/parameters/ifNoneMatch" }],
        responses: {
          "200": { description: "The rows, in the order of their ids.", headers, content: { ...Object.fromEntries(formats.map(({ extension, type }) => [type.replace(/;.*/, ""), contents[extension] ?? {}])), [XLSX.type]: {} } },
          ...answers,
        },
      },
    },
  ];
}

function otherPathOf({ path, summary, type, parameters }: OtherAddress): [string, object] {
  return [
    path,
    { get: { operationId: path.replaceAll(/\W/g, "_").slice(1), summary, parameters: parameters.map(parameterOf), responses: { "200": { description: summary, headers, content: { [type]: {} } }, ...answers } } },
  ];
}

/** A parameter in the query of an address, as it is described. */
export function parameterOf({ name, description, type, codes, isList }: Parameter): object {
  const single = codes.length > 0 ? { type: "string", enum: codes.map(({ code }) => code) } : PARAMETER_TYPES[type];
  return isList
    ? { name, in: "query", description, explode: false, schema: { type: "array", items: single } }
    : { name, in: "query", description, schema: single };
}

const PARAMETER_TYPES: Readonly<Record<Parameter["type"], object>> = {
  TEXT: { type: "string" }, DAY: { type: "string", format: "date" }, WHOLE_NUMBER: { type: "integer" }, YES_OR_NO: { type: "boolean" },
};

function rowSchema({ about, columns, optional }: Table): object {
  return {
    type: "object",
    description: about,
    required: columns.map(({ name }) => name),
    properties: Object.fromEntries([...columns, ...optional].map((column) => [column.name, cellSchema(column)])),
    additionalProperties: false,
  };
}

function cellSchema({ type, description, codes }: Column): object {
  if (codes.length > 0) return { description, enum: [...codes.map(({ code }) => code), null] };
  const { is, format } = CELL_TYPES[type];
  return { description: type === "LIST" ? `${description} ${cellTypes.LIST}` : description, type: [is, "null"], ...(format === undefined ? {} : { format }) };
}

/** What stands in a cell, in words of JSON. */
export const CELL_TYPES: Readonly<Record<CellType, { readonly is: string; readonly format?: string }>> = {
  ID: { is: "string" }, TEXT: { is: "string" }, CODE: { is: "string" }, LIST: { is: "string" },
  WHOLE_NUMBER: { is: "integer" }, AMOUNT: { is: "number" },
  DAY: { is: "string", format: "date" }, INSTANT: { is: "string", format: "date-time" }, YES_OR_NO: { is: "boolean" },
};
