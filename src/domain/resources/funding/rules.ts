import { atFirstUse } from "../../../kernel/at-first-use.ts";
import { candidateFinancialYears } from "../../../kernel/date-comparison.ts";
import { readFinancialYear, type FinancialYear } from "../../../kernel/financial-year.ts";
import { grouped } from "../../../kernel/grouped.ts";
import { sumMoney } from "../../../kernel/money-sum.ts";
import type { Money } from "../../../kernel/money.ts";
import type { PartialDate } from "../../../kernel/partial-date.ts";
import type { PartialSum } from "../../../kernel/partial-sum.ts";
import type { awardStatuses, partyRoles } from "./table.ts";

/** What a sum has to know of an award. */
export interface AwardFacts {
  readonly id: string;
  readonly amount: Money;
  readonly awarded: PartialDate;
  readonly period: PartialDate;
  readonly status: (typeof awardStatuses)[number];
  readonly partOfId: string | null;
}

/** What it has to know of a total that somebody stated. */
export interface TotalFacts {
  readonly financialYear: string;
}

/** What some awards come to: each of them is in it, known or not. */
export interface Figure<Award> {
  readonly sum: PartialSum<Money>;
  readonly otherCurrencies: readonly PartialSum<Money>[];
  readonly awards: readonly Award[];
}

/** Somebody who gives money, in one role: whoever has the same key is the same. */
export interface Funder {
  readonly key: string;
  readonly name: string;
}

/** What awards come to that the very same funders give together; of those that nobody is recorded as giving, without funders. */
export interface FunderFigure<Award, By> extends Figure<Award> {
  readonly funders: readonly By[];
}

/** One financial year: what falls wholly in it, and beside that, never added to it, what somebody stated for it. */
export interface FundingYear<Award, Total> {
  readonly financialYear: FinancialYear;
  readonly awarded: Figure<Award>;
  readonly statedTotals: readonly Total[];
}

/** Every award stands in exactly one place: in one year or undetermined, or sought, or inside a larger one. Each of them is worked out when it is read. */
export interface Funding<Award, Total> {
  readonly awarded: Figure<Award>;
  readonly byFinancialYear: readonly FundingYear<Award, Total>[];
  readonly undetermined: Figure<Award>;
  readonly sought: Figure<Award>;
  readonly withinLarger: readonly Award[];
}

/** The one in which funding is added up. What is in another is added up on its own, and converted never. */
const CURRENCY = "GBP";

/** Sums over awards that hide nothing: not an amount that is not known, not a year that is not certain, and no penny twice. */
export class FundingOf<Award extends AwardFacts, Total extends TotalFacts> implements Funding<Award, Total> {
  private readonly awards: readonly Award[];
  private readonly totals: readonly Total[];
  private readonly given = atFirstUse(() => this.awards.filter((award) => !isSought(award)));
  private readonly byId = atFirstUse(() => new Map(this.given().map((award) => [award.id, award])));
  private readonly counted = atFirstUse(() => this.given().filter((award) => !this.isWithinCounted(award)));
  private readonly byYear = atFirstUse(() => grouped(this.counted(), (award) => yearOf(award)?.label ?? ""));

  constructor(awards: readonly Award[], totals: readonly Total[]) {
    this.awards = awards;
    this.totals = totals;
  }

  get awarded(): Figure<Award> {
    return figureOf(this.counted());
  }

  get byFinancialYear(): FundingYear<Award, Total>[] {
    const [byYear, statedByYear] = [this.byYear(), grouped(this.totals, (total) => total.financialYear)];
    const years = [...new Set([...byYear.keys(), ...statedByYear.keys()])].filter((label) => label !== "").toSorted();
    return years.map((label) => ({ financialYear: readFinancialYear(label), awarded: figureOf(byYear.get(label) ?? []), statedTotals: statedByYear.get(label) ?? [] }));
  }

  get undetermined(): Figure<Award> {
    return figureOf(this.byYear().get("") ?? []);
  }

  get sought(): Figure<Award> {
    return figureOf(this.awards.filter(isSought));
  }

  get withinLarger(): Award[] {
    return this.given().filter((award) => this.isWithinCounted(award));
  }

  /** Most are part of no other: for those nothing is looked up. */
  private isWithinCounted(award: Award): boolean {
    return award.partOfId !== null && isWithinCounted(award, this.byId());
  }
}

/** What is known adds up; what is not is counted. */
export function figureOf<Award extends Pick<AwardFacts, "amount">>(awards: readonly Award[]): Figure<Award> {
  const all = awards.map(({ amount }) => amount);
  // Nearly always.
  if (all.every(({ currency }) => currency === CURRENCY)) return { sum: sumMoney(all), otherCurrencies: [], awards };
  const amounts = grouped(all, ({ currency }) => currency);
  const others = [...amounts.keys()].filter((currency) => currency !== CURRENCY).toSorted();
  return { sum: sumMoney(amounts.get(CURRENCY) ?? []), otherCurrencies: others.map((currency) => sumMoney(amounts.get(currency) ?? [])), awards };
}

/**
 * Awards by who gives the money, by the names of the funders, those without a recorded funder last. Nobody states how the amount of
 * an award is shared, so it stands whole in the figure of all its funders together: none is split and none is counted twice.
 */
export function byFunders<Award extends Pick<AwardFacts, "amount">, By extends Funder>(funded: readonly { readonly award: Award; readonly funders: readonly By[] }[]): FunderFigure<Award, By>[] {
  const told = funded.map(({ award, funders }) => ({ award, funders: eachOnce(funders) }));
  const alike = grouped(told, ({ funders }) => JSON.stringify(funders.map(({ key }) => key)));
  const figures = [...alike.values()].flatMap((together) => together.slice(0, 1).map(({ funders }) => ({ funders, ...figureOf(together.map(({ award }) => award)) })));
  return figures.toSorted((a, b) => (placeOf(a.funders) < placeOf(b.funders) ? -1 : 1));
}

/** Whoever gives the money or a part of it: not who passes it on or brought it about. */
export function isFunder({ role }: { readonly role: (typeof partyRoles)[number] }): boolean {
  return role === "FUNDER" || role === "PART_FUNDER";
}

/** The financial years in which an award can fall: by its period, else by the date on which it was given. Certain when there is one. */
export function financialYearsOf({ period, awarded }: Pick<AwardFacts, "period" | "awarded">): FinancialYear[] {
  return candidateFinancialYears(period.status === "KNOWN" ? period : awarded);
}

function eachOnce<By extends Funder>(funders: readonly By[]): By[] {
  const byKey = new Map(funders.map((funder) => [funder.key, funder]));
  return [...byKey.values()].toSorted((a, b) => (placeOf([a]) < placeOf([b]) ? -1 : 1));
}

function placeOf(funders: readonly Funder[]): string {
  return funders.length === 0 ? "\uFFFF" : funders.map(({ name, key }) => `${name.toLowerCase()}\t${key}`).join("\n");
}

function yearOf(award: AwardFacts): FinancialYear | undefined {
  const [only, ...others] = financialYearsOf(award);
  return others.length === 0 ? only : undefined;
}

function isSought({ status }: AwardFacts): boolean {
  return status === "PROPOSED" || status === "APPLIED";
}

/** A larger award that it is a part of, however far up, is counted with a known amount: to count both would count it twice. */
function isWithinCounted(award: AwardFacts, byId: ReadonlyMap<string, AwardFacts>): boolean {
  const passed = new Set([award.id]);
  for (let larger = parentOf(award, byId); larger !== undefined && !passed.has(larger.id); larger = parentOf(larger, byId)) {
    if (larger.amount.status === "KNOWN") return true;
    passed.add(larger.id);
  }
  return false;
}

function parentOf({ partOfId }: AwardFacts, byId: ReadonlyMap<string, AwardFacts>): AwardFacts | undefined {
  return partOfId === null ? undefined : byId.get(partOfId);
}
