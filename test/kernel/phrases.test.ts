import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Phrases, wordsIn, writingsOf } from "../../src/kernel/phrases.ts";

const replaced = (text: string, phrases: readonly string[], spared: readonly string[] = []): string => new Phrases(phrases, spared).replaced(text, "*");

describe("phrases", () => {
  it.for([
    ["Ask Zoë Quibble.", "Ask *."],
    ["zoe.quibble@example.org", "*@example.org"],
    ["ZOE-QUIBBLE_2024", "*_2024"],
    ["zoequibble", "*"],
    ["Zoe\u0308 Quibble’s", "*’s"],
    ["Zoë, Quibble & Zoë Quibble", "* & *"],
    ["Zoë Quibbles", "Zoë Quibbles"],
    ["Chloezoë Quibble", "Chloezoë Quibble"],
    ["Zoë and Quibble", "Zoë and Quibble"],
    ["Zöe Quibbl", "Zöe Quibbl"],
    ["", ""],
  ] as const)("are found as words, whatever their case, accents and hyphens: %j", ([text, expected]) => {
    expect(replaced(text, ["Zoë Quibble"])).toBe(expected);
    expect(new Phrases(["Zoë Quibble"]).standIn(text)).toBe(text !== expected);
  });

  it("do not stand where they are part of one that is spared", () => {
    expect(replaced("Zoe, Mary Zoë and Zoë Quibble", ["Zoë"], ["Zoe Quibble", "Mary Zoe"])).toBe("*, Mary Zoë and Zoë Quibble");
  });

  it("are found by the longest", () => {
    expect(replaced("Zoë Quibble-Stone", ["Zoë", "Zoë Quibble", "Zoë Quibble Stone"])).toBe("*");
  });

  it("that have no letters are found nowhere, and none is found by no phrases", () => {
    expect(replaced("Zoë … ( )", ["", "( )"])).toBe("Zoë … ( )");
    expect(replaced("Zoë", [])).toBe("Zoë");
  });

  it("are found however many are looked for, and however many are spared", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `Somebody Numbered ${index}`);
    expect(replaced("Ask Somebody-Numbered 12345, or Zoë.", [...many, "Zoë"])).toBe("Ask *, or *.");
    expect(replaced("Ask Somebody-Numbered 12345, or Zoë.", ["Somebody", "Zoë"], many)).toBe("Ask Somebody-Numbered 12345, or *.");
  });

  it("stand in no text from which they were taken, and leave a text as it is in which they do not stand", () => {
    const part = fc.constantFrom("Zoë", "zoe", "Quibble", "QUIBBLE", "Stone", " ", "\n", "\\", "-", ", ", "x");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        const phrases = new Phrases(["Zoë Quibble", "Stone"]);
        expect(phrases.standIn(phrases.replaced(text, "[erased]"))).toBe(false);
        expect(phrases.replaced(text, "*") === text).toBe(!phrases.standIn(text));
        expect(phrases.mayStandInJson(JSON.stringify(text)) || !phrases.standIn(text)).toBe(true);
      }),
    );
  });
});

describe("the words of a text", () => {
  it("are told without case and accents", () => {
    expect(wordsIn("Zoë QUIBBLE-Stone, 2nd")).toEqual(["zoe", "quibble", "stone", "2nd"]);
  });
});

describe("a name", () => {
  it("is written with titles and without, and the last name first", () => {
    expect(writingsOf("Dr Zoë M. Quibble")).toEqual(["dr zoe m quibble", "zoe m quibble", "quibble zoe m"]);
    expect(writingsOf("Claire")).toEqual(["claire", "claire"]);
    expect(writingsOf("X")).toEqual([]);
  });
});
