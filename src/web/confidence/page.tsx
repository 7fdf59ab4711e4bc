import type { JSX } from "preact";
import { useReading } from "../address/reading-day.ts";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import { useAnswer } from "../graph/use-answer.ts";
import { Filters } from "../parts/filters.tsx";
import { useListPage } from "../parts/pager.tsx";
import { ScopeChoice, useScope } from "../parts/scope.tsx";
import { Select, type SelectOption } from "../parts/select.tsx";
import { Answer } from "../states/answer.tsx";
import { NOT_RATED, publishedRatings, ratingWord } from "../words/ratings.ts";
import { freshness } from "../words/words.ts";
import { RatedSo, ReportingSo, type KindOfRated } from "./figure.tsx";
import { ConfidenceOfProgrammes, ConfidenceOfTeams, ConfidenceOfWorkstreams } from "./confidence.graphql.ts";
import { RatingTable, type Rated } from "./table.tsx";

const kinds: Readonly<Record<KindOfRated, string>> = { workstreams: "Workstreams", programmes: "Programmes", teams: "Health integration teams" };
const kindNames: readonly KindOfRated[] = ["workstreams", "programmes", "teams"];

const reportingOptions = [{ value: "", name: "All" }, ...Object.entries(freshness).map(([value, { text }]) => ({ value, name: text }))];

/** The judgements of the published scales; and one of a local scale where the address names it. */
function ratingOptions(chosen: string | null): readonly SelectOption[] {
  const names = [...publishedRatings, NOT_RATED];
  const others = chosen === null || names.includes(chosen) ? [] : [chosen];
  return [{ value: "", name: "All" }, ...[...names, ...others].map((name) => ({ value: name, name: ratingWord(name === NOT_RATED ? null : name).text }))];
}

/** What people have judged, by workstream and place: the word, the day, how old it is, and why. */
export default function ConfidencePage(): JSX.Element {
  const parts = useParts();
  const [of = "workstreams"] = parts.many("of", kindNames);
  const [rating, reporting] = [parts.one("rating"), parts.one("reporting", Object.keys(freshness))];
  const isAll = rating === null && reporting === null;
  return (
    <Page title="Delivery confidence" lead={<p>A rating is somebody’s judgement on a day, on a named scale. Where nobody has published one, it says so: not rated is neither green nor red.</p>}>
      <Filters names={["system", "place", "of", "rating", "scheme", "scale", "reporting"]} result={undefined}>
        <Select label="Of" value={of} onChoose={(value) => { parts.set({ of: value }); }} options={Object.entries(kinds).map(([value, name]) => ({ value, name }))} />
        <Select label="Judged" value={rating ?? ""} onChoose={(value) => { parts.set({ rating: value, scheme: undefined, scale: undefined, reporting: undefined }); }} options={ratingOptions(rating)} />
        <Select label="Reporting" value={reporting ?? ""} onChoose={(value) => { parts.set({ reporting: value, rating: undefined, scheme: undefined, scale: undefined }); }} options={reportingOptions} />
        <ScopeChoice />
      </Filters>
      {rating !== null && <RatedSo of={of} caption={kinds[of]} rating={rating} />}
      {rating === null && reporting !== null && <ReportingSo of={of} caption={kinds[of]} status={reporting} />}
      {isAll && of === "workstreams" && <Workstreams />}
      {isAll && of === "programmes" && <Programmes />}
      {isAll && of === "teams" && <Teams />}
    </Page>
  );
}

/** What each of the three asks. */
function useAsked() {
  return { on: useReading().on, ...useScope(), ...useListPage() };
}

function Workstreams(): JSX.Element {
  const answered = useAnswer(ConfidenceOfWorkstreams, useAsked());
  return (
    <Answer to={answered} what="the judgements">
      {({ workstreams: { nodes, pageInfo } }) => <RatingTable caption="Workstreams" ends={pageInfo} rows={nodes.map(({ id, name, isExample, programme, rating, freshness }): Rated => ({ id, to: `/workstreams/${id}`, name, isExample, under: programme?.name ?? null, place: programme?.place?.name ?? null, rating, freshness }))} />}
    </Answer>
  );
}

function Programmes(): JSX.Element {
  const answered = useAnswer(ConfidenceOfProgrammes, useAsked());
  return (
    <Answer to={answered} what="the judgements">
      {({ programmes: { nodes, pageInfo } }) => <RatingTable caption="Programmes" ends={pageInfo} rows={nodes.map(({ id, name, isExample, place, rating, freshness }): Rated => ({ id, to: `/programmes/${id}`, name, isExample, under: null, place: place?.name ?? null, rating, freshness }))} />}
    </Answer>
  );
}

function Teams(): JSX.Element {
  const answered = useAnswer(ConfidenceOfTeams, useAsked());
  return (
    <Answer to={answered} what="the judgements">
      {({ healthIntegrationTeams: { nodes, pageInfo } }) => <RatingTable caption="Health integration teams" ends={pageInfo} rows={nodes.map(({ id, name, isExample, place, rating, freshness }): Rated => ({ id, to: `/teams/${id}`, name, isExample, under: null, place: place?.name ?? null, rating, freshness }))} />}
    </Answer>
  );
}
