import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { OverviewQuery, RatingCountFragment } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { Tag } from "../parts/tag.tsx";
import { NOT_RATED, ratingWord } from "../words/ratings.ts";
import { useScopeParts } from "../parts/scope-parts.ts";

/** What people have judged, by what was judged. Whatever nobody has judged is not rated: neither green nor red. */
export function Confidence({ confidence: { programmes, workstreams, healthIntegrationTeams } }: { readonly confidence: OverviewQuery["overview"]["confidence"] }): JSX.Element {
  const scope = useScopeParts();
  return (
    <Card title="Delivery confidence" aside={<Link to="/confidence" query={scope}>By workstream and place</Link>}>
      <dl class="wm-facts wm-facts--close">
        <Row name="Programmes" ratings={programmes.ratings} of="programmes" />
        <Row name="Workstreams" ratings={workstreams.ratings} of="workstreams" />
        <Row name="Health integration teams" ratings={healthIntegrationTeams.ratings} of="teams" />
      </dl>
      <p class="wm-small">A rating is somebody’s judgement on a day. It is never worked out from dates.</p>
    </Card>
  );
}

function Row({ name, ratings, of }: { readonly name: string; readonly ratings: readonly RatingCountFragment[]; readonly of: string }): JSX.Element {
  const scope = useScopeParts();
  const rated = ratings.filter(({ count }) => count > 0);
  return (
    <div class="wm-facts__row">
      <dt>{name}</dt>
      <dd>
        {rated.length === 0 ? <span class="wm-absent">None recorded</span> : (
          <ul class="wm-inline">
            {rated.map(({ rating, count, scheme, localScheme }) => (
              <li key={`${scheme} ${localScheme} ${rating}`}><Link to="/confidence" query={{ ...scope, of, rating: rating ?? NOT_RATED, ...(scheme === null ? {} : { scheme }), ...(localScheme === null ? {} : { scale: localScheme }) }}>{count}</Link> <Tag word={ratingWord(rating)} /></li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}
