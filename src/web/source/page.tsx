import type { JSX } from "preact";
import type { PathParts } from "../address/page-type.ts";
import { Page } from "../frame/page.tsx";
import type { SourceQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { DateText } from "../parts/date-text.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { ShownText } from "../records/shown.tsx";
import { Trail } from "../records/trail.tsx";
import { Answer } from "../states/answer.tsx";
import { NotFound } from "../states/not-found.tsx";
import { plainly } from "../words/word.ts";
import { Source } from "./source.graphql.ts";

/** One source: what it is, where it can be read, and what it says. */
export default function SourcePage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(Source, { id });
  return <Answer to={answered} what="the source">{({ node }) => (isSource(node) ? <Shown source={node} /> : <NotFound />)}</Answer>;
}

type Found = Extract<NonNullable<SourceQuery["node"]>, { readonly title: string }>;

function isSource(node: SourceQuery["node"]): node is Found {
  return node !== null && "title" in node;
}

function Shown({ source }: { readonly source: Found }): JSX.Element {
  return (
    <Page title={source.title} caption="Source" isExample={source.isExample} above={[{ name: "Sources", to: "/sources" }]}>
      <Card title="About it">
        <Facts>
          <Fact name="Kind" of={source} field="kind">{plainly(source.kind)}</Fact>
          <Fact name="Publisher" of={source} field="publisher">{source.publisher}</Fact>
          <Fact name="To be read at" of={source} field="address">{source.address !== null && <ShownText text={source.address} />}</Fact>
          <Fact name="Covers" of={source} field="period"><DateText date={source.period} /></Fact>
          <Fact name="Published" of={source} field="published"><DateText date={source.published} /></Fact>
          <Fact name="Known from" of={source} field="becameKnown"><DateText date={source.becameKnown} /></Fact>
          <Fact name="Seal of its text (SHA-256)" of={source} field="sha256">{source.sha256}</Fact>
        </Facts>
      </Card>
      <div class="wm-columns">
        <RecordList title="People that it names" lines={source.roles.nodes.map(({ id, capacity, title, person }) => ({ id, to: person === null ? `/records/${id}` : `/people/${person.id}`, name: person?.name ?? title ?? plainly(capacity), detail: title ?? plainly(capacity) }))} />
        <RecordList title="Outputs" lines={source.outputs.nodes.map(({ id, title }) => ({ id, to: `/records/${id}`, name: title }))} />
        <RecordList title="Wordings of a pledge" lines={source.pledgeVersions.map(({ id, name }) => ({ id, to: `/records/${id}`, name }))} />
        <RecordList title="Status reports" lines={source.statusReports.nodes.map(({ id, title }) => ({ id, to: `/reports/${id}`, name: title }))} />
        <RecordList title="What it claims" lines={source.claimsMade.nodes.map(({ id, value, status }) => ({ id, to: `/records/${id}`, name: value, detail: plainly(status) }))} />
      </div>
      <Trail id={source.id} />
    </Page>
  );
}
