import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { GraphQLError, parse, validate, type GraphQLSchema } from "graphql";
import { z } from "zod";

/** What a front end sends, as it keeps a list of it. */
const list = z.object({ frontEnd: z.string(), operations: z.record(z.string(), z.string()) });
export type OperationList = z.output<typeof list>;

const root = new URL("../../", import.meta.url);

/** The lists of every front end: of the pages, and of each client in `test/clients`. */
export function operationLists(): OperationList[] {
  const clients = fileURLToPath(new URL("test/clients/", root));
  const folders = existsSync(clients) ? readdirSync(clients).map((name) => new URL(`test/clients/${name}/`, root)) : [];
  return [new URL("src/web/", root), ...folders]
    .map((folder) => new URL("operations.json", folder))
    .filter((file) => existsSync(file))
    .map((file) => list.parse(JSON.parse(readFileSync(file, "utf8"))));
}

/** What the schema does not answer of these lists: a line for each, which names the front end and the operation that breaks. */
export function brokenOperations(lists: readonly OperationList[], schema: GraphQLSchema): string[] {
  return lists.flatMap(({ frontEnd, operations }) =>
    Object.entries(operations).flatMap(([name, text]) => complaints(text, schema).map((complaint) => `${frontEnd}: ${name}: ${complaint}`)));
}

function complaints(text: string, schema: GraphQLSchema): string[] {
  try {
    return validate(schema, parse(text)).map(({ message }) => message);
  } catch (error) {
    if (error instanceof GraphQLError) return [error.message];
    throw error;
  }
}
