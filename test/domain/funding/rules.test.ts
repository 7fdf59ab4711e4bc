import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byFunders, FundingOf, isFunder, type AwardFacts, type Figure, type Funding } from "../../../src/domain/resources/funding/rules.ts";
import { awardStatuses, partyRoles } from "../../../src/domain/resources/funding/table.ts";
import { readMoney, sayMoney } from "../../../src/kernel/money.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";
import { notKnown } from "../../../src/kernel/partial-date.ts";

interface Given {
  readonly id?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly awarded?: string;
  readonly period?: string;
  readonly status?: AwardFacts["status"];
  readonly partOf?: string;
}

const date = (written: string | undefined): AwardFacts["awarded"] => (written === undefined ? notKnown("NOT_STATED") : readPartialDate(written));

const award = ({ id = "a", amount = "not stated", currency = "GBP", awarded, period, status = "AWARDED", partOf }: Given): AwardFacts => ({
  id, amount: readMoney({ amount, currency }), awarded: date(awarded), period: date(period), status, partOfId: partOf ?? null,
});

/** A figure in a few words: the total, of how many known and unknown, and the awards in it. */
const said = ({ sum, otherCurrencies, awards }: Figure<AwardFacts>): string =>
  [sum, ...otherCurrencies]
    .map(({ known, knownCount, unknownCount }) => `${knownCount === 0 ? "nothing known" : sayMoney(known)} of ${knownCount}+${unknownCount}`)
    .concat(awards.map(({ id }) => id).join(" "))
    .join(", ");

const pence = (figure: Figure<AwardFacts>): number => figure.sum.known.pence ?? 0;

const inWords = ({ awarded, byFinancialYear, undetermined, sought, withinLarger }: Funding<AwardFacts, { id: string; financialYear: string }>): Record<string, unknown> => {
  const years = byFinancialYear.map((year): [string, string] => [
    year.financialYear.label,
    [said(year.awarded), ...year.statedTotals.map(({ id }) => `stated ${id}`)].join("; "),
  ]);
  const rest = { undetermined, sought };
  const others = Object.entries(rest).flatMap(([name, figure]): [string, string][] => (figure.awards.length === 0 ? [] : [[name, said(figure)]]));
  const within = withinLarger.map(({ id }) => id).join(" ");
  return { awarded: said(awarded), ...Object.fromEntries([...years, ...others]), ...(within === "" ? {} : { withinLarger: within }) };
};

describe("the sum over awards", () => {
  it.each<{ what: string; awards: Given[]; totals?: { id: string; financialYear: string }[]; comes: Record<string, string> }>([
    {
      what: "adds what is known and counts what is not",
      awards: [{ id: "a", amount: "£100", awarded: "May 2022" }, { id: "b", awarded: "June 2022" }, { id: "c", amount: "£50.50", awarded: "2022-23" }],
      comes: { awarded: "£150.50 of 2+1, a b c", "2022-23": "£150.50 of 2+1, a b c" },
    },
    {
      what: "has no total where no amount is known",
      awards: [{ awarded: "May 2022" }],
      comes: { awarded: "nothing known of 0+1, a", "2022-23": "nothing known of 0+1, a" },
    },
    {
      what: "puts an award into a year only if the whole of its date falls in it",
      awards: [{ id: "a", amount: "£1", awarded: "2021" }, { id: "b", amount: "£2", awarded: "31 March 2022" }, { id: "c", amount: "£4", awarded: "1 April 2022" }],
      comes: { awarded: "£7 of 3+0, a b c", "2021-22": "£2 of 1+0, b", "2022-23": "£4 of 1+0, c", undetermined: "£1 of 1+0, a" },
    },
    {
      what: "goes by the period, and by the date on which it was given only where no period is known",
      awards: [{ id: "a", amount: "£1", awarded: "March 2022", period: "2022-23" }, { id: "b", amount: "£2", awarded: "May 2022", period: "2022/2024" }],
      comes: { awarded: "£3 of 2+0, a b", "2022-23": "£1 of 1+0, a", undetermined: "£2 of 1+0, b" },
    },
    {
      what: "leaves undetermined what has no date, or one with an open end",
      awards: [{ id: "a", amount: "£1" }, { id: "b", amount: "£2", awarded: "2022/.." }],
      comes: { awarded: "£3 of 2+0, a b", undetermined: "£3 of 2+0, a b" },
    },
    {
      what: "lists stated totals beside awards and adds them to nothing",
      awards: [{ id: "a", amount: "£100", awarded: "May 2022" }],
      totals: [{ id: "t", financialYear: "2022-23" }, { id: "u", financialYear: "2023-24" }],
      comes: { awarded: "£100 of 1+0, a", "2022-23": "£100 of 1+0, a; stated t", "2023-24": "nothing known of 0+0, ; stated u" },
    },
    {
      what: "does not take what is proposed or applied for as funding",
      awards: [{ id: "a", amount: "£1", status: "PROPOSED" }, { id: "b", amount: "£2", status: "APPLIED" }, { id: "c", amount: "£4", status: "NOT_REPORTED" }, { id: "d", amount: "£8", status: "ENDED" }],
      comes: { awarded: "£12 of 2+0, c d", undetermined: "£12 of 2+0, c d", sought: "£3 of 2+0, a b" },
    },
    {
      what: "counts a part of a larger award with it, however far down",
      awards: [{ id: "whole", amount: "£100" }, { id: "part", partOf: "whole" }, { id: "crumb", amount: "£10", partOf: "part" }],
      comes: { awarded: "£100 of 1+0, whole", undetermined: "£100 of 1+0, whole", withinLarger: "part crumb" },
    },
    {
      what: "counts the parts where the amount of the whole is not known, or where the whole is not among them",
      awards: [{ id: "whole" }, { id: "part", amount: "£10", partOf: "whole" }, { id: "other", amount: "£5", partOf: "elsewhere" }],
      comes: { awarded: "£15 of 2+1, whole part other", undetermined: "£15 of 2+1, whole part other" },
    },
    {
      what: "counts a part of something that is only sought",
      awards: [{ id: "whole", amount: "£100", status: "APPLIED" }, { id: "part", amount: "£10", partOf: "whole" }],
      comes: { awarded: "£10 of 1+0, part", undetermined: "£10 of 1+0, part", sought: "£100 of 1+0, whole" },
    },
    {
      what: "adds each currency on its own",
      awards: [{ id: "a", amount: "100", currency: "EUR" }, { id: "b", amount: "£5" }, { id: "c", currency: "EUR" }],
      comes: { awarded: "£5 of 1+0, €100 of 1+1, a b c", undetermined: "£5 of 1+0, €100 of 1+1, a b c" },
    },
    { what: "comes to nothing known where there is nothing", awards: [], comes: { awarded: "nothing known of 0+0, " } },
  ])("$what", ({ awards, totals = [], comes }) => {
    expect(inWords(new FundingOf(awards.map(award), totals))).toEqual(comes);
  });

  it("ends where awards are parts of each other", () => {
    const circle = [award({ id: "a", partOf: "b" }), award({ id: "b", partOf: "a" })];
    expect(inWords(new FundingOf(circle, []))).toEqual({ awarded: "nothing known of 0+2, a b", undetermined: "nothing known of 0+2, a b" });
  });

  const anyAwards = fc
    .array(
      fc.record({
        amount: fc.constantFrom("£1", "£2.50", "not stated", "unknown"),
        currency: fc.constantFrom("GBP", "GBP", "GBP", "EUR"),
        awarded: fc.constantFrom("2021", "May 2021", "2021-22", "2022/..", "not stated"),
        period: fc.constantFrom("not stated", "2022-23", "2022/2024"),
        status: fc.constantFrom(...awardStatuses),
        partOf: fc.constantFrom("none", "0", "1", "2"),
      }),
    )
    .map((list) => list.map((given, index) => award({ ...given, amount: given.amount.replace("£", ""), id: String(index) })));

  it("has each award in exactly one place, and the figures of the years add up to the whole", () => {
    fc.assert(
      fc.property(anyAwards, (awards) => {
        const funding = new FundingOf(awards, []);
        const placed = [...funding.byFinancialYear.map(({ awarded }) => awarded), funding.undetermined, funding.sought].flatMap((figure) => figure.awards);
        expect([...placed, ...funding.withinLarger].map(({ id }) => id).toSorted()).toEqual(awards.map(({ id }) => id).toSorted());
        const parts = [...funding.byFinancialYear.map(({ awarded }) => awarded), funding.undetermined];
        expect(parts.reduce((sum, figure) => sum + pence(figure), 0)).toBe(pence(funding.awarded));
        for (const figure of [...parts, funding.sought, funding.awarded]) {
          const counted = [figure.sum, ...figure.otherCurrencies].reduce((sum, { knownCount, unknownCount }) => sum + knownCount + unknownCount, 0);
          expect(counted).toBe(figure.awards.length);
        }
      }),
    );
  });
});

const by = (...names: readonly string[]) => names.map((name) => ({ key: name, name }));

describe("the sum over awards by funder", () => {
  const figures = (...funded: readonly (readonly [given: Given, funders: readonly string[]])[]): readonly string[] =>
    byFunders(funded.map(([given, funders]) => ({ award: award(given), funders: by(...funders) }))).map((figure) => `${figure.funders.map(({ name }) => name).join(" & ") || "nobody"}: ${said(figure)}`);

  it.each<{ what: string; funded: [Given, string[]][]; come: string[] }>([
    {
      what: "adds the awards of one funder, and counts what is not known",
      funded: [[{ id: "a", amount: "£1" }, ["Trust"]], [{ id: "b" }, ["Trust"]], [{ id: "c", amount: "£4" }, ["Council"]]],
      come: ["Council: £4 of 1+0, c", "Trust: £1 of 1+1, a b"],
    },
    {
      what: "neither splits nor repeats an award of several funders, in whatever order they are recorded",
      funded: [[{ id: "a", amount: "£1" }, ["Trust", "Council"]], [{ id: "b", amount: "£2" }, ["Council", "Trust"]], [{ id: "c", amount: "£4" }, ["Trust"]]],
      come: ["Council & Trust: £3 of 2+0, a b", "Trust: £4 of 1+0, c"],
    },
    { what: "takes a funder that is recorded twice once", funded: [[{ id: "a", amount: "£1" }, ["Trust", "Trust"]], [{ id: "b", amount: "£2" }, ["Trust"]]], come: ["Trust: £3 of 2+0, a b"] },
    { what: "has awards without a recorded funder last", funded: [[{ id: "a", amount: "£1" }, []], [{ id: "b" }, ["Zoo"]], [{ id: "c" }, []]], come: ["Zoo: nothing known of 0+1, b", "nobody: £1 of 1+1, a c"] },
    { what: "adds each currency on its own", funded: [[{ id: "a", amount: "£1" }, ["Trust"]], [{ id: "b", amount: "5", currency: "EUR" }, ["Trust"]]], come: ["Trust: £1 of 1+0, €5 of 1+0, a b"] },
    { what: "is empty where there is nothing", funded: [], come: [] },
  ])("$what", ({ funded, come }) => {
    expect(figures(...funded)).toEqual(come);
  });

  it("tells two funders of one name apart", () => {
    const [one, other] = [{ key: "1", name: "Trust" }, { key: "2", name: "Trust" }];
    expect(byFunders([{ award: award({ id: "a" }), funders: [other] }, { award: award({ id: "b" }), funders: [one] }]).map(({ awards }) => awards.map(({ id }) => id))).toEqual([["b"], ["a"]]);
  });

  it("takes for a funder whoever gives the money or a part of it, and nobody else", () => {
    expect(partyRoles.filter((role) => isFunder({ role }))).toEqual(["FUNDER", "PART_FUNDER"]);
  });

  it("has each award in exactly one figure, and adds up to the whole, known and not", () => {
    const anyFunded = fc.array(fc.record({ amount: fc.constantFrom("£1", "£2.50", "not stated"), funders: fc.array(fc.constantFrom("Trust", "Council", "Board"), { maxLength: 3 }) }));
    fc.assert(
      fc.property(anyFunded, (given) => {
        const funded = given.map(({ amount, funders }, index) => ({ award: award({ id: String(index), amount }), funders: by(...funders) }));
        const awards = funded.map((each) => each.award);
        const rows = byFunders(funded);
        const whole = new FundingOf(awards, []).awarded.sum;
        const sum = (of: (figure: Figure<AwardFacts>) => number): number => rows.reduce((total, figure) => total + of(figure), 0);
        expect(rows.flatMap((figure) => figure.awards.map(({ id }) => id)).toSorted()).toEqual(awards.map(({ id }) => id).toSorted());
        expect([sum(pence), sum((figure) => figure.sum.knownCount), sum((figure) => figure.sum.unknownCount)]).toEqual([whole.known.pence ?? 0, whole.knownCount, whole.unknownCount]);
      }),
    );
  });
});
