import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import type { FundingQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { FilterOptions } from "../parts/filter-options.graphql.ts";
import { Filters } from "../parts/filters.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { ScopeChoice, useScope } from "../parts/scope.tsx";
import { Select } from "../parts/select.tsx";
import { Sum } from "../parts/sum.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { plainly } from "../words/word.ts";
import { Awards } from "./awards.tsx";
import { Funding } from "./funding.graphql.ts";
import { YearTable } from "./year-table.tsx";

/** The money by financial year and by who gives it. What is not known stands beside what is, and no sum hides it. */
export default function FundingPage(): JSX.Element {
  const parts = useParts();
  const options = useAnswer(FilterOptions, {}).answer;
  const answered = useAnswer(Funding, { ...useScope(), programme: parts.one("programme") });
  const programmes = (options?.programmes.nodes ?? []).map(({ id, name }) => ({ value: id, name }));
  return (
    <Page title="Funding" lead={<p>What is known of the money, by financial year and source, with all that is not known of it. It is not the total of any programme.</p>}>
      <Filters names={["system", "place", "programme"]} result={undefined}>
        <ScopeChoice />
        <Select label="Programme" value={parts.one("programme") ?? ""} onChoose={(programme) => { parts.set({ programme }); }} options={[{ value: "", name: "All" }, ...programmes]} />
      </Filters>
      <Answer to={answered} what="the funding">{({ fundingSummary }) => <Summary summary={fundingSummary} />}</Answer>
    </Page>
  );
}

type FundingSummary = FundingQuery["fundingSummary"];

function Summary({ summary: { awarded, byFinancialYear, undetermined, sought, withinLarger, postsWithUnknownFunding } }: { readonly summary: FundingSummary }): JSX.Element {
  return (
    <>
      <Card title="By financial year" aside={<>All awards: <Sum sum={awarded.sum} of="award" /></>}>
        <YearTable years={byFinancialYear} undetermined={undetermined} />
      </Card>
      {byFinancialYear.map((year) => <Awards key={year.financialYear.label} title={`Awarded in ${year.financialYear.label}`} figure={year.awarded} />)}
      <Awards title="Awarded, in a year that is not determined" figure={undetermined} note="An award counts in a financial year only if all the days that its date can mean lie in it. These may lie in more than one." />
      <Awards title="Applied for or proposed" figure={sought} />
      {byFinancialYear.some(({ statedTotals }) => statedTotals.nodes.length > 0) && (
        <Card title="Totals that somebody stated">
          <p class="wm-small">As a document gives them. They may contain awards that stand above, and so are never added to them or to one another.</p>
          <ul class="wm-entries">
            {byFinancialYear.flatMap(({ financialYear, statedTotals }) => statedTotals.nodes.map(({ id, title, itemised, amount, programme, healthIntegrationTeam }) => (
              <li key={id}>
                <p class="wm-entries__text"><strong>{amount.plain}</strong> in {financialYear.label}: <Link to={`/records/${id}`}>{title}</Link></p>
                <p class="wm-small">{(programme ?? healthIntegrationTeam)?.name}{itemised ? "" : " (not broken down)"}</p>
              </li>
            )))}
          </ul>
        </Card>
      )}
      <RecordList title="Parts of a larger award, counted there" lines={withinLarger.nodes.map(({ id, title, amount }) => ({ id, to: `/funding/${id}`, name: title, detail: amount.plain }))} />
      <Card title="Posts with funding that is not known" aside={counted(postsWithUnknownFunding.totalCount, "post")}>
        {postsWithUnknownFunding.nodes.length === 0 ? <Empty>There is none.</Empty> : (
          <ul class="wm-entries">
            {postsWithUnknownFunding.nodes.map(({ id, title, status, programme }) => <li key={id}><p class="wm-entries__text"><Link to={`/records/${id}`}>{title}</Link></p><p class="wm-small">{plainly(status)}{programme !== null && `, ${programme.name}`}</p></li>)}
          </ul>
        )}
      </Card>
    </>
  );
}
