import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { useParts } from "../address/use-parts.ts";
import type { FundingFigureTextFragment, FundingQuery } from "../graph/types.ts";
import { useScopeParts } from "../parts/scope-parts.ts";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";

interface YearTableProps {
  readonly years: FundingQuery["fundingSummary"]["byFinancialYear"];
  readonly undetermined: FundingFigureTextFragment;
}

interface Row {
  readonly name: string;
  /** What of the funding it is, as the address of the page says it. */
  readonly part: string;
  readonly figure: FundingFigureTextFragment;
  readonly stated: readonly { readonly id: string; readonly amount: { readonly plain: string } }[];
}

/** A row for each year: how much is known, from how many awards, and how many more there are of unknown amount. Bars and table are one; each row opens to its awards. */
export function YearTable({ years, undetermined }: YearTableProps): JSX.Element {
  const scope = useScopeParts();
  const programme = useParts().one("programme");
  const rows: readonly Row[] = [
    ...years.map(({ financialYear, awarded, statedTotals }) => ({ name: financialYear.label, part: financialYear.label, figure: awarded, stated: statedTotals.nodes })),
    { name: "Year not determined", part: "undetermined", figure: undetermined, stated: [] },
  ];
  if (rows.every(({ figure: { sum }, stated }) => sum.knownCount + sum.unknownCount + stated.length === 0)) return <Empty>No funding is recorded here. That does not say that there is none.</Empty>;
  const most = Math.max(1, ...rows.map(({ figure }) => figure.sum.known.pence ?? 0));
  return (
    <table class="wm-table wm-money">
      <caption class="nhsuk-u-visually-hidden">Funding by financial year</caption>
      <thead><tr><th scope="col">Financial year</th><th scope="col" class="wm-table__number">Known</th><th scope="col"><span class="nhsuk-u-visually-hidden">Awards</span></th><th scope="col">Not known</th><th scope="col">Stated as a total</th></tr></thead>
      <tbody>
        {rows.map(({ name, part, figure: { sum }, stated }) => (
          <tr key={name}>
            <th scope="row">{sum.knownCount + sum.unknownCount === 0 ? name : <Link to="/funding" query={{ ...scope, part, programme: programme ?? [] }}>{name}</Link>}</th>
            <td class="wm-table__number">{sum.knownCount === 0 ? <span class="wm-absent">–<span class="nhsuk-u-visually-hidden">None known</span></span> : <strong>{sum.known.plain}</strong>}</td>
            <td class="wm-money__bars">
              <span class="wm-money__bar" aria-hidden="true">
                <span class="wm-bar wm-bar--info" style={{ width: `${((sum.known.pence ?? 0) / most) * 100}%` }} />
                {sum.unknownCount > 0 && <span class="wm-money__unknown" />}
              </span>
              <span class="wm-small">{counted(sum.knownCount, "award")}</span>
            </td>
            <td>{sum.unknownCount === 0 ? <span class="wm-absent">None</span> : `${counted(sum.unknownCount, "award")} of unknown amount`}</td>
            <td>{stated.length === 0 ? <span class="wm-absent">None</span> : <ul class="wm-lines">{stated.map(({ id, amount }) => <li key={id}><Link to={`/records/${id}`}>{amount.plain}</Link></li>)}</ul>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
