import { describe, expect, it } from "vitest";
import { isBrokenText, isPlainText } from "../../src/kernel/plain-text.ts";

describe("isPlainText", () => {
  it.each(["", "Launch", "one\ntwo\r\n\tthree", "é 👩‍👩‍👧 عربى"])("takes %j", (text) => {
    expect(isPlainText(text)).toBe(true);
  });

  it.each(["NUL\0", "\u0007", "\u001b[2J", "half \ud83d", "\ude00 half", "\ude00\ud83d"])("does not take %j", (text) => {
    expect(isPlainText(text)).toBe(false);
  });
});

describe("isBrokenText", () => {
  it.each(["NUL\0", "half \ud83d", "\ude00 half", "\ude00\ud83d"])("says so of %j", (text) => {
    expect(isBrokenText(text)).toBe(true);
  });

  it.each(["", "Launch", "a page\u000canother page", "\u001b[2J", "é 👩‍👩‍👧 عربى"])("does not say so of %j", (text) => {
    expect(isBrokenText(text)).toBe(false);
  });
});
