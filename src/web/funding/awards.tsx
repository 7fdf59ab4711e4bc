import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { AwardLineFragment, FundingFigureTextFragment } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { DateText } from "../parts/date-text.tsx";
import { ExampleTag } from "../parts/example-tag.tsx";
import { Sum } from "../parts/sum.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { counted, listed } from "../words/counts.ts";
import { plainly } from "../words/word.ts";

interface AwardsProps {
  readonly title: string;
  readonly figure: FundingFigureTextFragment;
  readonly note?: string;
}

/** The awards behind a figure, and the same figure by who gives the money. Nothing where there is no award. */
export function Awards({ title, figure: { sum, otherCurrencies, byFunder, awards }, note }: AwardsProps): JSX.Element | null {
  if (awards.nodes.length === 0) return null;
  return (
    <Card title={title} aside={<Sum sum={sum} of="award" />}>
      {note !== undefined && <p class="wm-small">{note}</p>}
      {otherCurrencies.map((other) => <p key={other.known.plain}>And in another currency: <Sum sum={other} of="award" /></p>)}
      <Table caption={`${title}: by source`} isCaptionHidden columns={funderColumns} rows={byFunder} keyOf={({ funders }) => namesOf(funders)} />
      <h3 class="wm-card__part">The awards</h3>
      <Table caption={`${title}: the awards`} isCaptionHidden columns={awardColumns} rows={awards.nodes} keyOf={({ id }) => id} />
      {awards.totalCount > awards.nodes.length && <p class="wm-small">The first {awards.nodes.length} of {counted(awards.totalCount, "award")}. All of them are in the download above.</p>}
    </Card>
  );
}

type Funders = FundingFigureTextFragment["byFunder"][number]["funders"];

const funderColumns: readonly Column<FundingFigureTextFragment["byFunder"][number]>[] = [
  { name: "Source", isHead: true, cell: ({ funders }) => <FunderNames funders={funders} /> },
  { name: "Amount", cell: ({ sum }) => <Sum sum={sum} of="award" /> },
];

function FunderNames({ funders }: { readonly funders: Funders }): JSX.Element {
  if (funders.length === 0) return <span class="wm-absent">Source not recorded</span>;
  return (
    <ul class="wm-lines">
      {funders.map(({ role, organisation, healthIntegrationTeam: team, group, description }) => (
        <li key={`${role} ${organisation?.id ?? team?.id ?? group?.id ?? description}`}>
          {organisation !== null && <Link to={`/organisations/${organisation.id}`}>{organisation.name}</Link>}
          {team !== null && <Link to={`/teams/${team.id}`}>{team.name}</Link>}
          {group !== null && <Link to={`/groups/${group.id}`}>{group.name}</Link>}
          {description}
          {role !== "FUNDER" && <span class="wm-small"> ({plainly(role).toLowerCase()})</span>}
        </li>
      ))}
    </ul>
  );
}

function namesOf(funders: Funders): string {
  return listed(funders.map(({ role, organisation, healthIntegrationTeam, group, description }) => `${role} ${organisation?.id ?? healthIntegrationTeam?.id ?? group?.id ?? description}`));
}

const awardColumns: readonly Column<AwardLineFragment>[] = [
  { name: "Award", isHead: true, cell: ({ id, title, isExample }) => <><Link to={`/funding/${id}`}>{title}</Link>{isExample && <> <ExampleTag /></>}</> },
  { name: "Amount", cell: ({ amount }) => <DateText date={amount} /> },
  { name: "Awarded", cell: ({ awarded }) => <DateText date={awarded} /> },
  { name: "For the time", cell: ({ period }) => <DateText date={period} /> },
  { name: "Can fall in", cell: ({ financialYears }) => (financialYears.length === 0 ? <span class="wm-absent">Not known</span> : financialYears.map(({ label }) => label).join(", ")) },
  { name: "Status", cell: ({ status }) => plainly(status) },
];
