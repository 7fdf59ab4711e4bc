import { defineConfig } from "vitest/config";

export default defineConfig({
  // Two copies of graphql, one for import and one for require, would not know each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  // Files share what they import, and every core is used, half of them twice over: each test makes its own world, and waits for its disk.
  // Generous, for a busy machine: nothing is judged by how long it takes.
  test: { isolate: false, maxWorkers: "150%", include: ["test/**/*.test.ts"], testTimeout: 30_000, hookTimeout: 60_000 },
});
