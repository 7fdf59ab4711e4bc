import { generateSQLiteDrizzleJson, generateSQLiteMigration } from "drizzle-kit/api";
import { getTableName } from "drizzle-orm";
import { validateSchema } from "graphql";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { schemaText } from "../../src/api/schema.ts";
import { programFile } from "../../src/kernel/program-file.ts";
import { readDdl, splitDdl } from "../../src/ledger/ddl.ts";
import * as ledgerTables from "../../src/ledger/table.ts";
import { concepts } from "../../src/schema.ts";
import { schema } from "../support/schema.ts";

/** The SQL that drizzle-kit writes for these tables from nothing. */
async function ddlOf(tables: Record<string, unknown>): Promise<readonly string[]> {
  const statements = await generateSQLiteMigration(await generateSQLiteDrizzleJson({}), await generateSQLiteDrizzleJson(tables));
  return splitDdl(statements.join("--> statement-breakpoint"));
}

describe("the schema", () => {
  it("is one that GraphQL allows: it is not checked again at every start", () => {
    expect(validateSchema(schema)).toEqual([]);
  });
});

describe("what is generated", () => {
  it("has the schema as the code has it: npm run generate:schema writes it", () => {
    const committed = readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8");
    expect(schemaText(schema)).toBe(committed);
  });

  it("has the graph's tables as the code has them: npm run generate:graph writes them", async () => {
    const tables = Object.fromEntries(concepts.flatMap(({ kinds }) => kinds.map(({ table }) => [getTableName(table), table])));
    const committed = readDdl(programFile("drizzle/graph"));
    expect(committed.toSorted()).toEqual((await ddlOf(tables)).toSorted());
  });

  it("has a migration for every change of the ledger's tables: npm run generate:ledger adds it", async () => {
    expect(await generateSQLiteMigration(lastSnapshot(), await generateSQLiteDrizzleJson(ledgerTables))).toEqual([]);
  });
});

type Snapshot = Parameters<typeof generateSQLiteMigration>[0];

/** The ledger's tables as they are once every migration has run. */
function lastSnapshot(): Snapshot {
  const folder = new URL("../../drizzle/ledger/meta/", import.meta.url);
  const last = readdirSync(folder).filter((file) => file.endsWith("_snapshot.json")).toSorted().at(-1) ?? "";
  // drizzle-kit wrote the file, and reads it back.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return JSON.parse(readFileSync(new URL(last, folder), "utf8")) as Snapshot;
}
