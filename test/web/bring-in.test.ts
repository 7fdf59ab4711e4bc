import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { importables } from "../../src/schema.ts";
import { webFolder } from "../../src/web/build/generate.ts";

/** The tables that lists are downloaded from, each as the pages have it. */
const downloads = readdirSync(webFolder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("page.tsx"))
  .flatMap((file) => [...readFileSync(join(webFolder, file), "utf8").matchAll(/<Downloads [^>]*table="(\w+)"[^>]*/g)])
  .map(([element, table = ""]) => ({ table, isOffered: !element.includes("isTakenIn={false}") }));

it("a list on a page offers to be brought in from a spreadsheet exactly where its table takes rows in", () => {
  const taken = new Set(importables.map(({ table }) => table));
  expect(downloads.length).toBeGreaterThan(10);
  expect(downloads).toEqual(downloads.map(({ table }) => ({ table, isOffered: taken.has(table) })));
});
