import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { makeKey } from "../../../src/domain/partners/access/signing-in.ts";
import { importFile, readImportOptions } from "../../../src/command/import.ts";
import { readDay } from "../../../src/kernel/day.ts";
import type { Role } from "../../../src/api/access/role.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { ownLedger } from "../../support/ledger-file.ts";

/** The same verdicts behind the command. */

let ledger: Ledger;
let folder: string;

beforeAll(async () => {
  const own = await ownLedger("NOTHING");
  ledger = own.ledger;
  folder = mkdtempSync(join(tmpdir(), "waymark-import-"));
  return async () => { rmSync(folder, { recursive: true }); await own.end(); };
});

const keyOf = async (role: Role): Promise<string> => (await makeKey(ledger, { name: `A ${role}`, role, holdsFor: null, expiresOn: readDay("2100-01-01"), actor: "test" })).id;

/** What the command says of a file that is called like its table, and whether all rows were taken. */
async function commanded(file: string, text: string, ...args: readonly string[]): Promise<{ readonly lines: readonly string[]; readonly isTaken: boolean }> {
  writeFileSync(join(folder, file), text);
  const lines: string[] = [];
  const isTaken = await importFile(ledger, readImportOptions([file.replace(/\..*/, ""), join(folder, file), ...args]), (line) => lines.push(line));
  return { lines, isTaken };
}

const file = "reference,name,kind,status\nG-1,Board,BOARD,ACTIVE\nG-2,,BOARD,ACTIVE\n";

it("an import from the command line tries, refuses and writes as over HTTP, as the key that it names", async () => {
  const as = ["--actor", await keyOf("OFFICE"), "--list", "here"];
  const tried = await commanded("groups.csv", file, ...as, "--dry-run", "--on-error", "reject-rows");
  expect(tried.lines.slice(0, 1)).toEqual(["Row 2: CREATED"]);
  expect(tried.lines[1]).toMatch(/^Row 3: REFUSED\n {4}name: A new row needs name/);
  expect(tried.lines.at(-1)).toBe("1 created, 0 changed, 0 unchanged, 1 refused. Only tried: nothing was written.");
  expect((await commanded("groups.csv", file, ...as)).lines.at(-1)).toBe("1 created, 0 changed, 0 unchanged, 1 refused. Nothing was written.");
  const written = await commanded("groups.csv", file, ...as, "--on-error", "reject-rows", "--key", "once", "--reason", "From our list");
  expect([written.lines.at(-1), written.isTaken]).toEqual(["1 created, 0 changed, 0 unchanged, 1 refused. Written.", false]);
  expect((await commanded("groups.csv", file, ...as, "--on-error", "reject-rows", "--key", "once", "--reason", "From our list")).lines).toEqual(["This was done before under the same key, and not again."]);
  const again = await commanded("groups.ndjson", '{"reference":"G-1","name":"Board"}', ...as, "--ndjson");
  expect([again.isTaken, again.lines.map((line): unknown => JSON.parse(line))]).toMatchObject([true, [{ row: 1, outcome: "UNCHANGED" }, { summary: { unchanged: 1 } }]]);
});

it.each([
  ["nobody", [], "As whom?"],
  ["somebody whom it does not know", ["--actor", "ky_0000000000000000"], "opens anything today"],
  ["an option that there is not", ["--colour", "red"], "waymark import TABLE FILE"],
  ["another word for what to do on an error", ["--actor", "ky_0000000000000000", "--on-error", "ignore"], "REJECT_ROWS"],
])("an import from the command line is refused for %s", async (_, args, says) => {
  await expect(commanded("groups.csv", file, ...args)).rejects.toThrow(says);
});

it("an import from the command line takes days as it says that they are written, and refuses them unsaid", async () => {
  const as = ["--actor", await keyOf("STEWARD"), "--dry-run"];
  const days = "name,kind,sector,since\nThe Care Forum,CHARITY,VCSE,05/07/2024\n";
  const unsaid = await commanded("organisations.csv", days, ...as);
  expect([unsaid.isTaken, unsaid.lines[0]]).toEqual([false, expect.stringContaining("--days dd/mm/yyyy from the command line")]);
  expect((await commanded("organisations.csv", days, ...as, "--days", "dd/mm/yyyy")).lines[0]).toBe("Row 2: CREATED");
});

it("an import from the command line is refused for a reader", async () => {
  await expect(commanded("groups.csv", file, "--actor", await keyOf("READER"))).rejects.toThrow("To import takes");
});
