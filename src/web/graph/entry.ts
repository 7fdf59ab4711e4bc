/** The number of the ledger's last entry when an answer was read, as every answer says it; 0 where it does not. */
export function entryOf(extensions: Readonly<Record<string, unknown>> | undefined): number {
  const ledger = extensions?.["ledger"];
  return typeof ledger === "object" && ledger !== null && "entry" in ledger && typeof ledger.entry === "number" ? ledger.entry : 0;
}
