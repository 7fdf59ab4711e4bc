import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { Page } from "../frame/page.tsx";
import type { FundingAwardQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { DateText } from "../parts/date-text.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { Trail } from "../records/trail.tsx";
import { Answer } from "../states/answer.tsx";
import { NotFound } from "../states/not-found.tsx";
import { plainly } from "../words/word.ts";
import { FundingAward } from "./award.graphql.ts";

/** One award: how much, for what, from whom to whom. */
export default function AwardPage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(FundingAward, { id });
  return <Answer to={answered} what="the award">{({ fundingAward }) => (fundingAward === null ? <NotFound /> : <Shown award={fundingAward} />)}</Answer>;
}

function Shown({ award }: { readonly award: NonNullable<FundingAwardQuery["fundingAward"]> }): JSX.Element {
  const { id, title, programme, workstream, healthIntegrationTeam: team, partOf, parties, spends } = award;
  return (
    <Page title={title} caption="Funding award" isExample={award.isExample} above={[{ name: "Funding", to: "/funding" }]}>
      <Card title="About it">
        <Facts>
          <Fact name="Amount" of={award} field="amount"><DateText date={award.amount} /></Fact>
          <Fact name="Status" of={award} field="status">{plainly(award.status)}</Fact>
          <Fact name="Awarded" of={award} field="awarded"><DateText date={award.awarded} /></Fact>
          <Fact name="For the time" of={award} field="period"><DateText date={award.period} /></Fact>
          <Fact name="Financial years it can fall in">{award.financialYears.map(({ label }) => label).join(", ")}</Fact>
          <Fact name="For" of={award} field="purposes">{award.purposes.length > 0 && <ul class="wm-lines">{award.purposes.map((purpose) => <li key={purpose}>{purpose}</li>)}</ul>}</Fact>
          <Fact name="Programme" of={award} field="programme">{programme !== null && <Link to={`/programmes/${programme.id}`}>{programme.name}</Link>}</Fact>
          <Fact name="Workstream" of={award} field="workstream">{workstream !== null && <Link to={`/workstreams/${workstream.id}`}>{workstream.name}</Link>}</Fact>
          <Fact name="Team" of={award} field="healthIntegrationTeam">{team !== null && <Link to={`/teams/${team.id}`}>{team.name}</Link>}</Fact>
          {partOf !== null && <Fact name="Part of" of={award} field="partOf"><Link to={`/funding/${partOf.id}`}>{partOf.title}</Link></Fact>}
        </Facts>
      </Card>
      <Card title="Who has to do with it">
        <Facts>
          {parties.map((party) => (
            <Fact key={party.id} name={plainly(party.role)}>
              {party.organisation !== null && <Link to={`/organisations/${party.organisation.id}`}>{party.organisation.name}</Link>}
              {party.healthIntegrationTeam !== null && <Link to={`/teams/${party.healthIntegrationTeam.id}`}>{party.healthIntegrationTeam.name}</Link>}
              {party.group !== null && <Link to={`/groups/${party.group.id}`}>{party.group.name}</Link>}
              {party.description}
            </Fact>
          ))}
        </Facts>
      </Card>
      {spends.length > 0 && <Card title="Spent"><Facts>{spends.map((spend) => <Fact key={spend.id} name={spend.financialYear.label}><DateText date={spend.amount} /></Fact>)}</Facts></Card>}
      <RecordList title="Its parts" lines={award.parts.nodes.map((part) => ({ id: part.id, to: `/funding/${part.id}`, name: part.title, detail: part.amount.plain }))} />
      <RecordList title="Posts" lines={award.posts.nodes.map((post) => ({ id: post.id, to: `/records/${post.id}`, name: post.title, detail: plainly(post.status) }))} />
      <RecordList title="Training" lines={award.trainingProgrammes.nodes.map((training) => ({ id: training.id, to: `/records/${training.id}`, name: training.name }))} />
      <Trail id={id} />
    </Page>
  );
}
