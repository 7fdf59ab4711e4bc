import { codegen } from "@graphql-codegen/core";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { buildASTSchema, parse, validate } from "graphql/index.js";
import type { DocumentFile, WholeOperation } from "./documents.ts";

/** What the schema's own scalars come to in an answer, and a moment in a variable. */
const scalars = { ID: "string", Day: "string", Instant: "string", Moment: "string", RecordValues: "Readonly<Record<string, unknown>>" };

/** TypeScript types of what these files ask and are answered. Throws, naming the file, where one asks what the schema does not have. */
export async function typesOf(files: readonly DocumentFile[], operations: readonly WholeOperation[], schemaText: string): Promise<string> {
  const schema = parse(schemaText, { noLocation: true });
  const schemaAst = buildASTSchema(schema, { assumeValidSDL: true });
  const wrong = operations.flatMap(({ name, path, text }) => validate(schemaAst, parse(text)).map(({ message }) => `${path}: ${name}: ${message}`));
  if (wrong.length > 0) throw new Error(`The pages ask what schema.graphql does not have.\n${wrong.join("\n")}`);
  return codegen({
    filename: "types.ts",
    schema,
    schemaAst,
    documents: files.map(({ path, document }) => ({ location: path, document })),
    plugins: [{ operations: {} }],
    pluginMap: { operations: typescriptOperations },
    config: { enumType: "string-literal", scalars, strictScalars: true, immutableTypes: true, skipTypename: true, disableDescriptions: true },
  });
}
