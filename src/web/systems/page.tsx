import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useReading } from "../address/reading-day.ts";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import type { MilestoneTiming, SystemsQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { ExampleTag } from "../parts/example-tag.tsx";
import { Filters } from "../parts/filters.tsx";
import { Pager, useListPage } from "../parts/pager.tsx";
import { SearchField } from "../parts/search-field.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { ratingWord } from "../words/ratings.ts";
import { timings } from "../words/timing.ts";
import { Systems } from "./systems.graphql.ts";

type System = SystemsQuery["places"]["nodes"][number];

/** What needs a board first, and what comes next. */
const looked: readonly MilestoneTiming[] = ["OVERDUE", "PAST_DUE_NOT_REPORTED", "IN_WINDOW", "UPCOMING"];

/** Every system beside the others. They are set in the order of their names, and nothing is added up to a score. */
export default function SystemsPage(): JSX.Element {
  const parts = useParts();
  const answered = useAnswer(Systems, { on: useReading().on, words: parts.one("words"), ...useListPage() });
  const total = answered.answer?.places.totalCount;
  return (
    <Page title="Systems side by side" lead={<p>What each system has recorded, as far as you may see it. Systems record more or less: fewer late milestones can mean fewer recorded ones.</p>}>
      <Filters names={["words"]} result={total === undefined ? undefined : counted(total, "system")}>
        <SearchField label="Words in the name" value={parts.one("words") ?? ""} onSearch={(words) => { parts.set({ words }); }} />
      </Filters>
      <Answer to={answered} what="the systems">
        {({ places: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 ? <Empty>No system is called so.</Empty> : <Table caption="Systems" isCaptionHidden columns={columns} rows={nodes} keyOf={({ id }) => id} class="wm-table--panel" />}
            <Pager ends={pageInfo} />
          </>
        )}
      </Answer>
    </Page>
  );
}

const columns: readonly Column<System>[] = [
  { name: "System", isHead: true, cell: ({ id, name, isExample }) => <><Link to="/" query={{ system: id }}>{name}</Link>{isExample && <> <ExampleTag /></>}</> },
  ...looked.map((timing): Column<System> => ({ name: timings[timing].text, isNumber: true, cell: (system) => <Standing system={system} timing={timing} /> })),
  { name: "Confidence in workstreams", cell: (system) => <Judged system={system} /> },
  { name: "Reports overdue", isNumber: true, cell: (system) => <Late system={system} /> },
  { name: "Signatories", isNumber: true, cell: ({ id, overview: { pledgeCoverage: { all } } }) => (all.signatories === 0 ? 0 : <Link to="/pledges" query={{ system: id }}>{all.signatories}</Link>) },
];

function Standing({ system: { id, overview: { milestones } }, timing }: { readonly system: System; readonly timing: MilestoneTiming }): JSX.Element {
  const count = milestones.byTiming.find((figure) => figure.timing === timing)?.count ?? 0;
  return count === 0 ? <>0</> : <Link to="/milestones" query={{ system: id, timing }}>{count}</Link>;
}

function Judged({ system: { id, overview: { confidence: { workstreams: { ratings } } } } }: { readonly system: System }): JSX.Element {
  if (ratings.length === 0) return <span class="wm-absent">No workstream recorded</span>;
  return (
    <ul class="wm-inline">
      {ratings.map(({ rating, scheme, localScheme, count }) => <li key={`${scheme} ${localScheme} ${rating}`}><Link to="/confidence" query={{ system: id, of: "workstreams" }}>{count}</Link> <Tag word={ratingWord(rating)} /></li>)}
    </ul>
  );
}

/** Of programmes and workstreams together: each of them promised to report. */
function Late({ system: { id, overview: { freshness: { programmes, workstreams } } } }: { readonly system: System }): JSX.Element {
  const late = (of: "programmes" | "workstreams", figures: typeof programmes): JSX.Element | null => {
    const count = figures.find(({ status }) => status === "OVERDUE")?.count ?? 0;
    return count === 0 ? null : <li><Link to="/confidence" query={{ system: id, of, reporting: "OVERDUE" }}>{counted(count, of === "programmes" ? "programme" : "workstream")}</Link></li>;
  };
  const [ofProgrammes, ofWorkstreams] = [late("programmes", programmes), late("workstreams", workstreams)];
  return ofProgrammes === null && ofWorkstreams === null ? <>0</> : <ul class="wm-inline">{ofProgrammes}{ofWorkstreams}</ul>;
}
