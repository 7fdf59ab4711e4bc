import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { useReading } from "../address/reading-day.ts";
import { Page } from "../frame/page.tsx";
import type { MeasureQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { DateText } from "../parts/date-text.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Sources } from "../parts/sources.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { Trail } from "../records/trail.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { NotFound } from "../states/not-found.tsx";
import { plainly, wordFor } from "../words/word.ts";
import { measureProgress } from "../words/words.ts";
import { Measure } from "./measure.graphql.ts";

/** One measure: what was aimed at, and every count. */
export default function MeasurePage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(Measure, { id, on: useReading().on });
  return <Answer to={answered} what="the measure">{({ measure }) => (measure === null ? <NotFound /> : <Shown measure={measure} />)}</Answer>;
}

type Found = NonNullable<MeasureQuery["measure"]>;

function Shown({ measure }: { readonly measure: Found }): JSX.Element {
  const { id, title, programme, workstream, trainingProgramme, group, healthIntegrationTeam: team, place, actuals } = measure;
  return (
    <Page title={title} caption="Measure" isExample={measure.isExample} above={[{ name: "Measures", to: "/measures" }]} lead={<p><Tag word={wordFor(measureProgress, measure.progress.status)} /></p>}>
      <Card title="About it">
        <Facts>
          <Fact name="Latest count">{measure.latestActual === null ? <span class="wm-absent">None recorded</span> : <DateText date={measure.latestActual.value} />}</Fact>
          <Fact name="Target" of={measure} field="target"><DateText date={measure.target} /></Fact>
          <Fact name="To be reached by" of={measure} field="targetDue"><DateText date={measure.targetDue} /></Fact>
          <Fact name="Where it began" of={measure} field="baseline"><DateText date={measure.baseline} />{measure.baselineAsAt.status === "KNOWN" && <>, <DateText date={measure.baselineAsAt} /></>}</Fact>
          <Fact name="Kind" of={measure} field="kind">{plainly(measure.kind)}</Fact>
          <Fact name="What is counted" of={measure} field="unit">{plainly(measure.unit)}</Fact>
          <Fact name="Belongs to">
            {programme !== null && <Link to={`/programmes/${programme.id}`}>{programme.name}</Link>}{" "}
            {workstream !== null && <Link to={`/workstreams/${workstream.id}`}>{workstream.name}</Link>}{" "}
            {trainingProgramme !== null && <Link to={`/records/${trainingProgramme.id}`}>{trainingProgramme.name}</Link>}{" "}
            {group !== null && <Link to={`/groups/${group.id}`}>{group.name}</Link>}{" "}
            {team !== null && <Link to={`/teams/${team.id}`}>{team.name}</Link>}
          </Fact>
          <Fact name="Where" of={measure} field="place">{place !== null && <Link to={`/records/${place.id}`}>{place.name}</Link>}</Fact>
        </Facts>
      </Card>
      <Card title="Counts">
        {actuals.nodes.length === 0 ? <Empty>Nothing has been counted yet.</Empty> : <Table caption="Counts" isCaptionHidden columns={columns} rows={actuals.nodes} keyOf={({ id: actual }) => actual} />}
      </Card>
      <Trail id={id} />
    </Page>
  );
}

const columns: readonly Column<Found["actuals"]["nodes"][number]>[] = [
  { name: "Count", isHead: true, cell: ({ id, value }) => <Link to={`/records/${id}`}><DateText date={value} /></Link> },
  { name: "Covers", cell: ({ period }) => <DateText date={period} /> },
  { name: "As at", cell: ({ asAt }) => <DateText date={asAt} /> },
  { name: "Note", cell: ({ note }) => note ?? "" },
  { name: "Where from", cell: ({ id, value }) => <Sources record={id} of={value.plain} /> },
];
