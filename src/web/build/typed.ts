import { codegen } from "@graphql-codegen/core";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { buildASTSchema, parse } from "graphql/index.js";
import type { DocumentFile } from "./documents.ts";

/** What the schema's own scalars come to in an answer, and a moment in a variable. */
const scalars = { ID: "string", Day: "string", Instant: "string", Moment: "string", RecordValues: "Readonly<Record<string, unknown>>" };

/** TypeScript types of what these files ask and are answered. Throws, naming the file, where one asks what the schema does not have. */
export async function typesOf(files: readonly DocumentFile[], schemaText: string): Promise<string> {
  const schema = parse(schemaText, { noLocation: true });
  return codegen({
    filename: "types.ts",
    schema,
    schemaAst: buildASTSchema(schema, { assumeValidSDL: true }),
    documents: files.map(({ path, document }) => ({ location: path, document })),
    plugins: [{ operations: {} }],
    pluginMap: { operations: typescriptOperations },
    config: { enumType: "string-literal", scalars, strictScalars: true, immutableTypes: true, skipTypename: true, disableDescriptions: true },
  });
}
