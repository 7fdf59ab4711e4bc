import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { useReading } from "../address/reading-day.ts";
import { Subscribe } from "../calendar/subscribe.tsx";
import { Page } from "../frame/page.tsx";
import type { TeamQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { MilestoneTable } from "../milestones/table.tsx";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Members } from "../parts/members.tsx";
import { RatingPanel } from "../parts/rating-panel.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { Reporting } from "../parts/reporting.tsx";
import { Trail } from "../records/trail.tsx";
import { Answer } from "../states/answer.tsx";
import { NotFound } from "../states/not-found.tsx";
import { plainly } from "../words/word.ts";
import { WriteLink } from "../write/write-link.tsx";
import { TeamsRest } from "./rest.tsx";
import { Team } from "./team.graphql.ts";

/** One health integration team with everything that is joined to it. */
export default function TeamPage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(Team, { id, on: useReading().on });
  return <Answer to={answered} what="the team">{({ healthIntegrationTeam: team }) => (team === null ? <NotFound /> : <Shown team={team} />)}</Answer>;
}

function Shown({ team }: { readonly team: NonNullable<TeamQuery["healthIntegrationTeam"]> }): JSX.Element {
  const { id, name, place, sponsor, governs, leads, ownedMilestones } = team;
  return (
    <Page title={name} caption="Health integration team" isExample={team.isExample} above={[{ name: "Teams", to: "/teams" }]} lead={<p><Reporting of={team.freshness} /></p>}>
      <div class="wm-controls"><WriteLink id={id} page="/teams" /></div>
      <Card title="About it">
        <Facts>
          <Fact name="Aim" of={team} field="aim">{team.aim}</Fact>
          <Fact name="Role" of={team} field="role">{team.role}</Fact>
          <Fact name="Status" of={team} field="status">{plainly(team.status)}</Fact>
          <Fact name="Where" of={team} field="place">{place !== null && <Link to={`/records/${place.id}`}>{place.name}</Link>}</Fact>
          <Fact name="Sponsor" of={team} field="sponsor">{sponsor !== null && <Link to={`/organisations/${sponsor.id}`}>{sponsor.name}</Link>}</Fact>
          {team.formerNames.length > 0 && <Fact name="Known before as" of={team} field="formerNames">{team.formerNames.join(", ")}</Fact>}
          {governs.length > 0 && <Fact name="Governs"><ul class="wm-lines">{governs.flatMap(({ id: tie, capacity, programme }) => (programme === null ? [] : [<li key={tie}><Link to={`/programmes/${programme.id}`}>{programme.name}</Link> <span class="wm-small">{plainly(capacity).toLowerCase()}</span></li>]))}</ul></Fact>}
        </Facts>
      </Card>
      <Card title="Delivery confidence"><RatingPanel rating={team.rating} /></Card>
      <RecordList title="Workstreams that it leads" lines={leads.nodes.map((workstream) => ({ id: workstream.id, to: `/workstreams/${workstream.id}`, name: workstream.name, detail: [plainly(workstream.status), workstream.programme?.name, workstream.blockedBy.length > 0 ? "has to wait" : null].filter((part) => part !== null && part !== undefined).join(", ") }))} />
      {ownedMilestones.nodes.length > 0 && <Card title="Milestones that it owns" aside={<Link to="/milestones" query={{ team: id, view: "timeline" }}>As a timeline</Link>}><MilestoneTable caption="Milestones" isCaptionHidden rows={ownedMilestones.nodes} isBare /></Card>}
      <div class="wm-columns">
        <Members members={team.members.nodes} />
        <RecordList title="Groups" lines={team.groups.nodes.map((group) => ({ id: group.id, to: `/groups/${group.id}`, name: group.name, detail: plainly(group.kind) }))} />
        <RecordList title="Works with others on" lines={team.collaborations.nodes.map((collaboration) => ({ id: collaboration.id, to: `/records/${collaboration.id}`, name: collaboration.subject, detail: [plainly(collaboration.status), collaboration.result].filter((part) => part !== null).join(", ") }))} />
        <RecordList title="Status reports" lines={team.statusReports.nodes.map((report) => ({ id: report.id, to: `/reports/${report.id}`, name: report.title, detail: plainly(report.status) }))} />
        <RecordList title="Risks and issues that it owns" lines={team.ownedRisks.nodes.map((risk) => ({ id: risk.id, to: `/records/${risk.id}`, name: risk.title, detail: plainly(risk.status) }))} />
        <RecordList title="Measures" lines={team.measures.nodes.map((measure) => ({ id: measure.id, to: `/measures/${measure.id}`, name: measure.title, detail: measure.latestActual?.value.plain }))} />
        <TeamsRest id={id} />
      </div>
      <Subscribe about={id} holds="The milestones that it answers for, its reports due and the meetings of its groups" />
      <Trail id={id} />
    </Page>
  );
}
