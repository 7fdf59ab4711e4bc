import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { buildASTSchema, Kind, parse, print, type OperationDefinitionNode } from "graphql/index.js";

/** What the schema's own scalars come to in an answer. */
const scalars = { ID: "string", Day: "string", Instant: "string", Moment: "string", RecordValues: "Readonly<Record<string, unknown>>" };

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

/** What this client is made of the schema and its operations: the documents with the types of what they take and are answered, and its list of operations. */
export async function generated(): Promise<Readonly<Record<"operations.ts" | "operations.json", string>>> {
  const [schema, document] = [parse(read("../../../schema.graphql"), { noLocation: true }), parse(read("operations.graphql"), { noLocation: true })];
  const text = await codegen({
    filename: "operations.ts",
    schema,
    schemaAst: buildASTSchema(schema, { assumeValidSDL: true }),
    documents: [{ location: "operations.graphql", document }],
    plugins: [{ operations: {} }, { documents: {} }],
    pluginMap: { operations: typescriptOperations, documents: typedDocumentNode },
    config: { enumType: "string-literal", scalars, strictScalars: true, immutableTypes: true, skipTypename: true, disableDescriptions: true, useTypeImports: true },
  });
  const operations = document.definitions.filter((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION);
  const list = { frontEnd: "The client in TypeScript (test/clients/typescript)", operations: Object.fromEntries(operations.map((operation) => [operation.name?.value ?? "", print(operation)])) };
  return { "operations.ts": `${text}\n`, "operations.json": `${JSON.stringify(list, null, 2)}\n` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const [name, text] of Object.entries(await generated())) writeFileSync(new URL(name, import.meta.url), text);
