import { defineConfig } from "drizzle-kit";

/** The ledger's own tables: migrations are added, never changed. */
export default defineConfig({ dialect: "sqlite", schema: "./src/ledger/table.ts", out: "./drizzle/ledger" });
