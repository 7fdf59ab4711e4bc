import type { JSX } from "preact";
import { hrefOf, partsOf } from "../address/address.ts";
import { useReading } from "../address/reading-day.ts";
import { useAddress } from "../address/use-address.ts";
import { useParts, PLACES_IN_A_LIST } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import type { QualityQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { Filters } from "../parts/filters.tsx";
import { Pager, useListPage } from "../parts/pager.tsx";
import { ScopeChoice, useScope } from "../parts/scope.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { kindName } from "../records/kinds.ts";
import { RecordLink } from "../records/record-link.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { fieldWords } from "../words/fields.ts";
import { findingNames, findings, type FindingName } from "../words/quality.ts";
import { findingsOf, type Finding } from "./findings-of.ts";
import { Quality } from "./quality.graphql.ts";

/** How far all this can be relied on: what is missing, not exact, contradicted or without a source, and in which records. */
export default function QualityPage(): JSX.Element {
  const scope = useScope();
  const answered = useAnswer(Quality, { on: useReading().on, ...scope });
  const finding = useParts().many("finding", findingNames)[0] ?? "stale";
  return (
    <Page title="Data quality" lead={<p>What is missing, not exact, contradicted or without a source. Nothing here is a fault of anybody: it says how far the rest can be relied on.</p>}>
      <Filters names={["system", "place"]} result={undefined}><ScopeChoice /></Filters>
      <Answer to={answered} what="the findings">{({ overview }) => <Choice quality={overview.dataQuality} chosen={finding} />}</Answer>
      <Findings key={finding} finding={finding} />
    </Page>
  );
}

/** What can be found, how often; one of them is opened below. */
function Choice({ quality, chosen }: { readonly quality: QualityQuery["overview"]["dataQuality"]; readonly chosen: FindingName }): JSX.Element {
  const { path, query } = useAddress();
  const parts = partsOf(query, ["finding", ...PLACES_IN_A_LIST]);
  return (
    <nav class="wm-tiles" aria-label="Findings">
      {findingNames.map((name) => (
        <a key={name} class="wm-tile" href={hrefOf(path, { ...parts, finding: name })} aria-current={name === chosen ? "true" : undefined}>
          <strong class="wm-tile__number">{quality[name].count.toLocaleString("en-GB")}</strong>
          <span class="wm-tile__name">{findings[name].name}</span>
          <span class="wm-tile__text">{quality[name].byType.toSorted((a, b) => b.count - a.count).slice(0, 3).map(({ type, count }) => `${kindName(type)} ${count}`).join(", ")}</span>
        </a>
      ))}
    </nav>
  );
}

function Findings({ finding }: { readonly finding: FindingName }): JSX.Element {
  const answered = useAnswer(findingsOf[finding], { on: useReading().on, ...useScope(), ...useListPage() });
  return (
    <Card title={findings[finding].name}>
      <p>{findings[finding].text}</p>
      <Answer to={answered} what="the records">
        {({ overview: { dataQuality: { figure } } }) => (figure.records.nodes.length === 0 ? <Empty>There is none.</Empty> : (
          <>
            <Table caption={findings[finding].name} isCaptionHidden columns={columns} rows={figure.records.nodes} keyOf={({ record }) => record.id} />
            <Pager ends={figure.records.pageInfo} />
          </>
        ))}
      </Answer>
    </Card>
  );
}

const columns: readonly Column<Finding>[] = [
  { name: "Record", isHead: true, cell: ({ record }) => <RecordLink record={record} /> },
  { name: "What it is", cell: ({ record }) => kindName(record.__typename) },
  { name: "Fields", cell: ({ fields }) => (fields.length === 0 ? <span class="wm-absent">The whole record</span> : fields.map(fieldWords).join(", ")) },
];
