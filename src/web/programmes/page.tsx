import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useReading } from "../address/reading-day.ts";
import { Page } from "../frame/page.tsx";
import type { ProgrammesQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Downloads } from "../parts/downloads.tsx";
import { ExampleTag } from "../parts/example-tag.tsx";
import { Filters } from "../parts/filters.tsx";
import { Pager, useListPage } from "../parts/pager.tsx";
import { Rating } from "../parts/rating.tsx";
import { ScopeChoice, useScope } from "../parts/scope.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { plainly, wordFor } from "../words/word.ts";
import { freshness } from "../words/words.ts";
import { Programmes } from "./programmes.graphql.ts";

/** Every programme; each leads to its highlight report. */
export default function ProgrammesPage(): JSX.Element {
  const answered = useAnswer(Programmes, { on: useReading().on, ...useScope(), ...useListPage() });
  const total = answered.answer?.programmes.totalCount;
  return (
    <Page title="Programmes">
      <Filters names={["system", "place"]} result={total === undefined ? undefined : counted(total, "programme")}><ScopeChoice /></Filters>
      <Downloads of="programmes" table="programmes" filter={{ ...useScope() }} />
      <Answer to={answered} what="the programmes">
        {({ programmes: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 ? <Empty>No programme is recorded here.</Empty> : <Table caption="Programmes" isCaptionHidden columns={columns} rows={nodes} keyOf={({ id }) => id} class="wm-table--panel" />}
            <Pager ends={pageInfo} />
          </>
        )}
      </Answer>
    </Page>
  );
}

const columns: readonly Column<ProgrammesQuery["programmes"]["nodes"][number]>[] = [
  { name: "Programme", isHead: true, cell: ({ id, name, isExample, host }) => <><Link to={`/programmes/${id}`}>{name}</Link>{isExample && <> <ExampleTag /></>}{host !== null && <span class="wm-under">hosted by {host.name}</span>}</> },
  { name: "Where", cell: ({ place }) => place?.name ?? <span class="wm-absent">Not recorded</span> },
  { name: "Status", cell: ({ status }) => plainly(status) },
  { name: "Delivery confidence", cell: ({ rating }) => <Rating rating={rating} /> },
  { name: "Reporting", cell: ({ freshness: { status } }) => <Tag word={wordFor(freshness, status)} /> },
  { name: "Workstreams", isNumber: true, cell: ({ workstreams }) => workstreams.totalCount },
  { name: "Milestones", isNumber: true, cell: ({ id, milestones }) => <Link to="/milestones" query={{ programme: id }}>{milestones.totalCount}</Link> },
];
