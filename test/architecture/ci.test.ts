import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { programFile } from "../../src/kernel/program-file.ts";

/** What `.ci/run` runs, as it is written there: files of tests and folders of them. */
const named = [...readFileSync(programFile(".ci/run"), "utf8").matchAll(/ (test\/[\w./-]*\w)/g)].map(([, path = ""]) => path);

const rounds = readdirSync(programFile("test"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".rounds.test.ts")).map((file) => `test/${file}`);

describe("what .ci/run runs", () => {
  it("is there", () => {
    expect(named.length).toBeGreaterThan(25);
    expect(named.filter((path) => !existsSync(programFile(path)))).toEqual([]);
  });

  it("is every test of rounds: nothing else runs them", () => {
    expect(rounds.length).toBeGreaterThan(15);
    expect(rounds.filter((file) => !named.some((path) => file === path || file.startsWith(`${path}/`)))).toEqual([]);
  });
});
