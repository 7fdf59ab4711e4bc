import type { JSX } from "preact";
import { useReading } from "../address/reading-day.ts";
import { useParts } from "../address/use-parts.ts";
import { Page } from "../frame/page.tsx";
import type { MilestonesQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Downloads } from "../parts/downloads.tsx";
import { Pager, useListPage } from "../parts/pager.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { useMilestoneFilter } from "./filter.ts";
import { MilestoneFilters } from "./filters.tsx";
import { Milestones } from "./milestones.graphql.ts";
import { MilestoneTable } from "./table.tsx";
import { MilestoneTimeline } from "./timeline.tsx";
import { ViewChoice } from "./view-choice.tsx";

/** The tracker: every milestone with its dates and where it stands, as a table or along a timeline. */
export default function MilestonesPage(): JSX.Element {
  const { on } = useReading();
  const filter = useMilestoneFilter(on);
  const answered = useAnswer(Milestones, { on, filter, ...useListPage() });
  const total = answered.answer?.milestones.totalCount;
  return (
    <Page title="Milestones">
      <MilestoneFilters result={total === undefined ? undefined : counted(total, "milestone")} />
      <ViewChoice />
      <Downloads of="milestones" table="milestones" filter={filter} />
      <Answer to={answered} what="the milestones">
        {({ milestones }) => (milestones.edges.length === 0 ? <Empty>No milestone is like this. Show all, or choose less.</Empty> : (
          <>
            <ByCertainty edges={milestones.edges} on={on} />
            <Pager ends={milestones.pageInfo} />
          </>
        ))}
      </Answer>
    </Page>
  );
}

type Edges = MilestonesQuery["milestones"]["edges"];

/** Where a window of days was asked for: those that are surely due in it, apart from those that possibly are. */
function ByCertainty({ edges, on }: { readonly edges: Edges; readonly on: string }): JSX.Element {
  const possible = edges.filter(({ certainty }) => certainty === "POSSIBLE");
  const others = edges.filter(({ certainty }) => certainty !== "POSSIBLE");
  if (others.every(({ certainty }) => certainty === null) && possible.length === 0) return <View caption="Milestones" edges={others} on={on} isCaptionHidden />;
  return (
    <>
      {others.length > 0 && <View caption={`Surely due in this time: ${others.length}`} edges={others} on={on} />}
      {possible.length > 0 && <View caption={`Possibly due in this time, as their dates are not exact: ${possible.length}`} edges={possible} on={on} />}
    </>
  );
}

interface ViewProps {
  readonly caption: string;
  readonly edges: Edges;
  readonly on: string;
  readonly isCaptionHidden?: boolean;
}

function View({ caption, edges, on, isCaptionHidden = false }: ViewProps): JSX.Element {
  const rows = edges.map(({ node }) => node);
  const isTimeline = useParts().one("view") === "timeline";
  return isTimeline
    ? <MilestoneTimeline caption={caption} isCaptionHidden={isCaptionHidden} rows={rows} on={on} />
    : <MilestoneTable caption={caption} isCaptionHidden={isCaptionHidden} rows={rows} />;
}
