import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { DependencyLineFragment } from "../graph/types.ts";

interface DependenciesProps {
  readonly dependencies: readonly DependencyLineFragment[];
  /** Which end to show: what comes first, or what waits. */
  readonly end: "predecessor" | "successor";
}

/** What comes first, or what waits, with the reason and any waiver. */
export function Dependencies({ dependencies, end }: DependenciesProps): JSX.Element {
  return (
    <ul class="wm-entries">
      {dependencies.map((dependency) => (
        <li key={dependency.id}>
          <p class="wm-entries__text"><End dependency={dependency} end={end} /> {dependency.basis === "INFERRED" && <span class="wm-small">(inferred)</span>}</p>
          {dependency.rationale !== null && <p class="wm-small">{dependency.rationale}</p>}
          {dependency.waivers.map(({ id, reason, until, ended }) => <p class="wm-small" key={id}><Link to={`/records/${id}`}>Waived</Link>: {reason}{ended.status === "KNOWN" ? `; ended ${ended.plain}` : until.status === "KNOWN" && `, until ${until.plain}`}</p>)}
        </li>
      ))}
    </ul>
  );
}

function End({ dependency, end }: { readonly dependency: DependencyLineFragment; readonly end: DependenciesProps["end"] }): JSX.Element {
  const [milestone, workstream] = end === "predecessor" ? [dependency.predecessorMilestone, dependency.predecessorWorkstream] : [dependency.successorMilestone, dependency.successorWorkstream];
  if (milestone !== null) return <Link to={`/milestones/${milestone.id}`}>{milestone.title}</Link>;
  if (workstream !== null) return <Link to={`/workstreams/${workstream.id}`}>{workstream.name}</Link>;
  return <Link to={`/records/${dependency.id}`}>{(end === "predecessor" ? dependency.predecessorDescription : null) ?? "Not recorded"}</Link>;
}
