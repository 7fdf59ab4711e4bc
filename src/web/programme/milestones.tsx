import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { MilestoneRowFragment } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { daysAfter } from "../words/today.ts";
import type { FoundProgramme } from "./found.ts";
import { MilestoneBrief } from "./milestone-brief.tsx";

/** How long something that is over still stands in a highlight report. */
const DAYS_REMEMBERED = 92;

/** What of the milestones a board has to look at: those that are open, and those that were met or cancelled of late. */
export function ProgrammeMilestones({ programme: { id, name, milestones: { nodes, totalCount } }, on }: { readonly programme: FoundProgramme; readonly on: string }): JSX.Element {
  const current = nodes.filter((milestone) => isCurrent(milestone, on));
  const others = totalCount - current.length;
  return (
    <Card title="Milestones" aside={<Link to="/milestones" query={{ programme: id, view: "timeline" }}>All as a timeline</Link>}>
      {nodes.length === 0 && <Empty>No milestone is recorded for this programme.</Empty>}
      {current.length > 0 && <MilestoneBrief caption={`Milestones of ${name}`} rows={current} />}
      {others > 0 && <p class="wm-small"><Link to="/milestones" query={{ programme: id }}>All {counted(totalCount, "milestone")}</Link>, those that were met or cancelled earlier included.</p>}
    </Card>
  );
}

function isCurrent({ status, actual, due }: MilestoneRowFragment, on: string): boolean {
  if (status !== "MET" && status !== "CANCELLED") return true;
  const ended = status === "MET" ? actual.latest : due.latest;
  return ended === null || ended >= daysAfter(on, -DAYS_REMEMBERED);
}
