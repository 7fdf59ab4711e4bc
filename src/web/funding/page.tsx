import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import type { FundingQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { FilterOptions } from "../parts/filter-options.graphql.ts";
import { Filters } from "../parts/filters.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { ScopeChoice, useScope } from "../parts/scope.tsx";
import { Select, type SelectOption } from "../parts/select.tsx";
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
  const scope = useScope();
  const answered = useAnswer(Funding, { ...scope, programme: parts.one("programme") });
  const programmes = (options?.programmes.nodes ?? []).map(({ id, name }) => ({ value: id, name }));
  return (
    <Page title="Funding" lead={<p>What is known of the money, by financial year and source, with all that is not known of it. It is not the total of any programme.</p>}>
      <Filters names={["system", "place", "programme", "part"]} result={undefined}>
        <ScopeChoice />
        <Select label="Part" value={parts.one("part") ?? ""} onChoose={(part) => { parts.set({ part }); }} options={partOptions(answered.answer?.fundingSummary)} />
        <Select label="Programme" value={parts.one("programme") ?? ""} onChoose={(programme) => { parts.set({ programme }); }} options={[{ value: "", name: "All" }, ...programmes]} />
      </Filters>
      <Downloads of="awards" table="funding" filter={{ ...scope, programme: parts.one("programme") }} />
      <Answer to={answered} what="the funding">{({ fundingSummary }) => <Summary summary={fundingSummary} part={parts.one("part")} />}</Answer>
    </Page>
  );
}

type FundingSummary = FundingQuery["fundingSummary"];

/** What can be looked at alone: a financial year, or what belongs to none. */
function partOptions(summary: FundingSummary | undefined): readonly SelectOption[] {
  return [
    { value: "", name: "All of it" },
    ...(summary?.byFinancialYear ?? []).map(({ financialYear: { label } }) => ({ value: label, name: `Awarded in ${label}` })),
    { value: "undetermined", name: "Year not determined" },
    { value: "sought", name: "Applied for or proposed" },
    { value: "posts", name: "Posts with funding not known" },
  ];
}

/** All of it; or the records behind one figure. */
function Summary({ summary, part }: { readonly summary: FundingSummary; readonly part: string | null }): JSX.Element {
  const { byFinancialYear, undetermined, sought, postsWithUnknownFunding } = summary;
  const year = byFinancialYear.find(({ financialYear }) => financialYear.label === part);
  if (year !== undefined) return <Part figure={year.awarded} title={`Awarded in ${year.financialYear.label}`} />;
  if (part === "undetermined") return <Part figure={undetermined} title={UNDETERMINED} />;
  if (part === "sought") return <Part figure={sought} title={SOUGHT} />;
  if (part === "posts") return <Posts posts={postsWithUnknownFunding} />;
  return <Whole summary={summary} />;
}

const UNDETERMINED = "Awarded, in a year that is not determined";
const SOUGHT = "Applied for or proposed";

function Part({ figure, title }: { readonly figure: FundingSummary["sought"]; readonly title: string }): JSX.Element {
  return figure.awards.nodes.length === 0 ? <Empty>There is none.</Empty> : <Awards title={title} figure={figure} />;
}

function Posts({ posts: { totalCount, nodes } }: { readonly posts: FundingSummary["postsWithUnknownFunding"] }): JSX.Element {
  return (
    <Card title="Posts with funding that is not known" aside={counted(totalCount, "post")}>
      {nodes.length === 0 ? <Empty>There is none.</Empty> : (
        <ul class="wm-entries">
          {nodes.map(({ id, title, status, programme }) => <li key={id}><p class="wm-entries__text"><Link to={`/records/${id}`}>{title}</Link></p><p class="wm-small">{plainly(status)}{programme !== null && `, ${programme.name}`}</p></li>)}
        </ul>
      )}
    </Card>
  );
}

function Whole({ summary: { awarded, byFinancialYear, undetermined, sought, withinLarger, postsWithUnknownFunding } }: { readonly summary: FundingSummary }): JSX.Element {
  return (
    <>
      <Card title="By financial year" aside={<>All awards: <Sum sum={awarded.sum} of="award" /></>}>
        <YearTable years={byFinancialYear} undetermined={undetermined} />
      </Card>
      {byFinancialYear.map((year) => <Awards key={year.financialYear.label} title={`Awarded in ${year.financialYear.label}`} figure={year.awarded} />)}
      <Awards title={UNDETERMINED} figure={undetermined} note="An award counts in a financial year only if all the days that its date can mean lie in it. These may lie in more than one." />
      <Awards title={SOUGHT} figure={sought} />
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
      <Posts posts={postsWithUnknownFunding} />
    </>
  );
}
