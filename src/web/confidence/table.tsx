import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { FreshnessStatus, PageEndsFragment, RatingTextFragment } from "../graph/types.ts";
import { ExampleTag } from "../parts/example-tag.tsx";
import { Pager } from "../parts/pager.tsx";
import { Reporting } from "../parts/reporting.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { schemes } from "../words/more-words.ts";
import { ratingWord } from "../words/ratings.ts";

/** Something that can be judged, with the judgement. */
export interface Rated {
  readonly id: string;
  readonly to: string;
  readonly name: string;
  readonly isExample: boolean;
  readonly under: string | null;
  readonly place: string | null;
  readonly rating: RatingTextFragment;
  readonly freshness: { readonly status: FreshnessStatus; readonly nextDueOn: string | null };
}

interface RatingTableProps {
  readonly caption: string;
  readonly rows: readonly Rated[];
  /** Null where all of them are there. */
  readonly ends: PageEndsFragment | null;
}

/** Judgements place by place, each with its word, day, age and reason. */
export function RatingTable({ caption, rows, ends }: RatingTableProps): JSX.Element {
  if (rows.length === 0) return <Empty>Nothing is recorded here.</Empty>;
  const places = [...new Set(rows.map(({ place }) => place))].toSorted((a, b) => (a ?? "~").localeCompare(b ?? "~"));
  return (
    <>
      {places.map((place) => {
        const here = rows.filter((row) => row.place === place);
        return <Table key={place} caption={`${place ?? "No place recorded"}: ${counted(here.filter(({ rating }) => rating.status === "RATED").length, "judgement")} on ${here.length} ${caption.toLowerCase()}`} columns={columns} rows={here} keyOf={({ id }) => id} class="wm-table--panel" />;
      })}
      {ends !== null && <Pager ends={ends} />}
    </>
  );
}

const columns: readonly Column<Rated>[] = [
  { name: "Name", isHead: true, cell: ({ to, name, isExample, under }) => <><Link to={to}>{name}</Link>{isExample && <> <ExampleTag /></>}{under !== null && <span class="wm-under">{under}</span>}</> },
  { name: "Judgement", cell: ({ rating }) => <><Tag word={ratingWord(rating.rating)} />{rating.scheme !== null && <span class="wm-under">{schemes[rating.scheme]}</span>}</> },
  { name: "Judged", cell: ({ rating: { date, age } }) => (date === null ? <span class="wm-absent">Never</span> : <>{date.plain}{age !== null && <span class="wm-under">{age.plain} old</span>}</>) },
  {
    name: "Why",
    cell: ({ rating: { judgement } }) => (judgement === null ? <span class="wm-absent">Nobody has published one</span> : (
      <>
        {judgement.rationale ?? <span class="wm-absent">No reason given</span>}
        {judgement.report !== null && <span class="wm-under"><Link to={`/reports/${judgement.report.id}`}>{judgement.report.title}</Link></span>}
      </>
    )),
  },
  { name: "Reporting", cell: ({ freshness }) => <Reporting of={freshness} /> },
];
