import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { OverviewQuery } from "../graph/types.ts";
import { absentWords } from "../parts/absent-words.ts";
import { Card } from "../parts/card.tsx";
import { Counts } from "../parts/counts.tsx";
import { counted } from "../words/counts.ts";
import { sectors } from "../words/words.ts";
import { useScopeParts } from "../parts/scope-parts.ts";

/** Who has signed the pledge, by sector. */
export function Pledges({ coverage: { all, bySector } }: { readonly coverage: OverviewQuery["overview"]["pledgeCoverage"] }): JSX.Element {
  const scope = useScopeParts();
  const rows = bySector.filter(({ signatories }) => signatories > 0).map(({ value, status, signatories }) => ({
    key: value ?? status,
    name: value === null ? `Sector: ${absentWords[status].toLowerCase()}` : sectors[value],
    count: signatories,
    to: "/pledges",
    query: { ...scope, by: "sector", is: value ?? status },
    tone: "info",
  }));
  return (
    <Card title="Pledges" aside={<Link to="/pledges" query={scope}>{counted(all.signatories, "signatory")}</Link>}>
      {rows.length === 0 ? <p class="wm-empty">Nobody is recorded as having signed.</p> : <Counts caption="Signatories by sector" head="Sector" counts="signatory" rows={rows} />}
    </Card>
  );
}
