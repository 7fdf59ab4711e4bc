import { grouped } from "../../../src/kernel/grouped.ts";

/** The figures that are compared, however they are come by. Numbers by a word; what is nought is left out. */
export interface Figures {
  readonly timing: Counts;
  readonly status: Counts;
  readonly ratings: Readonly<Record<"programmes" | "workstreams" | "teams", Counts>>;
  /** By financial year; "" where that is not determined. */
  readonly funding: Readonly<Record<string, Sum>>;
  /** By financial year and by those who give it: `2023-24 | Charity & Council`. */
  readonly bySource: Readonly<Record<string, Sum>>;
  readonly signatories: number;
  readonly bySector: Counts;
  /** Workstreams that have to wait, by name, with what is missing. */
  readonly waiting: Readonly<Record<string, readonly string[]>>;
}

export type Counts = Readonly<Record<string, number>>;

export interface Sum {
  /** Null where nothing of it is known. */
  readonly pence: number | null;
  readonly known: number;
  readonly unknown: number;
}

/** A row of a table, each cell as its text. */
export type Row = Readonly<Record<string, string>>;

/** The figures, as somebody adds them up in a spreadsheet who has the tables alone. */
export function figuresOf(rowsOf: (table: string) => readonly Row[]): Figures {
  const milestones = rowsOf("milestones");
  const awards = countedOnce(rowsOf("funding"));
  const funders = grouped(rowsOf("award_parties").filter((party) => at(party, "role") === "FUNDER" || at(party, "role") === "PART_FUNDER"), (party) => at(party, "award_id"));
  const sectors = new Map(rowsOf("organisations").map((organisation) => [at(organisation, "id"), at(organisation, "sector") || gapOf(organisation, "sector")]));
  const signatures = rowsOf("pledges");
  return {
    timing: countsBy(milestones, (row) => at(row, "timing")),
    status: countsBy(milestones, (row) => at(row, "status")),
    ratings: { programmes: ratingsIn(rowsOf("programmes")), workstreams: ratingsIn(rowsOf("workstreams")), teams: ratingsIn(rowsOf("health_integration_teams")) },
    funding: sumsBy(awards, yearOf),
    bySource: sumsBy(awards, (award) => `${yearOf(award)} | ${sourceOf((funders.get(at(award, "id")) ?? []).map(nameOfParty))}`),
    signatories: new Set(signatures.map(signatoryOf)).size,
    bySector: Object.fromEntries([...grouped(signatures, (row) => sectors.get(at(row, "organisation_id")) ?? "NOT_APPLICABLE")].map(([sector, those]) => [sector, new Set(those.map(signatoryOf)).size])),
    waiting: Object.fromEntries(rowsOf("workstreams").filter((row) => at(row, "blocked_by_missing") !== "").map((row) => [at(row, "name"), at(row, "blocked_by_missing").split(" | ").toSorted()])),
  };
}

export function countsBy<Item>(items: readonly Item[], by: (item: Item) => string): Counts {
  return Object.fromEntries([...grouped(items, by)].map(([word, those]) => [word, those.length]));
}

/** Those who give an award, in words, in whatever order they are told. */
export function sourceOf(names: readonly string[]): string {
  return [...new Set(names)].toSorted().join(" & ");
}

function at(row: Row, column: string): string {
  const cell = row[column];
  if (cell === undefined) throw new Error(`There is no column ${column}.`);
  return cell;
}

/** Why a cell is empty. */
function gapOf(row: Row, column: string): string {
  return at(row, "gaps").split(" | ").find((gap) => gap.startsWith(`${column}: `))?.slice(column.length + 2) ?? "UNKNOWN";
}

function ratingsIn(rows: readonly Row[]): Counts {
  return countsBy(rows, (row) => (at(row, "rating_status") === "RATED" ? at(row, "rating") : at(row, "rating_status")));
}

/** What was given, without the parts of an award of which the whole is counted. */
function countedOnce(rows: readonly Row[]): Row[] {
  const given = new Map(rows.filter((row) => !["APPLIED", "DECLINED", "WITHDRAWN"].includes(at(row, "status"))).map((row) => [at(row, "id"), row]));
  return [...given.values()].filter((row) => at(given.get(at(row, "part_of_id")) ?? { amount_status: "" }, "amount_status") !== "KNOWN");
}

function yearOf(award: Row): string {
  const years = at(award, "financial_years");
  return years.includes(" | ") ? "" : years;
}

function sumsBy(awards: readonly Row[], by: (award: Row) => string): Record<string, Sum> {
  return Object.fromEntries([...grouped(awards, by)].map(([key, those]) => {
    const known = those.filter((award) => at(award, "amount_status") === "KNOWN");
    return [key, { pence: known.length === 0 ? null : known.reduce((sum, award) => sum + Math.round(Number(at(award, "amount")) * 100), 0), known: known.length, unknown: those.length - known.length }];
  }));
}

function nameOfParty(party: Row): string {
  return at(party, "organisation_name") || at(party, "health_integration_team_name") || at(party, "group_name") || at(party, "description");
}

function signatoryOf(row: Row): string {
  return at(row, "organisation_id") || at(row, "group_id") || at(row, "description").toLowerCase();
}
