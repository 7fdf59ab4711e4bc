import type { JSX } from "preact";
import { useReading } from "../address/reading-day.ts";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import { useAnswer } from "../graph/use-answer.ts";
import { DayField } from "../parts/day-field.tsx";
import { FilterOptions } from "../parts/filter-options.graphql.ts";
import { Filters } from "../parts/filters.tsx";
import { useListPage } from "../parts/pager.tsx";
import { PrintButton } from "../parts/print-button.tsx";
import { ScopeChoice, useScope } from "../parts/scope.tsx";
import { Select } from "../parts/select.tsx";
import { Answer } from "../states/answer.tsx";
import { counted } from "../words/counts.ts";
import { sayDay } from "../words/days.ts";
import { daysAfter } from "../words/today.ts";
import { AsText } from "./as-text.tsx";
import { Changes } from "./changes.graphql.ts";
import { DifferenceShown } from "./difference.tsx";

/** How far back one looks unless a day is chosen: about a month, as most boards meet. */
const DAYS_BACK = 31;

/** What changed between two days, as a board reads it: on a page, and as text to paste into a paper. */
export default function ChangesPage(): JSX.Element {
  const parts = useParts();
  const { on } = useReading();
  const from = parts.one("from") ?? daysAfter(on, -DAYS_BACK);
  const to = parts.one("to");
  const span = { from, to, filter: { ...useScope(), programme: parts.one("programme") } };
  const answered = useAnswer(Changes, { ...span, ...useListPage(100) });
  const programmes = (useAnswer(FilterOptions, {}).answer?.programmes.nodes ?? []).map(({ id, name }) => ({ value: id, name }));
  const total = answered.answer?.changesBetween.count;
  return (
    <Page title="What changed" lead={<p>From the end of {sayDay(from)} to {to === null ? `now` : `the end of ${sayDay(to)}`}.</p>}>
      <Filters names={["from", "to", "system", "place", "programme"]} result={total === undefined ? undefined : counted(total, "change")}>
        <DayField label="From the end of" value={from} onChoose={(day) => { parts.set({ from: day }); }} />
        <DayField label="To the end of (now, if empty)" value={to ?? ""} onChoose={(day) => { parts.set({ to: day }); }} />
        <ScopeChoice />
        <Select label="Programme" value={parts.one("programme") ?? ""} onChoose={(programme) => { parts.set({ programme }); }} options={[{ value: "", name: "All" }, ...programmes]} />
      </Filters>
      <div class="wm-controls"><AsText key={`${from} ${to}`} span={span} /><PrintButton /></div>
      <Answer to={answered} what="the changes">{({ changesBetween }) => <DifferenceShown difference={changesBetween} />}</Answer>
    </Page>
  );
}
