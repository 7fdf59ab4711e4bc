import type { JSX } from "preact";
import { useReading } from "../address/reading-day.ts";
import { Page } from "../frame/page.tsx";
import { useAnswer } from "../graph/use-answer.ts";
import { ScopeChoice, useScope } from "../parts/scope.tsx";
import { Answer } from "../states/answer.tsx";
import { sayDay } from "../words/days.ts";
import { Confidence } from "./confidence.tsx";
import { Funding } from "./funding.tsx";
import { Learning } from "./learning.tsx";
import { Milestones } from "./milestones.tsx";
import { Overview } from "./overview.graphql.ts";
import { Pledges } from "./pledges.tsx";
import { Programmes } from "./programmes.tsx";
import { Quality } from "./quality.tsx";
import { Reports } from "./reports.tsx";

/** Where everything stands, on one page: each figure opens to the records behind it. */
export default function OverviewPage(): JSX.Element {
  const scope = useScope();
  const { on } = useReading();
  const answered = useAnswer(Overview, { ...scope, programme: null, on });
  return (
    <Page title="Overview" lead={answered.answer !== undefined && <p>Where the programmes stand on {sayDay(answered.answer.overview.on)}. Each number opens to the records behind it.</p>}>
      <div class="wm-controls"><ScopeChoice /></div>
      <Programmes scope={scope} />
      <Answer to={answered} what="the overview">
        {({ overview }) => (
          <div class="wm-columns">
            <Milestones milestones={overview.milestones} />
            <Confidence confidence={overview.confidence} />
            <Reports freshness={overview.freshness} />
            <Funding funding={overview.funding} />
            <Pledges coverage={overview.pledgeCoverage} />
            <Learning measures={overview.measures} recommendations={overview.recommendations} outcomes={overview.outcomes} />
            <Quality quality={overview.dataQuality} />
          </div>
        )}
      </Answer>
    </Page>
  );
}
