import { onTestFinished } from "vitest";
import { PostgresJournal } from "../../../src/ledger/postgres/postgres-journal.ts";
import { throughPooler } from "../../support/pooler.ts";
import { usePostgres } from "../../support/postgres.ts";
import { describeDrawers } from "../drawers/contract.ts";

const postgres = usePostgres();

describeDrawers("what servers keep in PostgreSQL, through a pooler that hands connections out transaction by transaction", () => {
  const address = postgres.emptiedDatabase().then(throughPooler);
  return {
    server: async (clock = () => new Date()) => {
      const journal = await PostgresJournal.open(await address);
      const drawers = journal.drawers(clock);
      onTestFinished(async () => {
        await drawers.close();
        await journal.close();
      });
      return drawers;
    },
  };
});
