import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { MyWorkQuery } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { ExampleTag } from "../parts/example-tag.tsx";
import { Reporting } from "../parts/reporting.tsx";
import { Tag } from "../parts/tag.tsx";
import { counted } from "../words/counts.ts";
import { reportStatus, workstreamStatus } from "../words/more-words.ts";
import { timings } from "../words/timing.ts";
import { wordFor } from "../words/word.ts";

type Workstream = MyWorkQuery["viewer"]["leads"]["nodes"][number];
type Milestones = Workstream["waiting"]["nodes"];

interface LedProps {
  readonly workstream: Workstream;
  readonly today: string;
  /** Whether an update of it was begun in this browser and not saved. */
  readonly isLeft: boolean;
}

/** One workstream that somebody leads: when its report is due, and what has gone quiet or comes next. */
export function Led({ workstream, today, isLeft }: LedProps): JSX.Element {
  const { id, name, isExample, status, programme, freshness, nextStatusReport: { period, openReport }, waiting, coming, criteria, risks } = workstream;
  const toLookAt = risks.nodes.filter(({ reviewDue }) => reviewDue.latest !== null && reviewDue.latest < today);
  return (
    <Card title={<><Link to={`/workstreams/${id}`}>{name}</Link>{isExample && <> <ExampleTag /></>}</>} aside={programme !== null && <Link to={`/programmes/${programme.id}`}>{programme.name}</Link>}>
      <p><Tag word={wordFor(workstreamStatus, status)} /> <Reporting of={freshness} /></p>
      {openReport === null
        ? period.status === "KNOWN" && <p>Your next report covers {period.plain}.</p>
        : <p><Tag word={wordFor(reportStatus, openReport.status)} /> <Link to={`/reports/${openReport.id}`}>{openReport.title}</Link>{openReport.returnReason !== null && openReport.status === "RETURNED" && `: ${openReport.returnReason}`}</p>}
      {isLeft && <p class="wm-found">You have begun an update in this browser and not saved it.</p>}
      <MilestoneLines title="Due or overdue" milestones={waiting.nodes} total={waiting.totalCount} of={id} />
      <MilestoneLines title="Due within six weeks" milestones={coming.nodes} total={coming.totalCount} of={id} />
      {criteria.totalCount > 0 && (
        <>
          <h3 class="wm-card__part">Evidence outstanding</h3>
          <ul>{criteria.nodes.map((criterion) => <li key={criterion.id}><Link to={`/records/${criterion.id}`}>{criterion.statement}</Link></li>)}</ul>
        </>
      )}
      {toLookAt.length > 0 && (
        <>
          <h3 class="wm-card__part">Risks to look at again</h3>
          <ul>{toLookAt.map((risk) => <li key={risk.id}><Link to={`/records/${risk.id}`}>{risk.title}</Link> <span class="wm-small">since {risk.reviewDue.plain}</span></li>)}</ul>
        </>
      )}
      <div class="wm-buttons"><Link class="nhsuk-button wm-button" to={`/workstreams/${id}/update`}>{isLeft ? "Go on with your update" : "Update"}<span class="nhsuk-u-visually-hidden"> of {name}</span></Link></div>
    </Card>
  );
}

function MilestoneLines({ title, milestones, total, of }: { readonly title: string; readonly milestones: Milestones; readonly total: number; readonly of: string }): JSX.Element | null {
  if (total === 0) return null;
  return (
    <>
      <h3 class="wm-card__part">{title}</h3>
      <ul class="wm-lines">
        {milestones.map(({ id, title: name, timing, due }) => <li key={id}><Tag word={wordFor(timings, timing)} /> <Link to={`/milestones/${id}`}>{name}</Link> <span class="wm-small">{due.plain}</span></li>)}
      </ul>
      {total > milestones.length && <p class="wm-small">{counted(total, "milestone")} in all: <Link to={`/workstreams/${of}`}>see them</Link></p>}
    </>
  );
}
