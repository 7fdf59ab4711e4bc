import { csvHeader, csvRows } from "../tables/csv.ts";
import type { Cell, CellType, Column } from "../tables/table.ts";
import type { Grant, GrantOrganisation } from "./grant.ts";

/** Grants as a spreadsheet of the standard, under the headings that it has for them: as many columns for organisations as one grant has most of. */
export function grantsCsv(grants: readonly Grant[]): string {
  const [recipients, funders] = [most(grants.map(({ recipientOrganization }) => recipientOrganization.length)), most(grants.map(({ fundingOrganization }) => fundingOrganization.length))];
  const columns = [
    ...["Identifier", "Title", "Description", "Currency"].map((name) => column(name, "TEXT")),
    column("Amount Awarded", "AMOUNT"), column("Award Date", "DAY"),
    ...headings("Recipient Org", recipients), ...headings("Funding Org", funders),
    column("Planned Dates:Start Date", "DAY"), column("Planned Dates:End Date", "DAY"), column("Grant Programme:Title", "TEXT"),
  ];
  const rows = grants.map((grant): Cell[] => [
    grant.id, grant.title, grant.description, grant.currency, grant.amountAwarded, grant.awardDate,
    ...cells(grant.recipientOrganization, recipients), ...cells(grant.fundingOrganization, funders),
    grant.plannedDates?.[0]?.startDate ?? null, grant.plannedDates?.[0]?.endDate ?? null, grant.grantProgramme?.[0]?.title ?? null,
  ]);
  return csvHeader(columns) + csvRows(columns, rows);
}

function most(counts: readonly number[]): number {
  return Math.max(1, ...counts);
}

function headings(what: string, count: number): Column[] {
  return Array.from({ length: count }, (_, place) => ["Identifier", "Name"].map((name) => column(`${what}:${count === 1 ? "" : `${place}:`}${name}`, "TEXT"))).flat();
}

function cells(organisations: readonly GrantOrganisation[], count: number): Cell[] {
  return Array.from({ length: count }, (_, place) => [organisations[place]?.id ?? null, organisations[place]?.name ?? null]).flat();
}

function column(name: string, type: CellType): Column {
  return { name, type, description: "", codes: [], field: null };
}
