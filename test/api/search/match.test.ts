import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distance } from "../../../src/kernel/distance.ts";
import { matchText, nearness, readings } from "../../../src/api/search/match.ts";

/** The same with nothing left out to be quick: how far a word is from another, and from its nearest beginning. */
function slowly(typed: string, word: string): { whole: number; beginning: number } {
  const memo = new Map<string, number>();
  const from = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const known = memo.get(`${i} ${j}`);
    if (known !== undefined) return known;
    const swapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1] ? from(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
    const least = Math.min(from(i - 1, j) + 1, from(i, j - 1) + 1, from(i - 1, j - 1) + (typed[i - 1] === word[j - 1] ? 0 : 1), swapped);
    memo.set(`${i} ${j}`, least);
    return least;
  };
  return { whole: from(typed.length, word.length), beginning: Math.min(...Array.from({ length: word.length + 1 }, (_, j) => from(typed.length, j))) };
}

describe("distance", () => {
  it.each([
    ["weight", "weight", 0, 0],
    ["wieght", "weight", 1, 1],
    ["chraity", "charities", 4, 2],
    ["vicky", "vikki", 2, 2],
    ["brist", "bristol", 2, 0],
    ["somerset", "sumerset", 1, 1],
    ["nroth", "north", 1, 1],
  ])("from %s to %s is %i, to its beginning %i", (typed, word, whole, beginning) => {
    expect(distance(typed, word, 4)).toEqual({ whole, beginning });
  });

  it("is null exactly where more letters are wrong than may be", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (typed, other, most) => {
        const found = slowly(typed, other);
        expect(distance(typed, other, most)).toEqual(found.beginning > most ? null : found);
      }),
      { numRuns: 2_000 },
    );
  });

});

describe("nearness", () => {
  it.each([
    ["north", "north", 0],
    ["nor", "north", 1],
    ["hit", "hat", null],
    ["icbs", "icb", 2],
    ["nroth", "north", 2],
    ["nroht", "north", 4],
    ["mroht", "north", null],
    ["vicky", "vikki", 4],
    ["sumerse", "somerset", 3],
    ["chraity", "charities", 5],
    ["county", "council", null],
    ["polise", "police", 2],
    ["police", "place", 4],
    ["weight", "height", 2],
    ["bristol", "british", null],
  ])("of %s to %s is %s", (typed, word, cost) => {
    expect(nearness(typed, word)).toBe(cost);
  });
});

describe("readings", () => {
  it.each([
    ["  The Café’s  ", [["cafe", "s"]]],
    ["Trauma-Informed", [["trauma", "informed"], ["traumainformed"]]],
    ["the", [["the"]]],
    ["of and", [["of", "and"]]],
    ["GB-NHS-RVJ", [["gb", "nhs", "rvj"], ["gbnhsrvj"]]],
    ["?!", [[]]],
    ["ÅNGSTRÖM ﬁ 12", [["angstrom", "ﬁ", "12"]]],
  ])("of %j are %j", (text, words) => {
    expect(readings(text)).toEqual(words);
  });
});

describe("matchText", () => {
  it.each([
    ["somerset council", "Somerset Council", "NAME", "EXACT"],
    ["the somerset council", "Somerset Council", "NAME", "EXACT"],
    ["SOMERSET", "Somerset Council", "NAME", "PREFIX"],
    ["somerset cou", "Somerset Council", "NAME", "PREFIX"],
    ["council somerset", "Somerset Council", "NAME", "WORDS"],
    ["north bris", "Bristol, North Somerset", "NAME", "WORDS"],
    ["bristol bristol", "Bristol North", "NAME", null],
    ["somreset council", "Somerset Council", "NAME", "FUZZY"],
    ["somerset police", "Somerset Council", "NAME", null],
    ["coordinator", "Co-ordinator recruited", "NAME", "PREFIX"],
    ["co-ordinator", "Trauma informed coordinator", "NAME", "WORDS"],
    ["cafe", "Café", "NAME", "EXACT"],
    ["rvj", "GB_NHS RVJ", "IDENTIFIER", "IDENTIFIER"],
    ["nhs rvj", "GB_NHS RVJ", "IDENTIFIER", "IDENTIFIER"],
    ["gb-nhs-rvj", "GB_NHS RVJ", "IDENTIFIER", "IDENTIFIER"],
    ["rv", "GB_NHS RVJ", "IDENTIFIER", "PREFIX"],
    ["r", "GB_NHS RVJ", "IDENTIFIER", null],
    ["nhs", "GB_NHS RVJ", "IDENTIFIER", null],
    ["rvk", "GB_NHS RVJ", "IDENTIFIER", null],
    ["e06000025", "GSS E06000024", "IDENTIFIER", null],
    ["be trauma informed", "Be trauma informed", "STATEMENT", "WORDS"],
    ["truama", "Be trauma informed", "STATEMENT", "FUZZY"],
  ] as const)("finds %j in %j, a %s: %s", (typed, text, role, kind) => {
    expect(matchText(readings(typed), text, role)?.kind ?? null).toBe(kind);
  });

  it.each([
    ["a whole word before the beginning of one", "north", "South North", "South Northern"],
    ["one wrong letter before two", "somerzet", "In Somerset", "In Somirset"],
    ["a wrong letter in a whole word before one in the beginning of a word", "wieght", "Healthy weight", "Healthy weightings"],
  ])("puts %s", (_, typed, first, second) => {
    const cost = (text: string): number => matchText(readings(typed), text, "NAME")?.cost ?? Number.NaN;
    expect(cost(first)).toBeLessThan(cost(second));
  });

  it("puts a name before a statement with the same words", () => {
    const [name, statement] = (["NAME", "STATEMENT"] as const).map((role) => matchText(readings("framework"), "The BNSSG framework", role)?.cost ?? Number.NaN);
    expect(name).toBeLessThan(Number(statement));
  });
});
