import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { Page } from "../frame/page.tsx";
import type { PledgeQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { DateText } from "../parts/date-text.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { ShownText } from "../records/shown.tsx";
import { Trail } from "../records/trail.tsx";
import { Answer } from "../states/answer.tsx";
import { NotFound } from "../states/not-found.tsx";
import { counted, listed } from "../words/counts.ts";
import { plainly } from "../words/word.ts";
import { Pledge } from "./pledge.graphql.ts";

/** One pledge in all its wordings: what is promised, who may sign, and how the wordings differ. */
export default function PledgePage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(Pledge, { id });
  return <Answer to={answered} what="the pledge">{({ pledge }) => (pledge === null ? <NotFound /> : <Shown pledge={pledge} />)}</Answer>;
}

type Found = NonNullable<PledgeQuery["pledge"]>;

function Shown({ pledge }: { readonly pledge: Found }): JSX.Element {
  const { id, title, purpose, place, programme, versions, signatures } = pledge;
  return (
    <Page title={title} caption="Pledge" isExample={pledge.isExample} above={[{ name: "Pledges", to: "/pledges" }]} lead={<p><Link to="/pledges">{counted(signatures.totalCount, "signature")}</Link></p>}>
      {pledge.viewerCan.some(({ allowed }) => allowed) && <div class="wm-controls"><Link class="nhsuk-button wm-button" to={`/pledges/${id}/sign`}>Record a signature</Link></div>}
      <Card title="About it">
        <Facts>
          <Fact name="Purpose" of={pledge} field="purpose">{purpose}</Fact>
          <Fact name="Where" of={pledge} field="place">{place !== null && <Link to={`/records/${place.id}`}>{place.name}</Link>}</Fact>
          <Fact name="Programme" of={pledge} field="programme">{programme !== null && <Link to={`/programmes/${programme.id}`}>{programme.name}</Link>}</Fact>
        </Facts>
      </Card>
      {versions.map((version) => <Version key={version.id} version={version} />)}
      <Trail id={id} />
    </Page>
  );
}

function Version({ version }: { readonly version: Found["versions"][number] }): JSX.Element {
  const { name, address, published, source, commitments, exampleActions, eligibility, eligibilities, signers, signing, actionCount, actionMonths, newAllowed, continuingAllowed } = version;
  const nature = [continuingAllowed === true ? "continuing work" : null, newAllowed === true ? "new work" : null].filter((part) => part !== null);
  return (
    <Card title={name} aside={source !== null && <Link to={`/sources/${source.id}`}>{source.title}</Link>}>
      <Facts>
        <Fact name="Published"><DateText date={published} /></Fact>
        <Fact name="To be read at">{address !== null && <ShownText text={address} />}</Fact>
        <Fact name="Who may sign">{eligibility ?? (eligibilities.length > 0 ? listed(eligibilities.map(({ signatoryKind }) => plainly(signatoryKind).toLowerCase())) : null)}</Fact>
        <Fact name="With whose authority">{signing ?? (signers.length > 0 ? listed(signers.map(({ authority, examples }) => `${plainly(authority).toLowerCase()}${examples.length > 0 ? ` (such as ${examples.join(", ")})` : ""}`)) : null)}</Fact>
        <Fact name="Actions">{actionCount !== null && `${counted(actionCount, "action")}${actionMonths === null ? "" : ` within ${counted(actionMonths, "month")}`}${nature.length > 0 ? `: ${listed(nature)}` : ""}`}</Fact>
      </Facts>
      {commitments.length > 0 && (
        <>
          <h3 class="wm-card__part">What is promised</h3>
          <ol class="wm-entries">
            {commitments.map(({ id, number, wording, topics, differences }) => (
              <li key={id}>
                <p class="wm-entries__text"><strong>{number}.</strong> <Link to={`/records/${id}`}>{wording}</Link></p>
                <p class="wm-small">{topics.join(", ")}{differences.filter(({ kind }) => kind !== "IDENTICAL").map(({ id: difference, kind, note }) => <span key={difference}> – {plainly(kind).toLowerCase()} in the other wording{note !== null && `: ${note}`}</span>)}</p>
              </li>
            ))}
          </ol>
        </>
      )}
      {exampleActions.length > 0 && (
        <>
          <h3 class="wm-card__part">Examples of actions</h3>
          <ul>{exampleActions.map(({ id, wording }) => <li key={id}><Link to={`/records/${id}`}>{wording}</Link></li>)}</ul>
        </>
      )}
    </Card>
  );
}
