import type { JSX } from "preact";
import { useAnswer } from "../graph/use-answer.ts";
import { RecordList } from "../parts/record-list.tsx";
import { Answer } from "../states/answer.tsx";
import { plainly } from "../words/word.ts";
import { OrganisationJoined } from "./organisation.graphql.ts";

/** What else an organisation has to do with. */
export function OrganisationsRest({ id }: { readonly id: string }): JSX.Element {
  const answered = useAnswer(OrganisationJoined, { id });
  return (
    <Answer to={answered} what="what else belongs to it">
      {({ organisation }) => (organisation === null ? null : (
        <>
          <RecordList title="Groups that it hosts" lines={organisation.hostedGroups.nodes.map((group) => ({ id: group.id, to: `/groups/${group.id}`, name: group.name, detail: plainly(group.kind) }))} />
          <RecordList title="Teams that it sponsors" lines={organisation.sponsoredHealthIntegrationTeams.nodes.map((team) => ({ id: team.id, to: `/teams/${team.id}`, name: team.name }))} />
          <RecordList title="Funding" lines={organisation.awardParties.nodes.flatMap((party) => (party.award === null ? [] : [{ id: party.id, to: `/funding/${party.award.id}`, name: party.award.title, detail: `${plainly(party.role)}, ${party.award.amount.plain}` }]))} />
          <RecordList title="Posts that it funds" lines={organisation.fundedPosts.nodes.map((post) => ({ id: post.id, to: `/records/${post.id}`, name: post.title, detail: plainly(post.status) }))} />
          <RecordList title="Risks and issues that it owns" lines={organisation.ownedRisks.nodes.map((risk) => ({ id: risk.id, to: `/records/${risk.id}`, name: risk.title, detail: plainly(risk.status) }))} />
          <RecordList title="Recommendations to it" lines={organisation.recommendationsTo.nodes.map((recommendation) => ({ id: recommendation.id, to: `/recommendations/${recommendation.id}`, name: recommendation.statement, detail: plainly(recommendation.status) }))} />
          <RecordList title="Works with others on" lines={organisation.collaborations.nodes.map((collaboration) => ({ id: collaboration.id, to: `/records/${collaboration.id}`, name: collaboration.subject, detail: plainly(collaboration.status) }))} />
          <RecordList title="Trained in" lines={organisation.cohorts.nodes.flatMap((cohort) => (cohort.trainingProgramme === null ? [] : [{ id: cohort.id, to: `/records/${cohort.trainingProgramme.id}`, name: cohort.trainingProgramme.name, detail: cohort.description ?? cohort.size.plain }]))} />
          <RecordList title="Part in training" lines={organisation.trainingRoles.nodes.flatMap(({ id: part, role, trainingProgramme }) => (trainingProgramme === null ? [] : [{ id: part, to: `/records/${trainingProgramme.id}`, name: trainingProgramme.name, detail: plainly(role) }]))} />
          <RecordList title="Events" lines={organisation.eventParties.nodes.flatMap(({ id: part, role, event, series }) => { const at = event ?? series; return at === null ? [] : [{ id: part, to: `/records/${at.id}`, name: at.title, detail: plainly(role) }]; })} />
          <RecordList title="Outputs" lines={organisation.outputContributions.nodes.flatMap(({ id: part, role, output }) => (output === null ? [] : [{ id: part, to: `/records/${output.id}`, name: output.title, detail: plainly(role) }]))} />
          <RecordList title="Asked in" lines={organisation.consultedIn.nodes.flatMap(({ id: part, consultation }) => (consultation === null ? [] : [{ id: part, to: `/records/${consultation.id}`, name: consultation.title }]))} />
          <RecordList title="Commitments" lines={[...organisation.commitments.nodes, ...organisation.securedCommitments.nodes].map(({ id: commitment, statement }) => ({ id: commitment, to: `/records/${commitment}`, name: statement }))} />
          <RecordList title="Outcomes that it plans" lines={organisation.plannedOutcomes.nodes.map(({ id: outcome, number, title, plan }) => ({ id: outcome, to: `/records/${outcome}`, name: number === null ? title : `${number}. ${title}`, detail: plan }))} />
          <RecordList title="Practice" lines={[...organisation.practices.nodes, ...organisation.practiceMaps.nodes].map(({ id: practice, title }) => ({ id: practice, to: `/records/${practice}`, name: title }))} />
          <RecordList title="Principles" lines={organisation.principleSets.nodes.map(({ id: set, name }) => ({ id: set, to: `/records/${set}`, name }))} />
          <RecordList title="Studies" lines={organisation.studies.nodes.map(({ id: study, name }) => ({ id: study, to: `/records/${study}`, name }))} />
          <RecordList title="What it says" lines={organisation.claimsMade.nodes.map(({ id: claim, value, status }) => ({ id: claim, to: `/records/${claim}`, name: value, detail: plainly(status) }))} />
        </>
      ))}
    </Answer>
  );
}
