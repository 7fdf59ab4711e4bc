import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { OverviewQuery } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { Counts } from "../parts/counts.tsx";
import { findingNames, findings } from "../words/quality.ts";
import { useScopeParts } from "../parts/scope-parts.ts";

/** How far all this can be relied on. */
export function Quality({ quality }: { readonly quality: OverviewQuery["overview"]["dataQuality"] }): JSX.Element {
  const scope = useScopeParts();
  const rows = findingNames.map((name) => ({ key: name, name: findings[name].name, count: quality[name].count, to: "/quality", query: { ...scope, finding: name } }));
  return (
    <Card title="Data quality" aside={<Link to="/quality" query={scope}>What these mean</Link>}>
      <Counts caption="Findings about the data" head="Finding" counts="finding" rows={rows} />
    </Card>
  );
}
