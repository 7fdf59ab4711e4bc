import { Fragment, type JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useReading } from "../address/reading-day.ts";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import type { OutcomeRowFragment, OutcomesByContributionQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Downloads } from "../parts/downloads.tsx";
import { Filters } from "../parts/filters.tsx";
import { Pager, useListPage } from "../parts/pager.tsx";
import { ScopeChoice, useScope } from "../parts/scope.tsx";
import { SearchField } from "../parts/search-field.tsx";
import { Select } from "../parts/select.tsx";
import { Sources } from "../parts/sources.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { Outcomes, OutcomesByContribution } from "./outcomes.graphql.ts";

/** How many plans stand on one page, each with its outcomes. */
const PLANS = 8;

/** Whether a programme contributes, as it stands in an address. */
const contributions = { yes: "A programme contributes", no: "No contribution recorded" } as const;
const contributionNames: readonly (keyof typeof contributions)[] = ["yes", "no"];

/** The outcomes of each plan, and how programmes say that they contribute to them. */
export default function OutcomesPage(): JSX.Element {
  const parts = useParts();
  const [contribution] = parts.many("contribution", contributionNames);
  return (
    <Page title="Outcomes" lead={<p>What plans aim for, and how the programmes say that they contribute. Whether that is a claim or rests on evidence stands beside it.</p>}>
      {contribution === undefined ? <ByPlan /> : <ByContribution contribution={contribution} />}
    </Page>
  );
}

function Choice({ total }: { readonly total: number | undefined }): JSX.Element {
  const parts = useParts();
  const [contribution = ""] = parts.many("contribution", contributionNames);
  return (
    <Filters names={["system", "place", "words", "contribution"]} result={total === undefined ? undefined : counted(total, "outcome")}>
      {contribution === "" && <SearchField label="Words in the title" value={parts.one("words") ?? ""} onSearch={(words) => { parts.set({ words }); }} />}
      <Select label="Contribution" value={contribution} onChoose={(value) => { parts.set({ contribution: value, words: undefined }); }} options={[{ value: "", name: "All, by plan" }, ...contributionNames.map((value) => ({ value, name: contributions[value] }))]} />
      <ScopeChoice />
    </Filters>
  );
}

function ByPlan(): JSX.Element {
  const filter = { ...useScope(), titleContains: useParts().one("words") };
  const answered = useAnswer(Outcomes, { filter, ...useListPage(PLANS) });
  const plans = answered.answer?.plans.nodes;
  return (
    <>
      <Choice total={plans?.reduce((sum, { outcomes }) => sum + outcomes.totalCount, 0)} />
      <Downloads of="outcomes" table="outcomes" filter={filter} />
      <Answer to={answered} what="the outcomes">
        {({ plans: { nodes, pageInfo } }) => (nodes.length === 0 ? <Empty>No outcome is recorded here.</Empty> : (
          <>
            {nodes.map(({ name, owner, outcomes }) => (
              <Fragment key={`${name} ${owner?.id}`}>
                <Table caption={owner === null ? name : `${name}, ${owner.name}`} columns={columns} rows={outcomes.nodes} keyOf={({ id }) => id} class="wm-table--panel" />
                {outcomes.totalCount > outcomes.nodes.length && <p>{counted(outcomes.totalCount - outcomes.nodes.length, "more outcome")}: all of them are in the table to download.</p>}
              </Fragment>
            ))}
            <Pager ends={pageInfo} />
          </>
        ))}
      </Answer>
    </>
  );
}

/** The outcomes behind one figure of the overview. */
function ByContribution({ contribution }: { readonly contribution: keyof typeof contributions }): JSX.Element {
  const answered = useAnswer(OutcomesByContribution, { on: useReading().on, ...useScope(), ...useListPage() });
  const figureIn = ({ overview }: OutcomesByContributionQuery) => overview.outcomes.byContribution.find(({ contributedTo }) => contributedTo === (contribution === "yes"));
  return (
    <>
      <Choice total={answered.answer === undefined ? undefined : (figureIn(answered.answer)?.count ?? 0)} />
      <Answer to={answered} what="the outcomes">
        {(answer) => {
          const { nodes = [], pageInfo = null } = figureIn(answer)?.records ?? {};
          return nodes.length === 0 ? <Empty>No outcome is like this.</Empty> : (
            <>
              <Table caption={contributions[contribution]} columns={columns} rows={nodes} keyOf={({ id }) => id} class="wm-table--panel" />
              {pageInfo !== null && <Pager ends={pageInfo} />}
            </>
          );
        }}
      </Answer>
    </>
  );
}

const columns: readonly Column<OutcomeRowFragment>[] = [
  { name: "Outcome", isHead: true, cell: ({ id, number, title }) => <Link to={`/records/${id}`}>{number !== null && `${number}. `}{title}</Link> },
  {
    name: "How programmes contribute",
    cell: ({ contributions: { nodes } }) => (nodes.length === 0 ? <span class="wm-absent">No contribution recorded</span> : (
      <ul class="wm-entries">
        {nodes.map(({ id, basis, statement, programme, evidence }) => (
          <li key={id}>
            <p>{programme !== null && <Link to={`/programmes/${programme.id}`}>{programme.name}</Link>} <Tag word={basis === "EVIDENCED" ? { text: "With evidence", tone: "good" } : { text: "Claimed", tone: "quiet" }} /></p>
            {statement !== null && <p>{statement}</p>}
            {evidence !== null && <p class="wm-small">Evidence: <Link to={`/records/${evidence.id}`}>{evidence.title}</Link></p>}
            <Sources record={id} of={statement ?? "the contribution"} />
          </li>
        ))}
      </ul>
    )),
  },
];
