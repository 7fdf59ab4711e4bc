import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import type { RecommendationsQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Choices } from "../parts/choices.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { ExampleTag } from "../parts/example-tag.tsx";
import { Filters } from "../parts/filters.tsx";
import { Pager, useListPage } from "../parts/pager.tsx";
import { ScopeChoice, useScope } from "../parts/scope.tsx";
import { SearchField } from "../parts/search-field.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { wordFor } from "../words/word.ts";
import { recommendationOrder, recommendationStatus } from "../words/words.ts";
import { Realisation } from "./realisation.tsx";
import { Recommendations } from "./recommendations.graphql.ts";

const statusOptions = recommendationOrder.map((value) => ({ value, name: recommendationStatus[value].text }));

/** What was recommended, what was answered, and what puts it into practice. */
export default function RecommendationsPage(): JSX.Element {
  const parts = useParts();
  const status = parts.many("status", recommendationOrder);
  const filter = { ...useScope(), statementContains: parts.one("words"), status: status.length === 0 ? null : status };
  const answered = useAnswer(Recommendations, { filter, ...useListPage() });
  const total = answered.answer?.recommendations.totalCount;
  return (
    <Page title="Recommendations" lead={<p>What was recommended, what was answered, and what puts it into practice.</p>}>
      <Filters names={["system", "place", "words", "status"]} result={total === undefined ? undefined : counted(total, "recommendation")}>
        <SearchField label="Words in it" value={parts.one("words") ?? ""} onSearch={(words) => { parts.set({ words }); }} />
        <ScopeChoice />
        <Choices legend="What became of it" options={statusOptions} chosen={status} onChoose={(chosen) => { parts.set({ status: chosen }); }} />
      </Filters>
      <Downloads of="recommendations" table="recommendations" filter={filter} />
      <Answer to={answered} what="the recommendations">
        {({ recommendations: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 ? <Empty>No recommendation is like this.</Empty> : <Table caption="Recommendations" isCaptionHidden columns={columns} rows={nodes} keyOf={({ id }) => id} class="wm-table--panel" />}
            <Pager ends={pageInfo} />
          </>
        )}
      </Answer>
    </Page>
  );
}

const columns: readonly Column<RecommendationsQuery["recommendations"]["nodes"][number]>[] = [
  { name: "Recommendation", isHead: true, cell: ({ id, number, statement, isExample, output }) => <><Link to={`/recommendations/${id}`}>{number !== null && `${number} `}{statement}</Link>{isExample && <> <ExampleTag /></>}{output !== null && <span class="wm-under">{output.title}</span>}</> },
  { name: "Addressed to", cell: ({ addressedToOrganisation, addressedToGroup, addressedTo }) => (addressedToOrganisation ?? addressedToGroup)?.name ?? addressedTo ?? <span class="wm-absent">Not stated</span> },
  { name: "What became of it", cell: ({ status, responded }) => <><Tag word={wordFor(recommendationStatus, status)} />{responded.status === "KNOWN" && <span class="wm-under">{responded.plain}</span>}</> },
  { name: "Put into practice by", cell: ({ realisations }) => (realisations.length === 0 ? <span class="wm-absent">Nothing recorded</span> : <ul class="wm-lines">{realisations.map((realisation) => <li key={realisation.id}><Realisation realisation={realisation} /></li>)}</ul>) },
];
