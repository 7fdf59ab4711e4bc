import { viewerFor } from "./access.ts";
import { Fault } from "../api/fault/fault.ts";
import type { Viewer } from "../api/access/viewer.ts";
import { permissions } from "../domain/partners/access/permissions.ts";
import { formOf, refuseWithoutRole, tellingFor, type Imports } from "../feeds/import/imports.ts";
import { importRows } from "../feeds/import/rows/import-run.ts";
import { howToImport } from "../feeds/import/rows/parameters.ts";
import { londonDay } from "../kernel/day.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { concepts, standards } from "../schema.ts";
import type { Application, Asker, Intake } from "../server/application.ts";
import type { Settings } from "../server/settings/config.ts";

const kinds = concepts.flatMap((concept) => concept.kinds);

/** Of an import that is done row by row, what was done before somebody lost their role. */
const DONE_STAYS = "What was done before you lost that stays, and nothing more was written.";

/** Who somebody is by now. Refuses whoever may not import, in words that end with what was written. */
function viewerNow(ledger: Ledger, asker: Asker, written?: string): Viewer {
  const lease = ledger.lease();
  try {
    const viewer = viewerFor(lease, asker, londonDay(new Date()));
    refuseWithoutRole(viewer, permissions, written);
    return viewer;
  } finally {
    lease.release();
  }
}

/** What the tables take in, over a ledger. */
export function intakesOver(ledger: Ledger, imports: Imports, { limits }: Pick<Settings, "limits">): Application["intake"] {
  return (path) => {
    const table = imports.at(path);
    return table === null ? null : { ask: ({ asker, key, query, contentType, accept }): ReturnType<Intake["ask"]> => {
      const viewer = viewerNow(ledger, asker);
      const { list, reason, days, dryRun, onError, ods } = howToImport(query, table.name);
      const form = formOf(contentType);
      if (form === null) throw new Fault("UNSUPPORTED_MEDIA_TYPE", "Rows are sent as text/csv or application/x-ndjson, in UTF-8. Nothing was written.", { http: { status: 415 } });
      const telling = tellingFor(accept);
      return {
        type: telling.type,
        take: async (bytes, tell, gone) => {
          const place = { viewer, kinds, permissions, standards, reason, list, days };
          let isBegun = false;
          await importRows(ledger, { table, file: { form, bytes, ods }, place, actor: viewer.accountId ?? "", onError, dryRun, key, mostRows: limits.importRows, viewerNow: () => viewerNow(ledger, asker, onError === "REJECT_ROWS" ? DONE_STAYS : undefined), gone }, async (event) => {
            const text = telling.say(event);
            if (text === "") return;
            await tell(isBegun ? text : telling.begin + text, "progress" in event);
            isBegun = true;
          });
        },
      };
    } };
  };
}
