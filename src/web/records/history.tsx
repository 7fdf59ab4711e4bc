import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { actorWords, actWords } from "../words/acts.ts";
import { counted } from "../words/counts.ts";
import { sayInstant } from "../words/days.ts";
import { fieldWords } from "../words/fields.ts";

interface Entry {
  readonly entry: number;
  readonly at: string;
  readonly act: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly operation: string;
  readonly changes: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[];
}

/** Every act on a record, the newest first: who, when, why, and each field before and after. */
export function History({ entries, hasMore }: { readonly entries: readonly Entry[]; readonly hasMore: boolean }): JSX.Element {
  return (
    <>
      <ol class="wm-entries" reversed>
        {entries.map((entry) => (
          <li key={entry.entry}>
            <p class="wm-entries__head"><strong>{actWords(entry.act)}</strong> <span class="wm-small">{sayInstant(entry.at)} by {actorWords(entry.actor)}</span></p>
            {entry.reason !== null && <p class="wm-entries__text">{entry.reason}</p>}
            <details class="wm-details">
              <summary>{counted(entry.changes.length, "field")}</summary>
              <table class="wm-changes">
                <thead><tr><th scope="col">Field</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
                <tbody>{entry.changes.map(({ field, before, after }) => <tr key={field}><th scope="row">{fieldWords(field)}</th><td><Value text={before} /></td><td><Value text={after} /></td></tr>)}</tbody>
              </table>
            </details>
          </li>
        ))}
      </ol>
      {hasMore && <p class="wm-small">These are the newest; the graph has the earlier ones.</p>}
    </>
  );
}

/** What a field held; a record it pointed at, by its id, can be opened. */
function Value({ text }: { readonly text: string | null }): JSX.Element {
  if (text === null || text === "") return <span class="wm-absent">Empty</span>;
  return /^[a-z]{2}_[0-9a-z]{16}$/.test(text) ? <Link to={`/records/${text}`}>{text}</Link> : <>{text}</>;
}
