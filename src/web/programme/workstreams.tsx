import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { Card } from "../parts/card.tsx";
import { Rating } from "../parts/rating.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { workstreamStatus } from "../words/more-words.ts";
import { wordFor } from "../words/word.ts";
import type { FoundProgramme } from "./found.ts";

type Workstream = FoundProgramme["workstreams"]["nodes"][number];

/** The workstreams, whether they may start, and how sure somebody is of each. */
export function Workstreams({ workstreams, programme }: { readonly workstreams: readonly Workstream[]; readonly programme: string }): JSX.Element {
  return (
    <Card title="Workstreams" class="wm-report__half" aside={<Link to="/readiness" query={{ programme }}>Readiness</Link>}>
      {workstreams.length === 0 ? <Empty>No workstream is recorded.</Empty> : <Table caption="Workstreams" isCaptionHidden columns={columns} rows={workstreams} keyOf={({ id }) => id} />}
    </Card>
  );
}

const columns: readonly Column<Workstream>[] = [
  { name: "Workstream", isHead: true, cell: ({ id, name, blockedBy }) => <><Link to={`/workstreams/${id}`}>{name}</Link>{blockedBy.length > 0 && <span class="wm-under">{counted(blockedBy.length, "thing has", "things have")} to come first</span>}</> },
  { name: "Status", cell: ({ status }) => <Tag word={wordFor(workstreamStatus, status)} /> },
  { name: "Confidence", cell: ({ rating }) => <Rating rating={rating} /> },
];
