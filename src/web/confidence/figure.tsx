import type { JSX } from "preact";
import { useReading } from "../address/reading-day.ts";
import { useParts } from "../address/use-parts.ts";
import type { RatedRecordFragment, RatingRecordsFragment, ReportingRecordsFragment } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { useScope } from "../parts/scope.tsx";
import { recordPath } from "../records/kinds.ts";
import { Answer } from "../states/answer.tsx";
import { NOT_RATED } from "../words/ratings.ts";
import { RatingFigures, ReportingFigures } from "./confidence.graphql.ts";
import { RatingTable, type Rated } from "./table.tsx";

/** What can be judged, and how each is called in an address. */
export type KindOfRated = "workstreams" | "programmes" | "teams";

interface FigureProps {
  readonly of: KindOfRated;
  readonly caption: string;
}

/** The records behind one judgement of the overview: those that are judged so, on the scale that it is from where that is given. */
export function RatedSo({ of, caption, rating }: FigureProps & { readonly rating: string }): JSX.Element {
  const parts = useParts();
  const [scheme, scale] = [parts.one("scheme"), parts.one("scale")];
  const answered = useAnswer(RatingFigures, useAsked(of));
  const isMeant = (figure: RatingRecordsFragment): boolean => (figure.rating ?? NOT_RATED) === rating && (scheme === null || figure.scheme === scheme) && (scale === null || figure.localScheme === scale);
  return (
    <Answer to={answered} what="the judgements">
      {({ overview: { confidence: { programmes, workstreams, healthIntegrationTeams } } }) => <Records caption={caption} figures={((programmes ?? workstreams ?? healthIntegrationTeams)?.ratings ?? []).filter(isMeant)} />}
    </Answer>
  );
}

/** The records behind one figure of who has reported. */
export function ReportingSo({ of, caption, status }: FigureProps & { readonly status: string }): JSX.Element {
  const answered = useAnswer(ReportingFigures, useAsked(of));
  return (
    <Answer to={answered} what="the reporting">
      {({ overview: { freshness: { programmes, workstreams, healthIntegrationTeams } } }) => <Records caption={caption} figures={(programmes ?? workstreams ?? healthIntegrationTeams ?? []).filter((figure) => figure.status === status)} />}
    </Answer>
  );
}

function useAsked(of: KindOfRated) {
  return { on: useReading().on, ...useScope(), programmes: of === "programmes", workstreams: of === "workstreams", teams: of === "teams" };
}

function Records({ caption, figures }: { readonly caption: string; readonly figures: readonly (RatingRecordsFragment | ReportingRecordsFragment)[] }): JSX.Element {
  const rows = figures.flatMap(({ records }) => records.nodes.flatMap(({ record }) => ratedOf(record)));
  const all = figures.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <RatingTable caption={caption} rows={rows} ends={null} />
      {all > rows.length && <p class="wm-small">The first {rows.length} of {all}. Choose a place to see the others.</p>}
    </>
  );
}

function ratedOf(record: RatedRecordFragment): Rated[] {
  if (record.__typename === "Workstream") return [rated(record, record.programme, record.programme?.place ?? null)];
  return record.__typename === "Programme" || record.__typename === "HealthIntegrationTeam" ? [rated(record, null, record.place)] : [];
}

type Judged = Extract<RatedRecordFragment, { readonly rating: unknown }>;
interface Named {
  readonly name: string;
}

function rated({ __typename, id, called, isExample, rating, freshness }: Judged, under: Named | null, place: Named | null): Rated {
  return { id, to: recordPath(__typename, id), name: called, isExample, under: under?.name ?? null, place: place?.name ?? null, rating, freshness };
}
