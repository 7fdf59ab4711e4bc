import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { OverviewQuery } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { Sum } from "../parts/sum.tsx";
import { counted } from "../words/counts.ts";
import { useScopeParts } from "../parts/scope-parts.ts";

/** What money is known, by year, with all that is not known of it. */
export function Funding({ funding: { byFinancialYear, undetermined, sought, postsWithUnknownFunding } }: { readonly funding: OverviewQuery["overview"]["funding"] }): JSX.Element {
  const scope = useScopeParts();
  return (
    <Card title="Funding" aside={<Link to="/funding" query={scope}>By year and source</Link>}>
      <dl class="wm-facts wm-facts--close">
        {byFinancialYear.map(({ financialYear: { label }, awarded, statedTotals }) => (
          <div class="wm-facts__row" key={label}>
            <dt>{label}</dt>
            <dd>
              {awarded.sum.knownCount + awarded.sum.unknownCount > 0 && <div><Link to="/funding" query={{ ...scope, part: label }}><Sum sum={awarded.sum} of="award" /></Link></div>}
              {statedTotals.nodes.map(({ id, title, amount }) => <div key={id}><Link to={`/records/${id}`}><strong>{amount.plain}</strong></Link> <span class="wm-sum__of">stated as a total: {title}</span></div>)}
            </dd>
          </div>
        ))}
        <div class="wm-facts__row"><dt>Year not determined</dt><dd><Link to="/funding" query={{ ...scope, part: "undetermined" }}><Sum sum={undetermined.sum} of="award" /></Link></dd></div>
        {sought.sum.knownCount + sought.sum.unknownCount > 0 && <div class="wm-facts__row"><dt>Applied for</dt><dd><Link to="/funding" query={{ ...scope, part: "sought" }}><Sum sum={sought.sum} of="application" /></Link></dd></div>}
      </dl>
      <p class="wm-small"><Link to="/funding" query={{ ...scope, part: "posts" }}>{counted(postsWithUnknownFunding.totalCount, "post")}</Link> with funding that is not known. Not the total of any programme.</p>
    </Card>
  );
}
