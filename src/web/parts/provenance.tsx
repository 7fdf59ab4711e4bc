import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { ProvenanceLinesFragment } from "../graph/types.ts";
import { actorWords } from "../words/acts.ts";
import { sayInstant } from "../words/days.ts";

/** Where something comes from: the words of its sources, who recorded it and when. */
export function Provenance({ lines }: { readonly lines: readonly ProvenanceLinesFragment[] }): JSX.Element {
  if (lines.length === 0) return <span class="wm-absent">No source is recorded.</span>;
  const entries = [...new Set(lines.map(({ entry }) => entry))].map((entry) => lines.filter((line) => line.entry === entry));
  return (
    <ul class="wm-provenance">
      {entries.map((same) => <Act key={same[0]?.entry} lines={same} />)}
    </ul>
  );
}

/** What was recorded in one act, with all the words that it rests on. */
function Act({ lines }: { readonly lines: readonly ProvenanceLinesFragment[] }): JSX.Element | null {
  const [act] = lines;
  if (act === undefined) return null;
  return (
    <li>
      {lines.map((line) => (
        <p class="wm-provenance__line" key={`${line.source?.id} ${line.line} ${line.quote}`}>
          {line.quote !== null && <q class="wm-provenance__quote">{line.quote}</q>}
          <span class="wm-provenance__where">
            {line.source === null ? "Without a source" : <Link to={`/sources/${line.source.id}`}>{line.source.title}</Link>}
            {line.line !== null && `, line ${line.line}`}
          </span>
        </p>
      ))}
      <p class="wm-provenance__act">Recorded by {actorWords(act.actor)} on {sayInstant(act.at)}{act.reason !== null && `: ${act.reason}`}</p>
    </li>
  );
}
