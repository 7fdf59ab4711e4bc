import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useReading } from "../address/reading-day.ts";
import type { OverviewProgrammesQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { ExampleTag } from "../parts/example-tag.tsx";
import { Rating } from "../parts/rating.tsx";
import { Reporting } from "../parts/reporting.tsx";
import type { Scope } from "../parts/scope.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { OverviewProgrammes } from "./overview.graphql.ts";

type Programme = OverviewProgrammesQuery["programmes"]["nodes"][number];

/** The programmes one by one: how sure somebody is of each, when it last reported, and what comes next. */
export function Programmes({ scope }: { readonly scope: Scope }): JSX.Element {
  const answered = useAnswer(OverviewProgrammes, { ...scope, on: useReading().on });
  return (
    <Answer to={answered} what="the programmes">
      {({ programmes: { nodes } }) => (nodes.length === 0 ? <Empty>No programme is recorded here.</Empty> : <Table caption="Programmes" columns={columns} rows={nodes} keyOf={({ id }) => id} class="wm-table--panel" />)}
    </Answer>
  );
}

const columns: readonly Column<Programme>[] = [
  { name: "Programme", isHead: true, cell: ({ id, name, isExample }) => <><Link to={`/programmes/${id}`}>{name}</Link>{isExample && <> <ExampleTag /></>}</> },
  { name: "Where", cell: ({ place }) => place?.name ?? "" },
  { name: "Delivery confidence", cell: ({ rating }) => <Rating rating={rating} /> },
  { name: "Reporting", cell: ({ freshness }) => <Reporting of={freshness} /> },
  { name: "Next milestone", cell: ({ milestones: { nodes: [next] } }) => (next === undefined ? <span class="wm-absent">None to come</span> : <><Link to={`/milestones/${next.id}`}>{next.title}</Link> <span class="wm-small">{next.due.plain}</span></>) },
];
