import type { JSX } from "preact";
import type { PledgesQuery } from "../graph/types.ts";
import { absentWords } from "../parts/absent-words.ts";
import { Card } from "../parts/card.tsx";
import { Counts } from "../parts/counts.tsx";
import { useScopeParts } from "../parts/scope-parts.ts";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { plainly } from "../words/word.ts";
import { sectors } from "../words/words.ts";
import { behindParts } from "./behind.tsx";

/** How far the pledge has spread: by sector, by place and by kind of signatory. */
export function Coverage({ coverage: { all, bySector, byPlace, bySignatoryKind } }: { readonly coverage: PledgesQuery["pledgeCoverage"] }): JSX.Element {
  const scope = useScopeParts();
  if (all.signatories === 0) return <Card title="Coverage"><Empty>Nobody is recorded as having signed.</Empty></Card>;
  return (
    <div class="wm-columns">
      <Card title="By sector" aside={counted(all.signatories, "signatory")}>
        <Counts caption="Signatories by sector" head="Sector" counts="signatory" rows={some(bySector).map(({ value, status, signatories }) => ({ key: value ?? status, name: value === null ? `Sector: ${absentWords[status].toLowerCase()}` : sectors[value], count: signatories, to: "/pledges", query: { ...scope, ...behindParts("sector", value, status) }, tone: "info" }))} />
      </Card>
      <Card title="By place">
        <Counts caption="Signatories by place" head="Place" counts="signatory" rows={some(byPlace).map(({ value, status, signatories }) => ({ key: value?.id ?? status, name: value?.name ?? `Place: ${absentWords[status].toLowerCase()}`, count: signatories, to: "/pledges", query: { ...scope, ...behindParts("place", value?.id ?? null, status) }, tone: "info" }))} />
      </Card>
      <Card title="By kind of signatory">
        <Counts caption="Signatories by kind" head="Kind" counts="signatory" rows={some(bySignatoryKind).map(({ value, status, signatories }) => ({ key: value ?? status, name: value === null ? `Kind: ${absentWords[status].toLowerCase()}` : plainly(value), count: signatories, to: "/pledges", query: { ...scope, ...behindParts("kind", value, status) }, tone: "info" }))} />
      </Card>
    </div>
  );
}

function some<Row extends { readonly signatories: number }>(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ signatories }) => signatories > 0);
}
