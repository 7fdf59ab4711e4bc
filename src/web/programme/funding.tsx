import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { Card } from "../parts/card.tsx";
import { Sum } from "../parts/sum.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import type { FoundProgramme } from "./found.ts";

/** The programme's money by year, with what is not known of it. */
export function ProgrammeFunding({ funding: { byFinancialYear, undetermined, sought, postsWithUnknownFunding }, programme }: { readonly funding: FoundProgramme["fundingSummary"]; readonly programme: string }): JSX.Element {
  const isAny = (sum: typeof undetermined.sum): boolean => sum.knownCount + sum.unknownCount > 0;
  const isNothing = byFinancialYear.length === 0 && !isAny(undetermined.sum) && !isAny(sought.sum) && postsWithUnknownFunding.totalCount === 0;
  return (
    <Card title="Funding" aside={<Link to="/funding" query={{ programme }}>By year and source</Link>}>
      {isNothing ? <Empty>No funding is recorded for this programme. That does not say that there is none.</Empty> : (
        <dl class="wm-facts wm-facts--close">
          {byFinancialYear.map(({ financialYear: { label }, awarded, statedTotals }) => (
            <div class="wm-facts__row" key={label}>
              <dt>{label}</dt>
              <dd>
                {isAny(awarded.sum) && <div><Link to="/funding" query={{ programme, part: label }}><Sum sum={awarded.sum} of="award" /></Link></div>}
                {statedTotals.nodes.map(({ id, title, amount }) => <div key={id}><strong>{amount.plain}</strong> <span class="wm-sum__of">stated as a total: <Link to={`/records/${id}`}>{title}</Link></span></div>)}
              </dd>
            </div>
          ))}
          {isAny(undetermined.sum) && <div class="wm-facts__row"><dt>Year not determined</dt><dd><Link to="/funding" query={{ programme, part: "undetermined" }}><Sum sum={undetermined.sum} of="award" /></Link></dd></div>}
          {isAny(sought.sum) && <div class="wm-facts__row"><dt>Applied for</dt><dd><Link to="/funding" query={{ programme, part: "sought" }}><Sum sum={sought.sum} of="application" /></Link></dd></div>}
          {postsWithUnknownFunding.totalCount > 0 && <div class="wm-facts__row"><dt>Posts</dt><dd><Link to="/funding" query={{ programme, part: "posts" }}>{counted(postsWithUnknownFunding.totalCount, "post")}</Link> with funding that is not known</dd></div>}
        </dl>
      )}
    </Card>
  );
}
