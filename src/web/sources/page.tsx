import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { Page } from "../frame/page.tsx";
import type { SourcesPageQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { DateText } from "../parts/date-text.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { Pager, useListPage } from "../parts/pager.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { plainly } from "../words/word.ts";
import { SourcesPage as SourcesOperation } from "./sources.graphql.ts";

/** The documents and registers on which everything here rests. */
export default function SourcesPage(): JSX.Element {
  const answered = useAnswer(SourcesOperation, useListPage());
  return (
    <Page title="Sources" lead={<p>The documents and registers on which everything here rests.</p>}>
      <Downloads of="sources" table="sources" />
      <Answer to={answered} what="the sources">
        {({ sources: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 ? <Empty>No source is recorded.</Empty> : <Table caption="Sources" isCaptionHidden columns={columns} rows={nodes} keyOf={({ id }) => id} class="wm-table--panel" />}
            <Pager ends={pageInfo} />
          </>
        )}
      </Answer>
    </Page>
  );
}

const columns: readonly Column<SourcesPageQuery["sources"]["nodes"][number]>[] = [
  { name: "Source", isHead: true, cell: ({ id, title, publisher }) => <><Link to={`/sources/${id}`}>{title}</Link>{publisher !== null && <span class="wm-under">{publisher}</span>}</> },
  { name: "Kind", cell: ({ kind }) => plainly(kind) },
  { name: "Published", cell: ({ published }) => <DateText date={published} /> },
  { name: "Known from", cell: ({ becameKnown }) => <DateText date={becameKnown} /> },
];
