import type { JSX } from "preact";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { Provenance } from "../parts/provenance.tsx";
import { Answer } from "../states/answer.tsx";
import { Claims } from "./claims.tsx";
import { History } from "./history.tsx";
import { Trail as TrailQuery } from "./trail.graphql.ts";

const audiences = {
  PUBLIC: "Open to everybody.",
  MEMBERS: "Only members of its system see this.",
  DRAFT: "A draft: only those who lead it and their office see this.",
} as const;

/** At the end of a record's page: what is claimed of it, the words of its sources, and every act on it. */
export function Trail({ id }: { readonly id: string }): JSX.Element {
  const answered = useAnswer(TrailQuery, { id });
  return (
    <div class="wm-trail">
      <Answer to={answered} what="its sources">
        {({ node }) => (node === null || !("provenance" in node) ? null : (
          <>
            {node.claims.length > 0 && <Claims claims={node.claims} />}
            <Card title="Where this comes from">
              <Provenance lines={node.provenance} />
            </Card>
            <Card title="What was done with it" aside={audiences[node.audience]}>
              <History entries={node.history.nodes} hasMore={node.history.pageInfo.hasNextPage} />
            </Card>
          </>
        ))}
      </Answer>
    </div>
  );
}
