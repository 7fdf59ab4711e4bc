import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { wrongQuote, type CitedSource } from "../../../src/api/act/quote.ts";

const text = "Trauma Informed Somerset\nStaff were trained.\nStaff were trained again.";
const known: CitedSource = { sha256: createHash("sha256").update(text, "utf8").digest("hex") };
const unknown: CitedSource = { sha256: null };
const quote = "Staff were trained";

describe("a quote", () => {
  it.each<readonly [string, Parameters<typeof wrongQuote>[0], CitedSource | null, readonly string[]]>([
    ["of a source that is known by its text, where it stands", { quote, line: 2, text }, known, []],
    ["in any line, where none is said", { quote, text }, known, []],
    ["with the SHA-256 in capital letters", { quote, text }, { sha256: known.sha256?.toUpperCase() ?? null }, []],
    ["none, and so no text", { line: 2 }, known, []],
    ["without the text", { quote, line: 2 }, known, ["BAD_CITATION text"]],
    ["with another text, whatever stands there", { quote, line: 2, text: `${text} ` }, known, ["BAD_CITATION text"]],
    ["that does not stand there", { quote: "Staff are trained", line: 2, text }, known, ["QUOTE_NOT_FOUND quote"]],
    ["that stands there in another line", { quote: "trained again", line: 2, text }, known, ["QUOTE_NOT_FOUND line"]],
    ["of a source whose text nobody knows", { quote, line: 2 }, unknown, []],
    ["of such a source, with a text that has it", { quote, line: 2, text }, unknown, []],
    ["of such a source, with a text that lacks it", { quote: "No such words", text }, unknown, ["QUOTE_NOT_FOUND quote"]],
    ["of what is no source", { quote }, null, ["BAD_CITATION source"]],
    ["none, of what is no source", {}, null, ["BAD_CITATION source"]],
  ])("%s: has the problems", (_, sent, source, problems) => {
    expect(wrongQuote(sent, source).map(({ code, path = [] }) => [code, ...path].join(" "))).toEqual(problems);
  });

  it("that stands elsewhere is told where", () => {
    expect(wrongQuote({ quote, line: 1, text }, known)[0]?.message).toBe("These words do not stand in line 1 of the source, but in line 2, 3.");
  });
});
