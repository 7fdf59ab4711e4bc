import { defineConfig } from "drizzle-kit";

/** What is kept in PostgreSQL when several servers share a ledger: migrations are added, never changed. */
export default defineConfig({ dialect: "postgresql", schema: "./src/ledger/postgres/table.ts", out: "./drizzle/journal" });
