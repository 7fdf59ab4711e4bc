import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest, the longest first: begun last, it would run on alone while everything else is done. */
const LONG = ["test/command/", "test/domain/reach/", "test/ledger/", "test/server/sign-in/", "test/web/", "test/clients/", "test/domain/overview/"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- a sequencer's sort gives a promise
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => place(a) - place(b));
  }
}

function place({ moduleId }: TestSpecification): number {
  const long = LONG.findIndex((folder) => moduleId.includes(folder));
  return long === -1 ? LONG.length : long;
}

export default defineConfig({
  // Two copies of graphql, one for import and one for require, would not know each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  // Files share what they import, and every core is used, half of them twice over: some wait, for a process or for what is slow on purpose.
  // Generous, for a busy machine: nothing is judged by how long it takes.
  test: {
    isolate: false, maxWorkers: "150%", include: ["test/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000,
    sequence: { sequencer: LongestFirst }, globalSetup: ["test/support/files-in-memory.ts", "test/support/build.ts"],
  },
});
