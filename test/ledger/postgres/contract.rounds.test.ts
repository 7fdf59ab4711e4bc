import { PostgresJournal } from "../../../src/ledger/postgres/postgres-journal.ts";
import { freshFile, openLedger } from "../../support/ledger.ts";
import { usePostgres } from "../../support/postgres.ts";
import { describeLedger } from "../contract.ts";

const postgres = usePostgres();

describeLedger("a ledger in PostgreSQL, each server with a copy of its own", () => {
  const address = postgres.emptiedDatabase();
  return {
    server: async (settings) => {
      const file = settings?.file ?? freshFile();
      const journal = await PostgresJournal.open(await address);
      return { ledger: await openLedger({ ...settings, file, journal }), file };
    },
  };
});
