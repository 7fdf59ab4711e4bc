import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { useReading } from "../address/reading-day.ts";
import { Page } from "../frame/page.tsx";
import type { WorkstreamQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { MilestoneTable } from "../milestones/table.tsx";
import { Blockers } from "../parts/blockers.tsx";
import { Card } from "../parts/card.tsx";
import { DateText } from "../parts/date-text.tsx";
import { Dependencies } from "../parts/dependencies.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { RatingPanel } from "../parts/rating-panel.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { Reporting } from "../parts/reporting.tsx";
import { Tag } from "../parts/tag.tsx";
import { Trail } from "../records/trail.tsx";
import { Answer } from "../states/answer.tsx";
import { NotFound } from "../states/not-found.tsx";
import { criterionStatus, workstreamStatus } from "../words/more-words.ts";
import { plainly, wordFor } from "../words/word.ts";
import { Decide } from "./decide.tsx";
import { Steps } from "./steps.tsx";
import { mayWaive, useWorkstreamActs } from "./use-acts.ts";
import { Waive } from "./waive.tsx";
import { Workstream } from "./workstream.graphql.ts";

/** One workstream: whether it may start, what it does, and how it stands. */
export default function WorkstreamPage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(Workstream, { id, on: useReading().on });
  return <Answer to={answered} what="the workstream">{({ workstream }) => (workstream === null ? <NotFound /> : <Shown workstream={workstream} />)}</Answer>;
}

type Found = NonNullable<WorkstreamQuery["workstream"]>;

function Shown({ workstream }: { readonly workstream: Found }): JSX.Element {
  const { id, name, status, blockedBy, criteria, milestones, waitsFor, holdsUp } = workstream;
  const acts = useWorkstreamActs(id);
  return (
    <Page title={name} caption="Workstream" isExample={workstream.isExample} above={[{ name: "Readiness", to: "/readiness" }]} lead={<p><Tag word={wordFor(workstreamStatus, status)} /> <Reporting of={workstream.freshness} /></p>}>
      {acts !== null && <Steps acts={acts} />}
      {blockedBy.length > 0 && <Card title="What has to come first"><Blockers blockers={blockedBy} after={({ dependency, waiver }) => acts !== null && mayWaive(acts, dependency.id) && <Waive dependency={dependency.id} isWaived={waiver !== null} />} /></Card>}
      <Card title="Delivery confidence"><RatingPanel rating={workstream.rating} /></Card>
      <About workstream={workstream} />
      {criteria.nodes.length > 0 && (
        <Card title="What it takes to be ready">
          <ul class="wm-entries">
            {criteria.nodes.map((criterion) => (
              <li key={criterion.id}>
                <p class="wm-entries__text"><Tag word={wordFor(criterionStatus, criterion.status)} /> <Link to={`/records/${criterion.id}`}>{criterion.statement}</Link></p>
                <p class="wm-small">{criterion.supplier === null ? "Who supplies it is not recorded" : `To be supplied by ${criterion.supplier.name}`}{criterion.decided.status === "KNOWN" && `; decided ${criterion.decided.plain}`}</p>
                {acts !== null && <Decide acts={acts} id={criterion.id} />}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {milestones.nodes.length > 0 && <Card title="Milestones" aside={<Link to="/milestones" query={{ view: "timeline", ...(workstream.programme === null ? {} : { programme: workstream.programme.id }) }}>The programme’s timeline</Link>}><MilestoneTable caption="Milestones" isCaptionHidden rows={milestones.nodes} isOfOneProgramme isBare /></Card>}
      {waitsFor.length > 0 && <Card title="It waits for"><Dependencies dependencies={waitsFor} end="predecessor" /></Card>}
      {holdsUp.length > 0 && <Card title="What waits for it"><Dependencies dependencies={holdsUp} end="successor" /></Card>}
      <RecordList title="Status reports" lines={workstream.statusReports.nodes.map((report) => ({ id: report.id, to: `/reports/${report.id}`, name: report.title, detail: plainly(report.status) }))} />
      <RecordList title="Risks and issues" lines={workstream.risks.nodes.map((risk) => ({ id: risk.id, to: `/records/${risk.id}`, name: risk.title, detail: plainly(risk.status) }))} />
      <RecordList title="Measures" lines={workstream.measures.nodes.map((measure) => ({ id: measure.id, to: `/measures/${measure.id}`, name: measure.title, detail: measure.latestActual?.value.plain }))} />
      <RecordList title="Funding awards" lines={workstream.awards.nodes.map((award) => ({ id: award.id, to: `/funding/${award.id}`, name: award.title, detail: award.amount.plain }))} />
      <RecordList title="Training" lines={workstream.trainingProgrammes.nodes.map((training) => ({ id: training.id, to: `/records/${training.id}`, name: training.name }))} />
      <RecordList title="Pledge actions" lines={workstream.pledgeActions.nodes.map((action) => ({ id: action.id, to: `/records/${action.id}`, name: action.statement, detail: <>{plainly(action.progress)}, due <DateText date={action.dueBy} /></> }))} />
      <RecordList title="Recommendations that it puts into practice" lines={workstream.realises.flatMap(({ recommendation }) => (recommendation === null ? [] : [{ id: recommendation.id, to: `/recommendations/${recommendation.id}`, name: recommendation.statement }]))} />
      <Trail id={id} />
    </Page>
  );
}

function About({ workstream }: { readonly workstream: Found }): JSX.Element {
  const { programme, leadHealthIntegrationTeam: team, leadOrganisation: organisation, continuedIn, continues } = workstream;
  return (
    <Card title="About it">
      <Facts>
        <Fact name="Purpose" of={workstream} field="purpose">{workstream.purpose}</Fact>
        <Fact name="Programme" of={workstream} field="programme">{programme !== null && <Link to={`/programmes/${programme.id}`}>{programme.name}</Link>}</Fact>
        <Fact name="Lead" of={workstream} field={team === null ? "leadOrganisation" : "leadHealthIntegrationTeam"}>
          {team !== null && <Link to={`/teams/${team.id}`}>{team.name}</Link>}
          {organisation !== null && <Link to={`/organisations/${organisation.id}`}>{organisation.name}</Link>}
        </Fact>
        <Fact name="Theme" of={workstream} field="theme">{workstream.theme === "OWN" ? workstream.ownTheme : plainly(workstream.theme)}</Fact>
        <Fact name="Kind" of={workstream} field="kind">{workstream.kind !== null && plainly(workstream.kind)}</Fact>
        {continuedIn.length > 0 && <Fact name="Continued in"><ul class="wm-inline">{continuedIn.flatMap(({ continuedIn: other }) => (other === null ? [] : [<li key={other.id}><Link to={`/workstreams/${other.id}`}>{other.name}</Link></li>]))}</ul></Fact>}
        {continues.length > 0 && <Fact name="Continues"><ul class="wm-inline">{continues.flatMap(({ workstream: other }) => (other === null ? [] : [<li key={other.id}><Link to={`/workstreams/${other.id}`}>{other.name}</Link></li>]))}</ul></Fact>}
      </Facts>
    </Card>
  );
}
