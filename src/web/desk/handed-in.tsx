import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { MyWorkQuery } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { ExampleTag } from "../parts/example-tag.tsx";

/** Reports that were handed in, and wait for somebody to publish or return them. */
export function HandedIn({ reports }: { readonly reports: MyWorkQuery["handedIn"]["nodes"] }): JSX.Element {
  return (
    <Card title="Handed in, for you to publish or return">
      <ul class="wm-entries">
        {reports.map(({ id, title, isExample, submitted, workstream, programme }) => (
          <li key={id}>
            <p class="wm-entries__text"><Link to={`/reports/${id}`}>{title}</Link>{isExample && <> <ExampleTag /></>}</p>
            <p class="wm-small">{(workstream ?? programme)?.name}{submitted.status === "KNOWN" && `, handed in on ${submitted.plain}`}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
