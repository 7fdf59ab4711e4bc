import type { JSX } from "preact";
import { useParts } from "../address/use-parts.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Choices } from "../parts/choices.tsx";
import { DayField } from "../parts/day-field.tsx";
import { FilterOptions } from "../parts/filter-options.graphql.ts";
import { Filters } from "../parts/filters.tsx";
import { ScopeChoice } from "../parts/scope.tsx";
import { SearchField } from "../parts/search-field.tsx";
import { Select } from "../parts/select.tsx";
import { financialYearsUntil } from "../words/financial-years.ts";
import { timingOrder, timings } from "../words/timing.ts";
import { today } from "../words/today.ts";
import { certainties, dayWindows, filterNames } from "./filter.ts";

const dueOptions = [
  { value: "", name: "At any time" },
  ...dayWindows.map((days) => ({ value: days, name: `In the next ${days} days` })),
  ...financialYearsUntil(today()).map((year) => ({ value: year, name: `In ${year}` })),
  { value: "dates", name: "Between two days" },
];

const certaintyOptions = [{ value: "", name: "Surely or possibly" }, { value: "CERTAIN", name: "Surely" }, { value: "POSSIBLE", name: "Possibly" }];

const timingOptions = timingOrder.map((timing) => ({ value: timing, name: timings[timing].text }));

/** Which milestones to show. */
export function MilestoneFilters({ result }: { readonly result: string | undefined }): JSX.Element {
  const parts = useParts();
  const { answer } = useAnswer(FilterOptions, {});
  const due = parts.one("due") ?? "";
  return (
    <Filters names={filterNames} result={result}>
      <SearchField label="Words in the title" value={parts.one("words") ?? ""} onSearch={(words) => { parts.set({ words }); }} />
      <ScopeChoice />
      <Select label="Programme" value={parts.one("programme") ?? ""} onChoose={(programme) => { parts.set({ programme }); }} options={[{ value: "", name: "All" }, ...named(answer?.programmes.nodes)]} />
      <Select label="Owner" value={parts.one("team") ?? ""} onChoose={(team) => { parts.set({ team }); }} options={[{ value: "", name: "All" }, ...named(answer?.healthIntegrationTeams.nodes)]} />
      <Select label="Due" value={due} onChoose={(value) => { parts.set({ due: value, from: undefined, to: undefined, certainty: undefined }); }} options={dueOptions} />
      {due !== "" && <Select label="How sure" value={parts.many("certainty", certainties)[0] ?? ""} onChoose={(certainty) => { parts.set({ certainty }); }} options={certaintyOptions} />}
      {due === "dates" && (
        <>
          <DayField label="From" value={parts.one("from") ?? ""} onChoose={(from) => { parts.set({ from }); }} />
          <DayField label="To" value={parts.one("to") ?? ""} onChoose={(to) => { parts.set({ to }); }} />
        </>
      )}
      <Choices legend="Where they stand" options={timingOptions} chosen={parts.many("timing", timingOrder)} onChoose={(timing) => { parts.set({ timing }); }} />
    </Filters>
  );
}

function named(nodes: readonly { readonly id: string; readonly name: string }[] = []): { readonly value: string; readonly name: string }[] {
  return nodes.map(({ id, name }) => ({ value: id, name }));
}
