import { expect } from "vitest";
import { grouped } from "../../../src/kernel/grouped.ts";
import type { FunderAnswered, FundingAnswered, OverviewAnswer } from "./overview-query.ts";

/** What funding is counted anew from: an award as it tells of itself. */
export const RECORDED_AWARD = "amount { pence } financialYears { label } parties { role partyKind organisation { id } healthIntegrationTeam { id } group { id } description }";

export interface RecordedAward {
  readonly id: string;
  readonly amount: { readonly pence: number | null };
  readonly financialYears: readonly { readonly label: string }[];
  readonly parties: readonly FunderAnswered[];
}

type Sum = FundingAnswered["sum"];

/** Expects every figure of funding that is given, by year and by funder, to be what is counted anew from these awards. */
export function expectFundingRecounted({ awarded, undetermined, byFinancialYear }: OverviewAnswer["funding"], awards: readonly RecordedAward[]): void {
  const byYear = grouped(awards, ({ financialYears: [only, ...others] }) => (only === undefined || others.length > 0 ? "" : only.label));
  const inYears = new Map(byFinancialYear.map((year) => [year.financialYear.label, year.awarded]));
  expectRecounted(awarded, awards);
  expectRecounted(undetermined, byYear.get("") ?? []);
  for (const [label, figure] of inYears) expectRecounted(figure, byYear.get(label) ?? []);
  expect([...inYears.keys()]).toEqual(expect.arrayContaining([...byYear.keys()].filter((label) => label !== "")));
}

/** The same of one figure, and of the figures by funder in it. */
function expectRecounted(figure: FundingAnswered, awards: readonly RecordedAward[]): void {
  expect([idsIn(figure), figure.sum]).toEqual([awards.map(({ id }) => id).toSorted(), sumOf(awards)]);
  const expected = [...grouped(awards, ({ parties }) => whoIn(parties.filter(({ role }) => role === "FUNDER" || role === "PART_FUNDER")))];
  const told = figure.byFunder.map((by): [string, unknown] => [whoIn(by.funders), [idsIn(by), by.sum]]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(expected.map(([who, theirs]) => [who, [theirs.map(({ id }) => id).toSorted(), sumOf(theirs)]])));
  expect(told.length).toBe(expected.length);
}

function idsIn({ awards }: Pick<FundingAnswered, "awards">): string[] {
  return awards.nodes.map(({ id }) => id ?? "").toSorted();
}

function sumOf(awards: readonly RecordedAward[]): Sum {
  const known = awards.flatMap(({ amount: { pence } }) => (pence === null ? [] : [pence]));
  return { known: { pence: known.length === 0 ? null : known.reduce((sum, pence) => sum + pence, 0) }, knownCount: known.length, unknownCount: awards.length - known.length };
}

/** A set of funders in words, the same in whatever order and however often they are told. */
function whoIn(funders: readonly FunderAnswered[]): string {
  const words = funders.map(({ role, partyKind, organisation, healthIntegrationTeam, group, description }) => [role, partyKind, organisation?.id ?? healthIntegrationTeam?.id ?? group?.id ?? description ?? ""].join(" "));
  return [...new Set(words)].toSorted().join(" & ");
}
