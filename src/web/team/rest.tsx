import type { JSX } from "preact";
import { useAnswer } from "../graph/use-answer.ts";
import { RecordList } from "../parts/record-list.tsx";
import { Answer } from "../states/answer.tsx";
import { plainly } from "../words/word.ts";
import { TeamJoined } from "./team.graphql.ts";

/** What else a team has to do with: money, posts, events, outputs, training, studies, what it says. */
export function TeamsRest({ id }: { readonly id: string }): JSX.Element {
  const answered = useAnswer(TeamJoined, { id });
  return (
    <Answer to={answered} what="what else belongs to it">
      {({ healthIntegrationTeam: team }) => (team === null ? null : (
        <>
          <RecordList title="Funding" lines={[
            ...team.fundingTotals.nodes.map((total) => ({ id: total.id, to: `/records/${total.id}`, name: total.title, detail: `${total.amount.plain} in ${total.financialYear.label}, stated as a total` })),
            ...team.awards.nodes.map((award) => ({ id: award.id, to: `/funding/${award.id}`, name: award.title, detail: award.amount.plain })),
            ...team.awardParties.nodes.flatMap((party) => (party.award === null || team.awards.nodes.some(({ id: award }) => award === party.award?.id) ? [] : [{ id: party.id, to: `/funding/${party.award.id}`, name: party.award.title, detail: plainly(party.role) }])),
          ]} />
          <RecordList title="Posts that it funds" lines={team.fundedPosts.nodes.map((post) => ({ id: post.id, to: `/records/${post.id}`, name: post.title, detail: plainly(post.status) }))} />
          <RecordList title="Commitments that it secured" lines={team.securedCommitments.nodes.map(({ id: commitment, statement }) => ({ id: commitment, to: `/records/${commitment}`, name: statement }))} />
          <RecordList title="Events" lines={team.eventParties.nodes.flatMap(({ id: party, role, event, series }) => { const at = event ?? series; return at === null ? [] : [{ id: party, to: `/records/${at.id}`, name: at.title, detail: plainly(role) }]; })} />
          <RecordList title="Outputs" lines={team.outputContributions.nodes.flatMap(({ id: part, role, output }) => (output === null ? [] : [{ id: part, to: `/records/${output.id}`, name: output.title, detail: plainly(role) }]))} />
          <RecordList title="Training" lines={team.trainingRoles.nodes.flatMap(({ id: part, role, trainingProgramme }) => (trainingProgramme === null ? [] : [{ id: part, to: `/records/${trainingProgramme.id}`, name: trainingProgramme.name, detail: plainly(role) }]))} />
          <RecordList title="Studies" lines={team.studies.nodes.map(({ id: study, name }) => ({ id: study, to: `/records/${study}`, name }))} />
          <RecordList title="Asked in" lines={team.consultedIn.nodes.flatMap(({ id: part, consultation }) => (consultation === null ? [] : [{ id: part, to: `/records/${consultation.id}`, name: consultation.title }]))} />
          <RecordList title="Judgements that it made" lines={team.judgementsMade.nodes.map(({ id: judgement, dimension, rating, report }) => ({ id: judgement, to: report === null ? `/records/${judgement}` : `/reports/${report.id}`, name: `${plainly(dimension)}: ${rating}`, detail: report?.title }))} />
          <RecordList title="What it says" lines={team.claimsMade.nodes.map(({ id: claim, value, status }) => ({ id: claim, to: `/records/${claim}`, name: value, detail: plainly(status) }))} />
        </>
      ))}
    </Answer>
  );
}
