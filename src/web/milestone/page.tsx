import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { useReading } from "../address/reading-day.ts";
import { Page } from "../frame/page.tsx";
import type { MilestoneQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Blockers } from "../parts/blockers.tsx";
import { Card } from "../parts/card.tsx";
import { DateText } from "../parts/date-text.tsx";
import { Dependencies } from "../parts/dependencies.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { Tag } from "../parts/tag.tsx";
import { Trail } from "../records/trail.tsx";
import { Answer } from "../states/answer.tsx";
import { NotFound } from "../states/not-found.tsx";
import { sayDay } from "../words/days.ts";
import { timings } from "../words/timing.ts";
import { plainly, wordFor } from "../words/word.ts";
import { Milestone } from "./milestone.graphql.ts";

/** One milestone: its three dates, where it stands, what it waits for and what waits for it. */
export default function MilestonePage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(Milestone, { id, on: useReading().on });
  return <Answer to={answered} what="the milestone">{({ milestone }) => (milestone === null ? <NotFound /> : <Shown milestone={milestone} />)}</Answer>;
}

type Found = NonNullable<MilestoneQuery["milestone"]>;

function Shown({ milestone }: { readonly milestone: Found }): JSX.Element {
  const { id, title, programme, workstream, blockedBy, waitsFor, holdsUp, risks, events, decisions, outputs, statusReportItems, commitmentEvents, realises } = milestone;
  return (
    <Page title={title} caption="Milestone" isExample={milestone.isExample} above={[{ name: "Milestones", to: "/milestones" }]} lead={<p><Tag word={wordFor(timings, milestone.timing)} /></p>}>
      <Dates milestone={milestone} />
      {blockedBy.length > 0 && <Card title="What has to come first"><Blockers blockers={blockedBy} /></Card>}
      <Card title="About it">
        <Facts>
          <Fact name="Reported as" of={milestone} field="status">{plainly(milestone.status)}</Fact>
          <Fact name="Kind" of={milestone} field="type">{plainly(milestone.type)}</Fact>
          <Fact name="Programme" of={milestone} field="programme">{programme !== null && <Link to={`/programmes/${programme.id}`}>{programme.name}</Link>}</Fact>
          <Fact name="Workstream" of={milestone} field="workstream">{workstream !== null && <Link to={`/workstreams/${workstream.id}`}>{workstream.name}</Link>}</Fact>
          <Fact name="Owner" of={milestone} field={milestone.ownerHealthIntegrationTeam === null ? "ownerOrganisation" : "ownerHealthIntegrationTeam"}>
            {milestone.ownerHealthIntegrationTeam !== null && <Link to={`/teams/${milestone.ownerHealthIntegrationTeam.id}`}>{milestone.ownerHealthIntegrationTeam.name}</Link>}
            {milestone.ownerOrganisation !== null && <Link to={`/organisations/${milestone.ownerOrganisation.id}`}>{milestone.ownerOrganisation.name}</Link>}
          </Fact>
          {milestone.parts.length > 0 && <Fact name={milestone.metBy === "ANY" ? "Met by any of" : "Met by all of"} of={milestone} field="parts"><ul class="wm-lines">{milestone.parts.map((part) => <li key={part}>{part}</li>)}</ul></Fact>}
          {milestone.saidNotDoneOn !== null && <Fact name="Said not to be done" of={milestone} field="saidNotDoneOn">{sayDay(milestone.saidNotDoneOn)}</Fact>}
        </Facts>
      </Card>
      {waitsFor.length > 0 && <Card title="It waits for"><Dependencies dependencies={waitsFor} end="predecessor" /></Card>}
      {holdsUp.length > 0 && <Card title="What waits for it"><Dependencies dependencies={holdsUp} end="successor" /></Card>}
      <RecordList title="Risks and issues" lines={risks.nodes.map((risk) => ({ id: risk.id, to: `/records/${risk.id}`, name: risk.title, detail: plainly(risk.status) }))} />
      <RecordList title="What reports say" lines={statusReportItems.nodes.map((item) => ({ id: item.id, to: item.report === null ? `/records/${item.id}` : `/reports/${item.report.id}`, name: item.statement, detail: [plainly(item.kind), item.report?.title].filter((part) => part !== undefined).join(", ") }))} />
      <RecordList title="Events" lines={events.nodes.map((event) => ({ id: event.id, to: `/records/${event.id}`, name: event.title, detail: <DateText date={event.date} /> }))} />
      <RecordList title="Decisions" lines={decisions.nodes.map((decision) => ({ id: decision.id, to: `/records/${decision.id}`, name: decision.statement, detail: <DateText date={decision.decided} /> }))} />
      <RecordList title="Outputs" lines={outputs.nodes.map((output) => ({ id: output.id, to: `/records/${output.id}`, name: output.title }))} />
      <RecordList title="Recommendations that it puts into practice" lines={realises.flatMap(({ recommendation }) => (recommendation === null ? [] : [{ id: recommendation.id, to: `/recommendations/${recommendation.id}`, name: recommendation.statement }]))} />
      <RecordList title="Commitments" lines={commitmentEvents.flatMap(({ kind, date, commitment }) => (commitment === null ? [] : [{ id: commitment.id, to: `/records/${commitment.id}`, name: commitment.statement, detail: <>{plainly(kind)} <DateText date={date} /></> }]))} />
      <Trail id={id} />
    </Page>
  );
}

/** Three dates: as first planned, as last agreed, as expected or met; and how far apart they are. */
function Dates({ milestone }: { readonly milestone: Found }): JSX.Element {
  const { firstBaseline, baseline, forecast, actual, slip, slipFromBaseline } = milestone;
  const isRebaselined = firstBaseline.plain !== baseline.plain;
  return (
    <Card title="Dates">
      <Facts>
        <Fact name="First planned" of={milestone} field="firstBaseline"><DateText date={firstBaseline} /></Fact>
        {isRebaselined && <Fact name="Planned since it was re-baselined" of={milestone} field="baseline"><DateText date={baseline} /></Fact>}
        <Fact name="Expected" of={milestone} field="forecast"><DateText date={forecast} /></Fact>
        <Fact name="Met" of={milestone} field="actual"><DateText date={actual} /></Fact>
        <Fact name="Moved since first planned">{slip === null ? <span class="wm-absent">Not known, as a date is missing</span> : slip.plain}</Fact>
        {isRebaselined && <Fact name="Moved since re-baselined">{slipFromBaseline === null ? <span class="wm-absent">Not known</span> : slipFromBaseline.plain}</Fact>}
      </Facts>
    </Card>
  );
}
