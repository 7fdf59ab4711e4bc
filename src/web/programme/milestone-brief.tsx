import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { MilestoneRowFragment } from "../graph/types.ts";
import { DueOrMet } from "../milestones/due-or-met.tsx";
import { ExampleTag } from "../parts/example-tag.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { timings } from "../words/timing.ts";
import { wordFor } from "../words/word.ts";

/** Milestones a line each, as a board has to have them on one sheet: of the dates, only what there is to say. */
export function MilestoneBrief({ caption, rows }: { readonly caption: string; readonly rows: readonly MilestoneRowFragment[] }): JSX.Element {
  return <Table caption={caption} isCaptionHidden columns={columns} rows={rows} keyOf={({ id }) => id} class="wm-table--brief" />;
}

const columns: readonly Column<MilestoneRowFragment>[] = [
  {
    name: "Milestone",
    isHead: true,
    cell: ({ id, title, isExample, workstream, blockedBy }) => (
      <>
        <Link to={`/milestones/${id}`}>{title}</Link>{isExample && <> <ExampleTag /></>}
        <span class="wm-small">{workstream !== null && ` – ${workstream.name}`}{blockedBy.length > 0 && " – has to wait"}</span>
      </>
    ),
  },
  { name: "Where it stands", cell: ({ timing }) => <Tag word={wordFor(timings, timing)} /> },
  { name: "Due or met", cell: (milestone) => <><DueOrMet milestone={milestone} /><Moved milestone={milestone} /></> },
];

/** How far it has moved, if it has. */
function Moved({ milestone: { slip, firstBaseline } }: { readonly milestone: MilestoneRowFragment }): JSX.Element | null {
  if (slip === null || (slip.least === 0 && slip.most === 0)) return null;
  return <span class="wm-small"> {slip.plain} than first planned ({firstBaseline.plain})</span>;
}
