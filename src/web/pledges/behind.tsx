import type { JSX } from "preact";
import type { QueryParts } from "../address/address.ts";
import type { PledgeSignatureFilter, PledgesBehindQuery, SignaturePageFragment, ValueStatus } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { absentWords } from "../parts/absent-words.ts";
import { Card } from "../parts/card.tsx";
import { Pager, useListPage } from "../parts/pager.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { plainly } from "../words/word.ts";
import { sectors } from "../words/words.ts";
import { PledgesBehind } from "./pledges.graphql.ts";
import { Signatures } from "./signatures.tsx";

/** By what signatories are counted. */
export const countedBy = ["sector", "place", "kind"] as const;
export type CountedBy = (typeof countedBy)[number];

interface Figure {
  /** What it counts: a sector, a place, a kind; or why that is not known. */
  readonly key: string;
  readonly name: string;
  readonly signatories: number;
  readonly signatures: SignaturePageFragment;
}

/** What the address says to open one figure of the coverage. */
export function behindParts(by: CountedBy, value: string | null, status: ValueStatus): QueryParts {
  return { by, is: value ?? status };
}

/** The signatures behind one figure of the coverage. */
export function Behind({ by, is, filter }: { readonly by: CountedBy; readonly is: string; readonly filter: PledgeSignatureFilter }): JSX.Element {
  const answered = useAnswer(PledgesBehind, { filter, ...useListPage() });
  return (
    <Answer to={answered} what="the signatures">
      {({ pledgeCoverage }) => {
        const figure = figures[by](pledgeCoverage).find(({ key }) => key === is);
        if (figure === undefined) return <Empty>No signature is like this.</Empty>;
        return (
          <Card title={figure.name} aside={counted(figure.signatories, "signatory")}>
            <Signatures signatures={figure.signatures.nodes} />
            <Pager ends={figure.signatures.pageInfo} />
          </Card>
        );
      }}
    </Answer>
  );
}

const figures: Readonly<Record<CountedBy, (coverage: PledgesBehindQuery["pledgeCoverage"]) => readonly Figure[]>> = {
  sector: ({ bySector }) => bySector.map(({ value, status, ...counts }) => ({ ...counts, key: value ?? status, name: value === null ? `Sector: ${absentWords[status].toLowerCase()}` : sectors[value] })),
  place: ({ byPlace }) => byPlace.map(({ value, status, ...counts }) => ({ ...counts, key: value?.id ?? status, name: value?.called ?? `Place: ${absentWords[status].toLowerCase()}` })),
  kind: ({ bySignatoryKind }) => bySignatoryKind.map(({ value, status, ...counts }) => ({ ...counts, key: value ?? status, name: value === null ? `Kind: ${absentWords[status].toLowerCase()}` : plainly(value) })),
};
