import type { JSX } from "preact";
import type { OverviewQuery } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { Counts } from "../parts/counts.tsx";
import { Tag } from "../parts/tag.tsx";
import { wordFor } from "../words/word.ts";
import { measureProgress, recommendationStatus } from "../words/words.ts";
import { useScopeParts } from "../parts/scope-parts.ts";

type Overview = OverviewQuery["overview"];

interface LearningProps {
  readonly measures: Overview["measures"];
  readonly recommendations: Overview["recommendations"];
  readonly outcomes: Overview["outcomes"];
}

/** What is counted, what was recommended, and which outcomes the work says it contributes to. */
export function Learning({ measures, recommendations, outcomes }: LearningProps): JSX.Element {
  const scope = useScopeParts();
  return (
    <>
      <Card title="Measures">
        <Counts
          caption="Measures against their targets"
          head="Against the target" counts="measure"
          rows={measures.byProgress.filter(({ count }) => count > 0).map(({ status, count }) => ({ key: status, name: <Tag word={wordFor(measureProgress, status)} />, count, to: "/measures", query: { ...scope, progress: status }, tone: wordFor(measureProgress, status).tone }))}
        />
      </Card>
      <Card title="Recommendations">
        <Counts
          caption="Recommendations by what became of them"
          head="What became of them" counts="recommendation"
          rows={recommendations.byStatus.filter(({ count }) => count > 0).map(({ status, count }) => ({ key: status, name: <Tag word={wordFor(recommendationStatus, status)} />, count, to: "/recommendations", query: { ...scope, status }, tone: wordFor(recommendationStatus, status).tone }))}
        />
      </Card>
      <Card title="Outcomes">
        <Counts
          caption="Outcomes of plans by whether a programme contributes"
          head="Contribution" counts="outcome"
          rows={outcomes.byContribution.map(({ contributedTo, count }) => ({ key: String(contributedTo), name: contributedTo ? "A programme contributes" : "No contribution recorded", count, to: "/outcomes", query: { ...scope, contribution: contributedTo ? "yes" : "no" }, tone: contributedTo ? "good" : "unknown" }))}
        />
      </Card>
    </>
  );
}
