import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import type { PeopleQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Filters } from "../parts/filters.tsx";
import { Pager, useListPage } from "../parts/pager.tsx";
import { SearchField } from "../parts/search-field.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { plainly } from "../words/word.ts";
import { People } from "./people.graphql.ts";

type Person = PeopleQuery["people"]["nodes"][number];

/** People as a source names them in a role. Nothing else is kept of anybody. */
export default function PeoplePage(): JSX.Element {
  const parts = useParts();
  const answered = useAnswer(People, { filter: { nameContains: parts.one("words") }, ...useListPage() });
  const total = answered.answer?.people.totalCount;
  return (
    <Page title="People in roles" lead={<p>People stand here only as a source names them in a role. Nothing else is kept of anybody.</p>}>
      <Filters names={["words"]} result={total === undefined ? undefined : counted(total, "person")}>
        <SearchField label="Words in the name" value={parts.one("words") ?? ""} onSearch={(words) => { parts.set({ words }); }} />
      </Filters>
      <Answer to={answered} what="the people">
        {({ people: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 ? <Empty>Nobody is recorded like this.</Empty> : <Table caption="People in roles" isCaptionHidden columns={columns} rows={nodes} keyOf={({ id }) => id} class="wm-table--panel" />}
            <Pager ends={pageInfo} />
          </>
        )}
      </Answer>
    </Page>
  );
}

const columns: readonly Column<Person>[] = [
  { name: "Name", isHead: true, cell: ({ id, name }) => <Link to={`/people/${id}`}>{name}</Link> },
  {
    name: "Roles",
    cell: ({ roles, posts, memberships }) => (
      <ul class="wm-lines">
        {roles.nodes.map(({ id, capacity, title, organisation }) => <li key={id}>{title ?? plainly(capacity)}{organisation !== null && `, ${organisation.name}`}</li>)}
        {posts.nodes.flatMap(({ id, post }) => (post === null ? [] : [<li key={id}>{post.title}</li>]))}
        {memberships.nodes.map(({ id, capacity, group, healthIntegrationTeam }) => <li key={id}>{plainly(capacity)} of {(group ?? healthIntegrationTeam)?.name ?? "a group"}</li>)}
      </ul>
    ),
  },
];
