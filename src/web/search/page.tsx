import type { JSX } from "preact";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import type { SearchMatch, SearchQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Filters } from "../parts/filters.tsx";
import { Pager, useListPage } from "../parts/pager.tsx";
import { SearchField } from "../parts/search-field.tsx";
import { Select } from "../parts/select.tsx";
import { kindName } from "../records/kinds.ts";
import { RecordLink } from "../records/record-link.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { fieldWords } from "../words/fields.ts";
import { searchTypes } from "./types.ts";
import { Search } from "./search.graphql.ts";

/** Everything that is called something, found by its name, another name of it, or a code of the field. */
export default function SearchPage(): JSX.Element {
  const parts = useParts();
  const words = parts.one("words") ?? "";
  return (
    <Page title={words === "" ? "Search" : `Search: ${words}`}>
      {words.trim() === "" ? <><Choice total={undefined} /><Empty>Type a name, part of one, or a code such as RVJ. A wrong letter or two does not matter.</Empty></> : <Results words={words} />}
    </Page>
  );
}

function Choice({ total }: { readonly total: number | undefined }): JSX.Element {
  const parts = useParts();
  return (
    <Filters names={["words", "type"]} result={total === undefined ? undefined : counted(total, "record")}>
      <SearchField label="Search for" value={parts.one("words") ?? ""} onSearch={(words) => { parts.set({ words }); }} />
      <Select label="Only" value={parts.one("type") ?? ""} onChoose={(type) => { parts.set({ type }); }} options={[{ value: "", name: "All kinds" }, ...searchTypes.map((type) => ({ value: type, name: kindName(camel(type)) }))]} />
    </Filters>
  );
}

function Results({ words }: { readonly words: string }): JSX.Element {
  const parts = useParts();
  const types = parts.many("type", searchTypes);
  const answered = useAnswer(Search, { words: words.slice(0, 200), types: types.length === 0 ? null : types, ...useListPage() });
  return (
    <>
      <Choice total={answered.answer?.search.totalCount} />
      <Answer to={answered} what="what was found">
        {({ search: { nodes, pageInfo } }) => (nodes.length === 0 ? <Empty>Nothing here is called that. Try fewer words, or only the beginning of one.</Empty> : (
          <>
            <div class="wm-card"><ul class="wm-entries">{nodes.map((hit) => <Hit key={hit.record.id} hit={hit} />)}</ul></div>
            <Pager ends={pageInfo} />
          </>
        ))}
      </Answer>
    </>
  );
}

const reasons: Readonly<Record<SearchMatch, string | null>> = { IDENTIFIER: "by its code", EXACT: null, PREFIX: null, WORDS: null, FUZZY: "nearly so" };

function Hit({ hit: { match, matchedField, matchedText, record } }: { readonly hit: SearchQuery["search"]["nodes"][number] }): JSX.Element {
  const isOtherText = matchedText !== record.called;
  const reason = reasons[match];
  return (
    <li>
      <p class="wm-entries__text"><RecordLink record={record} /></p>
      <p class="wm-small">{kindName(record.__typename)}{isOtherText && `; ${fieldWords(matchedField).toLowerCase()}: ${matchedText}`}{reason !== null && `; found ${reason}`}</p>
    </li>
  );
}

/** HEALTH_INTEGRATION_TEAM as HealthIntegrationTeam. */
function camel(type: string): string {
  return type.toLowerCase().replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
