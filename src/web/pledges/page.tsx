import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useReading } from "../address/reading-day.ts";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import type { PledgesQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { Filters } from "../parts/filters.tsx";
import { Pager, useListPage } from "../parts/pager.tsx";
import { ScopeChoice, useScope } from "../parts/scope.tsx";
import { Select } from "../parts/select.tsx";
import { Answer } from "../states/answer.tsx";
import { counted } from "../words/counts.ts";
import { sectorOptions, sectorOf } from "../words/sectors.ts";
import { Actions } from "./actions.tsx";
import { Behind, countedBy } from "./behind.tsx";
import { Coverage } from "./coverage.tsx";
import { Pledges } from "./pledges.graphql.ts";
import { Signatures } from "./signatures.tsx";

/** Who has signed the pledge, in which sectors and places, and which of the actions they named come due. */
export default function PledgesPage(): JSX.Element {
  const parts = useParts();
  const scope = useScope();
  const { on } = useReading();
  const sector = sectorOf(parts.one("sector"));
  const filter = { ...scope, sector: sector === null ? null : [sector] };
  const open = { signature: filter, isReviewed: false };
  const answered = useAnswer(Pledges, { filter, actions: open, dueSoon: { ...open, dueBy: { to: on, certainty: "CERTAIN" } }, ...useListPage() });
  const [[by], is] = [parts.many("by", countedBy), parts.one("is")];
  const total = answered.answer?.pledgeSignatures.totalCount;
  return (
    <Page title="Pledges" lead={<p>Who has signed, and what they said they would do within twelve months.</p>}>
      <Filters names={["system", "place", "sector", "by", "is"]} result={total === undefined || by !== undefined ? undefined : counted(total, "signature")}>
        <ScopeChoice />
        <Select label="Sector" value={sector ?? ""} onChoose={(value) => { parts.set({ sector: value }); }} options={sectorOptions} />
      </Filters>
      {by === undefined && <><Downloads of="signatures" table="pledges" filter={filter} /><Downloads of="actions" table="actions" filter={open} /></>}
      {by !== undefined && is !== null ? <Behind by={by} is={is} filter={filter} /> : <Answer to={answered} what="the pledges">{(answer) => <Shown answer={answer} />}</Answer>}
    </Page>
  );
}

function Shown({ answer: { pledges, pledgeCoverage, pledgeSignatures, pledgeActions, overdue } }: { readonly answer: PledgesQuery }): JSX.Element {
  return (
    <>
      <Coverage coverage={pledgeCoverage} />
      <Actions actions={pledgeActions} pastDue={overdue.totalCount} />
      <Signatures signatures={pledgeSignatures.nodes} />
      <Pager ends={pledgeSignatures.pageInfo} />
      <Card title="The pledges">
        <ul class="wm-entries">{pledges.nodes.map(({ id, title, place }) => <li key={id}><p class="wm-entries__text"><Link to={`/pledges/${id}`}>{title}</Link></p>{place !== null && <p class="wm-small">{place.name}</p>}</li>)}</ul>
      </Card>
    </>
  );
}
