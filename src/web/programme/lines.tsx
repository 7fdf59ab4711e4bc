import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { ReportItemKind } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { linesOf, type Reported, type ReportedLine } from "./reports.ts";

interface LinesProps {
  readonly title: string;
  readonly kind: ReportItemKind;
  readonly reported: readonly Reported[];
  /** Whether what stood there the time before is shown too: what was to come can be held against what came. */
  readonly withTimeBefore?: boolean;
}

/** One kind of line from every latest report. Nothing, where there is none. */
export function Lines({ title, kind, reported, withTimeBefore = false }: LinesProps): JSX.Element | null {
  const [now, then] = [linesOf(reported, kind, "latest"), withTimeBefore ? linesOf(reported, kind, "before") : []];
  if (now.length + then.length === 0) return null;
  return (
    <Card title={title}>
      <LineList lines={now} none="Nothing was reported this time." />
      {then.length > 0 && (
        <div class="wm-before">
          <h3 class="wm-before__title">The time before</h3>
          <LineList lines={then} none="" />
        </div>
      )}
    </Card>
  );
}

function LineList({ lines, none }: { readonly lines: readonly ReportedLine[]; readonly none: string }): JSX.Element {
  if (lines.length === 0) return <p class="wm-empty">{none}</p>;
  return (
    <ul>
      {lines.map(({ of, line: { id, statement, date, milestone } }) => (
        <li key={id}>
          {milestone === null ? statement : <Link to={`/milestones/${milestone.id}`}>{statement}</Link>}
          <span class="wm-small">{date.status === "KNOWN" && `, ${date.plain}`}{of.to !== null && ` – ${of.name}`}</span>
        </li>
      ))}
    </ul>
  );
}
