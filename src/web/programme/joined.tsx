import type { JSX } from "preact";
import { useAnswer } from "../graph/use-answer.ts";
import { DateText } from "../parts/date-text.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { packLines } from "../packs/lines.ts";
import { Answer } from "../states/answer.tsx";
import { plainly } from "../words/word.ts";
import { ProgrammeJoined } from "./programme.graphql.ts";

/** Everything else that belongs to the programme. */
export function Joined({ id, on }: { readonly id: string; readonly on: string }): JSX.Element {
  const answered = useAnswer(ProgrammeJoined, { id, on });
  return (
    <Answer to={answered} what="what belongs to it">
      {({ programme }) => (programme === null ? null : (
        <div class="wm-columns">
          <RecordList title="Parts" lines={programme.parts.nodes.map(({ id: part, name }) => ({ id: part, to: `/programmes/${part}`, name }))} />
          <RecordList title="Status reports" lines={programme.statusReports.nodes.map((report) => ({ id: report.id, to: `/reports/${report.id}`, name: report.title, detail: plainly(report.status) }))} />
          <RecordList title="Board packs" lines={packLines(programme.boardPacks.nodes)} />
          <RecordList title="Measures" lines={programme.measures.nodes.map((measure) => ({ id: measure.id, to: `/measures/${measure.id}`, name: measure.title, detail: measure.latestActual?.value.plain }))} />
          <RecordList title="Posts" lines={programme.posts.nodes.map((post) => ({ id: post.id, to: `/records/${post.id}`, name: post.title, detail: plainly(post.status) }))} />
          <RecordList title="Funding awards" lines={programme.awards.nodes.map((award) => ({ id: award.id, to: `/funding/${award.id}`, name: award.title, detail: award.amount.plain }))} />
          <RecordList title="Training" lines={programme.trainingProgrammes.nodes.map((training) => ({ id: training.id, to: `/records/${training.id}`, name: training.name }))} />
          <RecordList title="Outputs" lines={programme.outputs.nodes.map((output) => ({ id: output.id, to: `/records/${output.id}`, name: output.title, detail: output.published.status === "KNOWN" ? <>Published <DateText date={output.published} /></> : undefined }))} />
          <RecordList title="Events" lines={programme.events.nodes.map((event) => ({ id: event.id, to: `/records/${event.id}`, name: event.title, detail: <DateText date={event.date} /> }))} />
          <RecordList title="Recommendations" lines={programme.recommendations.nodes.map((recommendation) => ({ id: recommendation.id, to: `/recommendations/${recommendation.id}`, name: recommendation.statement, detail: plainly(recommendation.status) }))} />
          <RecordList title="Decisions" lines={programme.decisions.nodes.map((decision) => ({ id: decision.id, to: `/records/${decision.id}`, name: decision.statement, detail: <DateText date={decision.decided} /> }))} />
          <RecordList title="Outcomes it contributes to" lines={programme.outcomeContributions.nodes.flatMap(({ outcome, statement }) => (outcome === null ? [] : [{ id: outcome.id, to: `/records/${outcome.id}`, name: outcome.number === null ? outcome.title : `${outcome.number}. ${outcome.title}`, detail: statement }]))} />
          <RecordList title="Commitments" lines={programme.commitments.nodes.map(({ id: commitment, statement }) => ({ id: commitment, to: `/records/${commitment}`, name: statement }))} />
          <RecordList title="Pledges" lines={programme.pledges.nodes.map(({ id: pledge, title }) => ({ id: pledge, to: `/pledges/${pledge}`, name: title }))} />
          <RecordList title="Principles" lines={programme.principleSets.nodes.map(({ id: set, name }) => ({ id: set, to: `/records/${set}`, name }))} />
          <RecordList title="Consultations" lines={programme.consultations.nodes.map(({ id: consultation, title }) => ({ id: consultation, to: `/records/${consultation}`, name: title }))} />
          <RecordList title="Practice maps" lines={programme.practiceMaps.nodes.map(({ id: map, title }) => ({ id: map, to: `/records/${map}`, name: title }))} />
          <RecordList title="Studies" lines={programme.studies.nodes.map(({ id: study, name }) => ({ id: study, to: `/records/${study}`, name }))} />
          <RecordList title="Claims" lines={programme.relatedClaims.nodes.map(({ id: claim, value, status }) => ({ id: claim, to: `/records/${claim}`, name: value, detail: plainly(status) }))} />
        </div>
      ))}
    </Answer>
  );
}
