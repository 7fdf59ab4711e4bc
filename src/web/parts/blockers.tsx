import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { BlockerLineFragment } from "../graph/types.ts";
import { listed } from "../words/counts.ts";

/** What has to come first, what is missing, and who can supply it. What was waived is said to be. */
export function Blockers({ blockers }: { readonly blockers: readonly BlockerLineFragment[] }): JSX.Element {
  return (
    <ul class="wm-entries">
      {blockers.map(({ missing, outstanding, suppliers, dependency, waiver }) => (
        <li key={dependency.id}>
          <p class="wm-entries__text">{missing}</p>
          {outstanding.length > 0 && <ul class="wm-lines wm-lines--inset">{outstanding.map(({ id, statement }) => <li key={id}>Outstanding: <Link to={`/records/${id}`}>{statement}</Link></li>)}</ul>}
          <p class="wm-small">
            {suppliers.length > 0 ? `Can be supplied by ${listed(suppliers.map(({ name }) => name))}. ` : ""}
            <Link to={`/records/${dependency.id}`}>Why it has to come first</Link>
          </p>
          {waiver !== null && <p class="wm-small">Waived: {waiver.reason}{waiver.until.status === "KNOWN" && `, until ${waiver.until.plain}`}{waiver.grantedBy !== null && `, by ${waiver.grantedBy.name}`}.</p>}
        </li>
      ))}
    </ul>
  );
}
