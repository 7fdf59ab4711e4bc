import type { ComponentChildren, JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { BlockerLineFragment } from "../graph/types.ts";
import { listed } from "../words/counts.ts";

interface BlockersProps<Blocker> {
  readonly blockers: readonly Blocker[];
  /** What can be done about one of them. */
  readonly after?: (blocker: Blocker) => ComponentChildren;
}

/** What has to come first, what is missing, and who can supply it. What was waived is said to be. */
export function Blockers<Blocker extends BlockerLineFragment>({ blockers, after }: BlockersProps<Blocker>): JSX.Element {
  return (
    <ul class="wm-entries">
      {blockers.map((blocker) => (
        <li key={blocker.dependency.id}>
          <Missing blocker={blocker} />
          {after?.(blocker)}
        </li>
      ))}
    </ul>
  );
}

function Missing({ blocker: { missing, outstanding, suppliers, dependency, waiver } }: { readonly blocker: BlockerLineFragment }): JSX.Element {
  return (
    <>
      <p class="wm-entries__text">{missing}</p>
      {outstanding.length > 0 && <ul class="wm-lines wm-lines--inset">{outstanding.map(({ id, statement }) => <li key={id}>Outstanding: <Link to={`/records/${id}`}>{statement}</Link></li>)}</ul>}
      <p class="wm-small">
        {suppliers.length > 0 ? `Can be supplied by ${listed(suppliers.map(({ name }) => name))}. ` : ""}
        <Link to={`/records/${dependency.id}`}>Why it has to come first</Link>
      </p>
      {waiver !== null && <p class="wm-small">Waived: {waiver.reason}{waiver.until.status === "KNOWN" && `, until ${waiver.until.plain}`}{waiver.grantedBy !== null && `, by ${waiver.grantedBy.name}`}.</p>}
    </>
  );
}
