import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { permissions } from "../domain/partners/access/permissions.ts";
import { viewerOf } from "../domain/partners/access/signing-in.ts";
import { Imports, refuseWithoutRole } from "../feeds/import/imports.ts";
import { importRows } from "../feeds/import/rows/import-run.ts";
import { importTableNamed } from "../feeds/import/rows/import-table.ts";
import { howToImport } from "../feeds/import/rows/parameters.ts";
import { tellingNdjson } from "../feeds/import/rows/tell.ts";
import type { ImportEvent } from "../feeds/import/rows/verdict.ts";
import { londonDay } from "../kernel/day.ts";
import { refusal } from "../kernel/problem.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { concepts, flatTables, importables, standards } from "../schema.ts";
import { programmeSchema } from "../serve/tracker.ts";

export const IMPORT_USAGE = "waymark import TABLE FILE --actor ID [--dry-run] [--on-error reject-rows] [--list NAME] [--reason WORDS] [--key KEY] [--days dd/mm/yyyy] [--layout ODS] [--ndjson]";

/** How an import is asked for behind the command. */
export type ImportOptions = ReturnType<typeof readImportOptions>;

/** What was written behind `waymark import`. Refuses options that there are not. */
export function readImportOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args], allowPositionals: true,
      options: {
        actor: { type: "string" }, "dry-run": { type: "boolean", default: false }, "on-error": { type: "string", default: "reject-all" }, list: { type: "string" },
        reason: { type: "string" }, key: { type: "string" }, days: { type: "string" }, layout: { type: "string" }, ndjson: { type: "boolean", default: false },
      },
    });
    return { ...values, positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw refusal("INVALID_PARAMETER", `${error.message} Say: ${IMPORT_USAGE}`);
  }
}

/** Takes a file of rows into a ledger, as the account or key that is named, and says of each row what became of it. Answers whether all of them were taken. */
export async function importFile(ledger: Ledger, options: ImportOptions, say: (line: string) => void): Promise<boolean> {
  const { actor, key, list, reason, days, layout, ndjson, positionals: [name = "", path = ""] } = options;
  if (actor === undefined) throw refusal("MISSING_FIELD", `As whom? Name the account or the key whose roles it takes, as --actor ky_0123456789abcdef. Say: ${IMPORT_USAGE}`);
  const kinds = concepts.flatMap((concept) => concept.kinds);
  const imports = new Imports(await programmeSchema(), kinds, flatTables, importables);
  const table = importTableNamed(imports.tables, name);
  const asked = Object.entries({ dryRun: String(options["dry-run"]), onError: options["on-error"].toUpperCase().replaceAll("-", "_"), list, reason, days, layout });
  const how = howToImport(new URLSearchParams(asked.flatMap(([parameter, value]): [string, string][] => (value === undefined ? [] : [[parameter, value]]))), table.name);
  const lease = ledger.lease();
  const viewer = viewerOf(lease.graph, actor, londonDay(new Date()));
  lease.release();
  if (viewer.accountId === null) throw refusal("NOT_FOUND", `There is no account or key ${actor} that opens anything today.`);
  refuseWithoutRole(viewer, permissions);
  let isTaken = true;
  let lines: string[] = [];
  await importRows(
    ledger,
    {
      table, file: { form: path.endsWith(".ndjson") ? "NDJSON" : "CSV", bytes: readFileSync(path), ods: how.ods }, actor: viewer.accountId, key: key ?? null, mostRows: Number.MAX_SAFE_INTEGER,
      dryRun: how.dryRun, onError: how.onError, place: { viewer, kinds, permissions, standards, reason: how.reason, list: how.list, days: how.days },
    },
    (event) => {
      const line = ndjson ? tellingNdjson.say(event).trimEnd() : said(event);
      if (line !== "") lines.push(line);
      if (!("summary" in event)) return;
      isTaken = event.summary.refused === 0;
      // What was done before was said before.
      if (event.summary.isRepeat && !ndjson) lines = [line];
      for (const each of lines) say(each);
    },
  );
  return isTaken;
}

function said(event: ImportEvent): string {
  if ("progress" in event) return "";
  if ("summary" in event) {
    const { created, changed, unchanged, refused, written, isRepeat, dryRun } = event.summary;
    if (isRepeat) return "This was done before under the same key, and not again.";
    return `${created} created, ${changed} changed, ${unchanged} unchanged, ${refused} refused. ${written ? "Written." : dryRun ? "Only tried: nothing was written." : "Nothing was written."}`;
  }
  const { row, outcome, problems } = event.verdict;
  return [`Row ${row}: ${outcome}`, ...problems.map(({ column, message }) => `    ${column === null ? "" : `${column}: `}${message}`)].join("\n");
}
