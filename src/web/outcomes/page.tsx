import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import type { OutcomesQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Filters } from "../parts/filters.tsx";
import { ScopeChoice, useScope } from "../parts/scope.tsx";
import { SearchField } from "../parts/search-field.tsx";
import { Sources } from "../parts/sources.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { Outcomes } from "./outcomes.graphql.ts";

type Outcome = OutcomesQuery["plans"]["nodes"][number]["outcomes"]["nodes"][number];

/** The outcomes of each plan, and how programmes say that they contribute to them. */
export default function OutcomesPage(): JSX.Element {
  const parts = useParts();
  const answered = useAnswer(Outcomes, { filter: { ...useScope(), titleContains: parts.one("words") } });
  const plans = answered.answer?.plans.nodes;
  return (
    <Page title="Outcomes" lead={<p>What plans aim for, and how the programmes say that they contribute. Whether that is a claim or rests on evidence stands beside it.</p>}>
      <Filters names={["system", "place", "words"]} result={plans === undefined ? undefined : counted(plans.flatMap(({ outcomes }) => outcomes.nodes).length, "outcome")}>
        <SearchField label="Words in the title" value={parts.one("words") ?? ""} onSearch={(words) => { parts.set({ words }); }} />
        <ScopeChoice />
      </Filters>
      <Answer to={answered} what="the outcomes">
        {({ plans: { nodes } }) => (nodes.length === 0 ? <Empty>No outcome is recorded here.</Empty> : (
          <>{nodes.map(({ name, owner, outcomes }) => <Table key={`${name} ${owner?.id}`} caption={owner === null ? name : `${name}, ${owner.name}`} columns={columns} rows={outcomes.nodes} keyOf={({ id }) => id} class="wm-table--panel" />)}</>
        ))}
      </Answer>
    </Page>
  );
}

const columns: readonly Column<Outcome>[] = [
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
