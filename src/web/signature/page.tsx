import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { Page } from "../frame/page.tsx";
import type { SignatureQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { DateText } from "../parts/date-text.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Sources } from "../parts/sources.tsx";
import { Tag } from "../parts/tag.tsx";
import { progressWords } from "../pledges/actions.tsx";
import { Signatory, signatoryName } from "../pledges/signatory.tsx";
import { standings } from "../pledges/signatures.tsx";
import { Trail } from "../records/trail.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { NotFound } from "../states/not-found.tsx";
import { plainly, wordFor } from "../words/word.ts";
import { Signature } from "./signature.graphql.ts";

/** One signature: who signed with what authority, the two actions, and what came of each. */
export default function SignaturePage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(Signature, { id });
  return <Answer to={answered} what="the signature">{({ pledgeSignature }) => (pledgeSignature === null ? <NotFound /> : <Shown signature={pledgeSignature} />)}</Answer>;
}

type Found = NonNullable<SignatureQuery["pledgeSignature"]>;

function Shown({ signature }: { readonly signature: Found }): JSX.Element {
  const { id, pledge, pledgeVersion, place, signedBy, actions } = signature;
  return (
    <Page title={signatoryName(signature)} caption="Signature of a pledge" isExample={signature.isExample} above={[{ name: "Pledges", to: "/pledges" }]} lead={<p><Tag word={wordFor(standings, signature.actionStanding)} /></p>}>
      <Card title="About it">
        <Facts>
          <Fact name="Signatory"><Signatory signature={signature} /></Fact>
          <Fact name="Pledge" of={signature} field="pledge">{pledge !== null && <Link to={`/pledges/${pledge.id}`}>{pledge.title}</Link>}</Fact>
          <Fact name="Wording" of={signature} field="pledgeVersion">{pledgeVersion !== null && <Link to={`/records/${pledgeVersion.id}`}>{pledgeVersion.name}</Link>}</Fact>
          <Fact name="Signed" of={signature} field="signed"><DateText date={signature.signed} /></Fact>
          <Fact name="Signed by" of={signature} field="signedBy">{signedBy !== null && <Link to={`/people/${signedBy.id}`}>{signedBy.name}</Link>}</Fact>
          <Fact name="With whose authority" of={signature} field="authority">{signature.authority !== null && plainly(signature.authority)}</Fact>
          <Fact name="Where" of={signature} field="place">{place !== null && <Link to={`/records/${place.id}`}>{place.name}</Link>}</Fact>
          {signature.missingActionsReason !== null && <Fact name="Why there are not two actions" of={signature} field="missingActionsReason">{plainly(signature.missingActionsReason)}</Fact>}
        </Facts>
      </Card>
      <Card title="Actions">
        {actions.length === 0 ? <Empty>No action is recorded.</Empty> : (
          <ol class="wm-entries">
            {actions.map((action) => (
              <li key={action.id}>
                <p class="wm-entries__text"><Link to={`/records/${action.id}`}>{action.statement}</Link> <Tag word={wordFor(progressWords, action.progress)} /></p>
                <p class="wm-small">{action.nature !== null && `${plainly(action.nature)} work, `}due <DateText date={action.dueBy} />{action.commitments.length > 0 && `, serves commitment ${action.commitments.map(({ number }) => number).join(", ")}`}</p>
                {action.progressNote !== null && <p>{action.progressNote}</p>}
                {action.outcome !== null && <p><strong>{plainly(action.outcome)}</strong>{action.reviewed.status === "KNOWN" && `, reviewed ${action.reviewed.plain}`}{action.outcomeNote !== null && `: ${action.outcomeNote}`}</p>}
                {action.carriedForwardTo.map((next) => <p class="wm-small" key={next.id}>Carried forward as <Link to={`/records/${next.id}`}>{next.statement}</Link></p>)}
                <Sources record={action.id} of={action.statement} />
              </li>
            ))}
          </ol>
        )}
      </Card>
      <Trail id={id} />
    </Page>
  );
}
