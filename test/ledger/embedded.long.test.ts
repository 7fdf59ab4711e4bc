import { freshFile, openLedger } from "../support/ledger.ts";
import { describeLedger } from "./contract.ts";

describeLedger("a ledger in one file", () => {
  const file = freshFile();
  return { server: async (settings) => ({ ledger: await openLedger({ file, ...settings }), file }) };
});
