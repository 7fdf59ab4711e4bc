import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { chromiumPath } from "./test/web/chromium.ts";

/** What takes longest, the longest first: begun last, it would run on alone while everything else is done. One project after the other, or a process would import all anew at each turn. */
const LONG = ["test/ledger/", "test/command/", "test/feeds/ways-out/", "test/domain/reach/", "test/domain/overview/", "test/server/sign-in/", "test/web/", "test/clients/"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- a sequencer's sort gives a promise
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => place(a) - place(b));
  }
}

function place({ moduleId, project }: TestSpecification): number {
  const long = LONG.findIndex((folder) => moduleId.includes(folder));
  return (project.name === "program" ? 0 : 100) + (long === -1 ? LONG.length : long);
}

const hasBrowser = chromiumPath !== undefined || process.env["BROWSER_TESTS"] === "required";

export default defineConfig({
  // Two copies of graphql, one for import and one for require, would not know each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  // Files share what they import: what one process imports takes ten seconds, so there are no more of them than cores.
  // What is made of a file is kept beside the modules until the file changes, so one test begins in half the time.
  // Generous, for a busy machine: nothing is judged by how long it takes.
  // Of runs that go on side by side none keeps notes of how long each file took: another would read them half written.
  test: {
    ...(process.env["SIDE_BY_SIDE"] !== undefined && { cache: false as const }),
    isolate: false, experimental: { fsModuleCache: true }, maxWorkers: "100%", testTimeout: 120_000, hookTimeout: 120_000,
    sequence: { sequencer: LongestFirst }, globalSetup: ["test/support/files-in-memory.ts", "test/support/build.ts", "test/support/store.ts"],
    projects: [
      // What `npm test` runs, with nothing but Node, in some two minutes.
      { extends: true, test: { name: "program", include: ["test/**/*.test.ts"], exclude: ["test/bench/peers/**", "test/**/*.long.test.ts", "test/**/*.browser.test.ts", "test/**/*.rounds.test.ts"] } },
      // What goes through all that there is of something, such as every filter or every act for everybody, or begins databases, issuers and servers of its own.
      { extends: true, test: { name: "long", include: ["test/**/*.long.test.ts"] } },
      // What opens a browser: `npm run test:browser` fails where there is none.
      ...(hasBrowser ? [{ extends: true as const, test: { name: "browser", include: ["test/**/*.browser.test.ts"] } }] : []),
      // What takes minutes when it is worth it: servers killed over and over, an office that is started, every promise of a ledger over PostgreSQL. `.ci/run` says how often.
      { extends: true, test: { name: "rounds", include: ["test/**/*.rounds.test.ts"] } },
    ],
  },
});
