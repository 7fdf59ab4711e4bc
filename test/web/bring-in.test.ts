import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { importables } from "../../src/schema.ts";
import { tables } from "../../src/web/bring-in/tables.ts";
import { webFolder } from "../../src/web/build/generate.ts";

/** The tables of the lists on pages, and what their rows are called there. */
const lists = readdirSync(webFolder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("page.tsx"))
  .flatMap((file) => [...readFileSync(join(webFolder, file), "utf8").matchAll(/<Downloads of="([^"]+)" table="(\w+)"/g)].map(([, of = "", table = ""]) => ({ table, of })));

const byTable = (a: { readonly table: string }, b: { readonly table: string }): number => a.table.localeCompare(b.table);

it("a list on a page offers to be brought in from a spreadsheet exactly where its table takes rows in", () => {
  const taken = new Set(importables.map(({ table }) => table));
  expect(tables.map(({ table, of }) => ({ table, of })).toSorted(byTable)).toEqual(lists.filter(({ table }) => taken.has(table)).toSorted(byTable));
});
