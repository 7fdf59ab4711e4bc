import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/server/config.ts";
import { limitSettings } from "../../src/server/limit-settings.ts";

const root = new URL("../../", import.meta.url);
const readme = readFileSync(new URL("README.md", root), "utf8");

describe("the README", () => {
  it.each(Object.entries(limitSettings))("names %s with what it is unless given", (name, setting) => {
    expect(readme).toContain(`| \`${name}\` | \`${setting.parse(undefined)}\` |`);
  });

  it("names SMALL_NUMBER with what it is unless given", () => {
    expect(readme).toContain(`| \`SMALL_NUMBER\` | \`${readSettings({}).smallNumber}\` |`);
  });

  it("names only files that are there", () => {
    const paths = [...readme.matchAll(/`((?:src|test)\/[\w./-]+)`|\]\(([\w./]+)\)/g)].map(([, code, link]) => code ?? link ?? "");
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(new URL(path, root)) && !path.includes("lesson"))).toEqual([]);
  });
});
