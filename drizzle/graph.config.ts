import { defineConfig } from "drizzle-kit";

/** The graph's tables as they stand: it is rebuilt, never migrated, so there is one file, written anew, and no account of how it came about. */
export default defineConfig({ dialect: "sqlite", schema: ["./src/domain/*/table.ts", "./src/domain/*/*/table.ts"], out: "./drizzle/graph" });
