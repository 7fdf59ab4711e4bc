import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import type { OrganisationsQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Downloads } from "../parts/downloads.tsx";
import { Filters } from "../parts/filters.tsx";
import { Pager, useListPage } from "../parts/pager.tsx";
import { ScopeChoice, useScope } from "../parts/scope.tsx";
import { SearchField } from "../parts/search-field.tsx";
import { Select } from "../parts/select.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { codeOf } from "../words/codes.ts";
import { sectorOf, sectorOptions } from "../words/sectors.ts";
import { plainly } from "../words/word.ts";
import { sectors } from "../words/words.ts";
import { Organisations } from "./organisations.graphql.ts";

/** Every organisation, with the units that belong to others. */
export default function OrganisationsPage(): JSX.Element {
  const parts = useParts();
  const sector = sectorOf(parts.one("sector"));
  const filter = { ...useScope(), nameContains: parts.one("words"), sector: sector === null ? null : [sector] };
  const answered = useAnswer(Organisations, { filter, ...useListPage() });
  const total = answered.answer?.organisations.totalCount;
  return (
    <Page title="Organisations">
      <Filters names={["system", "place", "words", "sector"]} result={total === undefined ? undefined : counted(total, "organisation")}>
        <SearchField label="Words in the name" value={parts.one("words") ?? ""} onSearch={(words) => { parts.set({ words }); }} />
        <ScopeChoice />
        <Select label="Sector" value={sector ?? ""} onChoose={(value) => { parts.set({ sector: value }); }} options={sectorOptions} />
      </Filters>
      <Downloads of="organisations" table="organisations" filter={filter} />
      <Answer to={answered} what="the organisations">
        {({ organisations: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 ? <Empty>No organisation is like this.</Empty> : <Table caption="Organisations" isCaptionHidden columns={columns} rows={nodes} keyOf={({ id }) => id} class="wm-table--panel" />}
            <Pager ends={pageInfo} />
          </>
        )}
      </Answer>
    </Page>
  );
}

const columns: readonly Column<OrganisationsQuery["organisations"]["nodes"][number]>[] = [
  { name: "Organisation", isHead: true, cell: ({ id, name, parent, until }) => <><Link to={`/organisations/${id}`}>{name}</Link>{parent !== null && <span class="wm-under">part of {parent.name}</span>}{until.status === "KNOWN" && <span class="wm-under">until {until.plain}</span>}</> },
  { name: "Kind", cell: ({ kind }) => (kind === null ? <span class="wm-absent">Not known</span> : plainly(kind)) },
  { name: "Sector", cell: ({ sector }) => (sector === null ? <span class="wm-absent">Not recorded</span> : sectors[sector]) },
  { name: "Where", cell: ({ place }) => place?.name ?? <span class="wm-absent">Not recorded</span> },
  { name: "Codes", cell: ({ identifiers }) => (identifiers.length === 0 ? <span class="wm-absent">None recorded</span> : <ul class="wm-lines">{identifiers.map((identifier) => <li key={identifier.id}>{codeOf(identifier)}</li>)}</ul>) },
];
