import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { HighlightReportFragment, ReportItemKind } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { Tag } from "../parts/tag.tsx";
import { Empty } from "../states/empty.tsx";
import { ratingWord } from "../words/ratings.ts";
import { plainly } from "../words/word.ts";

interface ReportProps {
  readonly latest: HighlightReportFragment | undefined;
  /** Of the period before; beside the latest it shows what has changed. */
  readonly before: HighlightReportFragment | undefined;
}

/** What the latest published report says, with the one before beside it. */
export function Report({ latest, before }: ReportProps): JSX.Element {
  if (latest === undefined) return <Card title="What was reported" class="wm-report__all"><Empty>No report has been published for this programme.</Empty></Card>;
  return (
    <>
      <Card title={`What was reported: ${periodOf(latest)}`} class="wm-report__all" aside={<Link to={`/reports/${latest.id}`}>The report</Link>}>
        {latest.narrative !== null && <p>{latest.narrative}</p>}
        <Judgements latest={latest} before={before} />
      </Card>
      <Items title="Achieved" kind="ACHIEVED" latest={latest} before={before} />
      <Items title="Not done" kind="NOT_DONE" latest={latest} before={before} />
      <Items title="Being done" kind="DOING" latest={latest} before={before} />
      <Items title="Next" kind="NEXT" latest={latest} before={before} />
      <Items title="Decisions needed" kind="DECISION_NEEDED" latest={latest} before={before} />
    </>
  );
}

function periodOf({ period, published, title }: HighlightReportFragment): string {
  if (period.status === "KNOWN") return period.plain;
  return published.status === "KNOWN" ? published.plain : title;
}

/** Each side of the work as it was judged, in this period and the one before. */
function Judgements({ latest, before }: { readonly latest: HighlightReportFragment; readonly before: HighlightReportFragment | undefined }): JSX.Element | null {
  if (latest.judgements.length === 0) return null;
  const earlier = (dimension: string): string | null => before?.judgements.find((judgement) => judgement.dimension === dimension)?.rating ?? null;
  return (
    <table class="wm-compare">
      <caption class="nhsuk-u-visually-hidden">Judgements, this period and the one before</caption>
      <thead>
        <tr><th scope="col">Side of the work</th><th scope="col">{periodOf(latest)}</th>{before !== undefined && <th scope="col">{periodOf(before)}</th>}</tr>
      </thead>
      <tbody>
        {latest.judgements.map(({ id, dimension, rating }) => (
          <tr key={id}><th scope="row">{plainly(dimension)}</th><td><Tag word={ratingWord(rating)} /></td>{before !== undefined && <td><Tag word={ratingWord(earlier(dimension))} /></td>}</tr>
        ))}
      </tbody>
    </table>
  );
}

/** One kind of line, now and the period before. Nothing, where neither report has one. */
function Items({ title, kind, latest, before }: ReportProps & { readonly title: string; readonly kind: ReportItemKind; readonly latest: HighlightReportFragment }): JSX.Element | null {
  const now = latest.items.nodes.filter((item) => item.kind === kind);
  const then = (before?.items.nodes ?? []).filter((item) => item.kind === kind);
  if (now.length + then.length === 0) return null;
  return (
    <Card title={title} class="wm-report__half">
      <ItemList items={now} none="Nothing in this period." />
      {before !== undefined && (
        <div class="wm-before">
          <h3 class="wm-before__title">Last period ({periodOf(before)})</h3>
          <ItemList items={then} none="Nothing." />
        </div>
      )}
    </Card>
  );
}

function ItemList({ items, none }: { readonly items: HighlightReportFragment["items"]["nodes"]; readonly none: string }): JSX.Element {
  if (items.length === 0) return <p class="wm-empty">{none}</p>;
  return (
    <ul>
      {items.map(({ id, statement, date, milestone }) => (
        <li key={id}>{milestone === null ? statement : <Link to={`/milestones/${milestone.id}`}>{statement}</Link>}{date.status === "KNOWN" && <span class="wm-small"> {date.plain}</span>}</li>
      ))}
    </ul>
  );
}
