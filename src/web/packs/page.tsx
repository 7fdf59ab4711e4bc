import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import type { BoardPacksQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Downloads } from "../parts/downloads.tsx";
import { ExampleTag } from "../parts/example-tag.tsx";
import { FilterOptions } from "../parts/filter-options.graphql.ts";
import { Filters } from "../parts/filters.tsx";
import { Pager, useListPage } from "../parts/pager.tsx";
import { SearchField } from "../parts/search-field.tsx";
import { Select } from "../parts/select.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { sayDay } from "../words/days.ts";
import { BoardPacks } from "./packs.graphql.ts";

type Pack = BoardPacksQuery["boardPacks"]["nodes"][number];

/** The moments that were frozen for boards, the latest meeting first. */
export default function BoardPacksPage(): JSX.Element {
  const parts = useParts();
  const filter = { programme: parts.one("programme"), group: parts.one("group"), titleContains: parts.one("words") };
  const answered = useAnswer(BoardPacks, { filter, ...useListPage() });
  const programmes = (useAnswer(FilterOptions, {}).answer?.programmes.nodes ?? []).map(({ id, name }) => ({ value: id, name }));
  const total = answered.answer?.boardPacks.totalCount;
  return (
    <Page title="Board packs" lead={<p>What each board had before it: a moment that stays as it was, however much is recorded afterwards.</p>}>
      <Filters names={["programme", "group", "words"]} result={total === undefined ? undefined : counted(total, "board pack")}>
        <SearchField label="Words in the title" value={parts.one("words") ?? ""} onSearch={(words) => { parts.set({ words }); }} />
        <Select label="Programme" value={parts.one("programme") ?? ""} onChoose={(programme) => { parts.set({ programme }); }} options={[{ value: "", name: "All" }, ...programmes]} />
      </Filters>
      <Downloads of="board packs" table="board_packs" filter={filter} />
      <Answer to={answered} what="the board packs">
        {({ boardPacks: { nodes, pageInfo } }) => (nodes.length === 0 ? <Empty>No board pack is recorded here.</Empty> : (
          <>
            <Table caption="Board packs" isCaptionHidden columns={columns} rows={nodes} keyOf={({ id }) => id} class="wm-table--panel" />
            <Pager ends={pageInfo} />
          </>
        ))}
      </Answer>
    </Page>
  );
}

const columns: readonly Column<Pack>[] = [
  { name: "Pack", isHead: true, cell: ({ id, title, isExample, withdrawnOn }) => <><Link to={`/packs/${id}`}>{title}</Link>{isExample && <> <ExampleTag /></>}{withdrawnOn !== null && <span class="wm-under">Withdrawn on {sayDay(withdrawnOn)}</span>}</> },
  { name: "Board", cell: ({ group }) => (group === null ? <span class="wm-absent">Not named</span> : <Link to={`/groups/${group.id}`}>{group.name}</Link>) },
  { name: "Meets on", cell: ({ meetsOn }) => sayDay(meetsOn) },
  { name: "Position as on", cell: ({ asOn }) => sayDay(asOn) },
  { name: "About", cell: ({ programmes }) => (programmes.length === 0 ? "Everything" : programmes.map(({ name }) => name).join(", ")) },
];
