import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import type { PracticePageQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { DateText } from "../parts/date-text.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { Filters } from "../parts/filters.tsx";
import { Pager, useListPage } from "../parts/pager.tsx";
import { ScopeChoice, useScope } from "../parts/scope.tsx";
import { SearchField } from "../parts/search-field.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { ShownText } from "../records/shown.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { plainly } from "../words/word.ts";
import { PracticePage as PracticePageOperation } from "./practice.graphql.ts";

type Practice = PracticePageQuery["practices"]["nodes"][number];

/** Work that is already done somewhere, place by place, and the maps on which people are asked to put theirs. */
export default function PracticePage(): JSX.Element {
  const parts = useParts();
  const scope = useScope();
  const practices = { ...scope, contains: parts.one("words") };
  const answered = useAnswer(PracticePageOperation, { maps: scope, practices, ...useListPage(100) });
  const total = answered.answer?.practices.totalCount;
  return (
    <Page title="Practice map" lead={<p>Work that is already done, place by place, so that nobody begins from nothing.</p>}>
      <Filters names={["system", "place", "words"]} result={total === undefined ? undefined : counted(total, "practice")}>
        <SearchField label="Words in it" value={parts.one("words") ?? ""} onSearch={(words) => { parts.set({ words }); }} />
        <ScopeChoice />
      </Filters>
      <Downloads of="practices" table="practice" filter={practices} />
      <Answer to={answered} what="the practice map">
        {({ practices: { nodes, pageInfo }, practiceMaps }) => (
          <>
            {nodes.length === 0 ? <Empty>No practice has been put on the map here yet.</Empty> : <ByPlace practices={nodes} />}
            <Pager ends={pageInfo} />
            {practiceMaps.nodes.map((map) => <Map key={map.id} map={map} />)}
          </>
        )}
      </Answer>
    </Page>
  );
}

function ByPlace({ practices }: { readonly practices: readonly Practice[] }): JSX.Element {
  const places = [...new Set(practices.map(({ place }) => place?.name ?? null))];
  return <>{places.map((place) => <Table key={place} caption={place ?? "Place not recorded"} columns={columns} rows={practices.filter((practice) => (practice.place?.name ?? null) === place)} keyOf={({ id }) => id} class="wm-table--panel" />)}</>;
}

function Map({ map: { id, title, status, address, invited, owner, place, opened, practices } }: { readonly map: PracticePageQuery["practiceMaps"]["nodes"][number] }): JSX.Element {
  return (
    <Card title={<Link to={`/records/${id}`}>{title}</Link>} aside={`${plainly(status)}, ${counted(practices.totalCount, "practice")}`}>
      <p>
        {owner !== null && <>Kept by <Link to={`/organisations/${owner.id}`}>{owner.name}</Link>. </>}
        {place !== null && `${place.name}. `}
        {opened.status === "KNOWN" && <>Open since <DateText date={opened} />. </>}
      </p>
      {invited.length > 0 && <p>Invited to put their work on it: {invited.join(", ")}.</p>}
      {address !== null && <p><ShownText text={address} /></p>}
    </Card>
  );
}

const columns: readonly Column<Practice>[] = [
  { name: "Practice", isHead: true, cell: ({ id, title, description }) => <><Link to={`/records/${id}`}>{title}</Link>{description !== null && <span class="wm-under">{description}</span>}</> },
  { name: "Done by", cell: ({ organisation, doneBy }) => (organisation === null ? doneBy ?? <span class="wm-absent">Not recorded</span> : <Link to={`/organisations/${organisation.id}`}>{organisation.name}</Link>) },
  { name: "Themes", cell: ({ themes }) => themes.join(", ") },
  { name: "Since", cell: ({ since }) => <DateText date={since} /> },
  { name: "Status", cell: ({ status }) => plainly(status) },
];
