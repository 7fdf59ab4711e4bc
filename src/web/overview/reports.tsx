import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { FreshnessStatus, OverviewQuery } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { Tag } from "../parts/tag.tsx";
import { wordFor } from "../words/word.ts";
import { freshness as words } from "../words/words.ts";
import { useScopeParts } from "../parts/scope-parts.ts";

/** Who has reported as often as they said they would. */
export function Reports({ freshness: { programmes, workstreams, healthIntegrationTeams } }: { readonly freshness: OverviewQuery["overview"]["freshness"] }): JSX.Element {
  return (
    <Card title="Reporting">
      <dl class="wm-facts wm-facts--close">
        <Row name="Programmes" figures={programmes} of="programmes" />
        <Row name="Workstreams" figures={workstreams} of="workstreams" />
        <Row name="Health integration teams" figures={healthIntegrationTeams} of="teams" />
      </dl>
    </Card>
  );
}

interface RowProps {
  readonly name: string;
  readonly figures: readonly { readonly status: FreshnessStatus; readonly count: number }[];
  readonly of: string;
}

function Row({ name, figures, of }: RowProps): JSX.Element {
  const scope = useScopeParts();
  const some = figures.filter(({ count }) => count > 0);
  return (
    <div class="wm-facts__row">
      <dt>{name}</dt>
      <dd>
        {some.length === 0 ? <span class="wm-absent">None recorded</span> : (
          <ul class="wm-inline">
            {some.map(({ status, count }) => <li key={status}><Link to="/confidence" query={{ ...scope, of, reporting: status }}>{count}</Link> <Tag word={wordFor(words, status)} /></li>)}
          </ul>
        )}
      </dd>
    </div>
  );
}
