import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSchema } from "graphql";
import { placesIn } from "./where.ts";

/** `npm run where Workstream.milestones`: says where in the sources a field of the schema is written. */

const where = placesIn(fileURLToPath(new URL("../../src/", import.meta.url)), buildSchema(readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8")));
const asked = process.argv.slice(2);
if (asked.length === 0) {
  process.stderr.write("Which field? Say: npm run where Workstream.milestones\n");
  process.exitCode = 2;
}
for (const field of asked) {
  const place = where(field);
  process.stdout.write(`${place ?? `There is no ${field} in the schema.`}\n`);
  if (place === null) process.exitCode = 1;
}
