import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { Page } from "../frame/page.tsx";
import type { RecommendationQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { DateText } from "../parts/date-text.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { Tag } from "../parts/tag.tsx";
import { Realisation } from "../recommendations/realisation.tsx";
import { Trail } from "../records/trail.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { NotFound } from "../states/not-found.tsx";
import { plainly, wordFor } from "../words/word.ts";
import { recommendationStatus } from "../words/words.ts";
import { Recommendation } from "./recommendation.graphql.ts";

/** One recommendation: what was answered, who decided, and what puts it into practice. */
export default function RecommendationPage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(Recommendation, { id });
  return <Answer to={answered} what="the recommendation">{({ recommendation }) => (recommendation === null ? <NotFound /> : <Shown recommendation={recommendation} />)}</Answer>;
}

function Shown({ recommendation }: { readonly recommendation: NonNullable<RecommendationQuery["recommendation"]> }): JSX.Element {
  const { id, number, statement, output, programme, addressedToOrganisation: organisation, addressedToGroup: group, realisations, decisions } = recommendation;
  return (
    <Page title={statement} caption={number === null ? "Recommendation" : `Recommendation ${number}`} isExample={recommendation.isExample} above={[{ name: "Recommendations", to: "/recommendations" }]} lead={<p><Tag word={wordFor(recommendationStatus, recommendation.status)} /></p>}>
      <Card title="About it">
        <Facts>
          <Fact name="Made in" of={recommendation} field="output">{output !== null && <Link to={`/records/${output.id}`}>{output.title}</Link>}</Fact>
          <Fact name="Programme" of={recommendation} field="programme">{programme !== null && <Link to={`/programmes/${programme.id}`}>{programme.name}</Link>}</Fact>
          <Fact name="Addressed to" of={recommendation} field={organisation !== null ? "addressedToOrganisation" : group !== null ? "addressedToGroup" : "addressedTo"}>
            {organisation !== null && <Link to={`/organisations/${organisation.id}`}>{organisation.name}</Link>}
            {group !== null && <Link to={`/groups/${group.id}`}>{group.name}</Link>}
            {recommendation.addressedTo}
          </Fact>
          {recommendation.parts.length > 0 && <Fact name={recommendation.metBy === "ANY" ? "Any of" : "All of"} of={recommendation} field="parts"><ul class="wm-lines">{recommendation.parts.map((part) => <li key={part}>{part}</li>)}</ul></Fact>}
          <Fact name="Answer" of={recommendation} field="response">{recommendation.response}</Fact>
          <Fact name="Answered" of={recommendation} field="responded"><DateText date={recommendation.responded} /></Fact>
        </Facts>
      </Card>
      <Card title="What puts it into practice">
        {realisations.length === 0 ? <Empty>Nothing is recorded.</Empty> : <ul class="wm-entries">{realisations.map((realisation) => <li key={realisation.id}><p class="wm-entries__text"><Realisation realisation={realisation} /></p><p class="wm-small">{plainly(realisation.realisationKind)}</p></li>)}</ul>}
      </Card>
      <RecordList title="Decisions" lines={decisions.nodes.map((decision) => ({ id: decision.id, to: `/records/${decision.id}`, name: decision.statement, detail: <>{plainly(decision.kind)}{decision.group !== null && ` by ${decision.group.name}`}, <DateText date={decision.decided} /></> }))} />
      <Trail id={id} />
    </Page>
  );
}
