import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { neverShown } from "../../src/api/access/audience.ts";
import { concepts, flatTables, standards } from "../../src/schema.ts";

/** What a folder of the domain says of its concept in a file of its own reaches whoever asks for it: a line that was forgotten would be silent. */

const DOMAIN = join(import.meta.dirname, "../../src/domain");
const folders = [...new Set(readdirSync(DOMAIN, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("/resolver.ts")).map(dirname))];

/** All that the lists which a file of these folders exports hold. */
async function saidIn(file: string): Promise<unknown[]> {
  const paths = folders.map((folder) => join(DOMAIN, folder, file)).filter((path) => existsSync(path));
  const modules: unknown[] = await Promise.all(paths.map(async (path): Promise<unknown> => import(pathToFileURL(path).href)));
  return modules.flatMap((module): unknown[] => Object.values(module ?? {})).flatMap((value): readonly unknown[] => (Array.isArray(value) ? value : []));
}

describe("a concept", () => {
  it("is read by boards as its folder says", async () => {
    const readings = new Set<unknown>(concepts.flatMap((concept) => concept.readings ?? []));
    const said = await saidIn("board-reading.ts");
    expect(said.length).toBe(readings.size);
    expect(said.filter((reading) => !readings.has(reading))).toEqual([]);
  });

  it("lies in flat tables as its folder says", async () => {
    const known = new Set<unknown>(flatTables);
    const said = await saidIn("flat-tables.ts");
    expect(said.length).toBe(known.size);
    expect(said.filter((table) => !known.has(table))).toEqual([]);
  });

  it("holds what its folder says has to hold", async () => {
    const said = await saidIn("standards.ts");
    const known = new Set<unknown>(concepts.flatMap((concept) => concept.standards ?? []));
    expect(said.length).toBe(known.size);
    expect(said.filter((standard) => !known.has(standard))).toEqual([]);
    expect(standards).toBeDefined();
  });

  it("says of every kind that anybody is shown how a board reads it", () => {
    const read = new Set(concepts.flatMap((concept) => (concept.readings ?? []).map(({ kind }) => kind.type)));
    expect(concepts.flatMap(({ kinds }) => kinds.filter(({ type, table }) => !neverShown(table) && !read.has(type)).map(({ type }) => type))).toEqual([]);
  });

  it("is listed in schema.ts, whatever folder it has", () => {
    expect(folders.length).toBe(concepts.length);
  });
});
