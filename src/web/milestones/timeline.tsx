import type { JSX } from "preact";
import type { DateSpanFragment, MilestoneRowFragment } from "../graph/types.ts";
import { Axis, Key, Track, type Span } from "../parts/timeline/track.tsx";
import { scaleOver } from "../parts/timeline/scale.ts";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { timings } from "../words/timing.ts";
import { wordFor } from "../words/word.ts";
import { DueOrMet } from "./due-or-met.tsx";
import { MilestoneName } from "./table.tsx";

interface MilestoneTimelineProps {
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly rows: readonly MilestoneRowFragment[];
  readonly on: string;
}

/** Milestones along the months. It is a table too: each drawing stands beside what it says in words. */
export function MilestoneTimeline({ caption, isCaptionHidden = false, rows, on }: MilestoneTimelineProps): JSX.Element {
  const scale = scaleOver(rows.flatMap((row) => spansOf(row).flatMap(({ date: { earliest, latest } }) => [earliest, latest].filter((day) => day !== null))));
  const drawing: readonly Column<MilestoneRowFragment>[] = scale === null ? [] : [
    { name: "Timeline", head: <Axis scale={scale} />, isDrawing: true, class: "wm-table__timeline", cell: (row) => <Track scale={scale} spans={spansOf(row)} now={on} /> },
  ];
  return (
    <>
      <Key />
      <Table caption={caption} isCaptionHidden={isCaptionHidden} columns={[...columns, ...drawing]} rows={rows} keyOf={({ id }) => id} class="wm-table--panel" />
    </>
  );
}

const columns: readonly Column<MilestoneRowFragment>[] = [
  { name: "Milestone", isHead: true, cell: (milestone) => <MilestoneName milestone={milestone} /> },
  {
    name: "When",
    cell: (milestone) => (
      <>
        <Tag word={wordFor(timings, milestone.timing)} />
        <span class="wm-under"><DueOrMet milestone={milestone} /></span>
        {milestone.firstBaseline.status === "KNOWN" && milestone.firstBaseline.plain !== milestone.due.plain && <span class="wm-under">first planned {milestone.firstBaseline.plain}</span>}
      </>
    ),
  },
];

function spansOf({ status, firstBaseline, due, actual }: MilestoneRowFragment): Span[] {
  return [...spanOf(firstBaseline, "baseline"), ...(status === "MET" ? spanOf(actual, "met") : spanOf(due, "due"))];
}

/** A date that has no days is not drawn. */
function spanOf(date: DateSpanFragment, kind: Span["kind"]): Span[] {
  return date.earliest === null && date.latest === null ? [] : [{ date, kind }];
}
