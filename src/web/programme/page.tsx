import type { JSX } from "preact";
import type { PathParts } from "../address/page-type.ts";
import { useReading } from "../address/reading-day.ts";
import { Subscribe } from "../calendar/subscribe.tsx";
import { Page } from "../frame/page.tsx";
import { useAnswer } from "../graph/use-answer.ts";
import { PrintButton } from "../parts/print-button.tsx";
import { Reporting } from "../parts/reporting.tsx";
import { Trail } from "../records/trail.tsx";
import { Answer } from "../states/answer.tsx";
import { NotFound } from "../states/not-found.tsx";
import { sayDay } from "../words/days.ts";
import { WriteLink } from "../write/write-link.tsx";
import { AboutProgramme } from "./about.tsx";
import { ProgrammeConfidence } from "./confidence.tsx";
import type { FoundProgramme } from "./found.ts";
import { ProgrammeFunding } from "./funding.tsx";
import { Joined } from "./joined.tsx";
import { Lines } from "./lines.tsx";
import { ProgrammeMilestones } from "./milestones.tsx";
import { Programme } from "./programme.graphql.ts";
import { reportedOf } from "./reports.ts";
import { Risks } from "./risks.tsx";

/** A programme on one page that prints: how sure people are, what was done, what comes next, what is at risk, what is to be decided, and the money. */
export default function ProgrammePage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const { on } = useReading();
  const answered = useAnswer(Programme, { id, on });
  return <Answer to={answered} what="the programme">{({ programme }) => (programme === null ? <NotFound /> : <Shown programme={programme} on={on} />)}</Answer>;
}

function Shown({ programme, on }: { readonly programme: FoundProgramme; readonly on: string }): JSX.Element {
  const { id, name, place } = programme;
  const reported = reportedOf(programme);
  return (
    <Page
      title={name}
      caption={`Highlight report${place === null ? "" : `, ${place.name}`}`}
      isExample={programme.isExample}
      above={[{ name: "Programmes", to: "/programmes" }]}
      lead={<p>As it stands on {sayDay(on)}. <Reporting of={programme.freshness} /></p>}
    >
      <div class="wm-controls"><PrintButton /><WriteLink id={id} page="/programmes" /></div>
      <div class="wm-report">
        <ProgrammeConfidence programme={programme} />
        <div class="wm-report__halves">
          <Lines title="Decisions needed" kind="DECISION_NEEDED" reported={reported} withTimeBefore />
          <Lines title="Next" kind="NEXT" reported={reported} withTimeBefore />
          <Lines title="Achieved" kind="ACHIEVED" reported={reported} />
          <Lines title="Being done" kind="DOING" reported={reported} />
          <Lines title="Not done" kind="NOT_DONE" reported={reported} />
          <Risks risks={programme.risks} />
          <ProgrammeFunding funding={programme.fundingSummary} programme={id} />
        </div>
        <ProgrammeMilestones programme={programme} on={on} />
      </div>
      <div class="wm-screen-only">
        <AboutProgramme programme={programme} />
        <Joined id={id} on={on} />
        <Subscribe about={id} holds="Its milestones, pledged actions, events, board packs and reports due" />
        <Trail id={id} />
      </div>
    </Page>
  );
}
