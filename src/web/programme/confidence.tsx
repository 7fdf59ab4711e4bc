import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { HighlightReportFragment, RatingTextFragment } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { RatingPanel } from "../parts/rating-panel.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { schemes, workstreamStatus } from "../words/more-words.ts";
import { ratingWord } from "../words/ratings.ts";
import { plainly, wordFor } from "../words/word.ts";
import type { FoundProgramme } from "./found.ts";
import { periodOf, reportedOf, type Reported } from "./reports.ts";

/** How sure people are of the programme and of each workstream, with the time before beside it, and why. */
export function ProgrammeConfidence({ programme }: { readonly programme: FoundProgramme }): JSX.Element {
  const reported = reportedOf(programme);
  const [own] = reported;
  // Where the report that the rating is from stands in the table, it is not told twice.
  const isInTable = own !== undefined && own.to === null && own.latest?.id === programme.rating.judgement?.report?.id;
  const columns: readonly Column<Reported>[] = [
    { name: "Part", isHead: true, cell: ({ id, name, to }) => <>{to === null ? "The programme" : <Link to={to}>{name}</Link>}<Standing workstream={programme.workstreams.nodes.find((workstream) => workstream.id === id)} /></> },
    { name: "Latest", class: "wm-report__judged", cell: ({ latest }) => <Judged report={latest} /> },
    { name: "Time before", class: "wm-report__judged", cell: ({ before }) => <Judged report={before} /> },
    { name: "In short", cell: ({ to, latest }) => <>{latest?.narrative ?? <span class="wm-absent">No summary</span>}{to === null && isInTable && <Scale rating={programme.rating} />}</> },
  ];
  return (
    <Card title="Delivery confidence" aside={<Link to="/readiness" query={{ programme: programme.id }}>Readiness</Link>}>
      {!isInTable && <RatingPanel rating={programme.rating} />}
      {reported.length > 0 && <Table caption="What was reported, part by part" isCaptionHidden columns={columns} rows={reported} keyOf={({ id }) => id} />}
    </Card>
  );
}

/** On which scale the programme is judged, what the scale says, and how old the judgement is. */
function Scale({ rating: { scheme, wording, date, age } }: { readonly rating: RatingTextFragment }): JSX.Element {
  return <span class="wm-under">{scheme !== null && `On ${schemes[scheme]}: `}{wording !== null && `“${wording}” `}{date !== null && `Judged ${date.plain}`}{age !== null && `, ${age.plain} old`}</span>;
}

function Standing({ workstream }: { readonly workstream: FoundProgramme["workstreams"]["nodes"][number] | undefined }): JSX.Element | null {
  if (workstream === undefined) return null;
  const waiting = workstream.blockedBy.filter(({ waiver }) => waiver === null).length;
  const waived = workstream.blockedBy.length - waiting;
  return <span class="wm-under"><Tag word={wordFor(workstreamStatus, workstream.status)} />{waiting > 0 && " has to wait"}{waived > 0 && " goes on by a waiver"}</span>;
}

/** Each side of the work that a report judges, with its word, and the time that it covers. */
function Judged({ report }: { readonly report: HighlightReportFragment | undefined }): JSX.Element {
  if (report === undefined) return <span class="wm-absent">No report</span>;
  return (
    <>
      {report.judgements.length === 0 ? <Tag word={ratingWord(null)} /> : report.judgements.map(({ id, dimension, rating }) => (
        <span class="wm-judged" key={id}>{dimension !== "OVERALL" && `${plainly(dimension)} `}<Tag word={ratingWord(rating)} /></span>
      ))}
      <span class="wm-under"><Link to={`/reports/${report.id}`}>{periodOf(report)}</Link></span>
    </>
  );
}
