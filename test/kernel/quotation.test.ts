import { describe, expect, it } from "vitest";
import { linesWith } from "../../src/kernel/quotation.ts";

const text = "Trauma Informed Somerset\r\nStaff were trained;  others are untrained.\nStaff were trained again (twice).\n\nCafé “Haven”";

describe("linesWith", () => {
  it.each<readonly [quote: string, lines: readonly number[]]>([
    ["Trauma Informed Somerset", [1]],
    ["Staff were trained", [2, 3]],
    ["trained; others", [2]],
    ["  Staff   were trained again ", [3]],
    ["(twice)", [3]],
    ["(twice).", [3]],
    ["Café “Haven”", [5]],
    ["Cafe\u0301", [5]],
    // A part of a word is not that word, but the word may stand further on.
    ["train", []],
    ["were tr", []],
    ["trained", [2, 3]],
    ["untrained", [2]],
    // Word for word: other capitals, other words and other signs are others; and a quote is of one line.
    ["staff were trained", []],
    ["Staff are trained", []],
    ["Somerset Staff", []],
    ["s.aff", []],
    ["", []],
    [" ", []],
  ])("of “%s” are %j", (quote, lines) => {
    expect(linesWith(text, quote)).toEqual(lines);
  });
});
