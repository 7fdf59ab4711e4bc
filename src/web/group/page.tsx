import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { Subscribe } from "../calendar/subscribe.tsx";
import { Page } from "../frame/page.tsx";
import type { GroupQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { DateText } from "../parts/date-text.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Members } from "../parts/members.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { Trail } from "../records/trail.tsx";
import { Answer } from "../states/answer.tsx";
import { packLines } from "../packs/lines.ts";
import { NotFound } from "../states/not-found.tsx";
import { plainly } from "../words/word.ts";
import { Group } from "./group.graphql.ts";

/** One board, committee, working group or network, with who sits on it and what it does. */
export default function GroupPage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(Group, { id });
  return <Answer to={answered} what="the group">{({ group }) => (group === null ? <NotFound /> : <Shown group={group} />)}</Answer>;
}

function Shown({ group }: { readonly group: NonNullable<GroupQuery["group"]> }): JSX.Element {
  const { id, name, host, place, parent, healthIntegrationTeam: team, governs } = group;
  return (
    <Page title={name} caption={plainly(group.kind)} isExample={group.isExample}>
      <Card title="About it">
        <Facts>
          <Fact name="Purpose" of={group} field="purpose">{group.purpose}</Fact>
          <Fact name="Status" of={group} field="status">{plainly(group.status)}</Fact>
          <Fact name="Host" of={group} field="host">{host !== null && <Link to={`/organisations/${host.id}`}>{host.name}</Link>}</Fact>
          <Fact name="Where" of={group} field="place">{place !== null && <Link to={`/records/${place.id}`}>{place.name}</Link>}</Fact>
          {parent !== null && <Fact name="Part of" of={group} field="parent"><Link to={`/groups/${parent.id}`}>{parent.name}</Link></Fact>}
          {team !== null && <Fact name="Of the team" of={group} field="healthIntegrationTeam"><Link to={`/teams/${team.id}`}>{team.name}</Link></Fact>}
          <Fact name="Since" of={group} field="since"><DateText date={group.since} /></Fact>
          {group.until.status === "KNOWN" && <Fact name="Until" of={group} field="until"><DateText date={group.until} /></Fact>}
          {governs.length > 0 && <Fact name="Governs"><ul class="wm-lines">{governs.flatMap(({ id: tie, capacity, programme }) => (programme === null ? [] : [<li key={tie}><Link to={`/programmes/${programme.id}`}>{programme.name}</Link> <span class="wm-small">{plainly(capacity).toLowerCase()}</span></li>]))}</ul></Fact>}
        </Facts>
      </Card>
      <div class="wm-columns">
        <Members members={group.members.nodes} />
        <RecordList title="Its parts" lines={group.parts.nodes.map((part) => ({ id: part.id, to: `/groups/${part.id}`, name: part.name }))} />
        <RecordList title="Decisions" lines={group.decisions.nodes.map((decision) => ({ id: decision.id, to: `/records/${decision.id}`, name: decision.statement, detail: <DateText date={decision.decided} /> }))} />
        <RecordList title="Board packs" lines={packLines(group.boardPacks.nodes)} />
        <RecordList title="Decisions needed and other lines of reports" lines={group.statusReportItems.nodes.map((item) => ({ id: item.id, to: item.report === null ? `/records/${item.id}` : `/reports/${item.report.id}`, name: item.statement, detail: plainly(item.kind) }))} />
        <RecordList title="Events" lines={[...group.seriesOfEvents.nodes.map((series) => ({ id: series.id, to: `/records/${series.id}`, name: series.title, detail: "Series" })), ...group.events.nodes.map((event) => ({ id: event.id, to: `/records/${event.id}`, name: event.title, detail: <DateText date={event.date} /> }))]} />
        <RecordList title="Recommendations to it" lines={group.recommendationsTo.nodes.map((recommendation) => ({ id: recommendation.id, to: `/recommendations/${recommendation.id}`, name: recommendation.statement }))} />
        <RecordList title="Recommendations that it puts into practice" lines={group.realises.flatMap(({ recommendation }) => (recommendation === null ? [] : [{ id: recommendation.id, to: `/recommendations/${recommendation.id}`, name: recommendation.statement }]))} />
        <RecordList title="Measures" lines={group.measures.nodes.map((measure) => ({ id: measure.id, to: `/measures/${measure.id}`, name: measure.title }))} />
        <RecordList title="Pledges signed" lines={group.pledgeSignatures.nodes.map(({ id: signature, signed, pledge }) => ({ id: signature, to: `/signatures/${signature}`, name: pledge?.title ?? "A pledge", detail: <DateText date={signed} /> }))} />
        <RecordList title="Risks and issues that it owns" lines={group.ownedRisks.nodes.map((risk) => ({ id: risk.id, to: `/records/${risk.id}`, name: risk.title, detail: plainly(risk.status) }))} />
        <RecordList title="Trained in" lines={group.cohorts.nodes.flatMap((cohort) => (cohort.trainingProgramme === null ? [] : [{ id: cohort.id, to: `/records/${cohort.trainingProgramme.id}`, name: cohort.trainingProgramme.name, detail: cohort.description }]))} />
        <RecordList title="Outputs" lines={group.outputContributions.nodes.flatMap(({ id: part, role, output }) => (output === null ? [] : [{ id: part, to: `/records/${output.id}`, name: output.title, detail: plainly(role) }]))} />
        <RecordList title="Works with others on" lines={group.collaborations.nodes.map((collaboration) => ({ id: collaboration.id, to: `/records/${collaboration.id}`, name: collaboration.subject }))} />
        <RecordList title="Commitments" lines={group.commitments.nodes.map((commitment) => ({ id: commitment.id, to: `/records/${commitment.id}`, name: commitment.statement }))} />
        <RecordList title="What it says" lines={group.claimsMade.nodes.map((claim) => ({ id: claim.id, to: `/records/${claim.id}`, name: claim.value, detail: plainly(claim.status) }))} />
      </div>
      <Subscribe about={id} holds="Its board packs and events, and the milestones and reports due of the programmes that it governs" />
      <Trail id={id} />
    </Page>
  );
}
