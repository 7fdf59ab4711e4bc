import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createRequest, stringifyDocument } from "@urql/core";
import { documentFiles, wholeOperations, type WholeOperation } from "./documents.ts";
import { typesOf } from "./typed.ts";

export const webFolder = fileURLToPath(new URL("../", import.meta.url));
const schemaFile = fileURLToPath(new URL("../../../schema.graphql", import.meta.url));

/**
 * Writes, beside each `.graphql` file, its operations as the page imports them; in `graph/types.ts` what they ask and are answered; and
 * in `operations.json` the whole text of every operation that these pages send.
 */
export async function generate(): Promise<void> {
  const files = documentFiles(webFolder);
  const operations = wholeOperations(files);
  write("graph/types.ts", await typesOf(files, operations, readFileSync(schemaFile, "utf8")));
  for (const { path } of files) {
    const own = operations.filter((operation) => operation.path === path);
    if (own.length > 0) write(`${path}.ts`, moduleOf(path, own));
  }
  write("operations.json", listOf(operations));
}

/** Every operation that the pages send, by name, letter for letter as the client writes it. */
export function listOf(operations: readonly WholeOperation[]): string {
  const byName = Object.fromEntries(operations.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, text }) => [name, stringifyDocument(createRequest(text, {}).query)]));
  return `${JSON.stringify({ frontEnd: "The built-in pages (src/web)", operations: byName }, null, 2)}\n`;
}

function moduleOf(path: string, operations: readonly WholeOperation[]): string {
  const types = operations.flatMap(({ name, text }) => [`${name}${kindOf(text)}`, `${name}${kindOf(text)}Variables`]);
  const from = (file: string): string => {
    const to = relative(dirname(path), file);
    return to.startsWith(".") ? to : `./${to}`;
  };
  return [
    `import type { Operation } from "${from("graph/operation.ts")}";`,
    `import type { ${types.join(", ")} } from "${from("graph/types.ts")}";`,
    "",
    ...operations.map(({ name, text }) => `export const ${name}: Operation<${name}${kindOf(text)}, ${name}${kindOf(text)}Variables> = { name: "${name}", text: ${JSON.stringify(text)} };`),
    "",
  ].join("\n");
}

/** As the types are named: MilestonesQuery, MilestonesQueryVariables. */
function kindOf(text: string): "Query" | "Mutation" | "Subscription" {
  if (text.startsWith("mutation")) return "Mutation";
  return text.startsWith("subscription") ? "Subscription" : "Query";
}

/** A file that says the same already is left alone. */
function write(path: string, text: string): void {
  const file = join(webFolder, path);
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  writeFileSync(file, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
