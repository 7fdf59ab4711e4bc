import { defineConfig } from "vitest/config";

export default defineConfig({
  // Two copies of graphql, one for import and one for require, would not know each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  // Files share what they import, and every core is used: each test makes its own world.
  // Generous, for a busy machine: nothing is judged by how long it takes.
  test: { isolate: false, maxWorkers: "100%", include: ["test/**/*.test.ts"], testTimeout: 30_000, hookTimeout: 60_000 },
});
