import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { useReading } from "../address/reading-day.ts";
import { Page } from "../frame/page.tsx";
import { useAnswer } from "../graph/use-answer.ts";
import { MilestoneTable } from "../milestones/table.tsx";
import { Card } from "../parts/card.tsx";
import { PrintButton } from "../parts/print-button.tsx";
import { RatingPanel } from "../parts/rating-panel.tsx";
import { Tag } from "../parts/tag.tsx";
import { Trail } from "../records/trail.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { NotFound } from "../states/not-found.tsx";
import { sayDay } from "../words/days.ts";
import { wordFor } from "../words/word.ts";
import { freshness } from "../words/words.ts";
import { AboutProgramme } from "./about.tsx";
import type { FoundProgramme } from "./found.ts";
import { ProgrammeFunding } from "./funding.tsx";
import { Joined } from "./joined.tsx";
import { Programme } from "./programme.graphql.ts";
import { Report } from "./report.tsx";
import { Risks } from "./risks.tsx";
import { Workstreams } from "./workstreams.tsx";

/** A programme on one page that prints: how sure somebody is, what was done, what comes next, what is at risk, what is to be decided, and the money. */
export default function ProgrammePage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const { on } = useReading();
  const answered = useAnswer(Programme, { id, on });
  return <Answer to={answered} what="the programme">{({ programme }) => (programme === null ? <NotFound /> : <Shown programme={programme} on={on} />)}</Answer>;
}

function Shown({ programme, on }: { readonly programme: FoundProgramme; readonly on: string }): JSX.Element {
  const { id, name, place, rating, statusReports: { nodes: [latest, before] }, milestones } = programme;
  return (
    <Page
      title={name}
      caption={`Highlight report${place === null ? "" : `, ${place.name}`}`}
      above={[{ name: "Programmes", to: "/programmes" }]}
      lead={<p>As it stands on {sayDay(on)}. <Tag word={wordFor(freshness, programme.freshness.status)} />{programme.freshness.nextDueOn !== null && ` Next report by ${sayDay(programme.freshness.nextDueOn)}.`}</p>}
    >
      <div class="wm-controls"><PrintButton /></div>
      <div class="wm-report">
        <Card title="Delivery confidence" class="wm-report__half"><RatingPanel rating={rating} /></Card>
        <ProgrammeFunding funding={programme.fundingSummary} programme={id} />
        <Report latest={latest} before={before} />
        <Card title="Milestones" class="wm-report__all" aside={<Link to="/milestones" query={{ programme: id, view: "timeline" }}>As a timeline</Link>}>
          {milestones.nodes.length === 0 ? <Empty>No milestone is recorded for this programme.</Empty> : <MilestoneTable caption={`Milestones of ${name}`} isCaptionHidden rows={milestones.nodes} isOfOneProgramme isBare />}
          {milestones.totalCount > milestones.nodes.length && <p><Link to="/milestones" query={{ programme: id }}>All {milestones.totalCount} milestones</Link></p>}
        </Card>
        <Workstreams workstreams={programme.workstreams.nodes} programme={id} />
        <Risks risks={programme.risks} />
      </div>
      <div class="wm-screen-only">
        <AboutProgramme programme={programme} />
        <Joined id={id} on={on} />
        <Trail id={id} />
      </div>
    </Page>
  );
}
