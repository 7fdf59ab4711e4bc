import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useReading } from "../address/reading-day.ts";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import type { TeamsQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Downloads } from "../parts/downloads.tsx";
import { ExampleTag } from "../parts/example-tag.tsx";
import { Filters } from "../parts/filters.tsx";
import { Pager, useListPage } from "../parts/pager.tsx";
import { Rating } from "../parts/rating.tsx";
import { ScopeChoice, useScope } from "../parts/scope.tsx";
import { SearchField } from "../parts/search-field.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { wordFor } from "../words/word.ts";
import { freshness } from "../words/words.ts";
import { Teams } from "./teams.graphql.ts";

/** Every health integration team. */
export default function TeamsPage(): JSX.Element {
  const parts = useParts();
  const scope = useScope();
  const answered = useAnswer(Teams, { on: useReading().on, ...scope, words: parts.one("words"), ...useListPage() });
  const total = answered.answer?.healthIntegrationTeams.totalCount;
  return (
    <Page title="Health integration teams">
      <Filters names={["system", "place", "words"]} result={total === undefined ? undefined : counted(total, "team")}>
        <SearchField label="Words in the name" value={parts.one("words") ?? ""} onSearch={(words) => { parts.set({ words }); }} />
        <ScopeChoice />
      </Filters>
      <Downloads of="teams" table="health_integration_teams" filter={{ ...scope, nameContains: parts.one("words") }} />
      <Answer to={answered} what="the teams">
        {({ healthIntegrationTeams: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 ? <Empty>No team is like this.</Empty> : <Table caption="Health integration teams" isCaptionHidden columns={columns} rows={nodes} keyOf={({ id }) => id} class="wm-table--panel" />}
            <Pager ends={pageInfo} />
          </>
        )}
      </Answer>
    </Page>
  );
}

const columns: readonly Column<TeamsQuery["healthIntegrationTeams"]["nodes"][number]>[] = [
  { name: "Team", isHead: true, cell: ({ id, name, isExample, aim }) => <><Link to={`/teams/${id}`}>{name}</Link>{isExample && <> <ExampleTag /></>}{aim !== null && <span class="wm-under">{aim}</span>}</> },
  { name: "Where", cell: ({ place }) => place?.name ?? <span class="wm-absent">Not recorded</span> },
  { name: "Delivery confidence", cell: ({ rating }) => <Rating rating={rating} /> },
  { name: "Reporting", cell: ({ freshness: { status } }) => <Tag word={wordFor(freshness, status)} /> },
  { name: "Members", isNumber: true, cell: ({ members }) => members.totalCount },
  { name: "Workstreams led", isNumber: true, cell: ({ leads }) => leads.totalCount },
  { name: "Milestones owned", isNumber: true, cell: ({ id, ownedMilestones: { totalCount } }) => (totalCount === 0 ? 0 : <Link to="/milestones" query={{ team: id }}>{totalCount}</Link>) },
];
