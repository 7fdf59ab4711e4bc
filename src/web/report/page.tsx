import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { Page } from "../frame/page.tsx";
import type { ReportItemKind, StatusReportQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { DateText } from "../parts/date-text.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { PrintButton } from "../parts/print-button.tsx";
import { Tag } from "../parts/tag.tsx";
import { Trail } from "../records/trail.tsx";
import { Answer } from "../states/answer.tsx";
import { NotFound } from "../states/not-found.tsx";
import { reportStatus, schemes } from "../words/more-words.ts";
import { ratingWord } from "../words/ratings.ts";
import { plainly, wordFor } from "../words/word.ts";
import { ReportActs } from "./acts.tsx";
import { StatusReport } from "./report.graphql.ts";

/** One status report, as it was written. */
export default function ReportPage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(StatusReport, { id });
  return <Answer to={answered} what="the report">{({ statusReport }) => (statusReport === null ? <NotFound /> : <Shown report={statusReport} />)}</Answer>;
}

type Found = NonNullable<StatusReportQuery["statusReport"]>;

const itemTitles: Readonly<Record<ReportItemKind, string>> = { ACHIEVED: "Achieved", NOT_DONE: "Not done", DOING: "Being done", NEXT: "Next", DECISION_NEEDED: "Decisions needed" };
const itemKinds = ["ACHIEVED", "NOT_DONE", "DOING", "NEXT", "DECISION_NEEDED"] as const;

function Shown({ report }: { readonly report: Found }): JSX.Element {
  const { id, title, programme, workstream, healthIntegrationTeam: team, judgements, items } = report;
  return (
    <Page title={title} caption="Status report" isExample={report.isExample} lead={<p><Tag word={wordFor(reportStatus, report.status)} /></p>}>
      <div class="wm-controls"><PrintButton /></div>
      <ReportActs report={report} />
      <Card title="About it">
        <Facts>
          <Fact name="On">
            {programme !== null && <Link to={`/programmes/${programme.id}`}>{programme.name}</Link>}
            {workstream !== null && <Link to={`/workstreams/${workstream.id}`}>{workstream.name}</Link>}
            {team !== null && <Link to={`/teams/${team.id}`}>{team.name}</Link>}
          </Fact>
          <Fact name="Period" of={report} field="period"><DateText date={report.period} /></Fact>
          <Fact name="Submitted" of={report} field="submitted"><DateText date={report.submitted} /></Fact>
          <Fact name="Published" of={report} field="published"><DateText date={report.published} /></Fact>
          {report.returnReason !== null && <Fact name="Returned because" of={report} field="returnReason">{report.returnReason}</Fact>}
          {report.publishedAs !== null && <Fact name="Published as" of={report} field="publishedAs"><Link to={`/sources/${report.publishedAs.id}`}>{report.publishedAs.title}</Link></Fact>}
          {report.corrects !== null && <Fact name="Corrects"><Link to={`/reports/${report.corrects.id}`}>{report.corrects.title}</Link></Fact>}
          {report.correctedBy.length > 0 && <Fact name="Corrected by"><ul class="wm-lines">{report.correctedBy.map((other) => <li key={other.id}><Link to={`/reports/${other.id}`}>{other.title}</Link></li>)}</ul></Fact>}
        </Facts>
      </Card>
      {report.narrative !== null && <Card title="Summary"><p class="wm-prose">{report.narrative}</p></Card>}
      {judgements.length > 0 && (
        <Card title="Judgements">
          <ul class="wm-entries">
            {judgements.map((judgement) => (
              <li key={judgement.id}>
                <p class="wm-entries__text"><strong>{plainly(judgement.dimension)}</strong> <Tag word={ratingWord(judgement.rating)} /></p>
                {judgement.rationale !== null && <p class="wm-entries__text">{judgement.rationale}</p>}
                <p class="wm-small">On {schemes[judgement.scheme]}: “{judgement.wording}” {(judgement.judgedByHealthIntegrationTeam ?? judgement.judgedBy)?.name}{judgement.judged.status === "KNOWN" && `, ${judgement.judged.plain}`}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {itemKinds.map((kind) => {
        const lines = items.nodes.filter((item) => item.kind === kind);
        return lines.length === 0 ? null : (
          <Card key={kind} title={itemTitles[kind]}>
            <ul class="wm-entries">
              {lines.map((item) => (
                <li key={item.id}>
                  <p class="wm-entries__text"><Link to={`/records/${item.id}`}>{item.statement}</Link>{item.date.status === "KNOWN" && <span class="wm-small"> {item.date.plain}</span>}</p>
                  {item.milestone !== null && <p class="wm-small">Milestone: <Link to={`/milestones/${item.milestone.id}`}>{item.milestone.title}</Link></p>}
                  {item.group !== null && <p class="wm-small">For <Link to={`/groups/${item.group.id}`}>{item.group.name}</Link></p>}
                </li>
              ))}
            </ul>
          </Card>
        );
      })}
      <Trail id={id} />
    </Page>
  );
}
