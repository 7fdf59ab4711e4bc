import { resolve } from "node:path";
import { copyLedger } from "../ledger/copy/copy-ledger.ts";
import { FileHolding, type GraphParts } from "../ledger/copy/file-holding.ts";
import type { Holding } from "../ledger/copy/holding.ts";
import { PostgresHolding } from "../ledger/postgres/postgres-holding.ts";
import { SettingsError } from "../server/settings/config.ts";
import { ledgerPlace } from "../server/settings/setting.ts";

type Named = "FROM" | "TO";
type Place = ReturnType<ReturnType<typeof ledgerPlace>["parse"]>;

/** Copies a ledger from one place to another, each the path of a file or the address of a database, and says what the copy holds and how to prove that it is the same. */
export async function copyCommand(from: string, to: string, parts: GraphParts, say: (line: string) => void): Promise<void> {
  const [there, here] = [placeNamed("FROM", from), placeNamed("TO", to)];
  if (spotOf(there) === spotOf(here)) throw new SettingsError("FROM and TO are the same place. Name another one to copy to.");
  const source = await opened("FROM", there, parts);
  try {
    const target = await opened("TO", here, parts);
    try {
      const { number, hash, copied } = await copyLedger(source, target);
      say(`${spotOf(here)}: ${number} entries, ${copied} of them copied now. Whether a ledger is this one, or goes on from it, says: waymark verify ${number} ${hash}`);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function placeNamed(name: Named, text: string): Place {
  const place = ledgerPlace().safeParse(text);
  if (!place.success) throw new SettingsError(place.error.issues.map(({ message }) => `${name} ${message}`)[0]);
  return place.data;
}

async function opened(name: Named, { file, journal }: Place, parts: GraphParts): Promise<Holding> {
  if (journal !== null) return PostgresHolding.open(journal, { named: name, isThere: name === "FROM" });
  return name === "FROM" ? FileHolding.there(file ?? "", parts) : FileHolding.thereOrNew(file ?? "", parts);
}

/** Where a place is, without who goes there and by which password. */
function spotOf({ file, journal }: Place): string {
  if (journal === null) return resolve(file ?? "");
  const { host, pathname } = new URL(journal);
  return `postgres://${host}${pathname}`;
}
