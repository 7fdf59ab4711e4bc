import type { JSX } from "preact";
import { useReading } from "../address/reading-day.ts";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import { useAnswer } from "../graph/use-answer.ts";
import { Downloads } from "../parts/downloads.tsx";
import { Filters } from "../parts/filters.tsx";
import { useListPage } from "../parts/pager.tsx";
import { ScopeChoice, useScope } from "../parts/scope.tsx";
import { Select } from "../parts/select.tsx";
import { Answer } from "../states/answer.tsx";
import { counted } from "../words/counts.ts";
import { measureProgress, progressOrder } from "../words/words.ts";
import { Measures, MeasuresByProgress } from "./measures.graphql.ts";
import { MeasureTable } from "./table.tsx";

const progressOptions = [{ value: "", name: "All" }, ...progressOrder.map((value) => ({ value, name: measureProgress[value].text }))];

/** What is counted, against what was aimed at. A count that is not exact is not made so. */
export default function MeasuresPage(): JSX.Element {
  const [progress] = useParts().many("progress", progressOrder);
  return (
    <Page title="Measures" lead={<p>What is counted, and how far it has come towards its target.</p>}>
      {progress === undefined ? <All /> : <WithProgress progress={progress} />}
    </Page>
  );
}

function All(): JSX.Element {
  const scope = useScope();
  const answered = useAnswer(Measures, { on: useReading().on, filter: scope, ...useListPage() });
  return (
    <>
      <Choice progress="" total={answered.answer?.measures.totalCount} />
      <Downloads of="measures" table="measures" filter={{ ...scope }} />
      <Answer to={answered} what="the measures">{({ measures: { nodes, pageInfo } }) => <MeasureTable measures={nodes} ends={pageInfo} />}</Answer>
    </>
  );
}

/** Those that stand so against their targets, as the overview counts them. */
function WithProgress({ progress }: { readonly progress: (typeof progressOrder)[number] }): JSX.Element {
  const answered = useAnswer(MeasuresByProgress, { on: useReading().on, ...useScope(), ...useListPage() });
  const figure = answered.answer?.overview.measures.byProgress.find(({ status }) => status === progress);
  return (
    <>
      <Choice progress={progress} total={figure?.count} />
      <Answer to={answered} what="the measures">{() => (figure === undefined ? null : <MeasureTable measures={figure.records.nodes.map(({ measure }) => measure)} ends={figure.records.pageInfo} />)}</Answer>
    </>
  );
}

function Choice({ progress, total }: { readonly progress: string; readonly total: number | undefined }): JSX.Element {
  const parts = useParts();
  return (
    <Filters names={["system", "place", "progress"]} result={total === undefined ? undefined : counted(total, "measure")}>
      <ScopeChoice />
      <Select label="Against the target" value={progress} onChoose={(value) => { parts.set({ progress: value }); }} options={progressOptions} />
    </Filters>
  );
}
