import type { ComponentChildren, JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { OverviewQuery } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { Counts } from "../parts/counts.tsx";
import { Tag } from "../parts/tag.tsx";
import { counted } from "../words/counts.ts";
import { timingOrder, timings } from "../words/timing.ts";
import { useScopeParts } from "../parts/scope-parts.ts";

/** How many milestones stand where, and how many come due soon: surely, and possibly, as dates are not all exact. */
export function Milestones({ milestones: { byTiming, upcoming } }: { readonly milestones: OverviewQuery["overview"]["milestones"] }): JSX.Element {
  const scope = useScopeParts();
  const rows = timingOrder.map((timing) => ({
    key: timing,
    name: <Tag word={timings[timing]} />,
    count: byTiming.find((figure) => figure.timing === timing)?.count ?? 0,
    to: "/milestones",
    query: { ...scope, timing },
    tone: timings[timing].tone,
  }));
  const windows = [...new Set(upcoming.map(({ withinDays }) => withinDays))];
  const due = (days: number, certainty: "CERTAIN" | "POSSIBLE"): number => upcoming.find((figure) => figure.withinDays === days && figure.certainty === certainty)?.count ?? 0;
  return (
    <Card title="Milestones">
      <Counts caption="Milestones by where they stand" head="Where they stand" counts="milestone" rows={rows} />
      <h3 class="wm-card__part">Coming due</h3>
      <ul class="wm-lines">
        {windows.map((days) => (
          <li key={days}>
            Within {days} days: <Due days={days} certainty="CERTAIN">{counted(due(days, "CERTAIN"), "milestone")}</Due>{due(days, "POSSIBLE") > 0 && <>, and possibly <Due days={days} certainty="POSSIBLE">{due(days, "POSSIBLE")} more</Due></>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface DueProps {
  readonly days: number;
  readonly certainty: "CERTAIN" | "POSSIBLE";
  readonly children: ComponentChildren;
}

/** Leads to those that come due in the time, surely or possibly. */
function Due({ days, certainty, children }: DueProps): JSX.Element {
  return <Link to="/milestones" query={{ ...useScopeParts(), due: `${days}`, certainty, timing: ["UPCOMING", "IN_WINDOW"] }}>{children}</Link>;
}
